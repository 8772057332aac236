import { yearOf } from '@strandline/domain/financial-year'
import {
  type BudgetPosition as BudgetPositionValue,
  type InYearBalance as InYearBalanceValue,
  type InYear as InYearValue,
  inYearAt,
  monitoredYears,
} from '@strandline/domain/monitoring'
import {
  dropBudgetLine,
  type KeptBudgetLine,
  keepBudgetLine,
  type ReportedLine,
  reportBudget,
} from '@strandline/domain/monitoring-commands'
import { sourceOf } from '@strandline/domain/plan'
import {
  dropDifference,
  explainDifference,
  type KeptRecord,
  keepDeficitRecord,
  type Reconciliation as ReconciliationValue,
  type RecordedDeficit as RecordedDeficitValue,
  reconciliationsOf,
} from '@strandline/domain/reconciliation'
import { isSuppressed } from '@strandline/domain/small-numbers'
import { type Seen, seen, type View } from '../view.ts'
import { builder } from './builder.ts'
import { commandField, type InputOf } from './command.ts'
import { DeficitRecordKind, Placement, Scope } from './enums.ts'
import { Plan, Source } from './refs.ts'

const BudgetReport = builder.objectRef<Seen<'budgetReport'>>('BudgetReport').implement({
  description: 'A budget line at the end of a month.',
  fields: (t) => ({
    toDate: t.expose('toDate', { type: 'Pence', description: 'What it has come to.' }),
    outturn: t.expose('outturn', {
      type: 'Pence',
      description: 'What the year is now expected to come to.',
    }),
    places: t.expose('places', {
      type: 'Quantity',
      nullable: true,
      description: 'Places or plans of the category, in hundredths.',
    }),
    isSuppressed: t.boolean({
      description: 'True where its places are withheld: a number is too small to show this viewer.',
      resolve: ({ view, id }) => isSuppressed(view.plan, 'budgetReport', id),
    }),
    note: t.exposeString('note', { nullable: true, description: 'Why it differs.' }),
    source: t.field({
      type: Source,
      description: 'Where it comes from.',
      resolve: (report) => seen(report.view, sourceOf(report.view.plan, report)),
    }),
  }),
})

const BudgetLine = builder.objectRef<Seen<'budgetLine'>>('BudgetLine').implement({
  description: 'A line of the budget of a year. Spend and income are both positive.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    isIncome: t.exposeBoolean('isIncome', { description: 'True for income, false for spend.' }),
    category: t.expose('category', {
      type: Placement,
      nullable: true,
      description: 'The placement category that it pays for, if one.',
    }),
    budget: t.expose('budget', { type: 'Pence', description: 'The budget of the year.' }),
    scope: t.expose('scope', { type: Scope, description: 'What it is part of.' }),
    source: t.field({
      type: Source,
      description: 'Where the budget comes from.',
      resolve: (line) => seen(line.view, sourceOf(line.view.plan, line)),
    }),
  }),
})

const BudgetPosition = builder
  .objectRef<BudgetPositionValue & { readonly view: View }>('BudgetPosition')
  .implement({
    description: 'A budget line at a report.',
    fields: (t) => ({
      line: t.field({
        type: BudgetLine,
        description: 'The line.',
        resolve: ({ view, line }) => seen(view, line),
      }),
      report: t.field({
        type: BudgetReport,
        nullable: true,
        description: 'Its report; null where there was none.',
        resolve: ({ view, report }) => report && seen(view, report),
      }),
      budgetToDate: t.expose('budgetToDate', {
        type: 'Pence',
        description: 'The part of the budget that was meant to be used by then.',
      }),
      variance: t.expose('variance', {
        type: 'Pence',
        nullable: true,
        description: 'The forecast outturn less the budget.',
      }),
      movement: t.expose('movement', {
        type: 'Pence',
        nullable: true,
        description: 'The forecast outturn less that of the report before.',
      }),
      placesPlanned: t.expose('placesPlanned', {
        type: 'Quantity',
        nullable: true,
        description: 'Places on that day as the model has them, in hundredths.',
      }),
      isPlannedSuppressed: t.exposeBoolean('isPlannedSuppressed', {
        description: 'True where those are withheld: a number behind them is too small to show this viewer.',
      }),
    }),
  })

const InYearBalance = builder.objectRef<InYearBalanceValue>('InYearBalance').implement({
  description: 'Income less spend; negative in deficit.',
  fields: (t) => ({
    budget: t.expose('budget', { type: 'Pence', description: 'As budgeted.' }),
    toDate: t.expose('toDate', { type: 'Pence', description: 'Up to the report.' }),
    outturn: t.expose('outturn', { type: 'Pence', description: 'As now expected at the year end.' }),
    movement: t.expose('movement', {
      type: 'Pence',
      nullable: true,
      description: 'How that has moved since the report before; null at the first.',
    }),
  }),
})

