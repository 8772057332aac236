import { type FinancialYear, yearsFrom } from './financial-year.ts'
import type { Saving } from './model.ts'
import { type Pence, pence, total } from './money.ts'
import { detailsOf, type Plan } from './plan.ts'
import { countedSavings, yearsOfSaving } from './saving.ts'

/** Savings that may be the same money: two or more that count, from one budget line in one year. */
export interface DoubleCount {
  readonly budgetLine: string
  readonly year: FinancialYear
  readonly savings: readonly Saving[]
  /** All of them added, as the mitigated forecast has them; pence. */
  readonly gross: Pence
  /** The largest of them alone: what is left if the others are the same money. */
  readonly net: Pence
}

/** Possible double counts in order of year. A budget line is the same whatever its capitals and spaces. */
export function doubleCounts(plan: Plan): DoubleCount[] {
  const { firstYear, lastYear } = detailsOf(plan)
  const lines = Object.values(
    Object.groupBy(
      countedSavings(plan).filter(({ budgetLine }) => budgetLine),
      ({ budgetLine }) => lineKey(budgetLine),
    ),
  )
  return yearsFrom(firstYear, lastYear).flatMap((year) =>
    lines.flatMap((savings = []) => doubleCountIn(plan, savings, year)),
  )
}

function doubleCountIn(plan: Plan, savings: readonly Saving[], year: FinancialYear): DoubleCount[] {
  const found = savings
    .map((saving) => ({ saving, amount: forecastIn(plan, saving, year) }))
    .filter(({ amount }) => amount > 0)
  if (found.length < 2) return []
  const amounts = found.map(({ amount }) => amount)
  return [
    {
      budgetLine: found[0]?.saving.budgetLine ?? '',
      year,
      savings: found.map(({ saving }) => saving),
      gross: total(amounts),
      net: pence(Math.max(...amounts)),
    },
  ]
}

function forecastIn(plan: Plan, saving: Saving, year: FinancialYear): Pence {
  return total(
    yearsOfSaving(plan, saving.id)
      .filter((of) => of.year === year)
      .map(({ forecast }) => forecast),
  )
}

function lineKey(budgetLine: string | null): string {
  return (budgetLine ?? '').trim().toLowerCase().replaceAll(/\s+/g, ' ')
}
