import { type Command, edit, entrySourceId, type Outcome, refused } from './command.ts'
import { differs, type Given, given } from './editing.ts'
import { isBlank } from './field.ts'
import type { Condition } from './model.ts'
import { type Subject, wholePlan } from './permission.ts'
import { findRow, type Plan } from './plan.ts'
import { WORKING_PAPER } from './risk-commands.ts'

type ConditionFields = Pick<
  Condition,
  'agreement' | 'number' | 'words' | 'ownerId' | 'visibility' | 'visibilityReason'
>
type RatingFields = Pick<Condition, 'rag' | 'evidence' | 'evidenceOn' | 'metOn'>

interface OfCondition {
  readonly conditionId: string
}

/** A condition to be written down. */
export type NewCondition = Given<ConditionFields> & Pick<Condition, 'agreement' | 'number' | 'words'>

/** Fields of a condition to be changed. */
export type EditedCondition = Given<ConditionFields> & OfCondition

/** How a condition stands. What is left out stays as it is; null clears it. */
export type RatedCondition = Given<RatingFields> & OfCondition

/** A condition as what something is done to: its owner answers for it. */
export const toCondition = ({ ownerId }: Pick<Condition, 'ownerId'>): Subject => ({ ownerId })

const theCondition = (plan: Plan, { conditionId }: OfCondition): Subject[] => {
  const condition = findRow(plan, 'condition', conditionId)
  return condition ? [toCondition(condition)] : []
}

/** Goes on with a condition that stands. */
function withCondition(plan: Plan, id: string, goOn: (condition: Condition) => Outcome): Outcome {
  const condition = findRow(plan, 'condition', id)
  return condition && condition.droppedOn === null
    ? goOn(condition)
    : refused('condition', id, 'id', 'There is no such condition in this plan.')
}

function problemWithOwner(plan: Plan, id: string, ownerId: string | null | undefined): Outcome | null {
  return ownerId && !findRow(plan, 'person', ownerId)
    ? refused('condition', id, 'ownerId', 'There is no such person in this plan.')
    : null
}

/** Writes down a condition of an agreement. It is for members unless somebody says otherwise. */
export const addCondition: Command<NewCondition> = {
  operation: 'EDIT_CONDITION',
  subjects: wholePlan,
  run: (plan, sent, { newId }) => {
    const { visibility, visibilityReason, agreement, ...fields } = sent
    const kept = visibility
      ? { visibility, visibilityReason: visibilityReason ?? null }
      : ({ visibility: 'RESTRICTED', visibilityReason: visibilityReason ?? WORKING_PAPER } as const)
    const begun = { agreement: agreement.trim(), ...kept, sourceId: entrySourceId(plan) }
    return (
      problemWithOwner(plan, newId, sent.ownerId) ??
      edit(plan, { condition: { [newId]: { ...(given(fields) as Partial<Condition>), ...begun } } })
    )
  },
  why: (_, { agreement, number }) => `Wrote down condition ${number} of “${agreement}”`,
}

/** Changes what a condition says, whom it belongs to and who may know of it. It is rated apart from that. */
export const editCondition: Command<EditedCondition> = {
  operation: 'EDIT_CONDITION',
  subjects: theCondition,
  run: (plan, { conditionId, ...sent }) =>
    withCondition(plan, conditionId, (condition) => {
      const { visibility, agreement, ...rest } = given(sent)
      const source = differs(condition, sent, ['agreement', 'number', 'words'])
        ? { sourceId: entrySourceId(plan) }
        : {}
      const fields = {
        ...rest,
        ...(agreement ? { agreement: agreement.trim() } : {}),
        ...(visibility ? { visibility } : {}),
        ...source,
      } as Partial<Condition>
      return (
        problemWithOwner(plan, conditionId, sent.ownerId) ??
        edit(plan, { condition: { [conditionId]: fields } })
      )
    }),
  why: (plan, { conditionId }) => `Edited ${named(plan, conditionId)}`,
}

/** Rates a condition, with what shows it. Green, and that it is met, are refused without evidence. */
export const rateCondition: Command<RatedCondition> = {
  operation: 'RATE_CONDITION',
  subjects: theCondition,
  run: (plan, { conditionId, ...sent }, { today }) =>
    withCondition(plan, conditionId, () => {
      const no = (field: string, message: string) => refused('condition', conditionId, field, message)
      if (sent.evidenceOn && sent.evidenceOn > today)
        return no('evidenceOn', 'Evidence cannot be of a day to come.')
      if (sent.metOn && sent.metOn > today) return no('metOn', 'It cannot be met on a day to come.')
      const rated = sent.rag === undefined ? {} : { ratedOn: sent.rag === null ? null : today }
      return edit(plan, { condition: { [conditionId]: { ...given(sent), ...rated } } })
    }),
  why: (plan, { conditionId }) => `Rated ${named(plan, conditionId)}`,
}

/** Drops a condition with a reason: it stays on record, and its number can be given again. */
export const dropCondition: Command<OfCondition & { readonly reason: string }> = {
  operation: 'EDIT_CONDITION',
  subjects: theCondition,
  run: (plan, { conditionId, reason }, { today }) =>
    withCondition(plan, conditionId, () =>
      isBlank(reason)
        ? refused('condition', conditionId, 'dropReason', 'Say why it is dropped.')
        : edit(plan, { condition: { [conditionId]: { droppedOn: today, dropReason: reason } } }),
    ),
  why: (_, { reason }) => reason,
}

function named(plan: Plan, conditionId: string): string {
  const condition = findRow(plan, 'condition', conditionId)
  return condition ? `condition ${condition.number} of “${condition.agreement}”` : 'a condition'
}
