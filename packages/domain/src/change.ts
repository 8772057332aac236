import type { Instant } from './day.ts'
import type { Value } from './field.ts'
import { blankRow, type Entity, entities, fieldsOf } from './model.ts'
import type { Plan, Tables } from './plan.ts'

/**
 * One field of one row going from one value to another. A row begins with its field "id" going from null to its id, and
 * is unmade by the reverse, so every change can be turned round.
 */
export interface Change {
  readonly entity: Entity
  readonly id: string
  readonly field: string
  readonly before: Value
  readonly after: Value
}

/** A numbered step of the plan's history: who made it, when (on the plan's clock) and why. */
export interface Revision {
  readonly number: number
  readonly at: Instant
  readonly by: string
  /** The person of the plan who made it, where it was one. */
  readonly personId?: string | null
  readonly why: string
  readonly changes: readonly Change[]
}

type Rows = Record<string, Record<string, Value>>

/** The tables after the changes. Only the rows and tables that change are copied. */
export function applyTo(tables: Tables, changes: readonly Change[]): Tables {
  const next = { ...tables } as unknown as Record<Entity, Rows>
  const copied = new Set<Entity>()
  for (const { entity, id, field, after } of changes) {
    if (!copied.has(entity)) {
      next[entity] = { ...next[entity] }
      copied.add(entity)
    }
    const rows = next[entity]
    if (field === 'id' && after === null) delete rows[id]
    else rows[id] = { ...(Object.hasOwn(rows, id) ? rows[id] : blankRow(entity)), [field]: after }
  }
  return next as unknown as Tables
}

/** The same change the other way round. */
export function invert(change: Change): Change {
  return { ...change, before: change.after, after: change.before }
}

/** The changes that undo these, in the order in which to apply them. */
export function inverted(changes: readonly Change[]): Change[] {
  return changes.map(invert).reverse()
}

/** The plan after one more revision. Throws when revisions are out of order, for that is a fault. */
export function advance(plan: Plan, revision: Revision): Plan {
  if (revision.number !== plan.revision + 1) {
    throw new Error(`revision ${revision.number} cannot follow revision ${plan.revision} of plan ${plan.id}`)
  }
  return {
    ...plan,
    revision: revision.number,
    at: revision.at,
    tables: applyTo(plan.tables, revision.changes),
  }
}

/**
 * The plan as it was at an earlier revision. `later` holds the revisions after the one wanted, newest first, and
 * `at` the moment of the one wanted. Throws when a revision is missing.
 */
export function rewind(plan: Plan, later: readonly Revision[], at: Instant): Plan {
  const changes: Change[] = []
  let revision = plan.revision
  for (const step of later) {
    if (step.number !== revision) throw new Error(`revision ${revision} of plan ${plan.id} is missing`)
    changes.push(...inverted(step.changes))
    revision -= 1
  }
  return { ...plan, revision, at, tables: applyTo(plan.tables, changes) }
}

/** The value of a field now, or undefined where the row is not there (null for its field "id"). */
function currentValue(plan: Plan, change: Pick<Change, 'entity' | 'id' | 'field'>): Value | undefined {
  const rows = plan.tables[change.entity] as unknown as Rows
  const row = Object.hasOwn(rows, change.id) ? rows[change.id] : undefined
  return row ? row[change.field] : change.field === 'id' ? null : undefined
}

/** A change that cannot be made because the field has moved on since it was read. */
export interface Conflict {
  readonly change: Change
  /** What the field holds now; undefined where its row is gone. */
  readonly current: Value | undefined
}

/**
 * Holds changes against the plan as it is now. A change whose field still has its `before` value stands; one that
 * finds its `after` value already there is dropped, for both people wanted the same; any other is a conflict.
 */
export function settle(plan: Plan, changes: readonly Change[]): { changes: Change[]; conflicts: Conflict[] } {
  const created = new Set(changes.filter(isCreation).map((change) => `${change.entity}/${change.id}`))
  const settled: { changes: Change[]; conflicts: Conflict[] } = { changes: [], conflicts: [] }
  for (const change of changes) {
    const current = currentValue(plan, change)
    const isNew = current === undefined && created.has(`${change.entity}/${change.id}`)
    if (isNew || current === change.before) {
      if (change.before !== change.after) settled.changes.push(change)
    } else if (current !== change.after || change.field === 'id') settled.conflicts.push({ change, current })
  }
  return settled
}

/** True for the change that brings a row into being. */
export function isCreation(change: Change): boolean {
  return change.field === 'id' && change.before === null
}

/** True for changes that sign a reporting cycle off or send a pack to be signed: the plan is frozen as they leave it. */
export function isSignOff(changes: readonly Change[]): boolean {
  return changes.some(
    ({ entity, field, after }) =>
      (entity === 'cycle' && field === 'stage' && after === 'SIGNED_OFF') ||
      (entity === 'pack' && field === 'status' && after === 'IN_SIGN_OFF'),
  )
}

/** The changes that lead from one plan value to another: what a comparison of two dates is told from. */
export function difference(from: Plan, to: Plan): Change[] {
  return entities.flatMap((entity) => {
    const before = from.tables[entity] as unknown as Rows
    const after = to.tables[entity] as unknown as Rows
    if (before === after) return []
    const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    const own = (rows: Rows, id: string) => (Object.hasOwn(rows, id) ? rows[id] : undefined)
    return ids.flatMap((id) => rowDifference(entity, id, own(before, id), own(after, id)))
  })
}

function rowDifference(
  entity: Entity,
  id: string,
  before: Rows[string] | undefined,
  after: Rows[string] | undefined,
): Change[] {
  if (before === after) return []
  const fields = ['id', ...Object.keys(fieldsOf(entity))]
  const changes = fields
    .map((field) => ({ entity, id, field, before: before?.[field] ?? null, after: after?.[field] ?? null }))
    .filter((change) => change.before !== change.after)
  return after ? changes : changes.reverse()
}
