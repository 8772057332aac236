import type { Revision } from '@strandline/domain/change'
import type { Item } from '@strandline/domain/history'
import { type Entity, fieldsOf } from '@strandline/domain/model'
import { milestonesOf, type Plan, rowsOf } from '@strandline/domain/plan'
import type { View } from '../view.ts'

/** What is told in the history of an item: itself, and the milestones, updates or years that belong to it. */
export function toldWith(plan: Plan, item: Item): Item[] {
  if (item.entity === 'action') {
    const ofAction = ({ actionId }: { readonly actionId: string | null }) => actionId === item.id
    return [
      item,
      ...items('milestone', milestonesOf(plan, item.id)),
      ...items('update', rowsOf(plan, 'update').filter(ofAction)),
      ...items('settledConflict', rowsOf(plan, 'settledConflict').filter(ofAction)),
    ]
  }
  if (item.entity !== 'saving') return [item]
  const ofSaving = ({ savingId }: { readonly savingId: string }) => savingId === item.id
  return [
    item,
    ...items('savingYear', rowsOf(plan, 'savingYear').filter(ofSaving)),
    ...items('savingProposal', rowsOf(plan, 'savingProposal').filter(ofSaving)),
  ]
}

function items(entity: Entity, rows: readonly { readonly id: string }[]): Item[] {
  return rows.map(({ id }) => ({ entity, id }))
}

/**
 * The revisions from which the history of some items can be told, and the plan they lead back from: those that touched the
 * items, and those that touched whatever decides who could see what these said. What belonged to an exempt strand was
 * exempt with it; a person was hidden while only hidden rows named them; a forecast while it gave a saving away.
 */
export async function guardedHistory({ plan, context }: View, told: readonly Item[]) {
  const own = await context.store.history(plan.id, told, plan.revision)
  const changed = own.revisions.flatMap(({ changes }) =>
    changes.map(({ entity, id }): Item => ({ entity, id })),
  )
  let wanted = distinct([...told, ...changed, ...namedBy(own.plan, changed)])
  for (;;) {
    const found = await context.store.history(plan.id, wanted, plan.revision)
    const more = belongings(found.revisions, wanted)
    if (more.length === 0) return found
    wanted = [...wanted, ...more]
  }
}

function namedBy(plan: Plan, changed: readonly Item[]): Item[] {
  const people = new Set(changed.filter(({ entity }) => entity === 'person').map(({ id }) => id))
  const roles = rowsOf(plan, 'assignment').filter(({ personId }) => people.has(personId))
  const hasForecast = changed.some(({ entity }) => entity === 'forecastYear')
  return [...items('assignment', roles), ...(hasForecast ? items('saving', rowsOf(plan, 'saving')) : [])]
}

function distinct(all: readonly Item[]): Item[] {
  return [...new Map(all.map((item) => [`${item.entity}/${item.id}`, item])).values()]
}

/** What the items were ever part of, as far as it is not among them yet. */
function belongings(revisions: readonly Revision[], known: readonly Item[]): Item[] {
  const keys = new Set(known.map(({ entity, id }) => `${entity}/${id}`))
  const found = new Map<string, Item>()
  for (const { entity, id, field, before, after } of revisions.flatMap(({ changes }) => changes)) {
    const refersTo = fieldsOf(entity)[field]?.refersTo as Entity | undefined
    if (!keys.has(`${entity}/${id}`) || !refersTo || refersTo === 'source') continue
    for (const value of [before, after]) {
      const key = `${refersTo}/${value}`
      if (value !== null && !keys.has(key)) found.set(key, { entity: refersTo, id: String(value) })
    }
  }
  return [...found.values()]
}
