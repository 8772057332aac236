import { requireRow, sourceOf } from '@strandline/domain/plan'
import { isCounted, type SavingTotals as Totals, yearsOfSaving } from '@strandline/domain/saving'
import { findSeen, type Seen, seen } from '../view.ts'
import { builder } from './builder.ts'
import { FundingSource, Recurrence, SavingStatus, SavingType } from './enums.ts'
import { Action, Saving, Source, Strand } from './refs.ts'

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