const InYear = builder.objectRef<InYearValue & { readonly view: View }>('InYear').implement({
  description: 'A year as it is monitored, at the end of a month.',
  fields: (t) => ({
    year: t.expose('year', { type: 'FinancialYear', description: 'The financial year.' }),
    asOf: t.expose('asOf', {
      type: 'Day',
      nullable: true,
      description: 'The day of the report; null before the first.',
    }),
    reports: t.field({
      type: ['Day'],
      description: 'The days of all its reports, the newest first.',
      resolve: ({ reports }) => [...reports],
    }),
    balance: t.expose('balance', { type: InYearBalance, description: 'What the lines come to.' }),
    lines: t.field({
      type: [BudgetPosition],
      description: 'Its lines in order.',
      resolve: ({ view, lines }) => lines.map((line) => ({ ...line, view })),
    }),
    modelledBy: t.exposeString('modelledBy', {
      nullable: true,
      description: 'The version whose model spreads the budget over the months; null for twelfths.',
    }),
    isModelSuppressed: t.exposeBoolean('isModelSuppressed', {
      description: 'True where there is one, with a number that is too small to show this viewer.',
    }),
  }),
})

const Difference = builder.objectRef<Seen<'deficitDifference'>>('Difference').implement({
  description: 'A reason why a record differs from the largest deficit recorded.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    name: t.exposeString('name', { description: 'The reason.' }),
    amount: t.expose('amount', { type: 'Pence', description: 'Its part of the difference.' }),
  }),
})

const DeficitRecord = builder.objectRef<Seen<'deficitRecord'>>('DeficitRecord').implement({
  description: 'The cumulative balance as one record has it; negative in deficit.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    amount: t.expose('amount', { type: 'Pence', description: 'The balance.' }),
    note: t.exposeString('note', { nullable: true, description: 'Where it stands in the record.' }),
    source: t.field({
      type: Source,
      description: 'Where it comes from.',
      resolve: (record) => seen(record.view, sourceOf(record.view.plan, record)),
    }),
  }),
})

const RecordedDeficit = builder
  .objectRef<RecordedDeficitValue & { readonly view: View }>('RecordedDeficit')
  .implement({
    description: 'One of the five records beside the largest deficit of them.',
    fields: (t) => ({
      kind: t.expose('kind', { type: DeficitRecordKind, description: 'Which record.' }),
      record: t.field({
        type: DeficitRecord,
        nullable: true,
        description: 'What it says; null where nothing is recorded yet.',
        resolve: ({ view, row }) => row && seen(view, row),
      }),
      difference: t.expose('difference', {
        type: 'Pence',
        description: 'Its balance less the largest deficit recorded.',
      }),
      reasons: t.field({
        type: [Difference],
        description: 'Why it differs.',
        resolve: ({ view, reasons }) => reasons.map((reason) => seen(view, reason)),
      }),
      unexplained: t.expose('unexplained', { type: 'Pence', description: 'What the reasons leave.' }),
    }),
  })

const Reconciliation = builder
  .objectRef<ReconciliationValue & { readonly view: View }>('Reconciliation')
  .implement({
    description: 'The same deficit in up to five records.',
    fields: (t) => ({
      asOf: t.expose('asOf', { type: 'Day', description: 'The day of the balance.' }),
      scope: t.expose('scope', { type: Scope, description: 'What it covers.' }),
      isExplained: t.exposeBoolean('isExplained', {
        description: 'True where every difference has its reasons.',
      }),
      taken: t.expose('taken', {
        type: 'Pence',
        description:
          'The balance that would be taken: the largest deficit where all is explained, else the smallest.',
      }),
      atStake: t.expose('atStake', {
        type: 'Pence',
        description: 'What lies between the largest deficit and the smallest.',
      }),
      records: t.field({
        type: [RecordedDeficit],
        description: 'The five records.',
        resolve: ({ view, records }) => records.map((record) => ({ ...record, view })),
      }),
    }),
  })

builder.objectFields(Plan, (t) => ({
  monitoredYears: t.field({
    type: ['FinancialYear'],
    description: 'The years that have a budget, the newest first.',
    resolve: ({ plan }) => monitoredYears(plan),
  }),
  inYear: t.field({
    type: InYear,
    description: 'A year as it is monitored.',
    args: {
      year: t.arg({
        type: 'FinancialYear',
        required: false,
        description: 'The financial year; one without a budget, or none, is the newest with one.',
      }),
      asOf: t.arg({ type: 'Day', required: false, description: 'The report; without it, the newest.' }),
    },
    resolve: (view, { year, asOf }) => {
      const years = monitoredYears(view.plan)
      const shown = years.find((of) => of === year) ?? years[0] ?? yearOf(view.today)
      return { ...inYearAt(view.plan, shown, asOf ?? null), view }
    },
  }),
  reconciliations: t.field({
    type: [Reconciliation],
    description: 'The deficit as it stands in the five records, the newest first.',
    resolve: (view) => reconciliationsOf(view.plan).map((of) => ({ ...of, view })),
  }),
}))

