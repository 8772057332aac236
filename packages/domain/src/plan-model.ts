import type { Assumption } from './assumption.ts'
import { addMonths } from './day.ts'
import {
  delayed,
  finalBalance,
  type Mitigation,
  type ModelBase,
  type ModelYear,
  type YearAmount,
} from './financial-model.ts'
import { type FinancialYear, yearsFrom } from './financial-year.ts'
import { currentVersion } from './forecast.ts'
import { isAgreedTransfer, isBelowTheLine, paymentsBelowTheLine } from './funding.ts'
import type { ForecastVersion, ForecastYear, Saving, ScenarioRow } from './model.ts'
import { NOTHING, type Pence, pence, total } from './money.ts'
import { detailsOf, findRow, type Plan, requireRow, rowsOf } from './plan.ts'
import { countedSavings, yearsOfSaving } from './saving.ts'
import { profileOf } from './saving-commands.ts'
import { type Cause, type ModelInputs, movement, supposed, yearsOf } from './scenario.ts'
import { isSuppressed } from './small-numbers.ts'

/** The assumptions of a version that hold, as the model takes them. */
export function assumptionsOf(plan: Plan, versionId: string): Assumption[] {
  return rowsOf(plan, 'assumption')
    .filter((row) => row.versionId === versionId && row.droppedOn === null)
    .map(({ id, driver, category, year, line, value, low, high, asOf, note, sourceId }) => {
      const { title } = requireRow(plan, 'source', sourceId)
      const source = note ? `${note} (${title})` : title
      return { id, driver, category, year, line, value, low, high, asOf, source }
    })
}

/**
 * The model of a version: from the year after its outturns to the last of the plan, with the savings that count, the
 * transfers that are agreed and the payments below the line; with the savings of one action later, if it is late. Null where
 * the version has no assumptions.
 */
export function modelOf(plan: Plan, version: ForecastVersion, late: Late | null = null): ModelInputs | null {
  const assumptions = assumptionsOf(plan, version.id)
  if (assumptions.length === 0) return null
  const outturns = rowsOf(plan, 'forecastYear').filter(
    (of) => of.versionId === version.id && of.series === 'OUTTURN' && of.year >= version.openingYear,
  )
  const openingBalance = total([
    version.openingBalance,
    ...outturns.map(({ central }) => central),
    ...outturns.map(({ year }) => paymentsBelowTheLine(plan, year, version.scope)),
  ])
  const lines = rowsOf(plan, 'fundingLine').filter(({ scope }) => scope === version.scope)
  return {
    assumptions,
    base: {
      firstYear: outturns.reduce((next, { year }) => Math.max(next, year + 1), version.openingYear),
      lastYear: detailsOf(plan).lastYear,
      openingBalance,
      ...savingsFor(plan, late),
      transfers: lines.filter(isAgreedTransfer).map(({ name, year, amount }) => ({ name, year, amount })),
      payments: lines.filter(isBelowTheLine).map(({ name, year, amount }) => ({ name, year, amount })),
    },
  }
}

/** An action that is some months late. */
export interface Late {
  readonly actionId: string
  readonly months: number
}

/**
 * What the savings that count do to the model. One that is so many fewer places acts on the places, as long as finance
 * expects of it what they make; any other is an amount for each year. A late one loses the months by which it is late,
 * and never more than it is forecast to make.
 */
function savingsFor(plan: Plan, late: Late | null): Pick<ModelBase, 'savings' | 'mitigations'> {
  const counted = countedSavings(plan).map((saving) => ({
    saving,
    mitigation: mitigationFor(plan, saving),
    months: late && saving.actionId === late.actionId ? late.months : 0,
  }))
  return {
    mitigations: counted.flatMap(({ mitigation, months }) =>
      mitigation ? [delayed(mitigation, months)] : [],
    ),
    savings: counted.flatMap(({ saving, mitigation, months }) =>
      mitigation ? [] : amountsIfLate(plan, saving, months),
    ),
  }
}

/** A saving as fewer places; null where it names none, or finance expects something else of it. */
function mitigationFor(plan: Plan, saving: Saving): Mitigation | null {
  const { name, placement, fewerPlaces, costOfPlace, costInstead, startsOn, recurrence } = saving
  if (placement === null || fewerPlaces === null || costOfPlace === null || startsOn === null) return null
  const made = profileOf(plan, saving)
  const years = yearsOfSaving(plan, saving.id)
  const { firstYear, lastYear } = detailsOf(plan)
  const isAsMade = yearsFrom(firstYear, lastYear).every(
    (year) => (years.find((of) => of.year === year)?.forecast ?? 0) === (made.get(year) ?? 0),
  )
  if (recurrence !== 'RECURRENT' || !isAsMade) return null
  const cost = { costOfPlace, costInstead: costInstead ?? NOTHING }
  return { name, category: placement, fewerPlaces, from: startsOn, ...cost }
}

function amountsIfLate(plan: Plan, saving: Saving, months: number): YearAmount[] {
  const { id, name, startsOn } = saving
  const before = profileOf(plan, saving)
  const after =
    startsOn === null ? before : profileOf(plan, { ...saving, startsOn: addMonths(startsOn, months) })
  return yearsOfSaving(plan, id).map(({ year, forecast }): YearAmount => {
    const lost = (before.get(year) ?? 0) - (after.get(year) ?? 0)
    const left = months === 0 ? forecast : pence(Math.max(0, forecast - Math.max(0, lost)))
    return { name, year, amount: left }
  })
}

