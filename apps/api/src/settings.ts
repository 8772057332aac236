import path from 'node:path'
import { StartupProblem } from '@strandline/store/startup-problem'
import type { CouncilSettings } from './council-sign-in.ts'
import { usualLimits } from './limits.ts'
import type { MailSettings } from './mail.ts'

export interface Settings {
  readonly host: string
  readonly port: number
  readonly databaseUrl: string
  readonly isDevelopment: boolean
  /** Anybody may choose who to be. Never so where production was asked for by name. */
  readonly isDemonstration: boolean
  readonly logLevel: string
  /** The address of an administrator who has lost the password: a link for a new one is printed. */
  readonly lostAdministrator: string | null
  readonly mail: MailSettings
  readonly council: CouncilSettings | undefined
  /** Whether a proxy in front tells the address and the scheme of whoever asks. */
  readonly isBehindProxy: boolean
  /** How late with its work, in milliseconds, the server may be before it asks people to come again. */
  readonly busyAfterMs: number
}

const REPOSITORY = path.join(import.meta.dirname, '../../..')

/** Reads the environment, once. Throws a sentence where it does not make sense. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const port = Number(env.PORT ?? 4000)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new StartupProblem('PORT must be a number from 1 to 65535.')
  const host = env.HOST ?? '127.0.0.1'
  const publicUrl = readPublicUrl(env.PUBLIC_URL ?? `http://${host}:${port}`)
  return {
    host,
    port,
    databaseUrl: env.DATABASE_URL ?? `pglite:${path.join(REPOSITORY, '.data')}`,
    isDevelopment: env.NODE_ENV === 'development',
    isDemonstration: env.DEMONSTRATION === 'on',
    lostAdministrator: env.ADMINISTRATOR_LINK || null,
    logLevel: env.LOG_LEVEL ?? 'warn',
    mail: readMailSettings(env, publicUrl),
    council: readCouncilSettings(env, publicUrl),
    isBehindProxy: env.TRUST_PROXY === 'on',
    busyAfterMs: readBusyAfter(env.BUSY_AFTER_MS),
  }
}

function readBusyAfter(written: string | undefined): number {
  const busyAfterMs = Number(written || usualLimits.delayMs)
  if (!Number.isInteger(busyAfterMs) || busyAfterMs < 100)
    throw new StartupProblem('BUSY_AFTER_MS must be a number of milliseconds, 100 or more.')
  return busyAfterMs
}

function readPublicUrl(written: string): string {
  if (!/^https?:\/\//.test(written) || !URL.canParse(written))
    throw new StartupProblem('PUBLIC_URL must be like https://plan.example.gov.uk.')
  return written.replace(/\/+$/, '')
}

function readMailSettings(env: NodeJS.ProcessEnv, publicUrl: string): MailSettings {
  const smtpUrl = env.SMTP_URL || null
  if (smtpUrl && !/^smtps?:\/\/[^/]/.test(smtpUrl))
    throw new StartupProblem('SMTP_URL must be like smtp://user:password@mail.example.gov.uk:587.')
  if (smtpUrl && !(env.MAIL_FROM && env.PUBLIC_URL))
    throw new StartupProblem('To send mail, set MAIL_FROM (an address) and PUBLIC_URL (for links) too.')
  return { smtpUrl, from: env.MAIL_FROM ?? '', publicUrl }
}

function readCouncilSettings(env: NodeJS.ProcessEnv, publicUrl: string): CouncilSettings | undefined {
  const issuer = env.OIDC_ISSUER
  if (!issuer) return undefined
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env
  if (!clientId || !clientSecret || !env.PUBLIC_URL)
    throw new StartupProblem('With OIDC_ISSUER, set OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL too.')
  if (!/^(https:\/\/|http:\/\/(127\.0\.0\.1|localhost)[:/])/.test(`${issuer}/`) || !URL.canParse(issuer))
    throw new StartupProblem('OIDC_ISSUER must begin with https://.')
  return { issuer, clientId, clientSecret, name: name || 'your council account', publicUrl }
}
