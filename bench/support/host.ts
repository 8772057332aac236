import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { createApp } from '../../apps/api/src/app.ts'
import { loadWebApp } from '../../apps/api/src/web-pages.ts'
import { createDemonstration } from '../../prisma/create-demonstration.ts'
import { openDatabase } from '../../prisma/database.ts'
import { openStore } from '../../prisma/open-store.ts'

/** A server in a process of its own, which tells its parent its port and, whenever asked, the CPU it has used. */
const [kind, argument = ''] = process.argv.slice(2)

let closeDatabase = async (): Promise<void> => {}

async function strandline(): Promise<number> {
  const database = await openDatabase(argument)
  const store = await openStore(database)
  closeDatabase = () => database.close()
  await createDemonstration(store)
  const web = await loadWebApp(path.join(import.meta.dirname, '../../apps/web/dist'))
  const app = await createApp({
    store,
    web,
    isDevelopment: false,
    isDemonstration: true,
    logger: { level: 'warn' },
    // What is measured is the work, not the limits of one person.
    limits: { mutationsPerMinute: 1_000_000, signInsPerMinute: 1_000_000, delayMs: 60_000 },
  })
  return Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
}

/** The least that a server can do: send these bytes. */
async function bare(): Promise<number> {
  const { body, type } = JSON.parse(readFileSync(argument, 'utf8')) as { body: string; type: string }
  const bytes = Buffer.from(body)
  const server = createServer((request, response) => {
    request.resume()
    response.writeHead(200, { 'content-type': type, 'content-length': bytes.length }).end(bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const port = await (kind === 'bare' ? bare() : strandline())
process.on('message', async (asked) => {
  if (asked === 'close the database') await closeDatabase()
  process.send?.(process.cpuUsage())
})
process.on('disconnect', () => process.exit(0))
process.send?.(port)
