import path from 'node:path'
import { StartupProblem } from '@strandline/store/startup-problem'

export interface Settings {
  readonly host: string
  readonly port: number
  readonly databaseUrl: string
  readonly isDevelopment: boolean
  /** Anybody may choose who to be. Never so where production was asked for by name. */
  readonly isDemonstration: boolean
  readonly logLevel: string
}

const REPOSITORY = path.join(import.meta.dirname, '../../..')

/** Reads the environment, once. Throws a sentence where it does not make sense. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env.PORT ?? 4000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new StartupProblem('PORT must be a number from 1 to 65535.')
  return {
    host: env.HOST ?? '127.0.0.1',
    port,
    databaseUrl: env.DATABASE_URL ?? `pglite:${path.join(REPOSITORY, '.data')}`,
    isDevelopment: env.NODE_ENV === 'development',
    isDemonstration: env.DEMONSTRATION === 'on',
    logLevel: env.LOG_LEVEL ?? 'warn',
  }
}
