import path from 'node:path'
import { createDemonstration } from '@strandline/store/create-demonstration'
import { openDatabase } from '@strandline/store/database'
import { openStore } from '@strandline/store/open-store'
import { StartupProblem } from '@strandline/store/startup-problem'
import type { FastifyInstance } from 'fastify'
import { createApp } from './app.ts'
import { readSettings, type Settings } from './settings.ts'
import { loadWebApp } from './web-pages.ts'

const WEB_DIST = path.join(import.meta.dirname, '../../web/dist')

async function start(settings: Settings): Promise<FastifyInstance> {
  const { host, port, databaseUrl, isDevelopment, isDemonstration, logLevel } = settings
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
    })
    app.addHook('onClose', () => store.close())
    await app.listen({ host, port }).catch((problem: NodeJS.ErrnoException) => {
      throw problem.code === 'EADDRINUSE'
        ? new StartupProblem(`Port ${port} is taken. Choose another: PORT=${port + 1} npm start`)
        : problem
    })
    return app
  } catch (problem) {
    await store.close()
    throw problem
  }
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
  stopGracefully(await start(settings))
  const address = `http://${settings.host === '0.0.0.0' ? 'localhost' : settings.host}:${settings.port}`
  console.log(`\nStrandline is at ${address}\n`)
  console.log(
    settings.isDemonstration
      ? 'Demonstration: choose on the first page who you are, such as a strand lead. No password is needed.'
      : 'Demonstration mode is off: nobody can sign in until accounts are set up.',
  )
  console.log('Press Ctrl-C to stop.\n')
} catch (problem) {
  if (!(problem instanceof StartupProblem)) throw problem
  console.error(`\nStrandline did not start. ${problem.message}\n`)
  process.exitCode = 1
}
