import pg from 'pg'
import type { Listener } from './store.ts'

const CHANNEL = 'strandline'
const RETRY_MS = 1000

/** Tells the listeners of this process about new revisions, each once, wherever they were made. */
export class Announcements {
  readonly #listeners = new Set<Listener>()
  readonly #told = new Map<string, number>()

  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(planId: string, revision: number): void {
    if (revision <= (this.#told.get(planId) ?? -1)) return
    this.#told.set(planId, revision)
    // What was committed stays committed, whatever a listener makes of it.
    for (const listener of this.#listeners) queueMicrotask(() => listener(planId, revision))
  }
}

/** The statement that announces a revision to other processes when its transaction commits. */
export function notification(planId: string, revision: number): { sql: string; values: [string, string] } {
  return { sql: 'SELECT pg_notify($1, $2)', values: [CHANNEL, JSON.stringify({ planId, revision })] }
}

/**
 * Listens for the revisions of other processes on a PostgreSQL server. It is a hint only: every read asks the table for
 * the newest revision, so a lost notification makes nothing stale, and a lost connection is simply made again.
 */
export async function listenToServer(
  url: string,
  announcements: Announcements,
): Promise<() => Promise<void>> {
  let isClosed = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  const connect = async () => {
    const attempt = new pg.Client({ connectionString: url, application_name: 'strandline-listener' })
    client = attempt
    attempt.on('notification', ({ payload }) => hear(announcements, payload))
    // A broken connection reports itself more than once.
    attempt.on('error', () => again(attempt))
    await attempt.connect()
    await attempt.query(`LISTEN ${CHANNEL}`)
  }
  const again = (broken: pg.Client | undefined) => {
    broken?.end().catch(() => undefined)
    if (isClosed || timer || broken !== client) return
    timer = setTimeout(() => {
      timer = undefined
      connect().catch(() => again(client))
    }, RETRY_MS).unref()
  }
  await connect()
  return async () => {
    isClosed = true
    clearTimeout(timer)
    await client?.end().catch(() => undefined)
  }
}

/** Anybody on the server may notify this channel, so what does not read as an announcement is passed over. */
function hear(announcements: Announcements, payload: string | undefined): void {
  try {
    const { planId, revision } = JSON.parse(payload ?? '') as { planId?: unknown; revision?: unknown }
    if (typeof planId === 'string' && Number.isInteger(revision))
      announcements.tell(planId, revision as number)
  } catch (problem) {
    if (!(problem instanceof SyntaxError)) throw problem
  }
}
