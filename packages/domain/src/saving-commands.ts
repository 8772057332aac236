import {
  type Asked,
  type Command,
  type Edits,
  edit,
  entrySourceId,
  type Outcome,
  refused,
} from './command.ts'
import type { Day } from './day.ts'
import { differs, type Given, given } from './editing.ts'
import { isBlank } from './field.ts'
import { type FinancialYear, monthsLeft, yearOf, yearsFrom } from './financial-year.ts'
import { partYear } from './funding.ts'
import type { Saving, SavingProposal } from './model.ts'
import { inPounds, NOTHING, type Pence, pence } from './money.ts'
import { type Subject, toAction, toSaving } from './permission.ts'
import { detailsOf, findRow, type Plan, rowsOf } from './plan.ts'
import { yearsOfSaving } from './saving.ts'
import { type SavingStatus, savingStatuses, type Visibility } from './vocabulary.ts'

/** What a proposal says of a saving: all of it at once, so that finance decides on a whole. */
export type ProposedFields = Pick<SavingProposal, 'type' | 'recurrence' | 'fundingSource' | 'status'> &
  Given<
    Pick<
      SavingProposal,
      | 'fullYearValue'
      | 'startsOn'
      | 'confidencePercent'
      | 'confidenceReason'
      | 'baseline'
      | 'method'
      | 'budgetLine'
      | 'placement'
      | 'fewerPlaces'
      | 'costOfPlace'
      | 'costInstead'
      | 'note'
    >
  >

/** Statuses that a person may propose. Delivered and confirmed follow from the figures of the years. */
export const proposableStatuses = [
  'TO_BE_IDENTIFIED',
  'UNDER_DEVELOPMENT',
  'PLANNED',
  'ON_TRACK',
  'AT_RISK',
  'NOT_DELIVERABLE',
  'WITHDRAWN',
] as const satisfies readonly SavingStatus[]

const ideas: readonly SavingStatus[] = ['TO_BE_IDENTIFIED', 'UNDER_DEVELOPMENT']
const fallen: readonly SavingStatus[] = ['NOT_DELIVERABLE', 'WITHDRAWN']

/** The saving that a command is about, as what it is done to. */
export function theSaving(plan: Plan, { savingId }: { readonly savingId: string }): Subject[] {
  const saving = findRow(plan, 'saving', savingId)
  return saving ? [toSaving(saving)] : []
}

export const noSuchSaving = (savingId: string) =>
  refused('saving', savingId, 'id', 'There is no such saving in this plan.')

/** A saving that nobody has written down before, with what it is to become. */
export interface NewSaving extends ProposedFields {
  readonly strandId: string
  readonly actionId?: string | null | undefined
  readonly name: string
  readonly visibility: Visibility
  readonly visibilityReason?: string | null | undefined
}

/** Begins a saving as an idea, which counts for nothing, and puts what it is to become to finance. */
export const proposeNewSaving: Command<NewSaving> = {
  operation: 'PROPOSE_SAVING',
  subjects: (plan, { strandId, actionId }) => {
    const action = findRow(plan, 'action', actionId ?? null)
    if (actionId) return action?.strandId === strandId ? [toAction(action)] : []
    return findRow(plan, 'strand', strandId) ? [{ strandId }] : []
  },
  run: (plan, { strandId, actionId, name, visibility, visibilityReason, ...proposed }, asked) => {
    if (findRow(plan, 'strand', strandId)?.endedOn)
      return refused('saving', asked.newId, 'strandId', 'This strand has ended: reopen it first.')
    const { type, recurrence, fundingSource } = proposed
    const words = { name, visibility, visibilityReason: visibilityReason ?? null }
    const sourceId = entrySourceId(plan)
    const status = 'UNDER_DEVELOPMENT'
    const idea = {
      strandId,
      actionId: actionId ?? null,
      type,
      recurrence,
      fundingSource,
      status,
      sourceId,
    } as const
    return proposal(plan, asked, `${asked.newId}-proposal`, asked.newId, proposed, {
      saving: { [asked.newId]: { ...idea, ...words } },
    })
  },
  why: (_, { name }) => `Proposed the saving “${name}”`,
}

export type ProposedSaving = ProposedFields & { readonly savingId: string }

/** Puts to finance what a saving is to become. It stays as it is until finance agrees; a newer proposal takes the place of one that waits. */
export const proposeSaving: Command<ProposedSaving> = {
  operation: 'PROPOSE_SAVING',
  subjects: theSaving,
  run: (plan, { savingId, ...proposed }, asked) => {
    if (!findRow(plan, 'saving', savingId)) return noSuchSaving(savingId)
    const waiting = waitingProposals(plan).filter((of) => of.savingId === savingId)
    const replaced = waiting.map(({ id }) => [id, { outcome: 'REPLACED' as const }])
    return proposal(plan, asked, asked.newId, savingId, proposed, {
      savingProposal: Object.fromEntries(replaced),
    })
  },
  why: (plan, { savingId, note }) => note || `Proposed a change of “${savingName(plan, savingId)}”`,
}

