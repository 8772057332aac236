import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { ask, endAgent, signIn, startHost } from './support/measure.ts'

const READERS = 16
const EDITS = 200
const AIM_MS = 300

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-bench-'))
const host = await startHost('strandline', `pglite:${path.join(directory, 'data')}`)

const heardAt = new Map<string, number>()
const streams: http.ClientRequest[] = []

/** A browser that listens: when each revision came to it is written down. */
async function listen(reader: number, cookie: string, after: number): Promise<void> {
  const query =
    'subscription($planId: ID!, $after: Int!) { planChanged(planId: $planId, after: $after) { revision } }'
  const search = new URLSearchParams({ query, variables: JSON.stringify({ planId: 'solihull', after }) })
  const headers = { accept: 'text/event-stream', cookie }
  return new Promise((resolve, reject) => {
    const stream = http.get({ port: host.port, path: `/graphql/stream?${search}`, headers }, (response) => {
      response.setEncoding('utf8')
      response.on('data', (part: string) => {
        for (const [, revision] of part.matchAll(/"revision":(\d+)/g))
          heardAt.set(`${reader}/${revision}`, performance.now())
      })
      resolve()
    })
    stream.on('error', reject)
    streams.push(stream)
  })
}

const readers = ['cabinet-member', 'head-of-processes', 'finance-business-partner', 'primary-head']
const plan = await ask(host.port, {
  method: 'POST',
  path: '/graphql',
  body: JSON.stringify({ query: '{ plan(id: "solihull") { ... on Plan { revision } } }' }),
})
const after = (JSON.parse(plan.text) as { data: { plan: { revision: number } } }).data.plan.revision
for (let reader = 0; reader < READERS; reader++)
  await listen(reader, await signIn(host.port, readers[reader % readers.length] ?? ''), after)

const editor = await signIn(host.port, 'programme-manager')
const waits: number[] = []
for (let edit = 0; edit < EDITS; edit++) {
  const day = new Date(Date.UTC(2020, 8, 1 + edit)).toISOString().slice(0, 10)
  const query = `mutation { editAction(planId: "solihull", requestId: "live-${edit}", input: { actionId: "placements", dueOn: "${day}" }) { ... on Committed { revision } } }`
  const sent = performance.now()
  const { text } = await ask(
    host.port,
    { method: 'POST', path: '/graphql', body: JSON.stringify({ query }) },
    editor,
  )
  const { revision } = (JSON.parse(text) as { data: { editAction: { revision: number } } }).data.editAction
  const heardBy = () => Array.from({ length: READERS }, (_, reader) => heardAt.get(`${reader}/${revision}`))
  while (heardBy().includes(undefined)) await new Promise((resolve) => setTimeout(resolve, 1))
  waits.push(...heardBy().map((at) => (at ?? 0) - sent))
}
const sorted = waits.toSorted((a, b) => a - b)
const at = (share: number) => (sorted[Math.ceil(sorted.length * share) - 1] ?? 0).toFixed(0)
console.log(
  `${EDITS} edits, each heard by ${READERS} readers: from sending to hearing ${at(0.5)} ms (median), ${at(0.95)} ms (p95), ${at(1)} ms (slowest); aim: p95 at most ${AIM_MS} ms`,
)
for (const stream of streams) stream.destroy()
host.process.disconnect()
endAgent()
fs.rmSync(directory, { recursive: true, force: true })
