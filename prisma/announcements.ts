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
    for (const listener of this.#listeners) listener(planId, revision)
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
  let client: pg.Client
  const connect = async () => {
    client = new pg.Client({ connectionString: url, application_name: 'strandline-listener' })
    client.on('notification', ({ payload }) => {
      const { planId, revision } = JSON.parse(payload ?? '{}') as { planId: string; revision: number }
      announcements.tell(planId, revision)
    })
    client.on('error', retry)
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
  }
  const retry = () => {
    if (!isClosed) setTimeout(() => connect().catch(retry), RETRY_MS).unref()
  }
  await connect()
  return async () => {
    isClosed = true
    await client.end()
  }
}
