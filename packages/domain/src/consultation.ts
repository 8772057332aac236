import type { Consultation } from './model.ts'
import { type Plan, rowsOf } from './plan.ts'
import type { ConsultationStage } from './vocabulary.ts'

const order: readonly ConsultationStage[] = ['OPEN', 'PLANNED', 'CLOSED', 'REPORTED']

/** The consultations that stand: those that are open first, then by the day on which they close. */
export function consultationsOf(plan: Plan): Consultation[] {
  const closes = ({ closesOn }: Consultation) => closesOn ?? '9999'
  return rowsOf(plan, 'consultation')
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .sort((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage) || closes(a).localeCompare(closes(b)))
}

/** True for an address that a browser opens as a page: http or https. */
export function isPageAddress(text: string): boolean {
  return /^https?:\/\/[^\s/?#]+([/?#]\S*)?$/i.test(text)
}

/** What is wrong with a consultation as it stands. Responses are counted when it closes, so no earlier number can stand. */
export function problemsWithConsultation(row: Consultation): { field: string; message: string }[] {
  const { stage, opensOn, closesOn, url, responses, outcome } = row
  const isOver = stage === 'CLOSED' || stage === 'REPORTED'
  if (url !== null && !isPageAddress(url))
    return [{ field: 'url', message: 'Write an address that begins with https:// or http://.' }]
  if (opensOn !== null && closesOn !== null && closesOn < opensOn)
    return [{ field: 'closesOn', message: 'A consultation cannot close before it opens.' }]
  if (stage !== 'PLANNED' && (opensOn === null || closesOn === null))
    return [
      { field: 'closesOn', message: 'Give the day on which it opened, and the day on which it closes.' },
    ]
  if (isOver !== (responses !== null))
    return [{ field: 'responses', message: 'Responses are counted when it has closed, and not before.' }]
  if (responses !== null && responses < 0)
    return [
      { field: 'responses', message: 'Write how many responses there were: a whole number, none or more.' },
    ]
  return (stage === 'REPORTED') === (outcome !== null)
    ? []
    : [{ field: 'outcome', message: 'Say what came of it when it is reported, and not before.' }]
}
