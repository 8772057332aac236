import pg from 'pg'
import type { Connection } from './connection.ts'
import { StartupProblem } from './startup-problem.ts'

const OLDEST_MAJOR = 15
const CONNECT_WITHIN_MS = 5_000

/** A PostgreSQL server that somebody else runs. */
export async function openServer(url: string): Promise<Connection> {
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: CONNECT_WITHIN_MS })
  // An idle connection that breaks is replaced at the next query, which reports what is still wrong.
  pool.on('error', () => {})
  const close = () => pool.end()
  try {
    await requireVersion(pool)
  } catch (cause) {
    await close()
    throw cause instanceof StartupProblem ? cause : new StartupProblem(sentence(url, cause), { cause })
  }
  return { kind: 'server', pool, beforeMigration: async () => {}, close, abandon: close }
}

async function requireVersion(pool: pg.Pool) {
  const { rows } = await pool.query<{ server_version_num: string }>('SHOW server_version_num')
  problemWithVersion(Number(rows[0]?.server_version_num))
}

/** PostgreSQL counts 15.4 as 150004. */
export function problemWithVersion(number: number) {
  const major = Math.floor(number / 10_000)
  if (major >= OLDEST_MAJOR) return
  throw new StartupProblem(
    `The database server is PostgreSQL ${major}. Strandline needs ${OLDEST_MAJOR} or newer.`,
  )
}

/** The address as people may read it: never the password. */
function place(url: string) {
  const { hostname, port, searchParams } = new URL(url)
  return `${searchParams.get('host') ?? (hostname || 'localhost')}:${port || '5432'}`
}

function sentence(url: string, cause: unknown): string {
  const { code, message } = cause as { code?: string; message: string }
  const { username, pathname } = new URL(url)
  const user = decodeURIComponent(username)
  const at = place(url)
  switch (code) {
    case '28P01':
      return `The database server at ${at} refused the password of user "${user}". Check DATABASE_URL.`
    case '28000':
      return `The database server at ${at} does not let user "${user}" in. Check DATABASE_URL and the server's pg_hba.conf.`
    case '3D000':
      return `The database "${decodeURIComponent(pathname.slice(1))}" does not exist on ${at}. Create it, then start again.`
    case '57P03':
      return `The database server at ${at} is still starting or shutting down. Try again shortly.`
    case '53300':
      return `The database server at ${at} has no connection to spare.`
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `The database server of DATABASE_URL cannot be found: nothing answers to the name ${at}.`
    case 'ECONNREFUSED':
      return `No database server answers at ${at}. Is it running, and is DATABASE_URL right?`
    default:
      return /timeout/i.test(message)
        ? `The database server at ${at} did not answer within ${CONNECT_WITHIN_MS / 1000} seconds. Check DATABASE_URL and the network.`
        : `The database server at ${at} cannot be used: ${message || code}.`
  }
}
