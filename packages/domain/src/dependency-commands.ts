import { type Command, edit, entrySourceId, refused } from './command.ts'
import { type Subject, toAction } from './permission.ts'
import { findRow, type Plan } from './plan.ts'

/** What waits and what it waits for: each a strand or an action. */
export interface NewDependency {
  readonly waitingStrandId?: string | null | undefined
  readonly waitingActionId?: string | null | undefined
  readonly neededStrandId?: string | null | undefined
  readonly neededActionId?: string | null | undefined
  readonly reason?: string | null | undefined
}

/** Whoever may edit what waits may say what it waits for. */
function waiting(
  plan: Plan,
  { waitingStrandId, waitingActionId }: Pick<NewDependency, 'waitingStrandId' | 'waitingActionId'>,
): Subject[] {
  const action = findRow(plan, 'action', waitingActionId ?? null)
  if (action) return [toAction(action)]
  return waitingStrandId && findRow(plan, 'strand', waitingStrandId) ? [{ strandId: waitingStrandId }] : []
}

/** Records that one thing waits for another. A circle is refused, and named. */
export const addDependency: Command<NewDependency> = {
  operation: 'EDIT_ACTION',
  subjects: waiting,
  run: (plan, sent, { newId }) => {
    const ends = {
      waitingStrandId: sent.waitingStrandId ?? null,
      waitingActionId: sent.waitingActionId ?? null,
      neededStrandId: sent.neededStrandId ?? null,
      neededActionId: sent.neededActionId ?? null,
    }
    const row = { ...ends, reason: sent.reason ?? null, sourceId: entrySourceId(plan) }
    return edit(plan, { dependency: { [newId]: row } })
  },
  why: (_, { reason }) => reason || 'Recorded what it waits for',
}

/** Ends a dependency from today: nothing waits any longer. */
export const endDependency: Command<{ readonly dependencyId: string }> = {
  operation: 'EDIT_ACTION',
  subjects: (plan, { dependencyId }) => {
    const dependency = findRow(plan, 'dependency', dependencyId)
    return dependency ? waiting(plan, dependency) : []
  },
  run: (plan, { dependencyId }, { today }) =>
    findRow(plan, 'dependency', dependencyId)?.endedOn
      ? refused('dependency', dependencyId, 'endedOn', 'This dependency has ended already.')
      : edit(plan, { dependency: { [dependencyId]: { endedOn: today } } }),
  why: () => 'No longer waits for it',
}
