import { doubleCounts } from '@strandline/domain/double-count'
import { trajectoryOf } from '@strandline/domain/forecast'
import {
  clearanceInWords,
  cumulativeFinding,
  headlineOf,
  inYearBalanceInWords,
  inYearFinding,
  targetInWords,
  waterfallFinding,
} from '@strandline/domain/headline'
import { rowsOf } from '@strandline/domain/plan'
import { isCounted, savingTotals } from '@strandline/domain/saving'
import { waitingProposals } from '@strandline/domain/saving-commands'
import { savingsTable } from '@strandline/domain/savings-table'
import { waterfallOf } from '@strandline/domain/waterfall'
import { findSeen, seen, type View } from '../view.ts'
import { builder } from './builder.ts'
import { SavingStatus } from './enums.ts'
import { ForecastVersion, SavingsTableRow, Trajectory, WaterfallBar } from './forecast.ts'
import { Plan, Saving } from './refs.ts'
import { DoubleCount, SavingProposal, SavingTotals } from './saving.ts'

// The money of a plan: where the deficit is going, in words and figures, and what is saved.
builder.objectFields(Plan, (t) => ({
  headline: t.string({
    description: 'The sentence to read first, made from the data.',
    resolve: ({ plan }) => headlineOf(plan),
  }),
  target: t.string({
    description: 'The target, and whether the forecast meets it.',
    resolve: ({ plan }) => targetInWords(plan),
  }),
  inYearBalance: t.string({
    nullable: true,
    description:
      'When spending of one year comes back in line with its funding. Not the same as clearing the deficit.',
    resolve: ({ plan }) => sentenceOn(plan, inYearBalanceInWords),
  }),
  clearance: t.string({
    nullable: true,
    description: 'When the deficit built up over the years is gone.',
    resolve: ({ plan }) => sentenceOn(plan, clearanceInWords),
  }),
  inYearFinding: t.string({
    nullable: true,
    description: 'What the chart of in-year balances shows.',
    resolve: ({ plan }) => sentenceOn(plan, inYearFinding),
  }),
  cumulativeFinding: t.string({
    nullable: true,
    description: 'What the chart of cumulative balances shows.',
    resolve: ({ plan }) => sentenceOn(plan, cumulativeFinding),
  }),
  trajectory: t.field({
    type: Trajectory,
    nullable: true,
    description: 'Where the deficit is going; null before there is a forecast.',
    resolve: (view) => {
      const trajectory = trajectoryOf(view.plan)
      return trajectory ? { ...trajectory, view } : null
    },
  }),
  forecastVersions: t.field({
    type: [ForecastVersion],
    description: 'Every version of the financial plan, oldest first.',
    resolve: (view) => rowsOf(view.plan, 'forecastVersion').map((version) => seen(view, version)),
  }),
  savingsTable: t.field({
    type: [SavingsTableRow],
    description: 'Savings budgeted and achieved and the year-end balance, by year.',
    resolve: (view) => savingsTable(view.plan).map((row) => ({ ...row, view })),
  }),
  waterfall: t.field({
    type: [WaterfallBar],
    description:
      'From the unmitigated in-year balance of a year, through what each strand saves, to what is left.',
    args: { year: t.arg({ type: 'FinancialYear', description: 'The year.' }) },
    resolve: ({ plan }, { year }) => waterfallOf(plan, year),
  }),
  waterfallFinding: t.string({
    description: 'What the waterfall of a year shows.',
    args: { year: t.arg({ type: 'FinancialYear', description: 'The year.' }) },
    resolve: ({ plan }, { year }) => waterfallFinding(waterfallOf(plan, year), year),
  }),
  doubleCounts: t.field({
    type: [DoubleCount],
    description: 'Savings that may be the same money, year by year.',
    resolve: (view) => doubleCounts(view.plan).map((found) => ({ ...found, view })),
  }),
  waitingProposals: t.field({
    type: [SavingProposal],
    description: 'What finance has still to decide, oldest first, as far as the viewer may know.',
    resolve: (view) => waitingProposals(view.plan).map((proposed) => seen(view, proposed)),
  }),
  saving: t.field({
    type: Saving,
    nullable: true,
    description: 'One saving, or null where this viewer has none with that id.',
    args: { id: t.arg.id({ description: 'The id of the saving.' }) },
    resolve: (view, { id }) => findSeen(view, 'saving', id),
  }),
  savings: t.field({
    type: [Saving],
    description: 'Every saving, or those with a status.',
    args: {
      status: t.arg({ type: SavingStatus, required: false, description: 'Only savings with this status.' }),
    },
    resolve: (view, { status }) => savingsWith(view, status).map((saving) => seen(view, saving)),
  }),
  savingTotals: t.field({
    type: SavingTotals,
    description: 'Totals of savings, by year and status where given.',
    args: {
      year: t.arg({
        type: 'FinancialYear',
        required: false,
        description: 'Only this year; without it, all years.',
      }),
      status: t.arg({ type: SavingStatus, required: false, description: 'Only savings with this status.' }),
      isCounted: t.arg.boolean({
        required: false,
        description: 'Only savings that lower the mitigated forecast, or only the others.',
      }),
    },
    resolve: (view, { year, status, isCounted: counted }) =>
      savingTotals(
        view.plan,
        savingsWith(view, status).filter((saving) => counted == null || isCounted(saving) === counted),
        year ?? undefined,
      ),
  }),
}))

type LineReader = (line: NonNullable<ReturnType<typeof trajectoryOf>>['mitigated']) => string

function sentenceOn(plan: View['plan'], read: LineReader): string | null {
  const line = trajectoryOf(plan)?.mitigated
  return line ? read(line) : null
}

function savingsWith(view: View, status: string | null | undefined) {
  return rowsOf(view.plan, 'saving').filter((saving) => !status || saving.status === status)
}
