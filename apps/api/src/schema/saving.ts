import type { DoubleCount as Doubled } from '@strandline/domain/double-count'
import { yearOf } from '@strandline/domain/financial-year'
import type { Pence } from '@strandline/domain/money'
import { can, toSaving } from '@strandline/domain/permission'
import { requireRow, rowsOf, sourceOf } from '@strandline/domain/plan'
import { isAgreed, isCounted, type SavingTotals as Totals, yearsOfSaving } from '@strandline/domain/saving'
import { profileOf } from '@strandline/domain/saving-commands'
import { isSuppressed } from '@strandline/domain/small-numbers'
import { findSeen, type Seen, seen, type View } from '../view.ts'
import { builder } from './builder.ts'
import {
  FundingSource,
  Placement,
  ProposalOutcome,
  Recurrence,
  SavingStatus,
  SavingType,
  Visibility,
} from './enums.ts'
import { Action, Person, Saving, Source, Strand } from './refs.ts'

export const SavingTotals = builder.objectRef<Totals>('SavingTotals').implement({
  description:
    'Totals of savings. Planned, forecast, delivered and confirmed are different things, never added.',
  fields: (t) => ({
    planned: t.expose('planned', { type: 'Pence', description: 'What the plan budgets.' }),
    forecast: t.expose('forecast', { type: 'Pence', description: 'What is now expected.' }),
    weighted: t.expose('weighted', {
      type: 'Pence',
      description: 'The forecast weighted by the confidence in each saving.',
    }),
    delivered: t.expose('delivered', { type: 'Pence', description: 'What has been saved so far.' }),
    confirmed: t.expose('confirmed', { type: 'Pence', description: 'What finance has confirmed.' }),
  }),
})

const SavingYear = builder.objectRef<Seen<'savingYear'>>('SavingYear').implement({
  description: 'A saving in one financial year.',
  fields: (t) => ({
    year: t.expose('year', { type: 'FinancialYear', description: 'The financial year.' }),
    planned: t.expose('planned', { type: 'Pence', description: 'What the plan budgets.' }),
    forecast: t.expose('forecast', { type: 'Pence', description: 'What is now expected.' }),
    delivered: t.expose('delivered', {
      type: 'Pence',
      nullable: true,
      description: 'What has been saved so far, where known.',
    }),
    confirmed: t.expose('confirmed', {
      type: 'Pence',
      nullable: true,
      description: 'What finance has confirmed, if anything.',
    }),
    returnReason: t.exposeString('returnReason', {
      nullable: true,
      description: 'Why finance did not confirm what was reported, where it did not.',
    }),
    viewerCanReport: t.boolean({
      description: 'True when the viewer may report what has been delivered in this year.',
      resolve: ({ view, savingId, year, confirmed }) => {
        const saving = requireRow(view.plan, 'saving', savingId)
        const isOpen = isAgreed(saving) && year <= yearOf(view.today) && confirmed === null
        return isOpen && can(view.viewer, 'PROPOSE_SAVING', toSaving(saving))
      },
    }),
    viewerCanConfirm: t.boolean({
      description:
        'True when something is reported that the viewer may confirm or return: never a report of their own.',
      resolve: ({ view, savingId, year, delivered, reportedById }) =>
        delivered !== null &&
        year <= yearOf(view.today) &&
        (reportedById === null || reportedById !== view.viewer.personId) &&
        can(view.viewer, 'DECIDE_SAVING', toSaving(requireRow(view.plan, 'saving', savingId))),
    }),
  }),
})

const YearAmount = builder
  .objectRef<{ readonly year: number; readonly amount: Pence }>('YearAmount')
  .implement({
    description: 'An amount of one financial year.',
    fields: (t) => ({
      year: t.expose('year', { type: 'FinancialYear', description: 'The financial year.' }),
      amount: t.expose('amount', { type: 'Pence', description: 'The amount.' }),
    }),
  })

export const DoubleCount = builder.objectRef<Doubled & { readonly view: View }>('DoubleCount').implement({
  description: 'Savings that may be the same money: from one budget line in one year.',
  fields: (t) => ({
    budgetLine: t.exposeString('budgetLine', { description: 'The budget line.' }),
    year: t.expose('year', { type: 'FinancialYear', description: 'The financial year.' }),
    savings: t.field({
      type: [Saving],
      description: 'The savings that may overlap.',
      resolve: ({ view, savings }) => savings.map((saving) => seen(view, saving)),
    }),
    gross: t.expose('gross', {
      type: 'Pence',
      description: 'All of them added, as the forecast counts them.',
    }),
    net: t.expose('net', {
      type: 'Pence',
      description: 'The largest alone, if the others are the same money.',
    }),
  }),
})

