import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartupProblem } from './startup-problem.ts'

const SQLITE_BUSY = 5
export const LOCK_FILE = 'lock.db'

/**
 * PGlite opens a directory that another process has open, and rows are then lost in silence. SQLite's own file lock is held
 * by the kernel, so it is gone the moment its process dies, however it dies.
 */
export function lockDirectory(directory: string): () => void {
  const lock = new DatabaseSync(path.join(directory, LOCK_FILE))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE')
  } catch (cause) {
    lock.close()
    if ((cause as { errcode?: number }).errcode !== SQLITE_BUSY) throw cause
    throw new StartupProblem(
      `The data directory ${directory} is in use by another Strandline process. Stop that one first, or use PostgreSQL to run several.`,
      { cause },
    )
  }
  return () => lock.close()
}
