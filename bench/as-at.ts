import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createApp } from '../apps/api/src/app.ts'
import { type Edits, edit } from '../packages/domain/src/command.ts'
import { addDays, type Day } from '../packages/domain/src/day.ts'
import { openDatabase } from '../prisma/database.ts'
import { openStore } from '../prisma/open-store.ts'
import type { Store } from '../prisma/store.ts'
import { median } from './support/measure.ts'

const STRANDS = 10
const ACTIONS = 500
const UPDATES = 30_000
const YEARS = 10
const FIRST_DAY: Day = '2016-11-01'
const TODAY = addDays(FIRST_DAY, YEARS * 365)
const PLAN = 'large'

const numbered = <T>(count: number, name: string, row: (index: number) => T): Record<string, T> =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${name}-${index}`, row(index)]))

const beginning: Edits = {
  source: { minutes: { title: 'Generated', publisher: 'The benchmark', provenance: 'ILLUSTRATIVE' } },
  plan: {
    [PLAN]: {
      title: 'A large plan',
      vehicle: 'DSG_MANAGEMENT_PLAN',
      strandLabel: 'Workstream',
      why: 'To be measured.',
      firstYear: 2016,
      lastYear: 2026,
      balanceTargetYear: 2024,
      targetWords: 'a balanced budget',
      clockOffsetSeconds: 0,
      sourceId: 'minutes',
    },
  },
  strand: numbered(STRANDS, 'strand', (index) => ({
    position: index + 1,
    name: `Workstream ${index + 1}`,
    sourceId: 'minutes',
  })),
  action: numbered(ACTIONS, 'action', (index) => ({
    strandId: `strand-${index % STRANDS}`,
    position: index + 1,
    name: `Action ${index + 1}`,
    description: 'Work with schools so that more children are taught well in the school that they know.',
    stage: 'IN_PROGRESS',
    startsOn: FIRST_DAY,
    sourceId: 'minutes',
  })),
}

async function commit(store: Store, edits: Edits, at: string): Promise<void> {
  const plan = await store.plan(PLAN)
  if (!plan) throw new Error('the plan is not there')
  const outcome = edit(plan, edits)
  if (!outcome.ok) throw new Error(outcome.problems[0]?.message)
  const committed = await store.commit(PLAN, {
    requestId: randomUUID(),
    by: 'Lead',
    why: 'Monthly update',
    at,
    changes: outcome.changes,
  })
  if (committed.kind !== 'COMMITTED') throw new Error(committed.kind)
}

function update(index: number): Edits {
  const rag = (['RED', 'AMBER', 'GREEN'] as const)[index % 3]
  const day = addDays(FIRST_DAY, Math.floor((index * YEARS * 365) / UPDATES))
  const words = `Update ${index}: what was done this month, and what stands in the way.`
  return {
    action: {
      [`action-${index % ACTIONS}`]: {
        deliveryRag: rag,
        benefitRag: 'GREEN',
        reason: words,
        pathToGreen: words,
        ratedOn: day,
      },
    },
  }
}

const query = (asAt: string) => `{ plan(id: "${PLAN}"${asAt}) { ... on Plan { headline ratingCounts
  strands { id title name rating counts worstAction { id name reason } }
  actions { id name deliveryRating benefitRating reason pathToGreen ratedOn isNotUpdated } } } }`

/** Milliseconds for one request whose answer is not ready, from a store that has only the newest value in memory. */
async function timeOf(url: string, asAt: string): Promise<{ first: number; again: number }> {
  const store = await openStore(await openDatabase(url), () => new Date(`${TODAY}T12:00:00Z`))
  const app = await createApp({
    store,
    web: null,
    isDevelopment: false,
    isDemonstration: true,
    logger: false,
  })
  const send = async (text: string) => {
    const start = performance.now()
    const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { query: text } })
    if (!answer.body.includes('ratingCounts')) throw new Error(answer.body)
    return performance.now() - start
  }
  await store.plan(PLAN)
  for (let warm = 0; warm < 5; warm++) await send(`# ${warm}\n${query('')}`)
  const first = await send(query(asAt))
  const again = median(await Promise.all(Array.from({ length: 7 }, () => send(query(asAt)))))
  await app.close()
  await store.close()
  return { first, again }
}

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-bench-'))
const url = `pglite:${path.join(directory, 'data')}`
const store = await openStore(await openDatabase(url))
await store.createPlan({ id: 'b', name: 'Benchshire', oldCode: '998', newCode: 'E98' }, PLAN, FIRST_DAY)
await commit(store, beginning, `${FIRST_DAY}T00:00:00.000Z`)
const start = performance.now()
for (let index = 0; index < UPDATES; index++) {
  const day = addDays(FIRST_DAY, Math.floor((index * YEARS * 365) / UPDATES))
  await commit(store, update(index), `${day}T09:00:00.000Z`)
}
console.log(`${UPDATES} updates committed, ${((performance.now() - start) / UPDATES).toFixed(2)} ms each`)
await store.close()

const rounds = 5
const now: { first: number; again: number }[] = []
const then: { first: number; again: number }[] = []
for (let round = 0; round < rounds; round++) {
  now.push(await timeOf(url, ''))
  then.push(await timeOf(url, `, asAt: "${addDays(FIRST_DAY, 40)}"`))
}
for (const part of ['first', 'again'] as const) {
  const [present, past] = [median(now.map((of) => of[part])), median(then.map((of) => of[part]))]
  const name = part === 'first' ? 'Worked out' : 'Ready'
  console.log(
    `${name}: now ${present.toFixed(1)} ms, as at ten years back ${past.toFixed(1)} ms: ${(past / present).toFixed(1)} times (aim: at most 3)`,
  )
}
fs.rmSync(directory, { recursive: true, force: true })
