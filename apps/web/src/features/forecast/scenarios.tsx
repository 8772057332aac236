import { type Driver, drivers, registerOf } from '@strandline/domain/assumption'
import { quantityInWords } from '@strandline/domain/explanation'
import type { ModelYear } from '@strandline/domain/financial-model'
import { yearLabel, yearsFrom } from '@strandline/domain/financial-year'
import { NOTHING } from '@strandline/domain/money'
import {
  type ModelInputs,
  NOTHING_SUPPOSED,
  type Scenario,
  supposed,
  yearsOf,
} from '@strandline/domain/scenario'
import { solvedFor } from '@strandline/domain/simulation'
import { useId, useState } from 'react'
import formStyles from '../../ui/form.module.css'
import { Money } from '../../ui/money.tsx'
import { Table } from '../../ui/table.tsx'
import { assumptionName } from './register.tsx'
import { factsInWords } from './results.tsx'

const POINTS = 100

const scenarios: readonly Scenario[] = [
  NOTHING_SUPPOSED,
  { ...NOTHING_SUPPOSED, name: 'Growth up 2 points', suppositions: [{ driver: 'GROWTH', by: 2 * POINTS }] },
  { ...NOTHING_SUPPOSED, name: 'Inflation up 1 point', suppositions: [{ driver: 'INFLATION', by: POINTS }] },
  {
    ...NOTHING_SUPPOSED,
    name: 'Allocation grows 1 point less',
    suppositions: [{ driver: 'ALLOCATION_GROWTH', by: -POINTS }],
  },
  { ...NOTHING_SUPPOSED, name: 'Transfers refused', isTransferRefused: true },
]

interface Outcome {
  readonly name: string
  readonly years: readonly ModelYear[]
}

/** What if: named suppositions side by side, worked out beside the plan and never written into it. */
export function Scenarios({ inputs }: { readonly inputs: ModelInputs }) {
  const outcomes = scenarios.map((of): Outcome => ({ name: of.name, years: yearsOf(supposed(inputs, of)) }))
  const { firstYear, lastYear } = inputs.base
  return (
    <>
      <h3>What if?</h3>
      <Table
        caption="In-year balance by scenario, in pounds; nothing here changes the plan"
        rows={outcomes}
        keyOf={({ name }) => name}
        columns={[
          { header: 'Scenario', cell: ({ name }) => name },
          ...yearsFrom(firstYear, lastYear).map((year, at) => ({
            header: yearLabel(year),
            isNumeric: true,
            cell: ({ years }: Outcome) => <Money amount={years[at]?.mitigated.inYear ?? NOTHING} isExact />,
          })),
          { header: 'In the end', isProse: true, cell: ({ years }) => factsInWords(years) },
        ]}
      />
      <WhatWouldHaveToBe inputs={inputs} />
    </>
  )
}

/** How far the search goes for each sort of driver, in its unit. */
const bounds: Readonly<Partial<Record<Driver, { from: number; to: number }>>> = {
  GROWTH: { from: -10_000, to: 10_000 },
  INFLATION: { from: -5000, to: 5000 },
  ALLOCATION_GROWTH: { from: -5000, to: 10_000 },
}

/** What would have to be true to balance in a year, for one chosen assumption. */
function WhatWouldHaveToBe({ inputs }: { readonly inputs: ModelInputs }) {
  const id = useId()
  const { assumptions, base } = inputs
  const choices = assumptions.filter(({ driver }) => bounds[driver])
  const [chosen, setChosen] = useState(choices[0]?.id ?? '')
  const [year, setYear] = useState(base.lastYear)
  const index = assumptions.findIndex((of) => of.id === chosen)
  const assumption = assumptions[index]
  if (!assumption) return null
  const inYear = (years: readonly ModelYear[]) =>
    years.find((of) => of.year === year)?.mitigated.inYear ?? NOTHING
  const range = bounds[assumption.driver] ?? { from: 0, to: 0 }
  const found = solvedFor(base, registerOf(assumptions), index, inYear, range)
  const { unit } = drivers[assumption.driver]
  return (
    <>
      <h3>What would have to be true?</h3>
      <div className={formStyles.field}>
        <label htmlFor={`${id}-assumption`}>Assumption</label>
        <select id={`${id}-assumption`} value={chosen} onChange={(event) => setChosen(event.target.value)}>
          {choices.map((of) => (
            <option key={of.id} value={of.id}>
              {assumptionName(of)}
            </option>
          ))}
        </select>
      </div>
      <div className={formStyles.field}>
        <label htmlFor={`${id}-year`}>In-year balance in</label>
        <select id={`${id}-year`} value={year} onChange={(event) => setYear(Number(event.target.value))}>
          {yearsFrom(base.firstYear, base.lastYear).map((of) => (
            <option key={of} value={of}>
              {yearLabel(of)}
            </option>
          ))}
        </select>
      </div>
      <p role="status">
        {found === null
          ? `No value of this assumption alone gives in-year balance in ${yearLabel(year)}.`
          : found === assumption.value
            ? `It balances in ${yearLabel(year)} as it is, at ${quantityInWords(found, unit)}.`
            : `It would have to be ${quantityInWords(found, unit)}, where ${quantityInWords(assumption.value, unit)} is assumed.`}
      </p>
    </>
  )
}
