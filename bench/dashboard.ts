import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { loadWebApp } from '../apps/api/src/web-pages.ts'
import { type Asked, ask, cpuPerRequest, endAgent, median, startHost } from './support/measure.ts'

const ROUNDS = 5
const REQUESTS = 2000
const DIST = path.join(import.meta.dirname, '../apps/web/dist')

/** The operations that the Overview page asks, as a browser would post them; the longest is the page's own. */
async function overviewOperation(port: number): Promise<string> {
  const web = await loadWebApp(DIST)
  if (!web) throw new Error('build the web app first: npm start')
  const bodies: string[] = []
  await web.render('/plans/solihull', async (operation) => {
    const body = JSON.stringify(operation)
    bodies.push(body)
    return JSON.parse((await ask(port, { method: 'POST', path: '/graphql', body })).text) as object
  })
  return bodies.sort((a, b) => b.length - a.length)[0] ?? ''
}

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-bench-'))
const strandline = await startHost('strandline', `pglite:${path.join(directory, 'data')}`)
const cases: Record<string, Asked> = {
  'Overview page (HTML)': { method: 'GET', path: '/plans/solihull' },
  'Overview answer (GraphQL)': {
    method: 'POST',
    path: '/graphql',
    body: await overviewOperation(strandline.port),
  },
}

// Rounds alternate between the two servers, so that a noisy neighbour is shared out.
for (const [name, asked] of Object.entries(cases)) {
  const answer = await ask(strandline.port, asked)
  const copy = path.join(directory, 'answer.json')
  fs.writeFileSync(copy, JSON.stringify({ body: answer.text, type: answer.type }))
  const bare = await startHost('bare', copy)
  const ours: number[] = []
  const theirs: number[] = []
  await cpuPerRequest(bare, asked, REQUESTS)
  await cpuPerRequest(strandline, asked, REQUESTS)
  for (let round = 0; round < ROUNDS; round++) {
    theirs.push(await cpuPerRequest(bare, asked, REQUESTS))
    ours.push(await cpuPerRequest(strandline, asked, REQUESTS))
  }
  const ratio = median(ours) / median(theirs)
  console.log(
    `${name}, ${Buffer.byteLength(answer.text)} bytes: ${median(ours).toFixed(0)} us of CPU a request, bare node:http ${median(theirs).toFixed(0)} us: ${ratio.toFixed(1)} times (aim: at most 5)`,
  )
  bare.process.disconnect()
}
strandline.process.disconnect()
endAgent()
fs.rmSync(directory, { recursive: true, force: true })
