import { createHash } from 'node:crypto'
import { blankRow, entities } from '@strandline/domain/model'
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
  return found && { revision: found.revisionNumber, tables: readTables(found.tables) }
}

/** A check point may be older than a kind of row, or than a field of one: what it does not name is empty. */
function readTables(text: string): Tables {
  const written = JSON.parse(text) as Record<string, Record<string, object>>
  const tables = entities.map((entity) => {
    const rows = Object.entries(written[entity] ?? {})
    return [entity, Object.fromEntries(rows.map(([id, row]) => [id, { ...blankRow(entity), ...row }]))]
  })
  return Object.fromEntries(tables) as unknown as Tables
}

/** The hash of the check point at exactly this revision, or null where there is none. */
export async function snapshotHash(
  tx: Prisma.TransactionClient,
  planId: string,
  revisionNumber: number,
): Promise<string | null> {
  const where = { planId_revisionNumber: { planId, revisionNumber } }
  return (await tx.snapshot.findUnique({ where, select: { hash: true } }))?.hash ?? null
}

/** When a revision was made. */
export async function momentOf(tx: Prisma.TransactionClient, plan: Plan, revision: number): Promise<string> {
  const { at } = await tx.revision.findUniqueOrThrow({
    where: { planId_number: { planId: plan.id, number: revision } },
    select: { at: true },
  })
  return toInstant(at)
}
