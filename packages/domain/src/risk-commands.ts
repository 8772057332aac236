import { type Command, edit, entrySourceId, type Outcome, refused } from './command.ts'
import { differs, type Given, given } from './editing.ts'
import { isBlank } from './field.ts'
import type { Risk } from './model.ts'
import type { Subject } from './permission.ts'
import { findRow, type Plan } from './plan.ts'

type Score = Pick<Risk, 'likelihood' | 'impact' | 'response'>
type About = Pick<Risk, 'strandId' | 'savingId'>
type RiskFields = Score &
  About &
  Pick<Risk, 'kind' | 'name' | 'cause' | 'effect' | 'ownerId' | 'visibility' | 'visibilityReason'>

interface OfRisk {
  readonly riskId: string
}

/** A risk or issue to be raised. */
export type NewRisk = Given<RiskFields> & Pick<Risk, 'kind' | 'name' | 'impact'>

/** Fields of a risk or issue to be changed. */
export type EditedRisk = Given<RiskFields> & OfRisk

/** What the owner of a risk keeps up to date. */
export type RescoredRisk = Given<Score> & OfRisk

/** Why a risk is not public, where nobody has said otherwise: it is safe to open it later, and not to close it. */
export const WORKING_PAPER = 'Working paper of the programme'

/** The strand that a risk belongs to: that of its saving, where it has one. */
function placed(plan: Plan, { strandId, savingId }: Given<About>): About {
  const saving = findRow(plan, 'saving', savingId ?? null)
  return { strandId: saving?.strandId ?? strandId ?? null, savingId: savingId ?? null }
}

/** A risk as what something is done to: it belongs to its strand, and its owner answers for it. */
export const toRisk = ({ strandId, ownerId }: Pick<Risk, 'strandId' | 'ownerId'>): Subject => ({
  strandId,
  ownerId,
})

const theRisk = (plan: Plan, { riskId }: OfRisk): Subject[] => {
  const risk = findRow(plan, 'risk', riskId)
  return risk ? [toRisk(risk)] : []
}

/** Whoever moves a risk must be allowed it where it is and where it goes. */
function fromAndTo(plan: Plan, { riskId, ...sent }: EditedRisk): Subject[] {
  const risk = findRow(plan, 'risk', riskId)
  if (!risk) return []
  return [toRisk(risk), { strandId: placed(plan, { ...risk, ...given(sent) }).strandId }]
}

/** Goes on with a risk that is open. */
function withRisk(plan: Plan, riskId: string, goOn: (risk: Risk) => Outcome): Outcome {
  const risk = findRow(plan, 'risk', riskId)
  if (!risk) return refused('risk', riskId, 'id', 'There is no such risk in this plan.')
  return risk.closedOn
    ? refused('risk', riskId, 'closedOn', 'It is closed: open it again first.')
    : goOn(risk)
}

/** What the risk is about must be there, as far as whoever writes can know. */
function problemAbout(plan: Plan, id: string, { strandId, savingId, ownerId }: Given<RiskFields>) {
  const no = (field: string, noun: string) =>
    refused('risk', id, field, `There is no such ${noun} in this plan.`)
  if (strandId && !findRow(plan, 'strand', strandId)) return no('strandId', 'strand')
  if (savingId && !findRow(plan, 'saving', savingId)) return no('savingId', 'saving')
  return ownerId && !findRow(plan, 'person', ownerId) ? no('ownerId', 'person') : null
}

