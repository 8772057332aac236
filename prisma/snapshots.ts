import { createHash } from 'node:crypto'
import { canonical, type Plan, type Tables } from '@strandline/domain/plan'
import { toInstant } from './clock.ts'
import type { Prisma } from './generated/client.ts'

/** A check point is kept this often, so that going back never rewinds more revisions than this. */
export const REVISIONS_PER_SNAPSHOT = 100

/** The hash of a plan value: equal plans have equal hashes. */
export function hashOf(plan: Plan): string {
  return createHash('sha256').update(canonical(plan)).digest('hex')
}

/** Keeps the whole plan as a check point. */
export async function writeSnapshot(tx: Prisma.TransactionClient, plan: Plan): Promise<void> {
  const tables = JSON.stringify(plan.tables)
  await tx.snapshot.create({
    data: { planId: plan.id, revisionNumber: plan.revision, hash: hashOf(plan), tables },
  })
}

/** The first check point at a revision or after it, to rewind from; null when there is none. */
export async function snapshotFrom(
  tx: Prisma.TransactionClient,
  planId: string,
  revision: number,
): Promise<Pick<Plan, 'revision' | 'tables'> | null> {
  const found = await tx.snapshot.findFirst({
    where: { planId, revisionNumber: { gte: revision } },
    orderBy: { revisionNumber: 'asc' },
  })
  return found && { revision: found.revisionNumber, tables: JSON.parse(found.tables) as Tables }
}

/** When a revision was made. */
export async function momentOf(tx: Prisma.TransactionClient, plan: Plan, revision: number): Promise<string> {
  const { at } = await tx.revision.findUniqueOrThrow({
    where: { planId_number: { planId: plan.id, number: revision } },
    select: { at: true },
  })
  return toInstant(at)
}
