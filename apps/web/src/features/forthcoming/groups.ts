import { type Day, monthInWords } from '@strandline/domain/day'

/** What falls together in the list: what is overdue, a month, or what has no date. */
export interface Group<Item> {
  /** The anchor on the page. */
  readonly id: string
  readonly name: string
  readonly items: readonly Item[]
}

export const OVERDUE = 'overdue'
export const UNDATED = 'no-date'

export function monthId(day: Day): string {
  return `month-${day.slice(0, 7)}`
}

/** Overdue first, then month by month, and last what has no date. */
export function groupsOf<Item extends { readonly day: Day | null }>(
  overdue: readonly Item[],
  forthcoming: readonly Item[],
): Group<Item>[] {
  const byGroup = Map.groupBy(forthcoming, ({ day }) => (day ? monthId(day) : UNDATED))
  const nameOf = (day: Day | null | undefined) => (day ? monthInWords(day) : 'No date given')
  const groups = [...byGroup].map(([id, items]) => ({ id, name: nameOf(items[0]?.day), items }))
  return overdue.length > 0 ? [{ id: OVERDUE, name: 'Overdue', items: overdue }, ...groups] : groups
}
