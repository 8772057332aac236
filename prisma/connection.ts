import type pg from 'pg'

/** A database that answers, before its tables are known to be those of this build. */
export type Connection = {
  kind: 'embedded' | 'server'
  pool: pg.Pool
  /** Called once, before the first of the migrations that this start is about to apply. */
  beforeMigration: (name: string) => Promise<void>
  close: () => Promise<void>
  /** Closes after a failed start, and removes what that start had made. */
  abandon: () => Promise<void>
}