/** The proposals that finance has still to decide, oldest first. Two people may have made theirs in the same moment. */
export function waitingProposals(plan: Plan): SavingProposal[] {
  return rowsOf(plan, 'savingProposal')
    .filter(({ outcome }) => outcome === 'WAITING')
    .sort((a, b) => a.proposedOn.localeCompare(b.proposedOn))
}

function proposal(
  plan: Plan,
  { viewer, today }: Asked,
  id: string,
  savingId: string,
  proposed: ProposedFields,
  edits: Edits,
): Outcome {
  if (viewer.personId === null)
    return refused('savingProposal', id, 'personId', 'Only a person of this plan can propose a saving.')
  const fullYearValue = proposed.fullYearValue ?? madeByPlaces(proposed)
  const whole = { ...proposed, ...(fullYearValue === null ? {} : { fullYearValue }) }
  const missing = missingFrom(plan, whole)
  if (missing) return refused('savingProposal', id, missing.field, missing.message)
  const row = {
    ...given(whole),
    savingId,
    personId: viewer.personId,
    proposedOn: today,
    outcome: 'WAITING',
  }
  return edit(plan, {
    ...edits,
    savingProposal: { ...edits.savingProposal, [id]: row as Partial<SavingProposal> },
  })
}

/** What so many fewer places save in a full year; null where no places are named. */
function madeByPlaces({ fewerPlaces, costOfPlace, costInstead }: ProposedFields): Pence | null {
  if (fewerPlaces == null || costOfPlace == null) return null
  return pence(Math.round((fewerPlaces * (costOfPlace - (costInstead ?? 0))) / 100))
}

/** What has to be said before finance can decide, one thing at a time. */
function missingFrom(plan: Plan, proposed: ProposedFields): { field: string; message: string } | null {
  const { status, fullYearValue, startsOn } = proposed
  const need = (field: string, isMissing: boolean, message: string) => (isMissing ? [{ field, message }] : [])
  const isFirm = !ideas.includes(status) && !fallen.includes(status)
  const made = madeByPlaces(proposed)
  const isOutside = startsOn && !withinPlan(plan, yearOf(startsOn))
  const found = [
    ...need(
      'status',
      !(proposableStatuses as readonly SavingStatus[]).includes(status),
      `${savingStatuses[status]} follows from what is reported for each year.`,
    ),
    ...need('note', fallen.includes(status) && blank(proposed.note), 'Say why, for finance.'),
    ...need('fullYearValue', isFirm && fullYearValue == null, 'Give the full-year value.'),
    ...need(
      'fullYearValue',
      (fullYearValue ?? 1) <= 0,
      'A saving is a positive amount: write what is saved in a full year.',
    ),
    ...need(
      'fullYearValue',
      made !== null && fullYearValue !== made,
      `The places make ${inPounds(made ?? NOTHING)} in a full year: leave this empty, or correct the places.`,
    ),
    ...need('startsOn', isFirm && !startsOn, 'Give the day on which it starts to save.'),
    ...need('startsOn', Boolean(isOutside), 'It must start within the years of the plan.'),
    ...need('confidencePercent', isFirm && proposed.confidencePercent == null, 'Say how confident you are.'),
  ]
  return found[0] ?? null
}

function withinPlan(plan: Plan, year: FinancialYear): boolean {
  const { firstYear, lastYear } = detailsOf(plan)
  return year >= firstYear && year <= lastYear
}

const blank = (words: string | null | undefined) => words == null || isBlank(words)

/** What finance says to a proposal. */
export interface Decision {
  readonly proposalId: string
  readonly isAgreed: boolean
  /** Needed where it is returned. */
  readonly reason?: string | null | undefined
  /** The new figures are taken as the budget too, not only as what is now forecast. */
  readonly isNewBudget?: boolean | null | undefined
}

/** Finance agrees a proposal, which makes the saving what it says, or returns it with a reason. Nobody decides their own. */
export const decideSaving: Command<Decision> = {
  operation: 'DECIDE_SAVING',
  subjects: (plan, { proposalId }) => {
    const proposed = findRow(plan, 'savingProposal', proposalId)
    return proposed ? theSaving(plan, proposed) : []
  },
  run: (plan, { proposalId: id, isAgreed, reason, isNewBudget }, { viewer, today }) => {
    const proposed = findRow(plan, 'savingProposal', id)
    const saving = findRow(plan, 'saving', proposed?.savingId ?? null)
    if (!proposed || !saving)
      return refused('savingProposal', id, 'id', 'There is no such proposal in this plan.')
    if (proposed.outcome !== 'WAITING')
      return refused('savingProposal', id, 'outcome', 'This proposal has been decided or replaced already.')
    if (proposed.personId === viewer.personId)
      return refused('savingProposal', id, 'outcome', 'Nobody decides their own proposal: ask a colleague.')
    if (!isAgreed && blank(reason))
      return refused('savingProposal', id, 'reason', 'Say what has to change before finance can agree.')
    const outcome = isAgreed ? ('AGREED' as const) : ('RETURNED' as const)
    const decided = { outcome, outcomeReason: reason ?? null, decidedById: viewer.personId, decidedOn: today }
    const agreed = isAgreed ? agreement(plan, saving, proposed, today, isNewBudget === true) : {}
    return edit(plan, { savingProposal: { [id]: decided }, ...agreed })
  },
  why: (plan, { proposalId, isAgreed, reason }) => {
    const name = savingName(plan, findRow(plan, 'savingProposal', proposalId)?.savingId ?? '')
    return reason || `${isAgreed ? 'Agreed' : 'Returned'} what was proposed for “${name}”`
  },
}

