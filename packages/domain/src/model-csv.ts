import type { ModelYear } from './financial-model.ts'
import { yearLabel } from './financial-year.ts'
import type { Pence } from './money.ts'

const columns: readonly (readonly [header: string, of: (year: ModelYear) => Pence])[] = [
  ['Allocation', ({ allocation }) => allocation],
  ['Deduction for places', ({ deduction }) => deduction],
  ['Spend', ({ spend }) => spend],
  ['Savings', ({ savings }) => savings],
  ['In-year before transfer', ({ mitigated }) => mitigated.beforeTransfer],
  ['Transfer', ({ transfer }) => transfer],
  ['In-year', ({ mitigated }) => mitigated.inYear],
  ['Payments below the line', ({ payments }) => payments],
  ['Cumulative', ({ mitigated }) => mitigated.cumulative],
  ['Unmitigated in-year', ({ unmitigated }) => unmitigated.inYear],
  ['Unmitigated cumulative', ({ unmitigated }) => unmitigated.cumulative],
  ['Cost of carrying the deficit', ({ carrying }) => carrying],
]

/** The years of a model as comma-separated values: pounds with two decimals, deficits negative, one row a year. */
export function modelAsCsv(years: readonly ModelYear[]): string {
  const rows = years.map((year) => [
    yearLabel(year.year),
    ...columns.map(([, of]) => (of(year) / 100).toFixed(2)),
  ])
  return [['Year', ...columns.map(([header]) => header)], ...rows].map((row) => `${row.join(',')}\n`).join('')
}
