import fs from 'node:fs'
import path from 'node:path'
import { EMBEDDED_POSTGRES } from './durable-pglite.ts'
import { StartupProblem } from './startup-problem.ts'

const ROOM_TO_START = 100 * 1024 * 1024

/** Makes the directory where it is absent. Answers the topmost folder that had to be made, if any. */
export function makeWritable(directory: string): string | undefined {
  const probe = path.join(directory, `.probe-${process.pid}`)
  try {
    const made = fs.mkdirSync(directory, { recursive: true })
    fs.writeFileSync(probe, '')
    fs.rmSync(probe)
    return made
  } catch (cause) {
    throw new StartupProblem(
      `The data directory ${directory} cannot be written to (${reason(cause)}). Choose another, or let this user write there.`,
      { cause },
    )
  }
}

export function requireRoom(directory: string, isNew: boolean) {
  const { bavail, bsize } = fs.statfsSync(directory)
  if (isNew && bavail * bsize < ROOM_TO_START) {
    throw new StartupProblem(
      `The disk that holds ${directory} has less than 100 MB free. Make room, then start again.`,
    )
  }
}

/** A directory whose making was cut short has no version yet, and PGlite finishes it. */
export function requireReadableVersion(directory: string, pgdata: string) {
  const file = path.join(pgdata, 'PG_VERSION')
  const found = fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim() : ''
  if (found === '' || found === EMBEDDED_POSTGRES) return
  throw new StartupProblem(
    `The data directory ${directory} was made by another version of Strandline (PostgreSQL ${found} inside; this one has ${EMBEDDED_POSTGRES}). Start it with that version.`,
  )
}

/** Removes empty folders from `directory` up to `topmost`, and stops at the first that holds anything. */
export function removeEmptyFolders(directory: string, topmost: string) {
  for (let at = directory; at.startsWith(topmost); at = path.dirname(at)) {
    if (fs.readdirSync(at).length > 0) return
    fs.rmdirSync(at)
  }
}

function reason(cause: unknown): string {
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the disk is read-only',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'part of that path is a file',
    EEXIST: 'there is a file of that name',
  }
  const { code, message } = cause as NodeJS.ErrnoException
  return reasons[code ?? ''] ?? message
}
