import type { Item } from '@strandline/domain/history'
import { findRow, milestonesOf, type Plan, rowsOf } from '@strandline/domain/plan'

/** Whose revisions to read for the history of an item: what is told with it, and what decides who may see it. */
export function relatedItems(plan: Plan, item: Item): { told: Item[]; guarding: Item[] } {
  const told: Item[] = [item]
  if (item.entity === 'action') {
    told.push(...milestonesOf(plan, item.id).map(({ id }) => ({ entity: 'milestone' as const, id })))
  }
  if (item.entity === 'saving') {
    const years = rowsOf(plan, 'savingYear').filter((year) => year.savingId === item.id)
    told.push(...years.map(({ id }) => ({ entity: 'savingYear' as const, id })))
  }
  const row = findRow(plan, item.entity, item.id) as { strandId?: string | null; actionId?: string | null } | undefined
  const action = findRow(plan, 'action', row?.actionId ?? null)
  const guarding: Item[] = []
  if (action) guarding.push({ entity: 'action', id: action.id })
  const strandId = row?.strandId ?? action?.strandId
  if (strandId) guarding.push({ entity: 'strand', id: strandId })
  return { told, guarding }
}