/** The model that has something to say of a year: of the version that the plan runs on, else of the newest that has one. */
export function modelForYear(
  plan: Plan,
  year: FinancialYear,
): { readonly version: ForecastVersion; readonly model: ModelInputs } | null {
  const current = currentVersion(plan)
  const versions = [...(current ? [current] : []), ...rowsOf(plan, 'forecastVersion').toReversed()]
  for (const version of versions) {
    // An earlier model in its place would pass for this one.
    if (isSuppressed(plan, 'forecastVersion', version.id)) return null
    const model = modelOf(plan, version)
    if (model && year >= model.base.firstYear && year <= model.base.lastYear) return { version, model }
  }
  return null
}

/** The model of a version as one of its scenarios supposes it. */
export function scenarioModel(plan: Plan, row: ScenarioRow): ModelInputs | null {
  const version = findRow(plan, 'forecastVersion', row.versionId)
  const late =
    row.lateActionId && row.lateMonths ? { actionId: row.lateActionId, months: row.lateMonths } : null
  const model = version && modelOf(plan, version, late)
  if (!model) return null
  const by = { GROWTH: row.growthBy, INFLATION: row.inflationBy, ALLOCATION_GROWTH: row.allocationBy }
  const suppositions = (Object.keys(by) as (keyof typeof by)[]).flatMap((driver) =>
    by[driver] ? [{ driver, by: by[driver] }] : [],
  )
  return supposed(model, {
    ...{ name: row.name, suppositions, delays: [], isTransferRefused: row.isTransferRefused },
  })
}

/** The scenarios that are kept beside a version. */
export function scenariosOf(plan: Plan, versionId: string): ScenarioRow[] {
  return rowsOf(plan, 'scenario').filter((of) => of.versionId === versionId && of.droppedOn === null)
}

/** What the General Fund would have to meet when the override ends, in pence; null where it is not supposed to end. */
export function fromGeneralFund({ overrideEnds }: ScenarioRow, years: readonly ModelYear[]): Pence | null {
  const at = years.find(({ year }) => year === overrideEnds)
  return at ? pence(Math.max(0, -at.mitigated.cumulative)) : null
}

/** What the balance of a version at its end is made of, in pence; the parts add up to it. */
interface BalanceParts {
  readonly opening: Pence
  readonly unmitigated: Pence
  readonly savings: Pence
  readonly transfers: Pence
  readonly payments: Pence
}

const partNames = {
  opening: 'Opening balance and outturns',
  unmitigated: 'Forecast without savings',
  savings: 'Savings, with what a version entered by year holds besides',
  transfers: 'Transfers',
  payments: 'Payments',
} as const satisfies Record<keyof BalanceParts, string>

/**
 * Why the balance of a version at its end differs from that of another: by the assumptions of both where both have a model,
 * else by the parts that any version has. Null where a version has no years that can be seen.
 */
export function movementBetween(plan: Plan, from: ForecastVersion, to: ForecastVersion): Cause[] | null {
  const [a, b] = [modelOf(plan, from), modelOf(plan, to)]
  if (a && b) return movement(a, b, (inputs) => finalBalance(yearsOf(inputs)))
  const [before, now] = [partsOf(plan, from), partsOf(plan, to)]
  if (!before || !now) return null
  return (Object.keys(partNames) as (keyof BalanceParts)[]).flatMap((part) => {
    const amount = now[part] - before[part]
    return amount === 0 ? [] : [{ name: partNames[part], amount }]
  })
}

function partsOf(plan: Plan, version: ForecastVersion): BalanceParts | null {
  const model = modelOf(plan, version)
  if (!model) return enteredParts(plan, version)
  const years = yearsOf(model)
  const sum = (of: (year: ModelYear) => Pence) => total(years.map(of))
  return {
    opening: model.base.openingBalance,
    unmitigated: sum(({ unmitigated }) => unmitigated.beforeTransfer),
    savings: sum(({ savings }) => savings),
    transfers: sum(({ transfer }) => transfer),
    payments: sum(({ payments }) => payments),
  }
}

/** A version that was entered holds its transfers in its mitigated years, and no payments but those of its outturns. */
function enteredParts(plan: Plan, version: ForecastVersion): BalanceParts | null {
  const years = rowsOf(plan, 'forecastYear').filter(
    (of) => of.versionId === version.id && of.year >= version.openingYear,
  )
  const of = (series: ForecastYear['series']) => years.filter((row) => row.series === series)
  const sum = (rows: readonly ForecastYear[]) => total(rows.map(({ central }) => central))
  const mitigated = of('MITIGATED')
  if (mitigated.length === 0) return null
  const outturns = of('OUTTURN').filter((row) => !mitigated.some(({ year }) => year === row.year))
  const paid = outturns.map(({ year }) => paymentsBelowTheLine(plan, year, version.scope))
  const unmitigated = of('UNMITIGATED').filter((row) => mitigated.some(({ year }) => year === row.year))
  return {
    opening: total([version.openingBalance, sum(outturns), ...paid]),
    unmitigated: sum(unmitigated),
    savings: pence(sum(mitigated) - sum(unmitigated)),
    transfers: NOTHING,
    payments: NOTHING,
  }
}
