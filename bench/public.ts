import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import autocannon from 'autocannon'
import { ask, endAgent, startHost } from './support/measure.ts'

const READERS = 1000
const REQUESTS = 20_000
const PAGE = '/plans/solihull/public'

// A news story: a thousand readers at once, with the database closed under them, so that whatever asks it fails.
const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-bench-'))
const strandline = await startHost('strandline', `pglite:${path.join(directory, 'data')}`)
await ask(strandline.port, { method: 'GET', path: PAGE })
const isClosed = new Promise((resolve) => strandline.process.once('message', resolve))
strandline.process.send('close the database')
await isClosed

const url = `http://127.0.0.1:${strandline.port}${PAGE}`
const headers = { 'accept-encoding': 'br' }
const result = await autocannon({ url, headers, connections: READERS, amount: REQUESTS, timeout: 60 })
const failed = result.errors + result.timeouts + result.non2xx
console.log(
  `${READERS} readers of the public page at once, the database closed: ${result['2xx']} of ${REQUESTS} requests answered, ${failed} failed, ${result.requests.average.toFixed(0)} a second, p50 ${result.latency.p50} ms, p99 ${result.latency.p99} ms`,
)
if (failed > 0) process.exitCode = 1
strandline.process.disconnect()
endAgent()
fs.rmSync(directory, { recursive: true, force: true })
