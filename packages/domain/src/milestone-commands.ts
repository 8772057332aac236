import { type Command, edit, entrySourceId, moveMilestone, type Outcome, refused } from './command.ts'
import { type Day, dayInWords } from './day.ts'
import { nextPosition } from './editing.ts'
import { isBlank } from './field.ts'
import type { Milestone } from './model.ts'
import { type Subject, toAction } from './permission.ts'
import { findRow, milestonesOf, type Plan } from './plan.ts'

/** A milestone is part of its action, and of the action's strand. */
function subjects(plan: Plan, { milestoneId }: { readonly milestoneId: string }): Subject[] {
  const action = findRow(plan, 'action', findRow(plan, 'milestone', milestoneId)?.actionId ?? null)
  return action ? [toAction(action)] : []
}

const DROPPED = 'This milestone was dropped: add a new one.'

/** Goes on with a milestone that is there, and neither met nor dropped. */
function whileOpen(
  plan: Plan,
  id: string,
  field: keyof Milestone,
  goOn: (milestone: Milestone) => Outcome,
): Outcome {
  const milestone = findRow(plan, 'milestone', id)
  if (!milestone) return refused('milestone', id, 'id', 'There is no such milestone in this plan.')
  if (milestone.isDone) return refused('milestone', id, field, 'This milestone has been met already.')
  return milestone.droppedOn ? refused('milestone', id, field, DROPPED) : goOn(milestone)
}

/** Moves a milestone with the reason, which is kept beside it and in the history. Its first date stays. */
export const milestoneMove: Command<{ milestoneId: string; to: Day; reason: string }> = {
  operation: 'MOVE_MILESTONE',
  subjects,
  run: (plan, { milestoneId, to, reason }) => {
    if (findRow(plan, 'milestone', milestoneId)?.droppedOn)
      return refused('milestone', milestoneId, 'currentDate', DROPPED)
    if (isBlank(reason)) return refused('milestone', milestoneId, 'moveReason', 'Say why the date moves.')
    const moved = moveMilestone(plan, milestoneId, to)
    if (!moved.ok || moved.changes.length === 0) return moved
    const told = edit(plan, { milestone: { [milestoneId]: { moveReason: reason } } })
    return told.ok ? { ok: true, changes: [...moved.changes, ...told.changes] } : told
  },
  why: (_, { reason }) => reason,
}

/** Marks a milestone as met on a day that has come. */
export const milestoneDone: Command<{ milestoneId: string; doneOn: Day }> = {
  operation: 'MOVE_MILESTONE',
  subjects,
  run: (plan, { milestoneId, doneOn }, { today }) =>
    whileOpen(plan, milestoneId, 'doneOn', () =>
      doneOn > today
        ? refused('milestone', milestoneId, 'doneOn', `Choose ${dayInWords(today)} or an earlier day.`)
        : edit(plan, { milestone: { [milestoneId]: { isDone: true, doneOn } } }),
    ),
  why: (_, { doneOn }) => `Met on ${dayInWords(doneOn)}`,
}

/** A milestone to be set for an action. */
export interface NewMilestone {
  readonly actionId: string
  readonly name: string
  readonly day?: Day | null | undefined
  readonly outsideDecisionMaker?: string | null | undefined
}

/** Sets a milestone. Its first date is what every later move is measured from. */
export const addMilestone: Command<NewMilestone> = {
  operation: 'MOVE_MILESTONE',
  subjects: (plan, { actionId }) => {
    const action = findRow(plan, 'action', actionId)
    return action ? [toAction(action)] : []
  },
  run: (plan, { actionId, name, day = null, outsideDecisionMaker = null }, { newId }) => {
    const position = nextPosition(milestonesOf(plan, actionId))
    const dates = { firstDate: day, currentDate: day }
    const row = { actionId, name, position, ...dates, outsideDecisionMaker, sourceId: entrySourceId(plan) }
    return edit(plan, { milestone: { [newId]: row } })
  },
  why: (_, { name }) => `Set the milestone “${name}”`,
}

/** Drops a milestone that is no longer wanted, with the reason. It stays on record, and is no longer waited for. */
export const dropMilestone: Command<{ milestoneId: string; reason: string }> = {
  operation: 'MOVE_MILESTONE',
  subjects,
  run: (plan, { milestoneId, reason }, { today }) =>
    whileOpen(plan, milestoneId, 'droppedOn', () =>
      isBlank(reason)
        ? refused('milestone', milestoneId, 'reason', 'Say why the milestone is dropped.')
        : edit(plan, { milestone: { [milestoneId]: { droppedOn: today, dropReason: reason } } }),
    ),
  why: (_, { reason }) => reason,
}
