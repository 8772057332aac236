import type { FinancialYear } from './financial-year.ts'
import type { Saving, SavingYear } from './model.ts'
import { NOTHING, type Pence, percentOf, total } from './money.ts'
import { type Plan, rowsOf } from './plan.ts'
import type { SavingStatus } from './vocabulary.ts'

/** The different things that can be said of a saving in a year. They are never added to each other. */
export const savingMeasures = ['planned', 'forecast', 'delivered', 'confirmed'] as const
export type SavingMeasure = (typeof savingMeasures)[number]

/** Totals of savings in pence by measure, and the forecast weighted by confidence. */
export type SavingTotals = Readonly<Record<SavingMeasure | 'weighted', Pence>>

const agreedStatuses: readonly SavingStatus[] = ['PLANNED', 'ON_TRACK', 'AT_RISK', 'DELIVERED', 'CONFIRMED']

/** True when finance has agreed a saving, and it has neither fallen nor been withdrawn. */
export function isAgreed({ status }: Pick<Saving, 'status'>): boolean {
  return agreedStatuses.includes(status)
}

/**
 * True when a saving lowers the mitigated forecast of the high needs block: it is planned or further on, and it saves
 * money of the Dedicated Schools Grant. Ideas, savings that cannot be made and General Fund savings stay out.
 */
export function isCounted(saving: Saving): boolean {
  return isAgreed(saving) && saving.fundingSource === 'DSG'
}

/** The savings that lower the mitigated forecast. */
export function countedSavings(plan: Plan): Saving[] {
  return rowsOf(plan, 'saving').filter(isCounted)
}

/** The years of a saving in order. */
export function yearsOfSaving(plan: Plan, savingId: string): SavingYear[] {
  return rowsOf(plan, 'savingYear')
    .filter((year) => year.savingId === savingId)
    .sort((a, b) => a.year - b.year)
}

/** Totals of the given savings, in one year or (with none named) in all. */
export function savingTotals(plan: Plan, savings: readonly Saving[], year?: FinancialYear): SavingTotals {
  const byId = new Map(savings.map((saving) => [saving.id, saving]))
  const years = Object.values(plan.tables.savingYear).filter(
    (of) => byId.has(of.savingId) && (year === undefined || of.year === year),
  )
  const sum = (measure: SavingMeasure) => total(years.map((of) => of[measure] ?? NOTHING))
  return {
    planned: sum('planned'),
    forecast: sum('forecast'),
    delivered: sum('delivered'),
    confirmed: sum('confirmed'),
    weighted: total(
      years.map((of) => percentOf(of.forecast, byId.get(of.savingId)?.confidencePercent ?? 100)),
    ),
  }
}

/** What counted savings take off the deficit of one year, in pence. */
export function countedInYear(plan: Plan, year: FinancialYear, measure: SavingMeasure): Pence {
  return savingTotals(plan, countedSavings(plan), year)[measure]
}
