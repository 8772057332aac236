import { type Command, edit, moveMilestone, refused } from './command.ts'
import { type Day, dayInWords } from './day.ts'
import { isBlank } from './field.ts'
import { type Subject, toAction } from './permission.ts'
import { findRow, type Plan } from './plan.ts'

/** A milestone is part of its action, and of the action's strand. */
function subjects(plan: Plan, { milestoneId }: { readonly milestoneId: string }): Subject[] {
  const action = findRow(plan, 'action', findRow(plan, 'milestone', milestoneId)?.actionId ?? null)
  return action ? [toAction(action)] : []
}

/** Moves a milestone with the reason, which is kept beside it and in the history. Its first date stays. */
export const milestoneMove: Command<{ milestoneId: string; to: Day; reason: string }> = {
  operation: 'MOVE_MILESTONE',
  subjects,
  run: (plan, { milestoneId, to, reason }) => {
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
    doneOn > today
      ? refused('milestone', milestoneId, 'doneOn', `Choose ${dayInWords(today)} or an earlier day.`)
      : edit(plan, { milestone: { [milestoneId]: { isDone: true, doneOn } } }),
  why: (_, { doneOn }) => `Met on ${dayInWords(doneOn)}`,
}
