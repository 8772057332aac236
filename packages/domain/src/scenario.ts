import { type Assumption, type Driver, driverParts, type Placement, registerOf } from './assumption.ts'
import { delayed, type ModelBase, type ModelYear, project } from './financial-model.ts'
import type { FinancialYear } from './financial-year.ts'

/** A model to be worked out. */
export interface ModelInputs {
  readonly base: ModelBase
  readonly assumptions: readonly Assumption[]
}

/** The years of a model. */
export function yearsOf({ base, assumptions }: ModelInputs): ModelYear[] {
  return project(base, registerOf(assumptions))
}

/** What is supposed to be otherwise, for the assumptions that it names; what is left out names all. */
export interface Supposition {
  readonly driver: Driver
  readonly category?: Placement
  readonly year?: FinancialYear
  /** Added to the value, in the unit of the driver; or with `to`, put in its place. */
  readonly by?: number
  readonly to?: number
}

/** A named "what if". It is worked out beside the plan and never mixed with it. */
export interface Scenario {
  readonly name: string
  readonly suppositions: readonly Supposition[]
  /** Mitigations by name that begin so many months later. */
  readonly delays: readonly { readonly name: string; readonly months: number }[]
  readonly isTransferRefused: boolean
}

export const NOTHING_SUPPOSED: Scenario = {
  name: 'As planned',
  suppositions: [],
  delays: [],
  isTransferRefused: false,
}

/** The model as the scenario supposes it. An assumption that is moved takes its range with it. */
export function supposed({ base, assumptions }: ModelInputs, scenario: Scenario): ModelInputs {
  const delayOf = (name: string) => scenario.delays.find((of) => of.name === name)?.months ?? 0
  return {
    assumptions: assumptions.map((assumption) => scenario.suppositions.reduce(moved, assumption)),
    base: {
      ...base,
      mitigations: base.mitigations.map((of) => delayed(of, delayOf(of.name))),
      transfers: scenario.isTransferRefused ? [] : base.transfers,
    },
  }
}

function moved(assumption: Assumption, { driver, category, year, by = 0, to }: Supposition): Assumption {
  const isMeant =
    assumption.driver === driver &&
    (category === undefined || assumption.category === category) &&
    (year === undefined || assumption.year === year)
  if (!isMeant) return assumption
  const shift = to === undefined ? by : to - assumption.value
  const { value, low, high } = assumption
  return {
    ...assumption,
    value: value + shift,
    low: low === null ? null : low + shift,
    high: high === null ? null : high + shift,
  }
}

/** One cause of the difference between two versions, in pence; the causes add up to the whole difference. */
export interface Cause {
  readonly name: string
  readonly amount: number
}

const income: readonly Driver[] = [
  ...(['ALLOCATION', 'ALLOCATION_GROWTH'] as const),
  ...driverParts.ALLOCATION,
  'DEDUCTION',
  ...driverParts.DEDUCTION,
]
const causes: readonly { readonly name: string; readonly drivers: readonly Driver[] }[] = [
  { name: 'Places and plans', drivers: ['PLACES', 'STARTS', 'GROWTH', 'UNISSUED'] },
  { name: 'Cost of places', drivers: ['UNIT_COST', 'INFLATION'] },
  { name: 'Spend as entered', drivers: ['SPEND'] },
  { name: 'Allocation and deductions', drivers: income },
  { name: 'Interest', drivers: ['INTEREST'] },
]

/**
 * Why a figure of one version differs from that of an earlier one. What has changed is put in the place of what was, one
 * cause after another in this order, so the lines add up to the difference to the penny; another order would share out
 * differently what two causes do together.
 */
export function movement(
  from: ModelInputs,
  to: ModelInputs,
  figure: (inputs: ModelInputs) => number,
): Cause[] {
  let at: ModelInputs = from
  const steps: [string, (of: ModelInputs) => ModelInputs][] = [
    [
      'Opening balance and years',
      ({ base, assumptions }) => ({ assumptions, base: { ...base, ...frameOf(to) } }),
    ],
    ...causes.map(({ name, drivers }): [string, (of: ModelInputs) => ModelInputs] => [
      name,
      ({ base, assumptions }) => ({ base, assumptions: exchanged(assumptions, to.assumptions, drivers) }),
    ]),
    ['Savings', ({ base, assumptions }) => ({ assumptions, base: { ...base, ...savingsOf(to) } })],
    [
      'Transfers',
      ({ base, assumptions }) => ({ assumptions, base: { ...base, transfers: to.base.transfers } }),
    ],
    ['Payments', ({ base, assumptions }) => ({ assumptions, base: { ...base, payments: to.base.payments } })],
  ]
  return steps.flatMap(([name, step]) => {
    const next = step(at)
    const amount = figure(next) - figure(at)
    at = next
    return amount === 0 ? [] : [{ name, amount }]
  })
}

function frameOf({ base: { firstYear, lastYear, openingBalance } }: ModelInputs) {
  return { firstYear, lastYear, openingBalance }
}

function savingsOf({ base: { savings, mitigations } }: ModelInputs) {
  return { savings, mitigations }
}

function exchanged(
  old: readonly Assumption[],
  fresh: readonly Assumption[],
  drivers: readonly Driver[],
): Assumption[] {
  const isOf = ({ driver }: Assumption) => drivers.includes(driver)
  return [...old.filter((of) => !isOf(of)), ...fresh.filter(isOf)]
}
