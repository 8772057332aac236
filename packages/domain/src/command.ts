import { applyTo, type Change } from './change.ts'
import type { Day } from './day.ts'
import { isBlank, type Value } from './field.ts'
import { type Problem, problemsAfter } from './integrity.ts'
import { type Entity, entities, fieldsOf, type Row } from './model.ts'
import type { Operation, Subject } from './permission.ts'
import { detailsOf, findRow, type Plan } from './plan.ts'
import type { Viewer } from './viewer.ts'

/** What a command answers: the changes to commit, or the reasons why not. */
export type Outcome =
  | { readonly ok: true; readonly changes: readonly Change[] }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Who asks for a command, on which day of the plan's clock, and the id of what it begins. */
export interface Asked {
  readonly viewer: Viewer
  readonly today: Day
  /** Fresh for each request and the same when it is repeated; a second row of one command adds "-2" to it. */
  readonly newId: string
}

/** Something that a person can do to a plan: a pure function, with what it needs permission for. */
export interface Command<Input> {
  readonly operation: Operation
  /** What it is done to; the viewer must be allowed it on each. Empty where there is no such thing for this viewer. */
  readonly subjects: (plan: Plan, input: Input) => readonly Subject[]
  /** `plan` is what the viewer may know of the plan as it was when the form was filled in. */
  readonly run: (plan: Plan, input: Input, asked: Asked) => Outcome
  /** The sentence that is written beside the revision. */
  readonly why: (plan: Plan, input: Input, asked: Asked) => string
}

/** Rows to be written: fields by name, for rows by id, for kinds. A row that is not there yet is begun. */
export type Edits = { readonly [E in Entity]?: Readonly<Record<string, Partial<Omit<Row<E>, 'id'>>>> }

/** Writes fields of any number of rows at once, so that rows which belong together are begun together. */
export function edit(plan: Plan, edits: Edits): Outcome {
  const changes = entities.flatMap((entity) =>
    Object.entries(edits[entity] ?? {}).flatMap(([id, fields]) =>
      rowChanges(plan, entity, id, fields as Record<string, Value>),
    ),
  )
  const problems = problemsAfter({ ...plan, tables: applyTo(plan.tables, changes) }, changes)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, changes }
}

/** A row's empty fields need no change: each row starts with every field empty, flags and counters at their zero. */
function rowChanges(
  plan: Plan,
  entity: Entity,
  id: string,
  fields: Readonly<Record<string, Value>>,
): Change[] {
  const row = findRow(plan, entity, id) as Record<string, Value> | undefined
  const begin: Change[] = row ? [] : [{ entity, id, field: 'id', before: null, after: id }]
  const values = row ? fields : { ...startingValues(entity), ...fields }
  const changes = Object.entries(values)
    .map(([field, after]) => ({ entity, id, field, before: row?.[field] ?? null, after: kept(after) }))
    .filter((change) => change.before !== change.after)
  return [...begin, ...changes]
}

/** What is written down of a value: text with nothing in it is no value, so that it cannot pass for a reason or a date. */
function kept(value: Value | undefined): Value {
  return value === undefined || isBlank(value) ? null : value
}

function startingValues(entity: Entity): Record<string, Value> {
  const starts = Object.entries(fieldsOf(entity)).flatMap(([name, field]): [string, Value][] => {
    if (field.kind === 'flag') return [[name, false]]
    if (name === 'visibility') return [[name, 'PUBLIC']]
    if (name === 'timesMoved') return [[name, 0]]
    return []
  })
  return Object.fromEntries(starts)
}

/**
 * Moves a milestone to another date. Its first date stays, and the number of moves goes up by one. A milestone that had
 * no date is given its first, which is not a move; the date that it already has changes nothing.
 */
export function moveMilestone(plan: Plan, id: string, to: Day): Outcome {
  const milestone = findRow(plan, 'milestone', id)
  if (!milestone) return refused('milestone', id, 'id', 'There is no such milestone in this plan.')
  if (milestone.isDone)
    return refused('milestone', id, 'currentDate', 'A milestone that is done cannot move.')
  if (milestone.currentDate === to) return { ok: true, changes: [] }
  if (milestone.currentDate === null) {
    return edit(plan, { milestone: { [id]: { firstDate: milestone.firstDate ?? to, currentDate: to } } })
  }
  return edit(plan, { milestone: { [id]: { currentDate: to, timesMoved: milestone.timesMoved + 1 } } })
}

/** Ends an assignment on a day and gives the same role to another person from that day. */
export function handOver(
  plan: Plan,
  assignmentId: string,
  to: { id: string; personId: string },
  on: Day,
): Outcome {
  const held = findRow(plan, 'assignment', assignmentId)
  if (!held) return refused('assignment', assignmentId, 'id', 'There is no such role in this plan.')
  if (held.toDay !== null)
    return refused('assignment', assignmentId, 'toDay', 'This role has already been handed over.')
  if (on < held.fromDay)
    return refused('assignment', assignmentId, 'toDay', 'A role cannot end before it began.')
  if (findRow(plan, 'assignment', to.id))
    return refused('assignment', to.id, 'id', 'There is already a role with this id.')
  const { role, strandId, actionId } = held
  return edit(plan, {
    assignment: {
      [assignmentId]: { toDay: on },
      [to.id]: { personId: to.personId, role, strandId, actionId, fromDay: on },
    },
  })
}

/** The id of the source that whatever people enter is cited as. */
export function entrySourceId(plan: Plan): string {
  const { entrySourceId, sourceId } = detailsOf(plan)
  return entrySourceId ?? sourceId
}

/** A refusal of one field. */
export function refused(entity: Entity, id: string, field: string, message: string): Outcome {
  return { ok: false, problems: [{ entity, id, field, message }] }
}
