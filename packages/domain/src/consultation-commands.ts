import { type Command, edit, entrySourceId, type Outcome, refused } from './command.ts'
import type { Day } from './day.ts'
import { type Given, given } from './editing.ts'
import { isBlank } from './field.ts'
import type { Consultation } from './model.ts'
import { wholePlan } from './permission.ts'
import { findRow, type Plan } from './plan.ts'
import { type ConsultationStage, consultationStages, inSentence } from './vocabulary.ts'

type ConsultationFields = Pick<
  Consultation,
  'strandId' | 'opensOn' | 'closesOn' | 'takePart' | 'url' | 'visibility' | 'visibilityReason'
>

interface OfConsultation {
  readonly consultationId: string
}

/** Goes on with a consultation that stands, and is at one of these stages. */
function withConsultation(
  plan: Plan,
  id: string,
  stages: readonly ConsultationStage[],
  goOn: (consultation: Consultation) => Outcome,
): Outcome {
  const consultation = findRow(plan, 'consultation', id)
  if (!consultation || consultation.withdrawnOn !== null)
    return refused('consultation', id, 'id', 'There is no such consultation in this plan.')
  if (stages.includes(consultation.stage)) return goOn(consultation)
  const words = stages.map((stage) => inSentence(consultationStages[stage])).join(' or ')
  return refused('consultation', id, 'stage', `This is for a consultation that is ${words}.`)
}

function sentFields(sent: Given<ConsultationFields & Pick<Consultation, 'title'>>): Partial<Consultation> {
  const { visibility, ...rest } = given(sent)
  // A day that is set takes the place of the words in which a source gave none.
  const opening = rest.opensOn ? { opensWords: null } : {}
  return { ...(rest as Partial<Consultation>), ...opening, ...(visibility ? { visibility } : {}) }
}

/** Writes down a consultation that is planned. */
export const planConsultation: Command<Pick<Consultation, 'title'> & Given<ConsultationFields>> = {
  operation: 'EDIT_CONSULTATION',
  subjects: wholePlan,
  run: (plan, sent, { newId }) => {
    const row = { ...sentFields(sent), stage: 'PLANNED', sourceId: entrySourceId(plan) } as const
    return edit(plan, { consultation: { [newId]: row } })
  },
  why: (_, { title }) => `Planned the consultation “${title}”`,
}

/** Changes what a consultation says of itself until it has closed. The day on which it opened then stays. */
export const editConsultation: Command<
  OfConsultation & Given<ConsultationFields & Pick<Consultation, 'title'>>
> = {
  operation: 'EDIT_CONSULTATION',
  subjects: wholePlan,
  run: (plan, { consultationId, ...sent }) =>
    withConsultation(plan, consultationId, ['PLANNED', 'OPEN'], ({ stage, opensOn }) =>
      stage === 'OPEN' && sent.opensOn !== undefined && sent.opensOn !== opensOn
        ? refused('consultation', consultationId, 'opensOn', 'It is open already: the day it opened stays.')
        : edit(plan, { consultation: { [consultationId]: sentFields(sent) } }),
    ),
  why: (plan, input) => `Edited ${nameOf(plan, input)}`,
}

/** Opens a planned consultation today, until a day. */
export const openConsultation: Command<OfConsultation & { readonly closesOn: Day }> = {
  operation: 'EDIT_CONSULTATION',
  subjects: wholePlan,
  run: (plan, { consultationId, closesOn }, { today }) =>
    withConsultation(plan, consultationId, ['PLANNED'], () => {
      const opened = { stage: 'OPEN', opensOn: today, opensWords: null, closesOn } as const
      return edit(plan, { consultation: { [consultationId]: opened } })
    }),
  why: (plan, input) => `Opened ${nameOf(plan, input)}`,
}

/** Closes an open consultation with the number of its responses: on its day, or today where that is earlier. */
export const closeConsultation: Command<OfConsultation & { readonly responses: number }> = {
  operation: 'EDIT_CONSULTATION',
  subjects: wholePlan,
  run: (plan, { consultationId, responses }, { today }) =>
    withConsultation(plan, consultationId, ['OPEN'], ({ closesOn }) => {
      const on = closesOn !== null && closesOn < today ? closesOn : today
      return edit(plan, { consultation: { [consultationId]: { stage: 'CLOSED', closesOn: on, responses } } })
    }),
  why: (plan, input) => `Closed ${nameOf(plan, input)}`,
}

/** Says what came of a consultation that has closed. */
export const reportConsultation: Command<OfConsultation & { readonly outcome: string }> = {
  operation: 'EDIT_CONSULTATION',
  subjects: wholePlan,
  run: (plan, { consultationId, outcome }) =>
    withConsultation(plan, consultationId, ['CLOSED'], () =>
      edit(plan, { consultation: { [consultationId]: { stage: 'REPORTED', outcome } } }),
    ),
  why: (plan, input) => `Reported what came of ${nameOf(plan, input)}`,
}

/** Withdraws a consultation that has not opened, with a reason. It stays on record. */
export const withdrawConsultation: Command<OfConsultation & { readonly reason: string }> = {
  operation: 'EDIT_CONSULTATION',
  subjects: wholePlan,
  run: (plan, { consultationId, reason }, { today }) =>
    withConsultation(plan, consultationId, ['PLANNED'], () =>
      isBlank(reason)
        ? refused('consultation', consultationId, 'withdrawReason', 'Say why it is withdrawn.')
        : edit(plan, { consultation: { [consultationId]: { withdrawnOn: today, withdrawReason: reason } } }),
    ),
  why: (_, { reason }) => reason,
}

function nameOf(plan: Plan, { consultationId }: OfConsultation): string {
  return `the consultation “${findRow(plan, 'consultation', consultationId)?.title ?? ''}”`
}
