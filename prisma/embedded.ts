import fs from 'node:fs'
import path from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { backUp } from './backup.ts'
import type { Connection } from './connection.ts'
import { makeWritable, removeEmptyFolders, requireReadableVersion, requireRoom } from './data-directory.ts'
import { LOCK_FILE, lockDirectory } from './directory-lock.ts'
import { openDurablePglite } from './durable-pglite.ts'
import { poolOver } from './pglite-stream.ts'

/** PostgreSQL inside this process, kept in one directory that no other process may open meanwhile. */
export async function openEmbedded(directory: string): Promise<Connection> {
  const topmostMade = makeWritable(directory)
  const pgdata = path.join(directory, 'pgdata')
  const lockWasThere = fs.existsSync(path.join(directory, LOCK_FILE))
  const unlock = lockDirectory(directory)
  const isNew = !fs.existsSync(pgdata)

  const removeWhatThisStartMade = () => {
    if (isNew) fs.rmSync(pgdata, { recursive: true, force: true })
    if (isNew && !lockWasThere) fs.rmSync(path.join(directory, LOCK_FILE), { force: true })
  }
  const giveUp = () => {
    removeWhatThisStartMade()
    unlock()
    if (topmostMade) removeEmptyFolders(directory, topmostMade)
  }

  try {
    requireRoom(directory, isNew)
    requireReadableVersion(directory, pgdata)
    const pglite = await openDurablePglite(pgdata)
    const pool = poolOver(pglite)
    const close = () => closeInOrder(pool, pglite)
    return {
      kind: 'embedded',
      pool,
      beforeMigration: async (name) => {
        if (!isNew) await backUp(pglite, path.join(directory, 'backups'), name)
      },
      close: () => close().finally(unlock),
      abandon: () => close().finally(giveUp),
    }
  } catch (problem) {
    giveUp()
    throw problem
  }
}

/** The checkpoint spares the next start the replay of the log. */
async function closeInOrder(pool: Connection['pool'], pglite: PGlite) {
  await pool.end()
  await pglite.exec('CHECKPOINT')
  await pglite.close()
}
