import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase } from '../prisma/database.ts'
import { openStore } from '../prisma/open-store.ts'
import { startCluster } from '../prisma/test/postgres-cluster.ts'
import { ask, endAgent, type Host, signIn, startHost } from './support/measure.ts'

const EDITORS = 16
const EDITS = 10_000
const KILLS = 20
const PLAN = 'solihull'

/** Each editor has a field of its own to write: the same words twice would hide an edit that was made twice. */
const actions = [
  'placements',
  'advice-process',
  'co-production',
  'barriers-action-plan',
  'specialist-placements',
  'autism-free-school',
  'support-services-plan',
  'support-services-activity',
]
const fields = ['description', 'impact']

interface Server {
  host: Host
  cookie: string
}

/** Sends one edit until it is answered, as a browser does: the same request id and the same revision each time. */
async function sendUntilAnswered(
  server: Server,
  request: { editor: number; edit: number; basedOn: number },
): Promise<number> {
  const { editor, edit, basedOn } = request
  const input = `{ actionId: "${actions[editor % actions.length]}", ${fields[Math.floor(editor / actions.length)]}: "${editor}/${edit}" }`
  const query = `mutation { editAction(planId: "${PLAN}", requestId: "soak-${editor}-${edit}", basedOn: ${basedOn}, input: ${input}) { __typename ... on Committed { revision } } }`
  const body = JSON.stringify({ query })
  for (;;) {
    try {
      const { port } = server.host
      const { text } = await ask(port, { method: 'POST', path: '/graphql', body }, server.cookie)
      const { data } = JSON.parse(text) as { data?: { editAction?: { revision?: number } } }
      if (data?.editAction?.revision) return data.editAction.revision
      throw new Error(`an edit was not taken: ${text}`)
    } catch (problem) {
      if (problem instanceof Error && problem.message.startsWith('an edit')) throw problem
      await wait(20)
    }
  }
}

async function soak(name: string, url: string): Promise<void> {
  const server: Server = { host: await startHost('strandline', url), cookie: '' }
  server.cookie = await signIn(server.host.port, 'programme-manager')
  const query = JSON.stringify({ query: `{ plan(id: "${PLAN}") { ... on Plan { revision } } }` })
  const { text } = await ask(server.host.port, { method: 'POST', path: '/graphql', body: query })
  const first = (JSON.parse(text) as { data: { plan: { revision: number } } }).data.plan.revision
  let taken = 0
  const began = performance.now()

  const editor = async (_: unknown, number: number) => {
    let basedOn = first
    for (let edit = 0; edit < EDITS / EDITORS; edit++) {
      basedOn = await sendUntilAnswered(server, { editor: number, edit, basedOn })
      taken += 1
    }
  }
  const killer = async () => {
    for (let kill = 1; kill <= KILLS; kill++) {
      while (taken < (kill * EDITS) / (KILLS + 1)) await wait(5)
      const ended = new Promise((resolve) => server.host.process.once('exit', resolve))
      server.host.process.kill('SIGKILL')
      await ended
      server.host = await startHost('strandline', url)
    }
  }
  await Promise.all([killer(), ...Array.from({ length: EDITORS }, editor)])
  const seconds = (performance.now() - began) / 1000
  server.host.process.disconnect()
  await new Promise((resolve) => server.host.process.once('exit', resolve))
  report(name, seconds, await timesMade(url, first))
}

/** How often each edit is in the history of the plan, and whether its numbers run on. */
async function timesMade(url: string, first: number) {
  const store = await openStore(await openDatabase(url))
  const revisions = await store.revisionsAfter(PLAN, first)
  await store.close()
  const times = new Map<string, number>()
  for (const { changes } of revisions)
    for (const { field, after } of changes)
      if (fields.includes(field)) times.set(String(after), (times.get(String(after)) ?? 0) + 1)
  const hasGaps = revisions.some(({ number }, index) => number !== first + 1 + index)
  return { times, hasGaps, count: revisions.length }
}

function report(name: string, seconds: number, made: Awaited<ReturnType<typeof timesMade>>): void {
  const expected = Array.from({ length: EDITORS }, (_, editor) =>
    Array.from({ length: EDITS / EDITORS }, (_, edit) => `${editor}/${edit}`),
  ).flat()
  const lost = expected.filter((edit) => !made.times.has(edit)).length
  const doubled = [...made.times.values()].filter((times) => times > 1).length
  const isWhole = lost === 0 && doubled === 0 && !made.hasGaps && made.count === EDITS
  console.log(
    `${name}: ${EDITORS} editors, ${EDITS} edits, ${KILLS} kills in ${seconds.toFixed(0)} s: ${lost} lost, ${doubled} doubled, ${made.count} revisions${made.hasGaps ? ' with gaps' : ''}`,
  )
  if (!isWhole) process.exitCode = 1
}

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-bench-'))
await soak('Embedded database', `pglite:${path.join(directory, 'data')}`)
fs.rmSync(directory, { recursive: true, force: true })
const cluster = await startCluster().catch((problem: Error) =>
  console.log(`PostgreSQL skipped: ${problem.message}`),
)
if (cluster) {
  await soak('PostgreSQL', cluster.url)
  await cluster.stop()
}
endAgent()