/** Raises a risk, or writes down an issue. It is for members unless somebody says otherwise. */
export const raiseRisk: Command<NewRisk> = {
  operation: 'EDIT_RISK',
  subjects: (plan, sent) => [{ strandId: placed(plan, sent).strandId }],
  run: (plan, sent, { today, newId }) => {
    const fields = given(sent) as Partial<Risk>
    const { visibility, visibilityReason } = sent
    const kept = visibility
      ? { visibility, visibilityReason: visibilityReason ?? null }
      : ({ visibility: 'RESTRICTED', visibilityReason: visibilityReason ?? WORKING_PAPER } as const)
    const begun = { raisedOn: today, sourceId: entrySourceId(plan) }
    return (
      problemAbout(plan, newId, sent) ??
      edit(plan, { risk: { [newId]: { ...fields, ...placed(plan, sent), ...kept, ...begun } } })
    )
  },
  why: (_, { kind, name }) => `${kind === 'ISSUE' ? 'Wrote down the issue' : 'Raised the risk'} “${name}”`,
}

/** Changes what a risk says, whom it belongs to and who may know of it. What becomes an issue loses its likelihood. */
export const editRisk: Command<EditedRisk> = {
  operation: 'EDIT_RISK',
  subjects: fromAndTo,
  run: (plan, { riskId, ...sent }) =>
    withRisk(plan, riskId, (risk) => {
      const { kind, visibility, impact, ...rest } = given(sent)
      const next = { ...rest, ...(kind ? { kind } : {}), ...(visibility ? { visibility } : {}) }
      const happened = kind === 'ISSUE' ? { likelihood: null } : {}
      const words = differs(risk, sent, ['name', 'cause', 'effect', 'response', 'likelihood', 'impact'])
      const source = words ? { sourceId: entrySourceId(plan) } : {}
      const numbers = impact == null ? {} : { impact }
      const place = placed(plan, { ...risk, ...rest })
      const fields = { ...next, ...numbers, ...happened, ...place, ...source } as Partial<Risk>
      return problemAbout(plan, riskId, sent) ?? edit(plan, { risk: { [riskId]: fields } })
    }),
  why: (plan, { riskId }) => `Edited ${named(plan, riskId)}`,
}

/** Scores a risk again, with what is done about it. */
export const rescoreRisk: Command<RescoredRisk> = {
  operation: 'RESCORE_RISK',
  subjects: theRisk,
  run: (plan, { riskId, ...sent }) =>
    withRisk(plan, riskId, (risk) => {
      const { impact, ...rest } = given(sent)
      const source = differs(risk, sent, ['likelihood', 'impact', 'response'])
        ? { sourceId: entrySourceId(plan) }
        : {}
      return edit(plan, {
        risk: { [riskId]: { ...rest, ...(impact == null ? {} : { impact }), ...source } },
      })
    }),
  why: (plan, { riskId }) => `Brought ${named(plan, riskId)} up to date`,
}

/** Closes a risk with a reason. It stays on record. */
export const closeRisk: Command<OfRisk & { readonly reason: string }> = {
  operation: 'EDIT_RISK',
  subjects: theRisk,
  run: (plan, { riskId, reason }, { today }) =>
    withRisk(plan, riskId, () =>
      isBlank(reason)
        ? refused('risk', riskId, 'closeReason', 'Say why it is closed.')
        : edit(plan, { risk: { [riskId]: { closedOn: today, closeReason: reason } } }),
    ),
  why: (_, { reason }) => reason,
}

/** Opens a risk again that had been closed. */
export const reopenRisk: Command<OfRisk & { readonly reason: string }> = {
  operation: 'EDIT_RISK',
  subjects: theRisk,
  run: (plan, { riskId, reason }) => {
    const risk = findRow(plan, 'risk', riskId)
    if (!risk) return refused('risk', riskId, 'id', 'There is no such risk in this plan.')
    if (!risk.closedOn) return refused('risk', riskId, 'closedOn', 'It is open already.')
    if (isBlank(reason)) return refused('risk', riskId, 'reason', 'Say why it is opened again.')
    return edit(plan, { risk: { [riskId]: { closedOn: null, closeReason: null } } })
  },
  why: (_, { reason }) => reason,
}

function named(plan: Plan, riskId: string): string {
  const risk = findRow(plan, 'risk', riskId)
  return risk ? `the ${risk.kind === 'ISSUE' ? 'issue' : 'risk'} “${risk.name}”` : 'a risk'
}
