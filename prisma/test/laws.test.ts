import { randomUUID } from 'node:crypto'
import { difference } from '@strandline/domain/change'
import { addDays, type Day } from '@strandline/domain/day'
import { detailsOf, type Plan } from '@strandline/domain/plan'
import { anyPlan, changesOf, commandSequence, TODAY } from '@strandline/domain/test/a-plan'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Database } from '../database.ts'
import { loadPlan } from '../load-plan.ts'
import { openStore } from '../open-store.ts'
import { hashOf } from '../snapshots.ts'
import type { Proposal, Store } from '../store.ts'
import { describeEachDatabase } from './databases.ts'

const RUNS = { numRuns: 200 }

/** The same plan under an id of its own, so that one database can hold every run. */
function renamed(plan: Plan): Plan {
  const id = randomUUID()
  return { ...plan, id, tables: { ...plan.tables, plan: { [id]: { ...detailsOf(plan), id } } } }
}

interface Played {
  readonly planId: string
  readonly proposals: readonly Proposal[]
  /** The hash of the plan as it was seen at the end of each day. */
  readonly seen: ReadonlyMap<Day, string>
}

/** Commits a plan and then each step of a sequence, a day apart. */
async function played(store: Store, start: Plan, steps: Parameters<typeof changesOf>[1][]): Promise<Played> {
  const whole = renamed(start)
  await store.createPlan(whole.authority, whole.id, TODAY)
  const empty = await required(store, whole.id)
  const proposals: Proposal[] = []
  const seen = new Map<Day, string>()
  const commit = async (changes: Proposal['changes']) => {
    const day = addDays(TODAY, proposals.length)
    const proposal = {
      requestId: randomUUID(),
      by: 'A. Lead',
      why: 'Monthly update',
      at: `${day}T09:00:00.000Z`,
      changes,
    }
    expect(await store.commit(whole.id, proposal)).toMatchObject({ kind: 'COMMITTED', isRepeat: false })
    proposals.push(proposal)
    seen.set(day, hashOf(await required(store, whole.id)))
  }
  await commit(difference(empty, whole))
  for (const step of steps) {
    const changes = changesOf(await required(store, whole.id), step)
    if (changes.length > 0) await commit(changes)
  }
  return { planId: whole.id, proposals, seen }
}

async function required(store: Store, planId: string, asAt?: Day): Promise<Plan> {
  const plan = await store.plan(planId, asAt)
  if (!plan) throw new Error(`there is no plan ${planId}`)
  return plan
}

async function opened(database: Database): Promise<Store> {
  const store = await openStore(database)
  onTestFinished(() => store.close())
  return store
}

describeEachDatabase('the laws of the store', (open) => {
  test('the plan as at any day is the plan that was seen on that day, hash for hash', {
    timeout: 240_000,
  }, async () => {
    const store = await opened(await open())
    await fc.assert(
      fc.asyncProperty(anyPlan, commandSequence, async (start, steps) => {
        const { planId, seen } = await played(store, start, steps)
        for (const [day, hash] of seen) expect(hashOf(await required(store, planId, day))).toBe(hash)
      }),
      RUNS,
    )
  })

  test('the tables hold what the commits said, and no request is done twice', {
    timeout: 240_000,
  }, async () => {
    const database = await open()
    const store = await opened(database)
    await fc.assert(
      fc.asyncProperty(anyPlan, commandSequence, async (start, steps) => {
        const { planId, proposals } = await played(store, start, steps)
        const hash = hashOf(await required(store, planId))
        for (const [index, proposal] of proposals.entries()) {
          const repeat = { kind: 'COMMITTED', revision: index + 1, isRepeat: true }
          expect(await store.commit(planId, proposal)).toEqual(repeat)
        }
        const loaded = await database.prisma.$transaction((tx) => loadPlan(tx, planId))
        expect(loaded && hashOf(loaded)).toBe(hash)
        const numbers = await database.prisma.revision.findMany({
          where: { planId },
          orderBy: { number: 'asc' },
        })
        expect(numbers.map(({ number }) => number)).toEqual(proposals.map((_, index) => index + 1))
      }),
      RUNS,
    )
  })
})
