import type { Day } from '@strandline/domain/day'
import { entities } from '@strandline/domain/model'
import { emptyPlan, type Plan, type Tables } from '@strandline/domain/plan'
import { toInstant } from './clock.ts'
import type { Prisma } from './generated/client.ts'
import { fromData, tableOf } from './tables.ts'

/** Reads a whole plan from its tables; null when there is none. Call it in a transaction that sees one moment. */
export async function loadPlan(tx: Prisma.TransactionClient, planId: string): Promise<Plan | null> {
  const head = await tx.plan.findUnique({
    where: { id: planId },
    include: { authority: true, revisions: { orderBy: { number: 'desc' }, take: 1, select: { at: true } } },
  })
  if (!head) return null
  const beganOn = head.beganOn as Day
  const at = head.revisions[0]?.at ?? new Date(`${beganOn}T00:00:00Z`)
  const plan = emptyPlan(planId, head.authority, toInstant(at), beganOn)
  const tables: Record<string, unknown> = {}
  for (const entity of entities) {
    const rows = await tableOf(tx, entity).findMany({ where: { planId } })
    tables[entity] = Object.fromEntries(rows.map((row) => [row.id, fromData(entity, row)]))
  }
  return { ...plan, revision: head.revision, tables: tables as unknown as Tables }
}
