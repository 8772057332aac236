import { type Command, edit, entrySourceId, type Outcome, refused } from './command.ts'
import { isBlank } from './field.ts'
import type { Question } from './model.ts'
import { type Subject, toAction, wholePlan } from './permission.ts'
import { findRow, type Plan, rowsOf } from './plan.ts'

/** The questions that stand, those that wait first and then the newest. */
export function questionsOf(plan: Plan): Question[] {
  const waits = ({ status }: Question) => (status === 'OPEN' ? 0 : 1)
  return rowsOf(plan, 'question')
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .sort((a, b) => waits(a) - waits(b) || b.askedOn.localeCompare(a.askedOn))
}

/** What a question is about: an action of its strand, a strand, or the whole plan. */
export function aboutOf(
  plan: Plan,
  { strandId, actionId }: Pick<Question, 'strandId' | 'actionId'>,
): Subject {
  const action = findRow(plan, 'action', actionId)
  return action ? toAction(action) : { strandId }
}

interface OfQuestion {
  readonly questionId: string
}

const theQuestion = (plan: Plan, { questionId }: OfQuestion): Subject[] => {
  const question = findRow(plan, 'question', questionId)
  return question ? [aboutOf(plan, question)] : []
}

/** Goes on with a question that stands. */
function withQuestion(plan: Plan, questionId: string, goOn: (question: Question) => Outcome): Outcome {
  const question = findRow(plan, 'question', questionId)
  return question && question.withdrawnOn === null
    ? goOn(question)
    : refused('question', questionId, 'id', 'There is no such question in this plan.')
}

/** Asks or says something of a strand, an action, a chart or the whole plan. It is not public unless somebody makes it so. */
export const askQuestion: Command<{
  readonly words: string
  readonly strandId?: string | null | undefined
  readonly actionId?: string | null | undefined
  readonly chart?: Question['chart'] | undefined
}> = {
  operation: 'ASK',
  subjects: wholePlan,
  run: (plan, { words, strandId, actionId, chart = null }, { viewer, today, newId }) => {
    const no = (field: string, message: string) => refused('question', newId, field, message)
    if (viewer.personId === null) return no('personId', 'Only a person of this plan can ask.')
    const action = findRow(plan, 'action', actionId ?? null)
    if (actionId && !action) return no('actionId', 'There is no such action in this plan.')
    if (strandId && !findRow(plan, 'strand', strandId))
      return no('strandId', 'There is no such strand in this plan.')
    const about = { strandId: action?.strandId ?? strandId ?? null, actionId: actionId ?? null, chart }
    const asked = { personId: viewer.personId, askedOn: today, status: 'OPEN', isPublic: false } as const
    return edit(plan, { question: { [newId]: { words, ...about, ...asked, sourceId: entrySourceId(plan) } } })
  },
  why: () => 'Asked a question',
}

/** Answers a question, or answers it again; with the action that it has changed, where it has. */
export const answerQuestion: Command<
  OfQuestion & { readonly answer: string; readonly changedActionId?: string | null | undefined }
> = {
  operation: 'ANSWER',
  subjects: theQuestion,
  run: (plan, { questionId, answer, changedActionId }, { viewer, today }) =>
    withQuestion(plan, questionId, () => {
      if (isBlank(answer)) return refused('question', questionId, 'answer', 'Write the answer.')
      if (changedActionId && !findRow(plan, 'action', changedActionId))
        return refused('question', questionId, 'changedActionId', 'There is no such action in this plan.')
      const answered = { answer, answeredById: viewer.personId, answeredOn: today }
      const status = changedActionId ? ('CHANGED_THE_PLAN' as const) : ('ANSWERED' as const)
      return edit(plan, {
        question: { [questionId]: { ...answered, status, changedActionId: changedActionId ?? null } },
      })
    }),
  why: () => 'Answered a question',
}

/** Makes a question and its answer public, or takes that back. */
export const showQuestion: Command<OfQuestion & { readonly isPublic: boolean }> = {
  operation: 'MODERATE',
  subjects: wholePlan,
  run: (plan, { questionId, isPublic }) =>
    withQuestion(plan, questionId, ({ status }) =>
      isPublic && status === 'OPEN'
        ? refused('question', questionId, 'isPublic', 'Answer it before it is made public.')
        : edit(plan, { question: { [questionId]: { isPublic } } }),
    ),
  why: (_, { isPublic }) => (isPublic ? 'Made a question public' : 'Made a question no longer public'),
}

/** Withdraws a question with a reason: the reference group no longer sees it, and it stays on record. */
export const withdrawQuestion: Command<OfQuestion & { readonly reason: string }> = {
  operation: 'MODERATE',
  subjects: wholePlan,
  run: (plan, { questionId, reason }, { today }) =>
    withQuestion(plan, questionId, () =>
      isBlank(reason)
        ? refused('question', questionId, 'withdrawReason', 'Say why it is withdrawn.')
        : edit(plan, { question: { [questionId]: { withdrawnOn: today, withdrawReason: reason } } }),
    ),
  why: (_, { reason }) => reason,
}
