import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { type MigrationFile, readMigrations } from './migration-files.ts'
import { StartupProblem } from './startup-problem.ts'

// The lock, table and checksums of `prisma migrate`, so that `prisma migrate deploy` can take over on a server.
const LOCK = 72707369
const HISTORY = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`

type Applied = { migration_name: string; checksum: string; finished_at: Date | null }

/** Brings the tables up to this build, one transaction a migration, and answers the names that it applied. */
export async function migrate(
  pool: pg.Pool,
  folder: string,
  beforeFirst: (name: string) => Promise<void> = async () => {},
): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(${LOCK})`)
    const pending = await findPending(client, readMigrations(folder))
    if (pending[0]) await beforeFirst(pending[0].name)
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    // Ending the session frees the lock as well, so a failure here must not hide the first one.
    await client.query(`SELECT pg_advisory_unlock(${LOCK})`).catch(() => {})
    client.release()
  }
}

async function findPending(client: pg.PoolClient, known: MigrationFile[]): Promise<MigrationFile[]> {
  await client.query(HISTORY)
  const { rows } = await client.query<Applied>(
    'SELECT migration_name, checksum, finished_at FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  )
  for (const row of rows) requireKnown(row, known)
  return known.filter(({ name }) => !rows.some((row) => row.migration_name === name))
}

function requireKnown(row: Applied, known: MigrationFile[]) {
  const name = row.migration_name
  const file = known.find((migration) => migration.name === name)
  if (!file) {
    throw new StartupProblem(
      `The database was changed by a newer version of Strandline (it has "${name}", which this one does not know). Start that version instead.`,
    )
  }
  if (!row.finished_at) {
    throw new StartupProblem(
      `The migration "${name}" failed half-way earlier. Put the database right by hand first.`,
    )
  }
  if (row.checksum !== file.checksum) {
    throw new StartupProblem(
      `The migration "${name}" was edited after it was applied. Restore its file as it was.`,
    )
  }
}

async function apply(client: pg.PoolClient, migration: MigrationFile) {
  // CREATE INDEX CONCURRENTLY and its like refuse a transaction: one such statement a file, marked so.
  const isBare = /^-- no-transaction/m.test(migration.sql)
  try {
    await (isBare ? applyBare(client, migration) : applyWhole(client, migration))
  } catch (cause) {
    const state = isBare
      ? 'Look at what it left, and put it right by hand'
      : 'The database is as it was before it'
    throw new StartupProblem(
      `The migration "${migration.name}" could not be applied: ${(cause as Error).message}. ${state}.`,
      { cause },
    )
  }
}

async function applyWhole(client: pg.PoolClient, migration: MigrationFile) {
  await client.query('BEGIN')
  try {
    await client.query(migration.sql)
    await record(client, migration, 'now()')
    await client.query('COMMIT')
  } catch (problem) {
    await client.query('ROLLBACK')
    throw problem
  }
}

async function applyBare(client: pg.PoolClient, migration: MigrationFile) {
  await record(client, migration, 'NULL')
  await client.query(migration.sql)
  await client.query(
    `UPDATE _prisma_migrations SET finished_at = now(), applied_steps_count = 1
     WHERE migration_name = $1 AND rolled_back_at IS NULL`,
    [migration.name],
  )
}

function record(client: pg.PoolClient, { name, checksum }: MigrationFile, finishedAt: 'now()' | 'NULL') {
  return client.query(
    `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, applied_steps_count)
     VALUES ($1, $2, ${finishedAt}, $3, $4)`,
    [randomUUID(), checksum, name, finishedAt === 'NULL' ? 0 : 1],
  )
}
