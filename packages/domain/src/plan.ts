import type { Day, Instant } from './day.ts'
import type { Action, Assignment, Entity, Milestone, PlanDetails, Row, Source, Strand } from './model.ts'
import { entities, fieldsOf } from './model.ts'
import type { Role } from './vocabulary.ts'

/** The local authority whose plan it is, with its old (three-digit) and new (ONS) codes. */
export interface Authority {
  readonly id: string
  readonly name: string
  readonly oldCode: string
  readonly newCode: string
}

/** Rows of one kind by id. */
export type Table<E extends Entity> = Readonly<Record<string, Row<E>>>

export type Tables = { readonly [E in Entity]: Table<E> }

/** A recovery plan at one moment: a value that is never altered, only succeeded by the next. */
export interface Plan {
  readonly id: string
  readonly authority: Authority
  /** The number of the revision that made this value; 0 before the first. */
  readonly revision: number
  /** When that revision was made, on the plan's own clock. */
  readonly at: Instant
  /** The first day of the plan, from which it can be seen as at any date. */
  readonly beganOn: Day
  readonly tables: Tables
  /**
   * Set in what a viewer may know: the rows of which something is not shown because a number is too small, by kind and
   * id, with the fields that are empty for that reason.
   */
  readonly suppressed?: ReadonlyMap<string, readonly string[]>
}

/** A plan with no rows, the value before its first revision. */
export function emptyPlan(id: string, authority: Authority, at: Instant, beganOn: Day): Plan {
  const tables = Object.fromEntries(entities.map((entity) => [entity, {}])) as unknown as Tables
  return { id, authority, revision: 0, at, beganOn, tables }
}

/** The one row that holds the plan's own title, target and dates. Throws on a plan that has none yet. */
export function detailsOf(plan: Plan): PlanDetails {
  const details = plan.tables.plan[plan.id]
  if (!details) throw new Error(`plan ${plan.id} has no details`)
  return details
}

/** Every row of a kind, by position where the kind has one, else by id. */
export function rowsOf<E extends Entity>(plan: Plan, entity: E): Row<E>[] {
  const rows = Object.values(plan.tables[entity]) as (Row<E> & { position?: number })[]
  return rows.sort(
    (a, b) => (a.position ?? 0) - (b.position ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}

/** The row with this id, or undefined where the plan (as this viewer may know it) has none. */
export function findRow<E extends Entity>(plan: Plan, entity: E, id: string | null): Row<E> | undefined {
  const table = plan.tables[entity] as Table<E>
  return id !== null && Object.hasOwn(table, id) ? table[id] : undefined
}

/** The row with this id. Throws when there is none: for references, which integrity keeps whole. */
export function requireRow<E extends Entity>(plan: Plan, entity: E, id: string): Row<E> {
  const row = findRow(plan, entity, id)
  if (!row) throw new Error(`no ${entity} ${id} in plan ${plan.id}`)
  return row
}

/** The actions of a strand in order, stages of larger actions included. */
export function actionsOf(plan: Plan, strandId: string): Action[] {
  return rowsOf(plan, 'action').filter((action) => action.strandId === strandId)
}

/** The milestones of an action in order. */
export function milestonesOf(plan: Plan, actionId: string): Milestone[] {
  return rowsOf(plan, 'milestone').filter((milestone) => milestone.actionId === actionId)
}

/** How a strand is spoken of: "Strand 2", or with the plan's own word, "Workstream 2". */
export function strandTitle(plan: Plan, strand: Strand): string {
  return `${detailsOf(plan).strandLabel} ${strand.position}`
}

/** The source that a row cites. */
export function sourceOf(plan: Plan, row: { readonly sourceId: string }): Source {
  return requireRow(plan, 'source', row.sourceId)
}

/** True when an assignment is in force on a day; on its last day the next holder has it already. */
export function isHeldOn(held: Assignment, today: Day): boolean {
  return held.fromDay <= today && (held.toDay === null || today < held.toDay)
}

/** Who holds a role on a strand, an action or (with neither) the whole plan, on a day. */
export function holdersOf(
  plan: Plan,
  role: Role,
  today: Day,
  on: { strandId?: string; actionId?: string } = {},
): Row<'person'>[] {
  return rowsOf(plan, 'assignment')
    .filter(
      (held) =>
        held.role === role &&
        held.strandId === (on.strandId ?? null) &&
        held.actionId === (on.actionId ?? null) &&
        isHeldOn(held, today),
    )
    .map((held) => requireRow(plan, 'person', held.personId))
}

/** The same plan as text, with rows and their fields in a fixed order: equal plans give equal text, for hashes and comparison. */
export function canonical(plan: Plan): string {
  const tables = entities.map((entity) => {
    const fields = ['id', ...Object.keys(fieldsOf(entity))]
    const rows = Object.values(plan.tables[entity]).sort((a, b) => (a.id < b.id ? -1 : 1))
    return [
      entity,
      rows.map((row) => fields.map((field) => (row as unknown as Record<string, unknown>)[field] ?? null)),
    ]
  })
  const { id, name, oldCode, newCode } = plan.authority
  return JSON.stringify([
    plan.id,
    { id, name, oldCode, newCode },
    plan.revision,
    plan.at,
    plan.beganOn,
    tables,
  ])
}
