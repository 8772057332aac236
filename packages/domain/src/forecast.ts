import type { FinancialYear } from './financial-year.ts'
import { afterTransfer, agreedTransfers, paymentsBelowTheLine, rollForward } from './funding.ts'
import type { ForecastVersion, ForecastYear, Source } from './model.ts'
import { NOTHING, type Pence, plus } from './money.ts'
import { type Plan, rowsOf, sourceOf } from './plan.ts'
import { countedInYear, countedSavings, type SavingMeasure, yearsOfSaving } from './saving.ts'
import type { Provenance } from './vocabulary.ts'

/** A balance as a range in pence, negative in deficit, so low is the largest deficit. */
export interface Range {
  readonly low: Pence
  readonly central: Pence
  readonly high: Pence
}

/** The position of one year: the in-year balance and the cumulative balance at its end, with what they rest on. */
export interface YearPosition {
  readonly year: FinancialYear
  readonly isOutturn: boolean
  readonly inYear: Range
  readonly cumulative: Range
  readonly basis: string
  readonly sources: readonly Source[]
  /** Published only when everything in the in-year balance is. */
  readonly provenance: Provenance
  /** A cumulative balance carries its opening balance and every year before it, so one illustrative figure marks it. */
  readonly cumulativeProvenance: Provenance
}

/** One line of the trajectory. */
export interface Line {
  readonly name: string
  readonly positions: readonly YearPosition[]
}

/** The lines that people compare, all of one scope and from one opening balance. */
export interface Trajectory {
  readonly version: ForecastVersion
  readonly outturn: Line
  /** If nothing more is done. */
  readonly unmitigated: Line
  /** Unmitigated with the savings that count, at what they are now forecast to save. */
  readonly mitigated: Line
  /** Unmitigated with only what has been delivered. */
  readonly delivered: Line
  /** The mitigated forecasts of the versions as they were prepared, oldest first. */
  readonly versions: readonly Line[]
}

/** The version that the plan runs on: the newest approved, else the newest. Undefined before there is one. */
export function currentVersion(plan: Plan): ForecastVersion | undefined {
  const versions = rowsOf(plan, 'forecastVersion')
  const approved = versions.findLast((version) => version.status === 'APPROVED')
  return approved ?? versions.findLast((version) => hasYears(plan, version)) ?? versions.at(-1)
}

/** A version that is being worked on has no years of its own until it is submitted. */
function hasYears(plan: Plan, { id }: ForecastVersion): boolean {
  return rowsOf(plan, 'forecastYear').some((of) => of.versionId === id && of.series !== 'OUTTURN')
}

function yearsOfVersion(
  plan: Plan,
  version: ForecastVersion,
  series: ForecastYear['series'],
): ForecastYear[] {
  return rowsOf(plan, 'forecastYear')
    .filter((row) => row.versionId === version.id && row.series === series && row.year >= version.openingYear)
    .sort((a, b) => a.year - b.year)
}

/** A year counts once: nothing is deleted, so the forecast of a year is still there when its outturn is entered. */
function withoutYearsOf(known: readonly ForecastYear[], rows: readonly ForecastYear[]): ForecastYear[] {
  return rows.filter((row) => !known.some((of) => of.year === row.year))
}

/** The trajectory of the plan, or null before there is a forecast. */
export function trajectoryOf(plan: Plan): Trajectory | null {
  const version = currentVersion(plan)
  if (!version) return null
  const outturn = yearsOfVersion(plan, version, 'OUTTURN')
  const unmitigated = withoutYearsOf(outturn, yearsOfVersion(plan, version, 'UNMITIGATED'))
  const line = (name: string, measure?: SavingMeasure): Line => ({
    name,
    positions: positionsFrom(
      plan,
      version,
      [...outturn, ...unmitigated.map((row) => mitigatedRow(plan, row, measure))].sort(
        (a, b) => a.year - b.year,
      ),
    ),
  })
  return {
    version,
    outturn: { name: 'Outturn', positions: positionsFrom(plan, version, outturn.map(asParts)) },
    unmitigated: line('Unmitigated forecast'),
    mitigated: line('Mitigated forecast', 'forecast'),
    delivered: line('Delivered so far', 'delivered'),
    versions: rowsOf(plan, 'forecastVersion')
      .filter((of) => hasYears(plan, of))
      .map((of) => versionLine(plan, of)),
  }
}

