import type { FinancialYear } from './financial-year.ts'
import { trajectoryOf } from './forecast.ts'
import { NOTHING, type Pence, plus } from './money.ts'
import { type Plan, requireRow, rowsOf } from './plan.ts'
import { countedSavings } from './saving.ts'

/** One bar of the waterfall: from a balance to a balance, both in pence. */
export interface WaterfallStep {
  readonly name: string
  readonly strandId: string | null
  readonly from: Pence
  readonly to: Pence
  readonly isTotal: boolean
}

/**
 * From the unmitigated in-year balance of a forecast year, through what each strand saves, to what is left. Empty for an
 * outturn, which holds its savings already.
 */
export function waterfallOf(plan: Plan, year: FinancialYear): WaterfallStep[] {
  const trajectory = trajectoryOf(plan)
  const start = trajectory?.unmitigated.positions.find((at) => !at.isOutturn && at.year === year)?.inYear
    .central
  if (start === undefined) return []
  let level = start
  const counted = countedSavings(plan)
  const steps = rowsOf(plan, 'strand').flatMap((strand): WaterfallStep[] => {
    const ids = new Set(counted.filter((saving) => saving.strandId === strand.id).map((saving) => saving.id))
    const years = rowsOf(plan, 'savingYear').filter((of) => ids.has(of.savingId) && of.year === year)
    if (years.length === 0) return []
    const from = level
    level = years.reduce((sum, of) => plus(sum, of.forecast), from)
    return [
      {
        name: requireRow(plan, 'strand', strand.id).name,
        strandId: strand.id,
        from,
        to: level,
        isTotal: false,
      },
    ]
  })
  const whole = (name: string, to: Pence): WaterfallStep => ({
    name,
    strandId: null,
    from: NOTHING,
    to,
    isTotal: true,
  })
  return [whole('Unmitigated', start), ...steps, whole('Left after savings', level)]
}
