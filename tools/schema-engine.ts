import { PGlite } from '@electric-sql/pglite'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter } from '@prisma/driver-adapter-utils'
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
  const run = pool.query.bind(pool) as (query: pg.QueryConfig) => Promise<pg.QueryArrayResult>
  const query = async (config: pg.QueryConfig) => {
    const result = await run(config)
    for (const field of result.fields ?? [])
      field.dataTypeID = NAMED_TYPES[field.dataTypeID] ?? field.dataTypeID
    return result
  }
  Object.assign(pool, { query })
  const adapter = await new PrismaPg(pool).connect()
  return Object.assign(adapter, {
    executeScript: async (script: string) => {
      await run(script as unknown as pg.QueryConfig)
    },
    dispose: () => pool.end(),
  })
}

const NAMED_TYPES: Record<number, number> = { 18: 1042, 1002: 1014 }