/** A forecast row with the savings that were added to it, whose sources it then rests on as well. */
type Parts = ForecastYear & { readonly savingSources?: readonly Source[] }
const asParts = (row: ForecastYear): Parts => row

/** Mitigated = unmitigated + the savings that count. A saving moves the whole range. */
function mitigatedRow(plan: Plan, row: ForecastYear, measure?: SavingMeasure): Parts {
  if (!measure) return row
  const saved = countedInYear(plan, row.year, measure)
  const behind = countedSavings(plan).filter((saving) =>
    yearsOfSaving(plan, saving.id).some((of) => of.year === row.year && (of[measure] ?? 0) !== 0),
  )
  return { ...row, ...shifted(row, saved), savingSources: behind.map((saving) => sourceOf(plan, saving)) }
}

/** A year that was forecast when the version was prepared stays as it was forecast, whatever its outturn. */
function versionLine(plan: Plan, version: ForecastVersion): Line {
  const mitigated = yearsOfVersion(plan, version, 'MITIGATED')
  const outturn = withoutYearsOf(mitigated, yearsOfVersion(plan, version, 'OUTTURN'))
  return {
    name: version.name,
    positions: positionsFrom(
      plan,
      version,
      [...outturn, ...mitigated].sort((a, b) => a.year - b.year),
    ),
  }
}

function shifted(range: Range, by: Pence): Range {
  return { low: plus(range.low, by), central: plus(range.central, by), high: plus(range.high, by) }
}

/**
 * Rolls a series forward from the opening balance; each end of the range is carried on its own. An outturn and a version
 * as prepared hold their transfers already; payments stand below the line of an outturn as they do of a forecast.
 */
function positionsFrom(plan: Plan, version: ForecastVersion, rows: readonly Parts[]): YearPosition[] {
  const opening = version.openingBalance
  let balance: Range = { low: opening, central: opening, high: opening }
  let carried: Provenance = sourceOf(plan, version).provenance
  return rows.map((row) => {
    const transfer = row.series === 'UNMITIGATED' ? agreedTransfers(plan, row.year, version.scope) : NOTHING
    const payments =
      row.series === 'MITIGATED' ? NOTHING : paymentsBelowTheLine(plan, row.year, version.scope)
    const inYear: Range = {
      low: afterTransfer(row.low, transfer),
      central: afterTransfer(row.central, transfer),
      high: afterTransfer(row.high, transfer),
    }
    balance = {
      low: rollForward(balance.low, inYear.low, payments),
      central: rollForward(balance.central, inYear.central, payments),
      high: rollForward(balance.high, inYear.high, payments),
    }
    const sources = distinct([sourceOf(plan, row), ...(row.savingSources ?? [])])
    const provenance = provenanceOf(sources)
    carried = carried === 'PUBLISHED' ? provenance : carried
    return {
      year: row.year,
      isOutturn: row.series === 'OUTTURN',
      inYear,
      cumulative: balance,
      basis: row.basis,
      sources,
      provenance,
      cumulativeProvenance: carried,
    }
  })
}

/** Sources without their repetitions. */
export function distinct(sources: readonly Source[]): Source[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()]
}

/** A figure made of several is published only when every part is. */
export function provenanceOf(sources: readonly Source[]): Provenance {
  return sources.every((source) => source.provenance === 'PUBLISHED') ? 'PUBLISHED' : 'ILLUSTRATIVE'
}

/** The first forecast year whose in-year balance is not a deficit, or null when none is within the plan. */
export function yearOfInYearBalance(line: Line): FinancialYear | null {
  return line.positions.find((at) => !at.isOutturn && at.inYear.central >= 0)?.year ?? null
}

/** The first forecast year after the deficit's peak that ends without one, or null when none is within the plan. */
export function yearOfClearance(line: Line): FinancialYear | null {
  const peak = peakOf(line)?.year ?? Number.NEGATIVE_INFINITY
  return (
    line.positions.find((at) => !at.isOutturn && at.year > peak && at.cumulative.central >= 0)?.year ?? null
  )
}

/** The year that ends with the largest cumulative deficit, or null when there is never one. */
export function peakOf(line: Line): YearPosition | null {
  const deficits = line.positions.filter((at) => at.cumulative.central < 0)
  return deficits.reduce<YearPosition | null>(
    (worst, at) => (worst && worst.cumulative.central <= at.cumulative.central ? worst : at),
    null,
  )
}
