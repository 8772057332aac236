import type { Day } from './day.ts'

/** A financial year by its first calendar year: 2020 is "2020-21", 1 April 2020 to 31 March 2021. */
export type FinancialYear = number

/** The label of a financial year: 2020-21. */
export function yearLabel(year: FinancialYear): string {
  return `${year}-${((year + 1) % 100).toString().padStart(2, '0')}`
}

/** The financial year that a day falls in. */
export function yearOf(day: Day): FinancialYear {
  return Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)
}

/** The last day of a financial year, 31 March. */
export function yearEnd(year: FinancialYear): Day {
  return `${year + 1}-03-31` as Day
}

/** Financial years from the first to the last, both included. */
export function yearsFrom(first: FinancialYear, last: FinancialYear): FinancialYear[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

/** Months from the one that a day is in to the end of the financial year, that month included. */
export function monthsLeft(day: Day): number {
  const month = Number(day.slice(5, 7))
  return month < 4 ? 4 - month : 16 - month
}
