import type { Change } from './change.ts'
import {
  type Asked,
  type Command,
  type Edits,
  edit,
  entrySourceId,
  type Outcome,
  refused,
} from './command.ts'
import { addDays, type Day } from './day.ts'
import { isBlank, type Value } from './field.ts'
import type { Action } from './model.ts'
import { type Subject, toAction } from './permission.ts'
import { findRow, isHeldOn, type Plan, rowsOf } from './plan.ts'
import { isUpdated } from './update.ts'

/** One change of many actions: another owner, dates moved by a number of days, or both. */
export interface BulkChange {
  readonly actionIds: readonly string[]
  readonly ownerId?: string | null | undefined
  /** Days by which start and due date move: later, or with a minus sign earlier. */
  readonly moveByDays?: number | null | undefined
  readonly reason: string
}

/** The farthest that dates are moved at once: five years. */
const FARTHEST_DAYS = 1830

/** Changes the owner or the dates of many actions in one revision, so that it can be undone as one. */
export const changeActions: Command<BulkChange> = {
  operation: 'EDIT_ACTION',
  subjects: (plan, { actionIds }) => subjectsOf(plan, actionIds),
  run: (plan, input, asked) => {
    const first = input.actionIds[0] ?? asked.newId
    const problem = problemWith(plan, input)
    if (problem) return refused('action', first, problem.field, problem.message)
    const actions = input.actionIds.flatMap((id) => findRow(plan, 'action', id) ?? [])
    return edit(plan, {
      action: input.moveByDays ? moved(plan, actions, input.moveByDays) : {},
      assignment: input.ownerId ? handedOver(plan, actions, input.ownerId, asked) : {},
    })
  },
  why: (_, { reason }) => reason,
}

function subjectsOf(plan: Plan, actionIds: readonly string[]): Subject[] {
  const subjects = actionIds.flatMap((id) => {
    const action = findRow(plan, 'action', id)
    return action ? [toAction(action)] : []
  })
  return subjects.length === actionIds.length ? subjects : []
}

function problemWith(plan: Plan, { actionIds, ownerId, moveByDays, reason }: BulkChange) {
  const ended = actionIds.flatMap((id) => {
    const action = findRow(plan, 'action', id)
    return action && !isUpdated(action) ? [action.name] : []
  })
  if (new Set(actionIds).size !== actionIds.length)
    return { field: 'actionIds', message: 'Name each action once.' }
  if (ended.length > 0)
    return { field: 'actionIds', message: `This has ended and is not changed: “${ended[0]}”.` }
  if (!ownerId && !moveByDays)
    return { field: 'ownerId', message: 'Choose another owner, or by how many days the dates move.' }
  if (moveByDays && Math.abs(moveByDays) > FARTHEST_DAYS)
    return { field: 'moveByDays', message: `Move dates by ${FARTHEST_DAYS} days at most.` }
  return isBlank(reason) ? { field: 'reason', message: 'Say why they change.' } : null
}

function moved(plan: Plan, actions: readonly Action[], days: number): NonNullable<Edits['action']> {
  const later = (day: Day | null) => (day === null ? null : addDays(day, days))
  const dated = actions.filter(({ startsOn, dueOn }) => startsOn ?? dueOn)
  return Object.fromEntries(
    dated.map(({ id, startsOn, dueOn }) => [
      id,
      { startsOn: later(startsOn), dueOn: later(dueOn), datesSourceId: entrySourceId(plan) },
    ]),
  )
}

/** Whoever owns an action hands it over today to the new owner, who begins once. */
function handedOver(
  plan: Plan,
  actions: readonly Action[],
  ownerId: string,
  { today, newId }: Asked,
): NonNullable<Edits['assignment']> {
  const rows = actions.flatMap(({ id: actionId }, index) => {
    const held = rowsOf(plan, 'assignment').filter(
      (of) => of.role === 'ACTION_OWNER' && of.actionId === actionId && isHeldOn(of, today),
    )
    const ended = held
      .filter(({ personId }) => personId !== ownerId)
      .map(({ id }): [string, object] => [id, { toDay: today }])
    const isOwner = held.some(({ personId }) => personId === ownerId)
    const begun = { personId: ownerId, role: 'ACTION_OWNER', strandId: null, actionId, fromDay: today }
    return [...ended, ...(isOwner ? [] : [[`${newId}-${index + 1}`, begun] as [string, object]])]
  })
  return Object.fromEntries(rows)
}

/**
 * Takes back the change of many actions that a revision made. A role that it began ends today, for nothing is deleted; a
 * field that somebody has changed since is not overwritten.
 */
export function undoOf(changes: readonly Change[]): Command<object> {
  return {
    operation: 'EDIT_ACTION',
    subjects: (plan) => {
      const actionIds = changes.map((change) => actionOf(plan, change))
      const known = actionIds.filter((id) => id !== null)
      return known.length === changes.length ? subjectsOf(plan, [...new Set(known)]) : []
    },
    run: (plan, _, { today }) => undone(plan, changes, today),
    why: () => 'Undid a change of several actions',
  }
}

const bulkFields: readonly string[] = ['startsOn', 'dueOn', 'datesSourceId']

/** The action whose dates or owner a change is about; null for any other change. */
function actionOf(plan: Plan, { entity, id, field }: Change): string | null {
  if (entity === 'action') return bulkFields.includes(field) ? id : null
  return entity === 'assignment' ? (findRow(plan, 'assignment', id)?.actionId ?? null) : null
}

function undone(plan: Plan, changes: readonly Change[], today: Day): Outcome {
  const begun = changes.filter(({ field }) => field === 'id').map(({ id }) => id)
  const isBegun = ({ id }: Change) => begun.includes(id)
  const later = changes.find(
    (change) => valueAt(plan, change) !== change.after && !(isBegun(change) && change.field === 'toDay'),
  )
  if (later)
    return refused(
      later.entity,
      later.id,
      later.field,
      'This has been changed since: mend it on its own page.',
    )
  const fieldsOf = (entity: Change['entity']) => {
    const rows = changes.filter((change) => change.entity === entity)
    const back = rows.filter((change) => !isBegun(change))
    return {
      ...Object.fromEntries(
        begun.filter((id) => rows.some((of) => of.id === id)).map((id) => [id, { toDay: today }]),
      ),
      ...grouped(back),
    }
  }
  return edit(plan, { action: fieldsOf('action'), assignment: fieldsOf('assignment') } as Edits)
}

/** The values before some changes, by row and field. */
function grouped(changes: readonly Change[]): Record<string, Record<string, Value>> {
  const ids = [...new Set(changes.map(({ id }) => id))]
  const valuesOf = (id: string) =>
    Object.fromEntries(changes.filter((of) => of.id === id).map(({ field, before }) => [field, before]))
  return Object.fromEntries(ids.map((id) => [id, valuesOf(id)]))
}

function valueAt(plan: Plan, { entity, id, field }: Change): Value {
  return (findRow(plan, entity, id) as unknown as Record<string, Value> | undefined)?.[field] ?? null
}