const KeepBudgetLineInput = builder.inputRef<KeptBudgetLine>('KeepBudgetLineInput').implement({
  description: 'A line of the budget of a year. Spend and income are both positive.',
  fields: (t) => ({
    lineId: t.id({ required: false, description: 'The id of a line that is there already.' }),
    year: t.field({ type: 'FinancialYear', description: 'The financial year.' }),
    name: t.string({ description: 'What it is called.' }),
    isIncome: t.boolean({ description: 'True for income, false for spend.' }),
    category: t.field({ type: Placement, required: false, description: 'The placement category, if one.' }),
    budget: t.field({ type: 'Pence', description: 'The budget of the year.' }),
    scope: t.field({ type: Scope, description: 'What it is part of.' }),
  }),
})

commandField('keepBudgetLine', {
  description: 'Writes down a line of the budget, or changes it.',
  input: KeepBudgetLineInput,
  command: keepBudgetLine,
})

const DropBudgetLineInput = builder
  .inputRef<InputOf<typeof dropBudgetLine>>('DropBudgetLineInput')
  .implement({
    description: 'A line that is no longer of the budget.',
    fields: (t) => ({ lineId: t.id({ description: 'The id of the line.' }) }),
  })

commandField('dropBudgetLine', {
  description: 'Drops a line from a budget. It stays on record.',
  input: DropBudgetLineInput,
  command: dropBudgetLine,
})

const ReportedLineInput = builder.inputRef<ReportedLine>('ReportedLineInput').implement({
  description: 'One line of a report.',
  fields: (t) => ({
    lineId: t.id({ description: 'The id of the budget line.' }),
    toDate: t.field({ type: 'Pence', description: 'What it has come to.' }),
    outturn: t.field({ type: 'Pence', description: 'What the year is now expected to come to.' }),
    places: t.field({ type: 'Quantity', required: false, description: 'Places, in hundredths.' }),
    note: t.string({ required: false, description: 'Why it differs.' }),
  }),
})

const ReportBudgetInput = builder.inputRef<InputOf<typeof reportBudget>>('ReportBudgetInput').implement({
  description: 'A report at the end of a month.',
  fields: (t) => ({
    asOf: t.field({ type: 'Day', description: 'The last day of the month.' }),
    lines: t.field({ type: [ReportedLineInput], description: 'Its lines.' }),
  }),
})

commandField('reportBudget', {
  description: 'Reports the lines of a year at the end of a month, all at once.',
  input: ReportBudgetInput,
  command: reportBudget,
})

const KeepDeficitRecordInput = builder.inputRef<KeptRecord>('KeepDeficitRecordInput').implement({
  description: 'What one of the five records says.',
  fields: (t) => ({
    record: t.field({ type: DeficitRecordKind, description: 'Which record.' }),
    asOf: t.field({ type: 'Day', description: 'The day of the balance, a 31 March.' }),
    scope: t.field({ type: Scope, description: 'What it covers.' }),
    amount: t.field({ type: 'Pence', description: 'The balance; negative in deficit.' }),
    note: t.string({ required: false, description: 'Where it stands in the record.' }),
  }),
})

commandField('keepDeficitRecord', {
  description: 'Writes down what one of the five records says, or corrects it.',
  input: KeepDeficitRecordInput,
  command: keepDeficitRecord,
})

const ExplainDifferenceInput = builder
  .inputRef<InputOf<typeof explainDifference>>('ExplainDifferenceInput')
  .implement({
    description: 'A reason why a record differs from the largest deficit recorded.',
    fields: (t) => ({
      recordId: t.id({ description: 'The id of the record.' }),
      name: t.string({ description: 'The reason.' }),
      amount: t.field({ type: 'Pence', description: 'Its part of the difference.' }),
    }),
  })

commandField('explainDifference', {
  description: 'Gives a reason for a difference between the records.',
  input: ExplainDifferenceInput,
  command: explainDifference,
})

const DropDifferenceInput = builder
  .inputRef<InputOf<typeof dropDifference>>('DropDifferenceInput')
  .implement({
    description: 'A reason that does not hold.',
    fields: (t) => ({ differenceId: t.id({ description: 'The id of the reason.' }) }),
  })

commandField('dropDifference', {
  description: 'Drops a reason for a difference. It stays on record.',
  input: DropDifferenceInput,
  command: dropDifference,
})