const figures = ['fullYearValue', 'startsOn', 'recurrence'] as const

function agreement(
  plan: Plan,
  saving: Saving,
  proposed: SavingProposal,
  today: Day,
  isNewBudget: boolean,
): Edits {
  const { type, recurrence, fundingSource, status, fullYearValue, startsOn } = proposed
  const { confidencePercent, confidenceReason, baseline, method, budgetLine } = proposed
  const { placement, fewerPlaces, costOfPlace, costInstead } = proposed
  const agreed = {
    ...{ type, recurrence, fundingSource, status, fullYearValue, startsOn },
    ...{ confidencePercent, confidenceReason, baseline, method, budgetLine },
    ...{ placement, fewerPlaces, costOfPlace, costInstead },
  }
  const sourceId = differs(saving, agreed, figures) ? entrySourceId(plan) : saving.sourceId
  return {
    saving: { [saving.id]: { ...agreed, sourceId } },
    savingYear: agreedYears(plan, saving, proposed, today, isNewBudget),
  }
}

/**
 * The years of a saving once a proposal is agreed. They are worked out anew only where a figure has changed or the saving
 * comes back; what was budgeted stays, unless finance says otherwise or it never counted; a year that is over stays.
 */
function agreedYears(
  plan: Plan,
  saving: Saving,
  proposed: SavingProposal,
  today: Day,
  isNewBudget: boolean,
): NonNullable<Edits['savingYear']> {
  const known = yearsOfSaving(plan, saving.id)
  const isFallen = fallen.includes(proposed.status)
  const isNew = differs(saving, proposed, figures) || known.length === 0 || fallen.includes(saving.status)
  if (!isNew && !isFallen && !isNewBudget) return {}
  const profile = isFallen ? new Map<FinancialYear, Pence>() : profileOf(plan, proposed)
  const setsBudget = isNewBudget || ideas.includes(saving.status)
  const { firstYear, lastYear } = detailsOf(plan)
  return Object.fromEntries(
    yearsFrom(firstYear, lastYear).flatMap((year) => {
      const row = known.find((of) => of.year === year)
      const forecast = profile.get(year) ?? NOTHING
      if (row ? year < yearOf(today) : forecast === NOTHING) return []
      const planned = setsBudget && !isFallen ? forecast : (row?.planned ?? NOTHING)
      const id = row?.id ?? `${saving.id}-${year}`
      const expected = isFallen ? (row?.delivered ?? NOTHING) : forecast
      return [[id, { savingId: saving.id, year, planned, forecast: expected }]]
    }),
  )
}

/**
 * What a saving comes to in each year of the plan, in pence: one that recurs for the months from its start and then a
 * whole year each year, a one-off once.
 */
export function profileOf(
  plan: Plan,
  { fullYearValue, startsOn, recurrence }: Pick<Saving, 'fullYearValue' | 'startsOn' | 'recurrence'>,
): ReadonlyMap<FinancialYear, Pence> {
  if (fullYearValue === null || startsOn === null) return new Map()
  const start = yearOf(startsOn)
  if (recurrence === 'ONE_OFF') return new Map([[start, fullYearValue]])
  const { first } = partYear(fullYearValue, monthsLeft(startsOn))
  const later = yearsFrom(start + 1, detailsOf(plan).lastYear)
  return new Map([[start, first], ...later.map((year): [FinancialYear, Pence] => [year, fullYearValue])])
}

/** What is said of a saving beside its figures. */
export type EditedSaving = Given<Pick<Saving, 'name' | 'visibility' | 'visibilityReason'>> & {
  readonly savingId: string
}

/** Changes the name of a saving, or who may know of it. Its figures change only by a proposal. */
export const editSaving: Command<EditedSaving> = {
  operation: 'EDIT_SAVING',
  subjects: theSaving,
  run: (plan, { savingId, visibility, ...sent }) =>
    findRow(plan, 'saving', savingId)
      ? edit(plan, {
          saving: {
            [savingId]: { ...(given(sent) as Partial<Saving>), ...(visibility ? { visibility } : {}) },
          },
        })
      : noSuchSaving(savingId),
  why: (plan, { savingId }) => `Edited “${savingName(plan, savingId)}”`,
}

/** The name of a saving, for the sentence beside a revision. */
export function savingName(plan: Plan, savingId: string): string {
  return findRow(plan, 'saving', savingId)?.name ?? 'a saving'
}
