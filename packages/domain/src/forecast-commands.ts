import { type Driver, type Placement, registerOf } from './assumption.ts'
import { type Command, type Edits, edit, entrySourceId, type Outcome, refused } from './command.ts'
import type { Day } from './day.ts'
import { given, nextPosition } from './editing.ts'
import { isBlank } from './field.ts'
import { type ModelYear, project } from './financial-model.ts'
import type { FinancialYear } from './financial-year.ts'
import { currentVersion } from './forecast.ts'
import type { AssumptionRow, ForecastVersion, ForecastYear } from './model.ts'
import { type Pence, pence } from './money.ts'
import { wholePlan } from './permission.ts'
import { detailsOf, findRow, type Plan, rowsOf } from './plan.ts'
import { modelOf, scenarioModel, scenariosOf } from './plan-model.ts'
import { yearsOf } from './scenario.ts'
import { simulate } from './simulation.ts'
import { holdsSmallNumbers } from './small-numbers.ts'

interface OfVersion {
  readonly versionId: string
}

export const noVersion = (id: string) =>
  refused('forecastVersion', id, 'id', 'There is no such forecast version in this plan.')

/** Goes on with a version that is still a draft. */
function withDraft(plan: Plan, versionId: string, goOn: (version: ForecastVersion) => Outcome): Outcome {
  const version = findRow(plan, 'forecastVersion', versionId)
  if (!version) return noVersion(versionId)
  return version.status === 'DRAFT'
    ? goOn(version)
    : refused(
        'forecastVersion',
        versionId,
        'status',
        'This version is kept as it was submitted: begin a new draft.',
      )
}

/** Begins a draft: a copy of another version with its outturns and assumptions, or a first one with none. */
export const beginVersion: Command<{ readonly name: string; readonly fromId?: string | null | undefined }> = {
  operation: 'EDIT_FORECAST',
  subjects: wholePlan,
  run: (plan, { name, fromId }, { newId, today }) => {
    const from = fromId ? findRow(plan, 'forecastVersion', fromId) : currentVersion(plan)
    if (fromId && !from) return noVersion(fromId)
    const isTaken = rowsOf(plan, 'forecastVersion').some((of) => of.name.trim() === name.trim())
    if (isTaken)
      return refused('forecastVersion', newId, 'name', 'There is a version of this name: choose another.')
    const sourceId = entrySourceId(plan)
    const version = {
      ...({ name, sourceId, status: 'DRAFT', preparedOn: today } as const),
      position: nextPosition(rowsOf(plan, 'forecastVersion')),
      scope: from?.scope ?? 'HIGH_NEEDS_BLOCK',
      openingYear: from?.openingYear ?? detailsOf(plan).firstYear,
      openingBalance: from?.openingBalance ?? pence(0),
      assumptions: from?.assumptions ?? null,
    }
    return edit(plan, { forecastVersion: { [newId]: version }, ...copied(plan, from?.id ?? null, newId) })
  },
  why: (_, { name }) => `Began the forecast version “${name}”`,
}

function copied(plan: Plan, fromId: string | null, toId: string): Edits {
  const short = toId.slice(0, 40)
  const outturns = rowsOf(plan, 'forecastYear').filter(
    (of) => of.versionId === fromId && of.series === 'OUTTURN',
  )
  const assumptions = rowsOf(plan, 'assumption').filter(
    (of) => of.versionId === fromId && of.droppedOn === null,
  )
  return {
    forecastYear: Object.fromEntries(
      outturns.map(({ id: _, ...row }) => [`${short}-outturn-${row.year}`, { ...row, versionId: toId }]),
    ),
    assumption: Object.fromEntries(
      assumptions.map(({ id: _, ...row }, index) => [`${short}-${index + 1}`, { ...row, versionId: toId }]),
    ),
  }
}

/** One row of the grid of assumptions: there already, where it has an id, or new. Values in the unit of the driver. */
export interface AssumptionSent {
  readonly id?: string | null | undefined
  readonly driver: Driver
  readonly category?: Placement | null | undefined
  readonly year?: FinancialYear | null | undefined
  readonly line?: string | null | undefined
  readonly value: number
  readonly low?: number | null | undefined
  readonly high?: number | null | undefined
  readonly actual?: number | null | undefined
  readonly asOf?: Day | null | undefined
  readonly ownerId?: string | null | undefined
  readonly note?: string | null | undefined
}

export interface AssumptionsSent extends OfVersion {
  readonly rows: readonly AssumptionSent[]
  readonly droppedIds: readonly string[]
  readonly reason: string
}

