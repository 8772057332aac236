import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type ColumnType,
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlQuery,
} from '@prisma/driver-adapter-utils'
import { SchemaEngine } from '@prisma/schema-engine-wasm'
import type pg from 'pg'
import { poolOver } from '../prisma/pglite-stream.ts'

/** Prisma's schema engine over databases in memory: works offline, and can touch no database of anybody's. */
export async function withSchemaEngine<T>(work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const opened: PGlite[] = []
  const connect = async () => {
    const pglite = await PGlite.create()
    opened.push(pglite)
    return scratchAdapter(pglite)
  }
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect,
    connectToShadowDb: connect,
  })
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => {}, factory)
  try {
    return await work(engine)
  } finally {
    engine.free()
    await Promise.all(opened.map((pglite) => pglite.close()))
  }
}

/** Two faults of the official adapter are put right here: scripts split at every `;`, and no name for type "char". */
async function scratchAdapter(pglite: PGlite): Promise<SqlDriverAdapter> {
  const pool = poolOver(pglite)
  const run = pool.query.bind(pool) as (query: string | pg.QueryConfig) => Promise<pg.QueryArrayResult>
  // One session, one query at a time: these are the columns of the query that has just been answered.
  let columns: number[] = []
  const query = async (config: pg.QueryConfig) => {
    const result = await run(config)
    columns = result.fields.map(({ dataTypeID }) => dataTypeID)
    for (const field of result.fields)
      field.dataTypeID = CHARACTERS[field.dataTypeID]?.known ?? field.dataTypeID
    return result
  }
  Object.assign(pool, { query })
  const adapter = await new PrismaPg(pool).connect()
  const queryRaw = adapter.queryRaw.bind(adapter)
  return Object.assign(adapter, {
    queryRaw: async (asked: SqlQuery) => {
      const answer = await queryRaw(asked)
      const columnTypes = answer.columnTypes.map((type, at) => CHARACTERS[columns[at] ?? 0]?.type ?? type)
      return { ...answer, columnTypes }
    },
    executeScript: async (script: string) => {
      await run(script)
    },
    dispose: () => pool.end(),
  })
}

/** The internal types "char" and "char"[]: a type of the same text that the adapter knows, and what the engine expects. */
const CHARACTERS: Record<number, { known: number; type: ColumnType }> = {
  18: { known: 1042, type: ColumnTypeEnum.Character },
  1002: { known: 1014, type: ColumnTypeEnum.CharacterArray },
}
