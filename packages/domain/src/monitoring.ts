import type { Placement } from './assumption.ts'
import type { Day } from './day.ts'
import { type ModelYear, placesOn, spendByMonth } from './financial-model.ts'
import { type FinancialYear, monthsLeft } from './financial-year.ts'
import type { BudgetLine, BudgetReport } from './model.ts'
import { NOTHING, type Pence, pence, share, total } from './money.ts'
import { type Plan, rowsOf } from './plan.ts'
import { modelForYear } from './plan-model.ts'
import { yearsOf } from './scenario.ts'
import { isSuppressed } from './small-numbers.ts'

/** A budget line at a report. Money in pence; spend and income are both positive. */
export interface BudgetPosition {
  readonly line: BudgetLine
  /** Its report of this date; null where there was none. */
  readonly report: BudgetReport | null
  /** The part of the budget that was meant to be used by then. */
  readonly budgetToDate: Pence
  /** The forecast outturn less the budget: above nothing is more spent, or more received, than budgeted. */
  readonly variance: Pence | null
  /** The forecast outturn less that of the report before. */
  readonly movement: Pence | null
  /** Places of the category on that day as the model has them, in hundredths. */
  readonly placesPlanned: number | null
  /** True where those are not shown because of numbers that are too small to show. */
  readonly isPlannedSuppressed: boolean
}

/** What the lines come to together: income less spend, so a deficit is below nothing. */
export interface InYearBalance {
  readonly budget: Pence
  readonly toDate: Pence
  readonly outturn: Pence
  /** The forecast outturn less that of the report before; null at the first. */
  readonly movement: Pence | null
}

/** The current year at the end of a month, beside the report before. */
export interface InYear {
  readonly year: FinancialYear
  /** The days of all reports of the year, the newest first. */
  readonly reports: readonly Day[]
  readonly asOf: Day | null
  readonly lines: readonly BudgetPosition[]
  readonly balance: InYearBalance
  /** The version whose model says how the budget of a category falls by month, and how many places there should be. */
  readonly modelledBy: string | null
  /** True where there is such a version, with numbers that are too small to show. */
  readonly isModelSuppressed: boolean
}

/** The lines of the budget of a year that hold. */
export function budgetLinesOf(plan: Plan, year: FinancialYear): BudgetLine[] {
  return rowsOf(plan, 'budgetLine').filter((of) => of.year === year && of.droppedOn === null)
}

/** The years that have a budget, the newest first. */
export function monitoredYears(plan: Plan): FinancialYear[] {
  const years = rowsOf(plan, 'budgetLine').filter((of) => of.droppedOn === null)
  return [...new Set(years.map(({ year }) => year))].sort((a, b) => b - a)
}

/** A year at a report of it, the newest unless another is asked for. */
export function inYearAt(plan: Plan, year: FinancialYear, asked: Day | null = null): InYear {
  const lines = budgetLinesOf(plan, year)
  const ids = new Set(lines.map(({ id }) => id))
  const all = rowsOf(plan, 'budgetReport').filter(({ lineId }) => ids.has(lineId))
  const reports = [...new Set(all.map(({ asOf }) => asOf))].sort().reverse()
  const asOf = reports.find((day) => day === asked) ?? reports[0] ?? null
  const earlier = asOf ? (reports.find((day) => day < asOf) ?? null) : null
  const found = modelForYear(plan, year)
  const isModelSuppressed =
    !found && rowsOf(plan, 'forecastVersion').some(({ id }) => isSuppressed(plan, 'forecastVersion', id))
  const lacking = new Set(
    rowsOf(plan, 'saving').flatMap(({ id, placement }) =>
      placement && isSuppressed(plan, 'saving', id) ? [placement] : [],
    ),
  )
  const modelled = found && (yearsOf(found.model).find((of) => of.year === year) ?? null)
  const reportOf = (line: BudgetLine, day: Day | null) =>
    all.find((of) => of.lineId === line.id && of.asOf === day) ?? null
  const positions = lines.map((line): BudgetPosition => {
    const report = reportOf(line, asOf)
    const before = reportOf(line, earlier)
    const isPlannedSuppressed =
      line.category !== null && (isModelSuppressed || (found !== null && lacking.has(line.category)))
    return {
      ...{ line, report },
      budgetToDate: asOf ? toDateOf(line, modelled, asOf) : NOTHING,
      variance: report && pence(report.outturn - line.budget),
      movement: report && before && pence(report.outturn - before.outturn),
      placesPlanned:
        asOf && line.category && found && modelled && !isPlannedSuppressed
          ? placesOn(found.model.base, modelled, line.category, asOf)
          : null,
      isPlannedSuppressed,
    }
  })
  const balanceAt = (day: Day | null) => net(lines, (line) => reportOf(line, day)?.outturn ?? line.budget)
  return {
    ...{ year, reports, asOf, lines: positions },
    balance: {
      budget: net(lines, ({ budget }) => budget),
      toDate: net(lines, (line) => reportOf(line, asOf)?.toDate ?? NOTHING),
      outturn: balanceAt(asOf),
      movement: earlier ? pence(balanceAt(asOf) - balanceAt(earlier)) : null,
    },
    modelledBy: found?.version.name ?? null,
    isModelSuppressed,
  }
}

function net(lines: readonly BudgetLine[], amountOf: (line: BudgetLine) => Pence): Pence {
  return total(lines.map((line) => pence(line.isIncome ? amountOf(line) : -amountOf(line))))
}

/** A budget falls by month as the model expects its category to, else in twelfths. */
function toDateOf({ budget, category }: BudgetLine, modelled: ModelYear | null, asOf: Day): Pence {
  const months = 13 - monthsLeft(asOf)
  return total(share(budget, weightsOf(category, modelled)).slice(0, months))
}

function weightsOf(category: Placement | null, modelled: ModelYear | null): readonly number[] {
  const of = modelled?.categories.find((found) => found.category === category)
  const weights = of ? spendByMonth(of).map((amount) => Math.max(0, amount)) : []
  return weights.some((weight) => weight > 0) ? weights : Array<number>(12).fill(1)
}
