import { type Command, edit, entrySourceId, type Outcome, refused } from './command.ts'
import { differs, type Given, given, nextPosition, placedAfter } from './editing.ts'
import { isBlank } from './field.ts'
import type { Action } from './model.ts'
import { type Subject, toAction } from './permission.ts'
import { actionsOf, findRow, type Plan } from './plan.ts'
import { isUpdated } from './update.ts'

type ActionFields = Pick<
  Action,
  | 'name'
  | 'description'
  | 'impact'
  | 'askOfSchools'
  | 'startsOn'
  | 'dueOn'
  | 'visibility'
  | 'visibilityReason'
>

const theAction = (plan: Plan, { actionId }: { readonly actionId: string }): Subject[] => {
  const action = findRow(plan, 'action', actionId)
  return action ? [toAction(action)] : []
}

const noSuch = (actionId: string) =>
  refused('action', actionId, 'id', 'There is no such action in this plan.')

/** Goes on with an action that is there. */
function withAction(plan: Plan, actionId: string, goOn: (action: Action) => Outcome): Outcome {
  const action = findRow(plan, 'action', actionId)
  return action ? goOn(action) : noSuch(actionId)
}

/** What is written of an action, with where it now comes from: what a person enters is no longer from the paper. */
function entered(plan: Plan, action: Action | null, sent: Given<ActionFields>): Partial<Action> {
  const { visibility, ...rest } = given(sent)
  const dates = differs(action ?? { startsOn: null, dueOn: null }, sent, ['startsOn', 'dueOn'])
  const ask = differs(action ?? { askOfSchools: null }, sent, ['askOfSchools'])
  const words = action && differs(action, sent, ['name', 'description', 'impact'])
  const sourceId = entrySourceId(plan)
  return {
    ...(rest as Partial<Action>),
    ...(visibility ? { visibility } : {}),
    ...(words ? { sourceId } : {}),
    ...(dates ? { datesSourceId: sourceId } : {}),
    ...(ask ? { askSourceId: sourceId } : {}),
  }
}

/** An action to be begun in a strand, or as a part of a larger one. */
export interface NewAction extends Given<ActionFields> {
  readonly strandId: string
  readonly name: string
  readonly parentId?: string | null | undefined
}

/** Begins an action at the end of its strand. */
export const addAction: Command<NewAction> = {
  operation: 'ADD_ACTION',
  subjects: (plan, { strandId }) => (findRow(plan, 'strand', strandId) ? [{ strandId }] : []),
  run: (plan, { strandId, parentId, ...sent }, { newId }) => {
    const strand = findRow(plan, 'strand', strandId)
    if (!strand) return refused('action', newId, 'strandId', 'There is no such strand in this plan.')
    if (strand.endedOn) return refused('action', newId, 'strandId', 'This strand has ended: reopen it first.')
    if (parentId && findRow(plan, 'action', parentId)?.strandId !== strandId)
      return refused('action', newId, 'parentId', 'Choose a larger action of the same strand.')
    const begun = {
      ...entered(plan, null, sent),
      strandId,
      parentId: parentId ?? null,
      position: nextPosition(actionsOf(plan, strandId)),
      stage: 'NOT_STARTED',
      sourceId: entrySourceId(plan),
    } as const
    return edit(plan, { action: { [newId]: begun } })
  },
  why: (_, { name }) => `Added the action “${name}”`,
}

/** Fields of an action to be changed. */
export type EditedAction = Given<ActionFields> & { readonly actionId: string }

/** Changes what an action says of itself: its words, dates and who may know of it. Its ratings change only with an update. */
export const editAction: Command<EditedAction> = {
  operation: 'EDIT_ACTION',
  subjects: theAction,
  run: (plan, { actionId, ...sent }) =>
    withAction(plan, actionId, (action) =>
      edit(plan, { action: { [actionId]: entered(plan, action, sent) } }),
    ),
  why: (plan, { actionId }) => `Edited “${nameOf(plan, actionId)}”`,
}

/** How an action ends. */
export const endings = { COMPLETE: 'Complete', STOPPED: 'Stopped', SUPERSEDED: 'Superseded' } as const
export type Ending = keyof typeof endings

export interface ActionEnd {
  readonly actionId: string
  readonly ending: Ending
  readonly reason: string
  readonly supersededById?: string | null | undefined
}

/** Ends an action with a reason: complete, stopped, or superseded by another. It stays in the plan, with its history. */
export const endAction: Command<ActionEnd> = {
  operation: 'EDIT_ACTION',
  subjects: theAction,
  run: (plan, { actionId, ending, reason, supersededById }) =>
    withAction(plan, actionId, (action) => {
      if (!isUpdated(action)) return refused('action', actionId, 'ending', 'This action has ended already.')
      if (isBlank(reason)) return refused('action', actionId, 'reason', 'Say why the action ends.')
      const successor = ending === 'SUPERSEDED' ? (supersededById ?? null) : null
      if (successor === actionId)
        return refused('action', actionId, 'supersededById', 'An action cannot take its own place.')
      if (ending === 'SUPERSEDED' && !findRow(plan, 'action', successor))
        return refused('action', actionId, 'supersededById', 'Choose the action that takes its place.')
      const end = { stage: ending, stageReason: reason, supersededById: successor }
      return edit(plan, { action: { [actionId]: end } })
    }),
  why: (_, { reason }) => reason,
}

/** Takes up an action again that had ended. Its ratings are those that it ended with, until the next update. */
export const reopenAction: Command<{ readonly actionId: string; readonly reason: string }> = {
  operation: 'EDIT_ACTION',
  subjects: theAction,
  run: (plan, { actionId, reason }) =>
    withAction(plan, actionId, (action) => {
      if (isUpdated(action)) return refused('action', actionId, 'stage', 'This action is open already.')
      if (isBlank(reason)) return refused('action', actionId, 'reason', 'Say why it is taken up again.')
      if (findRow(plan, 'strand', action.strandId)?.endedOn)
        return refused('action', actionId, 'stage', 'Its strand has ended: reopen the strand first.')
      const stage = action.ratedOn ? 'IN_PROGRESS' : 'NOT_STARTED'
      return edit(plan, { action: { [actionId]: { stage, stageReason: null, supersededById: null } } })
    }),
  why: (_, { reason }) => reason,
}

/** Puts an action after another one of its strand, or (without one) first. */
export const placeAction: Command<{
  readonly actionId: string
  readonly afterId?: string | null | undefined
}> = {
  operation: 'EDIT_ACTION',
  subjects: (plan, input) => theAction(plan, input).map(({ strandId }) => ({ strandId: strandId ?? null })),
  run: (plan, { actionId, afterId }) =>
    withAction(plan, actionId, ({ strandId }) => {
      const others = actionsOf(plan, strandId)
      if (afterId && !others.some(({ id }) => id === afterId))
        return refused('action', actionId, 'afterId', 'Choose an action of the same strand.')
      return edit(plan, { action: placedAfter(others, actionId, afterId ?? null) })
    }),
  why: (plan, { actionId }) => `Moved “${nameOf(plan, actionId)}” in the order`,
}

function nameOf(plan: Plan, actionId: string): string {
  return findRow(plan, 'action', actionId)?.name ?? 'an action'
}
