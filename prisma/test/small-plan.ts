import { randomUUID } from 'node:crypto'
import { type Edits, edit } from '@strandline/domain/command'
import type { Instant } from '@strandline/domain/day'
import type { Plan } from '@strandline/domain/plan'
import { onTestFinished } from 'vitest'
import type { Database } from '../database.ts'
import { openStore } from '../open-store.ts'
import type { Committed, Store } from '../store.ts'

export const PLAN = 'test-plan'
export const BEGAN = '2020-01-06'

const beginning: Edits = {
  source: { minutes: { title: 'Minutes', publisher: 'The council', provenance: 'ILLUSTRATIVE' } },
  plan: {
    [PLAN]: {
      title: 'Recovery plan',
      vehicle: 'RECOVERY_PLAN',
      strandLabel: 'Strand',
      why: 'Spending is above its funding.',
      firstYear: 2020,
      lastYear: 2023,
      balanceTargetYear: 2022,
      targetWords: 'a balanced budget',
      clockOffsetSeconds: 0,
      sourceId: 'minutes',
    },
  },
  strand: { inclusion: { position: 1, name: 'Inclusion', sourceId: 'minutes' } },
  action: {
    workshops: {
      strandId: 'inclusion',
      position: 1,
      name: 'Workshops',
      stage: 'NOT_STARTED',
      sourceId: 'minutes',
    },
    training: {
      strandId: 'inclusion',
      position: 2,
      name: 'Training',
      stage: 'NOT_STARTED',
      sourceId: 'minutes',
    },
  },
}

/** A store with one small plan in it, closed after the test. Real time stands still unless a clock is given. */
export async function aStore(
  database: Database,
  now = () => new Date('2020-03-31T12:00:00Z'),
): Promise<Store> {
  const store = await openStore(database, now)
  onTestFinished(() => store.close())
  await store.createPlan({ id: 'a', name: 'Anyshire', oldCode: '999', newCode: 'E99' }, PLAN, BEGAN)
  await commitEdits(store, beginning, { at: `${BEGAN}T09:00:00.000Z` })
  return store
}

export async function requirePlan(store: Store): Promise<Plan> {
  const plan = await store.plan(PLAN)
  if (!plan) throw new Error('the test plan is not there')
  return plan
}

/** Commits edits made against the plan as given, or as it is now. Throws where the domain refuses them. */
export async function commitEdits(
  store: Store,
  edits: Edits,
  rest: { at?: Instant; requestId?: string; against?: Plan } = {},
): Promise<Committed> {
  const outcome = edit(rest.against ?? (await requirePlan(store)), edits)
  if (!outcome.ok) throw new Error(outcome.problems.map((problem) => problem.message).join(' '))
  const { at, requestId = randomUUID() } = rest
  return store.commit(PLAN, {
    requestId,
    by: 'Strand lead',
    why: 'An update',
    changes: outcome.changes,
    ...(at && { at }),
  })
}
