import { proposedBenefit, savingsAsOpenAs } from './benefit.ts'
import { type Asked, type Command, edit, entrySourceId, type Outcome, refused } from './command.ts'
import { openCycle } from './cycle.ts'
import { isBlank } from './field.ts'
import type { Action, Update } from './model.ts'
import { toAction } from './permission.ts'
import { findRow, type Plan, rowsOf } from './plan.ts'
import type { Rag } from './vocabulary.ts'

/** What a person answers for an action. A rating that is not given stays as it is. */
export interface UpdateInput {
  readonly actionId: string
  readonly isNoChange: boolean
  readonly deliveryRag: Rag | null
  readonly benefitRag: Rag | null
  readonly progress: string | null
  readonly reason: string | null
  readonly pathToGreen: string | null
}

type Said = Pick<Update, 'deliveryRag' | 'benefitRag' | 'progress' | 'reason' | 'pathToGreen'>

/** The newest update of an action, or null where it has none. */
export function lastUpdateOf(plan: Plan, actionId: string): Update | null {
  return rowsOf(plan, 'update').reduce<Update | null>(
    (last, of) => (of.actionId === actionId && (!last || of.submittedOn >= last.submittedOn) ? of : last),
    null,
  )
}

/** True for an action that is still worked on, and of which updates are asked. */
export function isUpdated({ stage }: Action): boolean {
  return stage === 'NOT_STARTED' || stage === 'IN_PROGRESS'
}

/** Brings an action up to date. The only way in which its ratings change, so that each change has its reason. */
export const submitUpdate: Command<UpdateInput> = {
  operation: 'UPDATE_ACTION',
  subjects: (plan, { actionId }) => {
    const action = findRow(plan, 'action', actionId)
    return action ? [toAction(action)] : []
  },
  run: (plan, input, asked) => {
    const action = findRow(plan, 'action', input.actionId)
    if (!action) return refused('action', input.actionId, 'id', 'There is no such action in this plan.')
    const id = updateId(plan, action, asked)
    if (asked.viewer.personId === null)
      return refused('update', id, 'personId', 'Only a person of this plan can give an update.')
    if (!isUpdated(action))
      return refused('action', action.id, 'stage', 'This action has ended: it takes no more updates.')
    const said = saidOf(action, input)
    const problem = input.isNoChange ? null : problemWith(action, said)
    return problem ? refused('update', id, 'progress', problem) : write(plan, action, id, input, said, asked)
  },
  why: (_, { isNoChange, progress, reason }) => {
    const words = [progress, reason].find((of) => of !== null && !isBlank(of))
    return isNoChange ? 'No change' : (words ?? 'Brought up to date')
  },
}

/** One update for each action in a cycle: the second of a cycle rewrites the first. */
function updateId(plan: Plan, { id }: Action, { newId }: Asked): string {
  const cycle = openCycle(plan)
  if (!cycle) return newId
  const given = rowsOf(plan, 'update').find((of) => of.cycleId === cycle.id && of.actionId === id)
  const joined = `${cycle.id}-${id}`
  return given?.id ?? (joined.length <= 64 ? joined : newId)
}

function saidOf(action: Action, input: UpdateInput): Said {
  const { deliveryRag, benefitRag, reason, pathToGreen } = action
  if (input.isNoChange) return { deliveryRag, benefitRag, reason, pathToGreen, progress: input.progress }
  return {
    deliveryRag: input.deliveryRag ?? deliveryRag,
    benefitRag: input.benefitRag ?? benefitRag,
    progress: input.progress,
    reason: input.reason,
    pathToGreen: input.pathToGreen,
  }
}

function problemWith(action: Action, said: Said): string | null {
  const isRated = said.deliveryRag !== action.deliveryRag || said.benefitRag !== action.benefitRag
  const isNew = (field: 'reason' | 'pathToGreen') => !isEmpty(said[field]) && said[field] !== action[field]
  if (isRated && isEmpty(said.progress) && isEmpty(said.reason))
    return 'Say what has changed, so that the new rating has its reason.'
  return isRated || !isEmpty(said.progress) || isNew('reason') || isNew('pathToGreen')
    ? null
    : 'Say what has happened, or choose “No change this month”.'
}

function isEmpty(words: string | null): boolean {
  return words === null || isBlank(words)
}

function write(
  plan: Plan,
  action: Action,
  id: string,
  { isNoChange }: UpdateInput,
  said: Said,
  { viewer, today }: Asked,
): Outcome {
  const { deliveryRag, benefitRag, reason, pathToGreen } = said
  const given = [deliveryRag, benefitRag].filter((rag) => rag !== null)
  const isGreen = given.length > 0 && given.every((rag) => rag === 'GREEN')
  const proposed = proposedBenefit(plan, action, today, savingsAsOpenAs(plan, action))
  const row = {
    ...said,
    isNoChange,
    cycleId: openCycle(plan)?.id ?? null,
    actionId: action.id,
    personId: viewer.personId ?? '',
    submittedOn: today,
    proposedBenefitRag: proposed?.rag ?? null,
    proposedBecause: proposed?.because ?? null,
  }
  const standing = {
    deliveryRag,
    benefitRag,
    reason: isGreen ? null : reason,
    pathToGreen: isGreen ? null : pathToGreen,
    ratedOn: today,
    ratingSourceId: entrySourceId(plan),
    stage: given.length > 0 ? 'IN_PROGRESS' : action.stage,
  } as const
  return edit(plan, { update: { [id]: row }, action: { [action.id]: standing } })
}