/** Writes the rows of the grid that were changed, in one step with its reason. What is dropped stays on record. */
export const changeAssumptions: Command<AssumptionsSent> = {
  operation: 'EDIT_FORECAST',
  subjects: wholePlan,
  run: (plan, { versionId, rows, droppedIds, reason }, { newId, today }) =>
    withDraft(plan, versionId, () => {
      if (isBlank(reason))
        return refused('forecastVersion', versionId, 'reason', 'Say why the assumptions change.')
      const isOfVersion = (id: string) => findRow(plan, 'assumption', id)?.versionId === versionId
      const strange = [...droppedIds, ...rows.flatMap(({ id }) => id ?? [])].find((id) => !isOfVersion(id))
      if (strange) return refused('assumption', strange, 'id', 'There is no such assumption in this version.')
      const written = rows.map((row, index): [string, Partial<AssumptionRow>] => [
        row.id ?? `${newId}-${index + 1}`,
        { ...fieldsOfSent(row), versionId, ...sourceFor(plan, row) },
      ])
      const dropped = droppedIds.map((id): [string, Partial<AssumptionRow>] => [id, { droppedOn: today }])
      return edit(plan, { assumption: Object.fromEntries([...written, ...dropped]) })
    }),
  why: (_, { reason }) => reason,
}

function fieldsOfSent({ id: _, ...row }: AssumptionSent): Partial<AssumptionRow> {
  return {
    driver: row.driver,
    category: row.category ?? null,
    year: row.year ?? null,
    line: row.line ?? null,
    value: row.value,
    low: row.low ?? null,
    high: row.high ?? null,
    actual: row.actual ?? null,
    asOf: row.asOf ?? null,
    ownerId: row.ownerId ?? null,
    note: row.note ?? null,
  }
}

/** A figure that somebody has changed is no longer that of its publication. */
function sourceFor(plan: Plan, { id, value }: AssumptionSent): Partial<AssumptionRow> {
  const known = id ? findRow(plan, 'assumption', id) : undefined
  return known && known.value === value ? {} : { sourceId: entrySourceId(plan) }
}

/** Records what an assumption turned out to be and who keeps it true, in whichever version: the forecast stays as it was made. */
export const recordActual: Command<{
  readonly assumptionId: string
  readonly actual?: number | null | undefined
  readonly ownerId?: string | null | undefined
}> = {
  operation: 'EDIT_FORECAST',
  subjects: wholePlan,
  run: (plan, { assumptionId, ...sent }) =>
    findRow(plan, 'assumption', assumptionId)
      ? edit(plan, { assumption: { [assumptionId]: given(sent) } })
      : refused('assumption', assumptionId, 'id', 'There is no such assumption in this plan.'),
  why: () => 'Recorded what an assumption turned out to be, or whose it is',
}

/** How the range of a submitted version comes about: an amount either side by judgement, two scenarios, or a simulation. */
export interface RangeGiven {
  readonly spread?: Pence | null | undefined
  /** Two kept scenarios that give the low and the high. */
  readonly lowScenarioId?: string | null | undefined
  readonly highScenarioId?: string | null | undefined
  readonly basis: string
}

const RUNS = 2000
const SEED = 20200213

