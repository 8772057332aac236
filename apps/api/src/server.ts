import path from 'node:path'
import { createDemonstration } from '@strandline/store/create-demonstration'
import { openDatabase } from '@strandline/store/database'
import { openStore } from '@strandline/store/open-store'
import { StartupProblem } from '@strandline/store/startup-problem'
import type { Store } from '@strandline/store/store'
import type { FastifyInstance } from 'fastify'
import { linkPath } from './accounts.ts'
import { createApp } from './app.ts'
import { usualLimits } from './limits.ts'
import { readSettings, type Settings } from './settings.ts'
import { loadWebApp } from './web-pages.ts'

const WEB_DIST = path.join(import.meta.dirname, '../../web/dist')

interface Started {
  readonly app: FastifyInstance
  /** What there is to say about signing in. */
  readonly saying: (address: string) => string
}

async function start(settings: Settings): Promise<Started> {
  const { host, port, databaseUrl, isDevelopment, isDemonstration, logLevel, mail, council } = settings
  const database = await openDatabase(databaseUrl)
  const store = await openStore(database).catch(async (problem) => {
    await database.close()
    throw problem
  })
  try {
    if (isDemonstration) await createDemonstration(store)
    const web = isDevelopment ? null : await loadWebApp(WEB_DIST)
    const app = await createApp({
      store,
      web,
      isDevelopment,
      isDemonstration,
      logger: { level: logLevel },
      mail,
      council,
      isBehindProxy: settings.isBehindProxy,
      limits: { ...usualLimits, delayMs: settings.busyAfterMs },
    })
    const saying = await sayingOf(store, settings)
    app.addHook('onClose', () => store.close())
    await app.listen({ host, port }).catch((problem: NodeJS.ErrnoException) => {
      throw problem.code === 'EADDRINUSE'
        ? new StartupProblem(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`)
        : problem
    })
    return { app, saying }
  } catch (problem) {
    await store.close()
    throw problem
  }
}

const FIRST_LINK_HOURS = 24

/** Who can sign in; with nobody yet, the link that makes the first administrator. */
async function sayingOf(
  store: Store,
  { isDemonstration, lostAdministrator }: Settings,
): Promise<Started['saying']> {
  if (lostAdministrator) return sayingToLost(store, lostAdministrator)
  if (await store.accounts.exists()) return () => 'People sign in with their accounts.'
  if (isDemonstration)
    return () =>
      'Demonstration: choose on the first page who you are, such as a strand lead. No password is needed.'
  const path = linkPath(await store.accounts.beginLink(null, FIRST_LINK_HOURS), true)
  return (address) =>
    `There are no accounts yet. Make the first administrator here, once, within ${FIRST_LINK_HOURS} hours:\n${address}${path}`
}

/** Whoever can start the server can let an administrator in again, and nobody else. */
async function sayingToLost(store: Store, email: string): Promise<Started['saying']> {
  const account = await store.accounts.findByEmail(email)
  if (!account?.isAdministrator || account.closedAt)
    return () => `No administrator has the address ${email}. Set ADMINISTRATOR_LINK to the address of one.`
  const path = linkPath(await store.accounts.beginLink(account.id, FIRST_LINK_HOURS))
  return (address) =>
    `A new password for ${account.name}, once, within ${FIRST_LINK_HOURS} hours:\n${address}${path}\nStart without ADMINISTRATOR_LINK next time.`
}

const STOP_WITHIN_MS = 10_000

/** In-flight requests finish and the database closes; asked a second time, the process just ends. */
function stopGracefully(app: FastifyInstance): void {
  let isStopping = false
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1)
      isStopping = true
      setTimeout(() => app.server.closeAllConnections(), STOP_WITHIN_MS).unref()
      app.close().then(
        () => process.exit(0),
        () => process.exit(1),
      )
    })
  }
}

try {
  const settings = readSettings(process.env)
  const { app, saying } = await start(settings)
  stopGracefully(app)
  const address = `http://${settings.host === '0.0.0.0' ? 'localhost' : settings.host}:${settings.port}`
  console.log(`\nStrandline is at ${address}\n`)
  console.log(saying(address))
  console.log('Press Ctrl-C to stop.\n')
} catch (problem) {
  if (!(problem instanceof StartupProblem)) throw problem
  console.error(`\nStrandline did not start. ${problem.message}\n`)
  process.exitCode = 1
}
