import { applyTo, type Change } from './change.ts'
import { type Asked, edit, type Outcome } from './command.ts'
import type { Entity } from './model.ts'
import type { Plan } from './plan.ts'
import { nameOf, placeOf } from './what-changed.ts'

/** What a person chose where two had written the same field, in the words that were shown. */
export interface Settled {
  readonly entity: Entity
  readonly id: string
  readonly field: string
  readonly kept: string
  readonly refused: string
  readonly keptBy: string
  readonly refusedBy: string
}

/** The changes, and with them a record of each choice, so that the words not kept are not lost either. */
export function withSettlements(
  plan: Plan,
  changes: readonly Change[],
  settled: readonly Settled[],
  { viewer, today, newId }: Asked,
): Outcome {
  if (settled.length === 0) return { ok: true, changes }
  const next = { ...plan, tables: applyTo(plan.tables, changes) }
  const rows = settled.map(({ entity, id, field, ...words }, index) => {
    const { strandId, actionId } = placeOf(entity, id, next)
    const subject = nameOf(next, entity, id)
    const row = {
      ...words,
      field,
      subject,
      strandId,
      actionId,
      personId: viewer.personId ?? '',
      settledOn: today,
    }
    return [`${newId}-settled-${index + 1}`, row]
  })
  const recorded = edit(next, { settledConflict: Object.fromEntries(rows) })
  return recorded.ok ? { ok: true, changes: [...changes, ...recorded.changes] } : recorded
}