export const SavingProposal = builder.objectRef<Seen<'savingProposal'>>('SavingProposal').implement({
  description: 'What a saving is to become. It counts for nothing until finance agrees.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    saving: t.field({
      type: Saving,
      description: 'The saving.',
      resolve: ({ view, savingId }) => seen(view, requireRow(view.plan, 'saving', savingId)),
    }),
    proposedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who proposed it.',
      resolve: ({ view, personId }) => findSeen(view, 'person', personId),
    }),
    proposedOn: t.expose('proposedOn', { type: 'Day', description: 'When.' }),
    type: t.expose('type', { type: SavingType, description: 'How it lowers the forecast.' }),
    recurrence: t.expose('recurrence', {
      type: Recurrence,
      description: 'Whether it comes once or every year.',
    }),
    fundingSource: t.expose('fundingSource', { type: FundingSource, description: 'Whose money it saves.' }),
    status: t.expose('status', { type: SavingStatus, description: 'How firm it is to be.' }),
    fullYearValue: t.expose('fullYearValue', {
      type: 'Pence',
      nullable: true,
      description: 'The full-year effect.',
    }),
    startsOn: t.expose('startsOn', { type: 'Day', nullable: true, description: 'When it starts to save.' }),
    years: t.field({
      type: [YearAmount],
      description: 'What that comes to in each year, with the part-year value of the first.',
      resolve: ({ view, ...proposed }) =>
        [...profileOf(view.plan, proposed)].map(([year, amount]) => ({ year, amount })),
    }),
    confidencePercent: t.exposeInt('confidencePercent', {
      nullable: true,
      description: 'Confidence, from 0 to 100 per cent.',
    }),
    confidenceReason: t.exposeString('confidenceReason', {
      nullable: true,
      description: 'What the confidence rests on.',
    }),
    baseline: t.exposeString('baseline', { nullable: true, description: 'What it is measured against.' }),
    method: t.exposeString('method', { nullable: true, description: 'How it is worked out.' }),
    budgetLine: t.exposeString('budgetLine', {
      nullable: true,
      description: 'The budget line that the money comes from.',
    }),
    placement: t.expose('placement', {
      type: Placement,
      nullable: true,
      description: 'The category of the places saved.',
    }),
    fewerPlaces: t.expose('fewerPlaces', {
      type: 'Quantity',
      nullable: true,
      description: 'How many fewer places, in hundredths.',
    }),
    costOfPlace: t.expose('costOfPlace', {
      type: 'Pence',
      nullable: true,
      description: 'What a place costs in a year.',
    }),
    costInstead: t.expose('costInstead', {
      type: 'Pence',
      nullable: true,
      description: 'What is provided instead costs in a year.',
    }),
    isSuppressed: t.boolean({
      description:
        'True where its places and their cost are withheld: a number is too small to show this viewer.',
      resolve: ({ view, id }) => isSuppressed(view.plan, 'savingProposal', id),
    }),
    note: t.exposeString('note', { nullable: true, description: 'A note to finance.' }),
    outcome: t.expose('outcome', { type: ProposalOutcome, description: 'What came of it.' }),
    outcomeReason: t.exposeString('outcomeReason', { nullable: true, description: 'Why.' }),
    decidedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who decided it.',
      resolve: ({ view, decidedById }) => findSeen(view, 'person', decidedById),
    }),
    decidedOn: t.expose('decidedOn', { type: 'Day', nullable: true, description: 'When it was decided.' }),
    viewerCanDecide: t.boolean({
      description: 'True when it waits and the viewer may agree or return it: never a proposal of their own.',
      resolve: ({ view, savingId, personId, outcome }) =>
        outcome === 'WAITING' &&
        personId !== view.viewer.personId &&
        can(view.viewer, 'DECIDE_SAVING', toSaving(requireRow(view.plan, 'saving', savingId))),
    }),
  }),
})

