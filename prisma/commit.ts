import { createHash } from 'node:crypto'
import { advance, type Change, isCreation, isSignOff, type Revision, settle } from '@strandline/domain/change'
import type { Value } from '@strandline/domain/field'
import { problemsAfter } from '@strandline/domain/integrity'
import { type Entity, entities } from '@strandline/domain/model'
import type { Plan } from '@strandline/domain/plan'
import { dayOf, type Now, planNow, toInstant } from './clock.ts'
import type { Prisma } from './generated/client.ts'
import { post } from './mailbox.ts'
import { writeRevision } from './revisions.ts'
import { REVISIONS_PER_SNAPSHOT, writeSnapshot } from './snapshots.ts'
import type { Committed, Proposal } from './store.ts'
import { tableOf, toData } from './tables.ts'

/** What a commit left behind: its answer, and the next value where it made one. */
export interface CommitResult {
  readonly answer: Committed
  readonly next: Plan | null
}

/**
 * Commits a proposal inside one transaction, which must hold the lock on the plan's row: so revisions have no gaps, and
 * nothing moves between the check of what each change found and its writing.
 */
export async function commitIn(
  tx: Prisma.TransactionClient,
  plan: Plan,
  proposal: Proposal,
  now: Now,
): Promise<CommitResult> {
  const hash = hashOf(proposal)
  const repeated = await tx.revision.findUnique({
    where: { planId_requestId: { planId: plan.id, requestId: proposal.requestId } },
    select: { number: true, hash: true },
  })
  if (repeated?.hash && repeated.hash !== hash) return { answer: { kind: 'REUSED' }, next: null }
  if (repeated)
    return { answer: { kind: 'COMMITTED', revision: repeated.number, isRepeat: true }, next: null }

  const { changes, conflicts } = settle(plan, proposal.changes)
  if (conflicts.length > 0) return { answer: { kind: 'CONFLICT', conflicts }, next: null }
  const revision = nextRevision(plan, proposal, changes, now)
  const next = advance(plan, revision)
  const problems = problemsAfter(next, changes)
  if (problems.length > 0) return { answer: { kind: 'REFUSED', problems }, next: null }

  for (const entity of entities)
    await writeRows(
      tx,
      plan.id,
      entity,
      changes.filter((change) => change.entity === entity),
    )
  const day = dayOf(new Date(revision.at))
  const { requestId, accountId = null } = proposal
  await writeRevision(tx, plan.id, revision, { day, requestId, accountId, hash })
  await tx.plan.update({ where: { id: plan.id }, data: { revision: revision.number } })
  if (revision.number % REVISIONS_PER_SNAPSHOT === 0 || isSignOff(changes)) await writeSnapshot(tx, next)
  await post(tx, proposal.letters ?? [], now())
  return { answer: { kind: 'COMMITTED', revision: revision.number, isRepeat: false }, next }
}

/** What was asked for, whatever it was asked against: the plan may have moved on between two tries. */
function hashOf({ why, changes }: Proposal): string {
  const asked = changes.map(({ entity, id, field, after }) => [entity, id, field, after])
  return createHash('sha256')
    .update(JSON.stringify([why, asked]))
    .digest('base64url')
}

/** Time on a plan never runs backwards, even where a clock does. */
function nextRevision(
  plan: Plan,
  { at, by, personId = null, why }: Proposal,
  changes: readonly Change[],
  now: Now,
): Revision {
  const moment = at ?? toInstant(planNow(plan, now))
  const isFirst = plan.revision === 0
  return {
    number: plan.revision + 1,
    at: isFirst || moment > plan.at ? moment : plan.at,
    by,
    personId,
    why,
    changes,
  }
}

/** Writes the changes of one kind of row: new rows together, then the fields of each row that was there. */
async function writeRows(
  tx: Prisma.TransactionClient,
  planId: string,
  entity: Entity,
  changes: readonly Change[],
): Promise<void> {
  const table = tableOf(tx, entity)
  const created = new Set(changes.filter(isCreation).map((change) => change.id))
  const rows = Map.groupBy(changes, (change) => change.id)
  const fieldsOf = (id: string) =>
    Object.fromEntries((rows.get(id) ?? []).map(({ field, after }): [string, Value] => [field, after]))
  if (created.size > 0)
    await table.createMany({ data: [...created].map((id) => ({ planId, ...toData(entity, fieldsOf(id)) })) })
  for (const id of rows.keys()) {
    if (created.has(id)) continue
    const { count } = await table.updateMany({ where: { planId, id }, data: toData(entity, fieldsOf(id)) })
    if (count !== 1)
      throw new Error(`${entity} ${id} of plan ${planId} is in the plan's value but not in its table`)
  }
}
