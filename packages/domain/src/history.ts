import { applyTo, type Change, inverted, type Revision } from './change.ts'
import type { Value } from './field.ts'
import type { Entity } from './model.ts'
import { findRow, type Plan } from './plan.ts'
import { thresholdOf } from './small-numbers.ts'
import type { Viewer } from './viewer.ts'
import { visibleTo } from './visibility.ts'
import { type News, tell } from './what-changed.ts'

/** A step of an item's history, told in words. */
export interface HistoryEntry {
  readonly revision: number
  readonly at: string
  readonly by: string
  /** Null where the same revision also touched something that this viewer may not know. */
  readonly why: string | null
  readonly news: readonly News[]
}

/** A plan as it was, and what this viewer may know of it. */
interface Moment {
  readonly whole: Plan
  readonly seen: Plan
}

type LooseRow = Readonly<Record<string, Value>>

/** An item, and what belongs to it (the milestones and savings of an action). */
export type Item = { readonly entity: Entity; readonly id: string }

/**
 * The history of some items, newest first, as this viewer may know it. `later` holds every revision that touched one of
 * them, or anything that they have ever belonged to (an action, a strand), newest first: what belongs to an exempt strand is
 * exempt with it. More revisions do no harm. A change is told only when its row could be seen both before and after it,
 * so what an item said while it was exempt stays unsaid.
 */
export function historyOf(
  plan: Plan,
  later: readonly Revision[],
  items: readonly Item[],
  viewer: Viewer,
): HistoryEntry[] {
  const wanted = new Set(items.map(({ entity, id }) => `${entity}/${id}`))
  // What is too small to show today is so on every day that is told of.
  const threshold = thresholdOf(plan)
  const momentOf = (whole: Plan): Moment => ({ whole, seen: visibleTo(whole, viewer, threshold) })
  let earliest = momentOf(plan)
  return later.flatMap((revision) => {
    const to = earliest
    const from = momentOf({ ...to.whole, tables: applyTo(to.whole.tables, inverted(revision.changes)) })
    earliest = from
    const isKnown = ({ entity, id }: Item) =>
      [from, to].every(({ whole, seen }) => !findRow(whole, entity, id) || findRow(seen, entity, id))
    const known = revision.changes.filter((change) => isKnown(change) && isToldAsItWas(change, [from, to]))
    const news = tell(
      known.filter(({ entity, id }) => wanted.has(`${entity}/${id}`)),
      from.seen,
      to.seen,
    )
    if (news.length === 0) return []
    const { number, at, by, why } = revision
    return [{ revision: number, at, by, why: known.length === revision.changes.length ? why : null, news }]
  })
}

/**
 * A field of a row that is seen may be withheld in it: a reference to something hidden, or a number that is too small. What
 * it was set to, or from, is not told either.
 */
function isToldAsItWas({ entity, id, field }: Change, moments: readonly Moment[]): boolean {
  return moments.every(({ whole, seen }) => {
    const [row, known] = [whole, seen].map((plan) => findRow(plan, entity, id) as LooseRow | undefined)
    return !row || !known || row[field] === known[field]
  })
}
