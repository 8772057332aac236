import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import type { Connection } from './connection.ts'
import { openEmbedded } from './embedded.ts'
import { PrismaClient } from './generated/client.ts'
import { migrate } from './migrate.ts'
import { openServer } from './server.ts'
import { StartupProblem } from './startup-problem.ts'

export type Database = {
  kind: 'embedded' | 'server'
  url: string
  prisma: PrismaClient
  /** On the embedded database this is the one session that Prisma uses too: never hold a client of it for long. */
  pool: pg.Pool
  close: () => Promise<void>
}

export const MIGRATIONS = path.join(import.meta.dirname, 'migrations')

/** Opens `pglite:<directory>` or `postgresql://...` and brings its tables up to this build. */
export async function openDatabase(url: string, migrations = MIGRATIONS): Promise<Database> {
  const connection = await connect(url)
  try {
    await migrate(connection.pool, migrations, connection.beforeMigration)
    return withPrisma(url, connection)
  } catch (problem) {
    await connection.abandon()
    throw problem
  }
}

function connect(url: string): Promise<Connection> {
  if (url.startsWith('pglite:') && url.length > 'pglite:'.length) {
    return openEmbedded(path.resolve(url.slice('pglite:'.length)))
  }
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return openServer(url)
  // The text itself is not repeated: a mistyped address may hold a password.
  throw new StartupProblem(
    'DATABASE_URL must be pglite:<directory> or postgresql://user:password@host:5432/database.',
  )
}

function withPrisma(url: string, { kind, pool, close }: Connection): Database {
  // The embedded database runs one transaction at a time, so the others wait their turn for longer than the default 2 s.
  const transactionOptions = { maxWait: 30_000, timeout: 30_000 }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions })
  let closing: Promise<void> | undefined
  return {
    kind,
    url,
    prisma,
    pool,
    close: () => {
      closing ??= prisma.$disconnect().then(close)
      return closing
    },
  }
}
