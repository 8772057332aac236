import { randomUUID } from 'node:crypto'
import { type Edits, edit } from '@strandline/domain/command'
import type { Store } from '@strandline/store/store'

/** Commits edits to a plan as its programme manager. Throws where they are refused. */
export async function commitTo(
  store: Store,
  edits: Edits,
  planId = 'solihull',
  why = 'A test',
): Promise<void> {
  const plan = await store.plan(planId)
  if (!plan) throw new Error(`there is no plan ${planId}`)
  const outcome = edit(plan, edits)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const committed = await store.commit(planId, {
    requestId: randomUUID(),
    by: 'Programme manager',
    why,
    changes: outcome.changes,
  })
  if (committed.kind !== 'COMMITTED') throw new Error(JSON.stringify(committed))
}
