import { type FinancialYear, yearLabel } from './financial-year.ts'
import { type Line, peakOf, trajectoryOf, yearOfClearance, yearOfInYearBalance } from './forecast.ts'
import { balanceInWords, inShort, type Pence, pence } from './money.ts'
import { detailsOf, type Plan } from './plan.ts'
import type { WaterfallStep } from './waterfall.ts'

/** The sentence that a cabinet member reads first, made from the mitigated forecast. */
export function headlineOf(plan: Plan): string {
  const line = trajectoryOf(plan)?.mitigated
  if (!line || line.positions.length === 0) return 'No forecast has been made yet.'
  return `${peakInWords(line)}; ${lowerFirst(inYearBalanceInWords(line))}; ${lowerFirst(clearanceInWords(line))}.`
}

function peakInWords(line: Line): string {
  const peak = peakOf(line)
  if (!peak) return 'No cumulative deficit is forecast'
  const size = inShort(pence(Math.abs(peak.cumulative.central)))
  const isStillGrowing = peak === line.positions.at(-1) && peak.inYear.central < 0
  return isStillGrowing
    ? `Deficit forecast to reach ${size} by the end of ${yearLabel(peak.year)}, still growing`
    : `Deficit forecast to peak at ${size} in ${yearLabel(peak.year)}`
}

/** When spending of one year comes back within that year's funding: not the same as clearing the deficit. */
export function inYearBalanceInWords(line: Line): string {
  const year = yearOfInYearBalance(line)
  return year === null
    ? 'In-year balance not reached within the plan'
    : `In-year balance in ${yearLabel(year)}`
}

/** When the deficit built up over the years is gone: later than in-year balance, or not within the plan. */
export function clearanceInWords(line: Line): string {
  const year = yearOfClearance(line)
  if (!line.positions.some((at) => at.cumulative.central < 0)) return 'No cumulative deficit to clear'
  return year === null
    ? 'Cumulative deficit not cleared within the plan'
    : `Cumulative deficit cleared in ${yearLabel(year)}`
}

/** Whether the mitigated forecast meets the plan's own target year for in-year balance, as a sentence. */
export function targetInWords(plan: Plan): string {
  const { balanceTargetYear, targetWords } = detailsOf(plan)
  const line = trajectoryOf(plan)?.mitigated
  const year = line ? yearOfInYearBalance(line) : null
  const aim = `Target: ${targetWords}, in-year by ${yearLabel(balanceTargetYear)}`
  if (!line || line.positions.length === 0) return `${aim}. No forecast has been made yet.`
  if (year === null) return `${aim}. The forecast does not reach it within the plan.`
  if (year <= balanceTargetYear) return `${aim}. The forecast meets it.`
  return `${aim}. The forecast is ${year - balanceTargetYear} year${year - balanceTargetYear > 1 ? 's' : ''} late.`
}

/** One sentence that reads a line of in-year balances from first to last. */
export function lineInWords(line: Line, measure: 'inYear' | 'cumulative'): string {
  const first = line.positions[0]
  const last = line.positions.at(-1)
  if (!first || !last) return 'There are no figures yet.'
  const subject = measure === 'inYear' ? 'in-year position' : 'cumulative position'
  return `${line.name}: ${subject} from a ${phrase(first[measure].central)} in ${yearLabel(first.year)} to a ${phrase(last[measure].central)} in ${yearLabel(last.year)}.`
}

/** What the chart of in-year balances shows, as its title. */
export function inYearFinding(line: Line): string {
  return inYearBalanceInWords(line)
}

/** What the chart of cumulative balances shows, as its title. */
export function cumulativeFinding(line: Line): string {
  return `${peakInWords(line)}; ${lowerFirst(clearanceInWords(line))}`
}

/** What the waterfall of a year shows: "Savings of £8.0m in 2022-23 leave an in-year deficit of £0.4m". */
export function waterfallFinding(steps: readonly WaterfallStep[], year: FinancialYear): string {
  const start = steps[0]?.to
  const end = steps.at(-1)?.to
  if (start === undefined || end === undefined) return `No forecast for ${yearLabel(year)}`
  const left = end === 0 ? 'the year balanced' : `an in-year ${phrase(end)}`
  return `Savings of ${inShort(pence(end - start))} in ${yearLabel(year)} leave ${left}`
}

/** A balance inside a sentence: "deficit of £5.6m" or "balanced position". */
function phrase(balance: Pence): string {
  return balance === 0 ? 'balanced position' : balanceInWords(balance).replace(' ', ' of ')
}

function lowerFirst(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1)
}