Saving.implement({
  description: 'Money that an action is expected to save. Positive is a saving.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, unique within the plan.' }),
    name: t.exposeString('name', { description: 'What is saved.' }),
    strand: t.field({
      type: Strand,
      description: 'The strand that it belongs to.',
      resolve: ({ view, strandId }) => seen(view, requireRow(view.plan, 'strand', strandId)),
    }),
    action: t.field({
      type: Action,
      nullable: true,
      description: 'The action that makes it, if one does.',
      resolve: ({ view, actionId }) => findSeen(view, 'action', actionId),
    }),
    type: t.expose('type', { type: SavingType, description: 'How it lowers the forecast.' }),
    recurrence: t.expose('recurrence', {
      type: Recurrence,
      description: 'Whether it comes once or every year.',
    }),
    fundingSource: t.expose('fundingSource', { type: FundingSource, description: 'Whose money it saves.' }),
    status: t.expose('status', { type: SavingStatus, description: 'How firm it is.' }),
    isCounted: t.boolean({ description: 'True when it lowers the mitigated forecast.', resolve: isCounted }),
    confidencePercent: t.exposeInt('confidencePercent', {
      nullable: true,
      description: 'Confidence, from 0 to 100 per cent.',
    }),
    confidenceReason: t.exposeString('confidenceReason', {
      nullable: true,
      description: 'What the confidence rests on.',
    }),
    fullYearValue: t.expose('fullYearValue', {
      type: 'Pence',
      nullable: true,
      description: 'The full-year effect.',
    }),
    startsOn: t.expose('startsOn', { type: 'Day', nullable: true, description: 'When it starts to save.' }),
    baseline: t.exposeString('baseline', { nullable: true, description: 'What it is measured against.' }),
    method: t.exposeString('method', { nullable: true, description: 'How it is worked out.' }),
    budgetLine: t.exposeString('budgetLine', {
      nullable: true,
      description: 'The budget line that the money comes from.',
    }),
    placement: t.expose('placement', {
      type: Placement,
      nullable: true,
      description: 'The category of the places saved.',
    }),
    fewerPlaces: t.expose('fewerPlaces', {
      type: 'Quantity',
      nullable: true,
      description: 'How many fewer places, in hundredths.',
    }),
    costOfPlace: t.expose('costOfPlace', {
      type: 'Pence',
      nullable: true,
      description: 'What a place costs in a year.',
    }),
    costInstead: t.expose('costInstead', {
      type: 'Pence',
      nullable: true,
      description: 'What is provided instead costs in a year.',
    }),
    isSuppressed: t.boolean({
      description:
        'True where its places and their cost are withheld: a number is too small to show this viewer.',
      resolve: ({ view, id }) => isSuppressed(view.plan, 'saving', id),
    }),
    visibility: t.expose('visibility', { type: Visibility, description: 'Who may know of it.' }),
    visibilityReason: t.exposeString('visibilityReason', {
      nullable: true,
      description: 'Why it is not public.',
    }),
    proposals: t.field({
      type: [SavingProposal],
      description: 'All that was ever proposed for it, newest last.',
      resolve: ({ view, id }) =>
        rowsOf(view.plan, 'savingProposal')
          .filter(({ savingId }) => savingId === id)
          .sort((a, b) => a.proposedOn.localeCompare(b.proposedOn))
          .map((proposed) => seen(view, proposed)),
    }),
    viewerCanPropose: t.boolean({
      description: 'True when the viewer may propose a change of it, and report what it delivers.',
      resolve: ({ view, ...saving }) => can(view.viewer, 'PROPOSE_SAVING', toSaving(saving)),
    }),
    viewerCanEdit: t.boolean({
      description: 'True when the viewer may change its name, and who may know of it.',
      resolve: ({ view, ...saving }) => can(view.viewer, 'EDIT_SAVING', toSaving(saving)),
    }),
    viewerCanReviseForecast: t.boolean({
      description: 'True when the viewer may set what it is expected to make in a year.',
      resolve: ({ view, ...saving }) => can(view.viewer, 'DECIDE_SAVING', toSaving(saving)),
    }),
    years: t.field({
      type: [SavingYear],
      description: 'Its years in order.',
      resolve: ({ view, id }) => yearsOfSaving(view.plan, id).map((year) => seen(view, year)),
    }),
    source: t.field({
      type: Source,
      description: 'Where its figures come from.',
      resolve: (saving) => seen(saving.view, sourceOf(saving.view.plan, saving)),
    }),
  }),
})
