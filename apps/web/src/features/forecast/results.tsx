import { registerOf } from '@strandline/domain/assumption'
import { addMonths, monthInWords } from '@strandline/domain/day'
import { type Explained, explainYear, quantityInWords } from '@strandline/domain/explanation'
import { type ModelYear, monthsOf, project } from '@strandline/domain/financial-model'
import { yearLabel } from '@strandline/domain/financial-year'
import { balanceInWords, type Pence } from '@strandline/domain/money'
import type { ModelInputs } from '@strandline/domain/scenario'
import { Money } from '../../ui/money.tsx'
import { Illustrative } from '../../ui/provenance.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import styles from './forecast.module.css'

const amount = (header: string, of: (year: ModelYear) => Pence): Column<ModelYear> => ({
  header,
  isNumeric: true,
  cell: (year) => <Money amount={of(year)} isExact />,
})

const columns: readonly Column<ModelYear>[] = [
  { header: 'Year', cell: ({ year }) => yearLabel(year) },
  amount('Allocation', ({ allocation }) => allocation),
  amount('Deduction for places', ({ deduction }) => deduction),
  amount('Spend', ({ spend }) => spend),
  amount('Savings', ({ savings }) => savings),
  amount('Before transfer', ({ mitigated }) => mitigated.beforeTransfer),
  amount('Transfer', ({ transfer }) => transfer),
  amount('In-year balance', ({ mitigated }) => mitigated.inYear),
  amount('Payments', ({ payments }) => payments),
  amount('Cumulative balance', ({ mitigated }) => mitigated.cumulative),
  amount('Cumulative, unmitigated', ({ unmitigated }) => unmitigated.cumulative),
  amount('Cost of carrying', ({ carrying }) => carrying),
]

interface ResultsProps {
  readonly inputs: ModelInputs
  readonly isIllustrative: boolean
}

/** What the model gives, year by year, with the two facts that are not one, and how each balance is made. */
export function Results({ inputs, isIllustrative }: ResultsProps) {
  const register = registerOf(inputs.assumptions)
  const years = project(inputs.base, register)
  return (
    <>
      <p>
        <strong>{factsInWords(years)}</strong>
      </p>
      <Table
        caption={
          <>
            Years of the forecast, in pounds; a deficit is below nothing {isIllustrative && <Illustrative />}
          </>
        }
        rows={years}
        keyOf={({ year }) => year}
        columns={columns}
      />
      {years[0] && <Months inputs={inputs} year={years[0]} />}
      <h3>What is it based on?</h3>
      {years.map(({ year }) => {
        const explained = explainYear(inputs.base, register, year)
        return explained && <Explanation key={year} of={explained} />
      })}
    </>
  )
}

/** The name of a month of a financial year, of which April is 0. */
function monthName(month: number): string | undefined {
  return monthInWords(addMonths('2020-04-01', month)).split(' ')[0]
}

/** The first year by month, since places begin with the academic year and savings in their month. */
function Months({ inputs, year }: { readonly inputs: ModelInputs; readonly year: ModelYear }) {
  return (
    <details className={styles.tree}>
      <summary>{yearLabel(year.year)} by month</summary>
      <Table
        caption={`${yearLabel(year.year)} by month, in pounds; the months add up to the year`}
        rows={monthsOf(inputs.base, year)}
        keyOf={({ month }) => month}
        columns={[
          { header: 'Month', cell: ({ month }) => monthName(month) },
          { header: 'Income', isNumeric: true, cell: ({ income }) => <Money amount={income} isExact /> },
          { header: 'Spend', isNumeric: true, cell: ({ spend }) => <Money amount={spend} isExact /> },
          { header: 'Savings', isNumeric: true, cell: ({ savings }) => <Money amount={savings} isExact /> },
          {
            header: 'In-year balance to date',
            isNumeric: true,
            cell: ({ toDate }) => <Money amount={toDate} isExact />,
          },
        ]}
      />
    </details>
  )
}

/** The year of in-year balance and the year of clearance: two facts, each of which may not come within the plan. */
export function factsInWords(years: readonly ModelYear[]): string {
  const balanced = years.find(({ mitigated }) => mitigated.inYear >= 0)
  const peak = years.reduce((worst, { mitigated }, at) => {
    return mitigated.cumulative < (years[worst]?.mitigated.cumulative ?? 0) ? at : worst
  }, 0)
  const cleared = years.find(({ mitigated }, at) => at >= peak && mitigated.cumulative >= 0)
  const last = years.at(-1)
  const end = last ? `${balanceInWords(last.mitigated.cumulative)} at 31 March ${last.year + 1}` : 'No years'
  const first = balanced
    ? `in-year balance in ${yearLabel(balanced.year)}`
    : 'in-year balance not within the plan'
  const second = cleared
    ? `deficit cleared in ${yearLabel(cleared.year)}`
    : 'deficit not cleared within the plan'
  return `${end.charAt(0).toUpperCase()}${end.slice(1)}; ${first}; ${second}.`
}

/** A figure that opens into what it is made of. */
function Explanation({ of }: { readonly of: Explained }) {
  const value = quantityInWords(of.value, of.unit)
  if (of.parts.length === 0)
    return (
      <p className={styles.leaf}>
        {of.label}: <strong>{value}</strong> <span className="quiet">{of.how}</span>
      </p>
    )
  return (
    <details className={styles.tree}>
      <summary>
        {of.label}: <strong>{value}</strong>
      </summary>
      <p className="quiet">{of.how}</p>
      {of.parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts are in the order of the formula, and do not move
        <Explanation key={index} of={part} />
      ))}
    </details>
  )
}
