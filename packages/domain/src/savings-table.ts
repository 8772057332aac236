import { type DoubleCount, doubleCounts } from './double-count.ts'
import { type FinancialYear, yearsFrom } from './financial-year.ts'
import { distinct, provenanceOf, trajectoryOf } from './forecast.ts'
import type { Source } from './model.ts'
import { type Pence, pence } from './money.ts'
import { detailsOf, type Plan, sourceOf } from './plan.ts'
import { countedInYear, countedSavings, type SavingTotals, savingTotals } from './saving.ts'
import type { Provenance } from './vocabulary.ts'

/** Savings and the year-end balance of one year: the table that members ask for first. */
export interface SavingsYear {
  readonly year: FinancialYear
  readonly budgeted: Pence
  readonly forecast: Pence
  /** The forecast weighted by the confidence in each saving. */
  readonly weighted: Pence
  /** The forecast with savings that may be the same money counted once. */
  readonly net: Pence
  readonly achieved: Pence
  readonly confirmed: Pence
  readonly yearEnd: Pence | null
  /** What the savings and the balance rest on: each saving that counts, the opening balance, every year so far. */
  readonly sources: readonly Source[]
  /** Published only when all of these are. */
  readonly provenance: Provenance
}

/** Savings budgeted and achieved, and the cumulative balance at year end, for each year of the plan. */
export function savingsTable(plan: Plan): SavingsYear[] {
  const { firstYear, lastYear } = detailsOf(plan)
  const trajectory = trajectoryOf(plan)
  const positions = trajectory?.mitigated.positions ?? []
  const always = [...countedSavings(plan), ...(trajectory ? [trajectory.version] : [])].map((row) =>
    sourceOf(plan, row),
  )
  const sourcesOf = (year: FinancialYear) =>
    distinct([...always, ...positions.filter((at) => at.year <= year).flatMap((at) => at.sources)])
  const counted = countedSavings(plan)
  const doubled = doubleCounts(plan)
  return yearsFrom(firstYear, lastYear).map((year) => ({
    year,
    sources: sourcesOf(year),
    provenance: provenanceOf(sourcesOf(year)),
    ...measured(savingTotals(plan, counted, year)),
    net: netOf(countedInYear(plan, year, 'forecast'), doubled, year),
    yearEnd: positions.find((at) => at.year === year)?.cumulative.central ?? null,
  }))
}

function measured({ planned, delivered, ...rest }: SavingTotals) {
  return { ...rest, budgeted: planned, achieved: delivered }
}

function netOf(forecast: Pence, doubled: readonly DoubleCount[], year: FinancialYear): Pence {
  return doubled
    .filter((of) => of.year === year)
    .reduce((left, { gross, net }) => pence(left - gross + net), forecast)
}
