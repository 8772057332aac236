import type { Change, Revision } from '@strandline/domain/change'
import type { Day } from '@strandline/domain/day'
import type { Value } from '@strandline/domain/field'
import type { Item } from '@strandline/domain/history'
import type { Entity } from '@strandline/domain/model'
import { toInstant } from './clock.ts'
import { Prisma } from './generated/client.ts'

const withChanges = { changes: { orderBy: { position: 'asc' } } } as const satisfies Prisma.RevisionInclude

type Stored = Prisma.RevisionGetPayload<{ include: typeof withChanges }>

function toRevision({ number, at, by, personId, why, changes }: Stored): Revision {
  return { number, at: toInstant(at), by, personId, why, changes: changes.map(toChange) }
}

function toChange({ entity, rowId, field, before, after }: Stored['changes'][number]): Change {
  return { entity: entity as Entity, id: rowId, field, before: before as Value, after: after as Value }
}

/** The revisions after one and up to another, in the order asked for. */
export async function revisionsBetween(
  tx: Prisma.TransactionClient,
  planId: string,
  range: { after: number; upTo: number },
  order: 'asc' | 'desc',
): Promise<Revision[]> {
  const where = { planId, number: { gt: range.after, lte: range.upTo } }
  const stored = await tx.revision.findMany({ where, orderBy: { number: order }, include: withChanges })
  return stored.map(toRevision)
}

/** Every revision up to one that touched any of the items, newest first, with all of its changes. */
export async function revisionsTouching(
  tx: Prisma.TransactionClient,
  planId: string,
  items: readonly Item[],
  upTo: number,
): Promise<Revision[]> {
  const ids = Map.groupBy(items, (item) => item.entity)
  const OR = [...ids].map(([entity, of]) => ({ entity, rowId: { in: of.map((item) => item.id) } }))
  const where = { planId, number: { lte: upTo }, changes: { some: { OR } } }
  const stored = await tx.revision.findMany({ where, orderBy: { number: 'desc' }, include: withChanges })
  return stored.map(toRevision)
}

/** The newest revision made on a day or before it. */
export function revisionAt(
  tx: Prisma.TransactionClient,
  planId: string,
  day: Day,
): Promise<{ number: number } | null> {
  return tx.revision.findFirst({
    where: { planId, day: { lte: day } },
    orderBy: { number: 'desc' },
    select: { number: true },
  })
}

/** Writes a revision down with its changes. */
export async function writeRevision(
  tx: Prisma.TransactionClient,
  planId: string,
  revision: Revision,
  rest: { day: Day; requestId: string; accountId: string | null; hash: string },
): Promise<void> {
  const { number, at, by, personId = null, why } = revision
  await tx.revision.create({ data: { planId, number, at, by, personId, why, ...rest } })
  const json = (value: Value) => value ?? Prisma.JsonNull
  await tx.change.createMany({
    data: revision.changes.map(({ entity, id, field, before, after }, position) => ({
      planId,
      revisionNumber: number,
      position,
      entity,
      rowId: id,
      field,
      before: json(before),
      after: json(after),
    })),
  })
}