/** Freezes a draft: its years are worked out from its assumptions and the savings that count, and written down. */
export const submitVersion: Command<OfVersion & RangeGiven> = {
  operation: 'EDIT_FORECAST',
  subjects: wholePlan,
  run: (plan, { versionId, spread, lowScenarioId, highScenarioId, basis }, { viewer, today }) =>
    withDraft(plan, versionId, (version) => {
      const model = modelOf(plan, version)
      if (!model)
        return refused(
          'forecastVersion',
          versionId,
          'status',
          'This version has no assumptions to be worked out.',
        )
      if (spread === null || spread === undefined ? false : spread < 0)
        return refused('forecastVersion', versionId, 'spread', 'Write the range as an amount either side.')
      if (isBlank(basis))
        return refused('forecastVersion', versionId, 'basis', 'Say what the range rests on.')
      const ends = [lowScenarioId, highScenarioId].map((id) => yearsOfScenario(plan, versionId, id ?? null))
      const [low, high] = ends
      if (ends.some((end) => end !== null) && (!low || !high || spread != null))
        return refused(
          'forecastVersion',
          versionId,
          'lowScenarioId',
          'Choose a kept scenario for the low and one for the high, and no amount either side.',
        )
      const register = registerOf(model.assumptions)
      const years = project(model.base, register)
      const unmitigated = (at: number) => (of: readonly ModelYear[]) =>
        of[at]?.unmitigated.beforeTransfer ?? pence(0)
      const mitigated = (at: number) => (of: readonly ModelYear[]) => of[at]?.mitigated.inYear ?? pence(0)
      const asked = years.flatMap((_, at) => [unmitigated(at), mitigated(at)])
      const bands =
        low || spread != null ? [] : simulate(model.base, register, asked, { runs: RUNS, seed: SEED })
      const range = (at: number): Pence | Ends | undefined => {
        const figure = asked[at]
        if (low && high && figure) return { low: figure(low), high: figure(high) }
        const band = bands[at]
        return spread ?? (band && { low: band.p5, high: band.p95 })
      }
      const rows = years.flatMap(({ year }, at) => [
        yearRow(versionId, 'UNMITIGATED', year, unmitigated(at)(years), range(2 * at)),
        yearRow(versionId, 'MITIGATED', year, mitigated(at)(years), range(2 * at + 1)),
      ])
      const shared = { basis, sourceId: entrySourceId(plan) }
      return edit(plan, {
        forecastVersion: {
          [versionId]: {
            status: 'SUBMITTED',
            submittedById: viewer.personId,
            submittedOn: today,
            returnReason: null,
            ...(holdsSmallNumbers(plan, versionId) ? { heldSmallNumbers: true } : {}),
          },
        },
        forecastYear: Object.fromEntries(rows.map(([id, row]) => [id, { ...row, ...shared }])),
      })
    }),
  why: (plan, { versionId }) => `Submitted the forecast “${versionName(plan, versionId)}”`,
}

interface Ends {
  readonly low: Pence
  readonly high: Pence
}

/** The years of a scenario that is kept beside this version; null where there is none. */
function yearsOfScenario(plan: Plan, versionId: string, scenarioId: string | null): ModelYear[] | null {
  const row = scenariosOf(plan, versionId).find(({ id }) => id === scenarioId)
  const inputs = row ? scenarioModel(plan, row) : null
  return inputs && yearsOf(inputs)
}

function yearRow(
  versionId: string,
  series: 'UNMITIGATED' | 'MITIGATED',
  year: FinancialYear,
  central: Pence,
  range: Pence | Ends | undefined,
): [string, Partial<ForecastYear>] {
  const ends =
    typeof range === 'number'
      ? { low: pence(central - range), high: pence(central + range) }
      : {
          low: pence(Math.min(range?.low ?? central, range?.high ?? central, central)),
          high: pence(Math.max(range?.high ?? central, range?.low ?? central, central)),
        }
  return [
    `${versionId.slice(0, 40)}-${series.toLowerCase()}-${year}`,
    { versionId, series, year, central, ...ends },
  ]
}

/** Approves what was submitted, or returns it with a reason. Nobody approves what they have submitted. */
export const decideVersion: Command<
  OfVersion & {
    readonly isApproved: boolean
    /** Who approved it and where: "Full Cabinet". */
    readonly approvedBy?: string | null | undefined
    readonly approvedOn?: Day | null | undefined
    readonly reason?: string | null | undefined
  }
> = {
  operation: 'APPROVE_FORECAST',
  subjects: wholePlan,
  run: (plan, { versionId, isApproved, approvedBy, approvedOn, reason }, { viewer, today }) => {
    const version = findRow(plan, 'forecastVersion', versionId)
    if (!version) return noVersion(versionId)
    const no = (field: string, message: string) => refused('forecastVersion', versionId, field, message)
    if (version.status !== 'SUBMITTED')
      return no('status', 'Only a version that was submitted can be decided.')
    if (version.submittedById !== null && version.submittedById === viewer.personId)
      return no('status', 'Nobody approves what they have submitted: ask a colleague.')
    if (!isApproved)
      return reason && !isBlank(reason)
        ? edit(plan, { forecastVersion: { [versionId]: { status: 'DRAFT', returnReason: reason } } })
        : no('reason', 'Say what has to change.')
    if (!approvedBy || isBlank(approvedBy))
      return no('approvedBy', 'Say who approved it, such as Full Cabinet.')
    if (approvedOn && approvedOn > today)
      return no('approvedOn', 'It cannot have been approved on a day to come.')
    const decided = { status: 'APPROVED', approvedBy, approvedOn: approvedOn ?? today } as const
    return edit(plan, { forecastVersion: { [versionId]: decided } })
  },
  why: (plan, { versionId, isApproved, reason }) =>
    reason || `${isApproved ? 'Approved' : 'Returned'} the forecast “${versionName(plan, versionId)}”`,
}

function versionName(plan: Plan, versionId: string): string {
  return findRow(plan, 'forecastVersion', versionId)?.name ?? 'a version'
}
