import { type Assumption, registerOf } from './assumption.ts'
import { addMonths } from './day.ts'
import type { YearAmount } from './financial-model.ts'
import { isAgreedTransfer, paymentsBelowTheLine } from './funding.ts'
import type { ForecastVersion, FundingLine } from './model.ts'
import { pence, total } from './money.ts'
import { detailsOf, type Plan, requireRow, rowsOf } from './plan.ts'
import { countedSavings, yearsOfSaving } from './saving.ts'
import { profileOf } from './saving-commands.ts'
import type { ModelInputs } from './scenario.ts'

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
 * transfers that are agreed and the payments below the line. Null where the version has no assumptions.
 */
export function modelOf(plan: Plan, version: ForecastVersion): ModelInputs | null {
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
  const isPayment = ({ kind }: FundingLine) => kind === 'DFE_PAYMENT' || kind === 'COUNCIL_CONTRIBUTION'
  return {
    assumptions,
    base: {
      firstYear: outturns.reduce((next, { year }) => Math.max(next, year + 1), version.openingYear),
      lastYear: detailsOf(plan).lastYear,
      openingBalance,
      mitigations: [],
      savings: countedSavings(plan).flatMap(({ id, name }) =>
        yearsOfSaving(plan, id).map(({ year, forecast }): YearAmount => ({ name, year, amount: forecast })),
      ),
      transfers: lines.filter(isAgreedTransfer).map(({ name, year, amount }) => ({ name, year, amount })),
      payments: lines.filter(isPayment).map(({ name, year, amount }) => ({ name, year, amount })),
    },
  }
}

/**
 * The savings that count if those of one action begin some months later, in pence by year: each loses what its months
 * would have made by its start and full-year value, and never more than it is forecast to make.
 */
export function savingsIfLate(plan: Plan, actionId: string, months: number): YearAmount[] {
  return countedSavings(plan).flatMap((saving) => {
    const late = saving.actionId === actionId && saving.startsOn !== null
    const before = profileOf(plan, saving)
    const after = late ? profileOf(plan, { ...saving, startsOn: addMonths(saving.startsOn, months) }) : before
    return yearsOfSaving(plan, saving.id).map(({ year, forecast }): YearAmount => {
      const lost = (before.get(year) ?? 0) - (after.get(year) ?? 0)
      return { name: saving.name, year, amount: pence(Math.max(0, forecast - Math.max(0, lost))) }
    })
  })
}

/** The register of a model, for working it out. */
export function registerFor({ assumptions }: ModelInputs) {
  return registerOf(assumptions)
}
