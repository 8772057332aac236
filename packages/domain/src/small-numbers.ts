import { type Driver, drivers } from './assumption.ts'
import type { Value } from './field.ts'
import { type Entity, fieldsOf } from './model.ts'
import type { Plan } from './plan.ts'

/** Counts below this are too small to show outside the team, unless the plan says otherwise. */
export const USUAL_THRESHOLD = 5

/** The count from which a plan shows counts outside the team. At 0 or 1 it shows them all. */
export function thresholdOf(plan: Plan): number {
  return plan.tables.plan[plan.id]?.smallNumberThreshold ?? USUAL_THRESHOLD
}

type LooseRow = Readonly<Record<string, Value>>
type LooseTables = Readonly<Record<Entity, Readonly<Record<string, LooseRow>>>>

/** What is taken out of a plan because of its small numbers. Rows are named by kind and id, as "saving/12". */
export interface Suppression {
  /** Rows that are absent. */
  readonly hidden: ReadonlySet<string>
  /** Rows that stay and say so, with the fields that are empty in them. */
  readonly masked: ReadonlyMap<string, readonly string[]>
}

/** Who is asking, as far as small numbers go. */
interface Asking {
  readonly threshold: number
  /** Rows that this audience has not got in any case: their numbers give nothing away and are given away by nothing. */
  readonly isAbsent: (entity: Entity, row: LooseRow) => boolean
  /** True for what belongs to a strand or an action of the viewer's own. */
  readonly isOwn: (entity: Entity, row: LooseRow) => boolean
}

/** The key of the mark that some figures are absent: they are rows that nobody would miss. */
export const FIGURES = 'figure'

const HUNDREDTHS = 100
const placesSaved = ['fewerPlaces', 'costOfPlace', 'costInstead'] as const
const inputs = ['value', 'low', 'high', 'actual'] as const
const years: readonly Value[] = ['UNMITIGATED', 'MITIGATED']

/**
 * What people outside the team may not know of the counts of a plan: each count under its threshold, and whatever would
 * give one away. Nothing is nobody's number, so it is shown; and what has been published elsewhere stays.
 */
export function suppressionOf(tables: LooseTables, asking: Asking): Suppression {
  const hidden = new Set<string>()
  const masked = new Map<string, readonly string[]>()
  if (asking.threshold > 1) {
    suppressModels(tables, asking, hidden, masked)
    suppressSavings(tables, asking, masked)
    suppressReports(tables, asking, masked)
    suppressFigures(tables, asking, hidden, masked)
    suppressConflicts(tables, asking, hidden)
  }
  return { hidden, masked }
}

function isSmall(value: Value | undefined, threshold: number): boolean {
  return typeof value === 'number' && value !== 0 && Math.abs(value) < threshold
}

function isPublished(tables: LooseTables, row: LooseRow): boolean {
  return tables.source[String(row.sourceId)]?.provenance === 'PUBLISHED'
}

const isCount = ({ driver }: LooseRow) => drivers[driver as Driver]?.unit === 'HUNDREDTHS'

/** A published source speaks for the value alone: a range and what it turned out to be are the council's own. */
function isSmallInput(tables: LooseTables, row: LooseRow, threshold: number): boolean {
  const own = isPublished(tables, row) ? inputs.filter((name) => name !== 'value') : inputs
  return isCount(row) && own.some((name) => isSmall(row[name], threshold * HUNDREDTHS))
}

/** True where a version has a count in its assumptions that is too small to show outside the team. */
export function holdsSmallNumbers(plan: Plan, versionId: string): boolean {
  const tables = plan.tables as unknown as LooseTables
  const threshold = thresholdOf(plan)
  return (
    threshold > 1 &&
    Object.values(tables.assumption).some(
      (row) => row.versionId === versionId && row.droppedOn === null && isSmallInput(tables, row, threshold),
    )
  )
}

/**
 * A version with one small count keeps all its assumptions to the team: what a year comes to and every other input would
 * give the one away. Its years stay, to the penny. Beside them a version that repeats half of its assumptions or more
 * would tell the rest by subtraction, so that is withheld too. One that was once submitted with a small count stays
 * withheld, since its years of then can be read as at their day.
 */
function suppressModels(
  tables: LooseTables,
  { threshold, isAbsent }: Asking,
  hidden: Set<string>,
  masked: Map<string, readonly string[]>,
): void {
  const standing = new Map<string, LooseRow[]>()
  const withheld = new Set<string>()
  for (const row of Object.values(tables.assumption)) {
    const versionId = String(row.versionId)
    const isTooSmall = isSmallInput(tables, row, threshold)
    if (row.droppedOn === null) {
      standing.set(versionId, [...(standing.get(versionId) ?? []), row])
      if (isTooSmall) withheld.add(versionId)
    } else if (isTooSmall) hidden.add(`assumption/${row.id}`)
  }
  for (const { id, heldSmallNumbers } of Object.values(tables.forecastVersion))
    if (heldSmallNumbers === true) withheld.add(String(id))
  const toldByYears = Object.values(tables.forecastYear).filter(
    (row) => years.includes(row.series ?? null) && !isAbsent('forecastYear', row),
  )
  const telling = [...withheld].filter((id) => toldByYears.some(({ versionId }) => versionId === id))
  for (const [id, rows] of standing) {
    if (telling.some((of) => of !== id && repeats(standing.get(of) ?? [], rows))) withheld.add(id)
  }
  for (const id of withheld) {
    for (const row of standing.get(id) ?? []) hidden.add(`assumption/${row.id}`)
    masked.set(`forecastVersion/${id}`, [])
  }
  // What was dropped from a withheld version was once beside what is withheld.
  for (const row of Object.values(tables.assumption))
    if (withheld.has(String(row.versionId))) hidden.add(`assumption/${row.id}`)
}

const inputKey = ({ driver, category, year, line, value }: LooseRow) =>
  JSON.stringify([driver, category, year, line, value])

/** True where another version has half of these assumptions, or more, as they are. */
function repeats(rows: readonly LooseRow[], other: readonly LooseRow[]): boolean {
  const known = new Set(other.map(inputKey))
  const same = rows.filter((row) => known.has(inputKey(row))).length
  return same > 0 && same * 2 >= rows.length
}

/**
 * A saving's money stays. Its places go, and with them what a place costs, since the full-year value is the one times the
 * other; and so do the places and costs of every other saving in that category, which cost about the same. Whoever leads the
 * strand or owns the action sees their own.
 */
function suppressSavings(
  tables: LooseTables,
  { threshold, isAbsent, isOwn }: Asking,
  masked: Map<string, readonly string[]>,
): void {
  const savingOf = (entity: Entity, row: LooseRow) =>
    entity === 'saving' ? row : tables.saving[String(row.savingId)]
  const rows = (['saving', 'savingProposal'] as const).flatMap((entity) =>
    Object.values(tables[entity]).flatMap((row) => {
      const saving = savingOf(entity, row)
      return saving && row.fewerPlaces != null && !isAbsent(entity, row) && !isOwn('saving', saving)
        ? [{ key: `${entity}/${row.id}`, savingId: saving.id, row }]
        : []
    }),
  )
  const categories = new Set(
    rows
      .filter(({ row }) => isSmall(row.fewerPlaces, threshold * HUNDREDTHS))
      .map(({ row }) => row.placement),
  )
  const savings = new Set(
    rows.filter(({ row }) => categories.has(row.placement)).map(({ savingId }) => savingId),
  )
  for (const { key, savingId } of rows) if (savings.has(savingId)) masked.set(key, placesSaved)
}

/** Places are reported for all lines at once: where one is too small, the others would give it away from a published total. */
function suppressReports(
  tables: LooseTables,
  { threshold, isAbsent }: Asking,
  masked: Map<string, readonly string[]>,
): void {
  const rows = Object.values(tables.budgetReport).filter(
    (row) => row.places != null && !isAbsent('budgetReport', row) && !isPublished(tables, row),
  )
  const days = new Set(
    rows.filter(({ places }) => isSmall(places, threshold * HUNDREDTHS)).map(({ asOf }) => asOf),
  )
  for (const { id, asOf } of rows) if (days.has(asOf)) masked.set(`budgetReport/${id}`, ['places'])
}

/**
 * Where a count of a period is too small, every figure of that period that has not been published goes with it: a total, a
 * share or an average would give it away, and to hide the next smallest alone would tell that it is the next smallest.
 */
function suppressFigures(
  tables: LooseTables,
  { threshold, isAbsent }: Asking,
  hidden: Set<string>,
  masked: Map<string, readonly string[]>,
): void {
  const periodOf = ({ period }: LooseRow) => String(period).trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const rows = Object.values(tables.figure).filter(
    (row) => !isPublished(tables, row) && !isAbsent('figure', row),
  )
  const periods = new Set(
    rows.filter(({ unit, value }) => unit === 'COUNT' && isSmall(value, threshold)).map(periodOf),
  )
  for (const row of rows) {
    if (!periods.has(periodOf(row))) continue
    hidden.add(`figure/${row.id}`)
    masked.set(FIGURES, [])
  }
}

/** Two people wrote the same count: neither their words nor the words not kept are for others. */
function suppressConflicts(tables: LooseTables, { isOwn }: Asking, hidden: Set<string>): void {
  for (const row of Object.values(tables.settledConflict))
    if (countFields.has(String(row.field)) && !isOwn('settledConflict', row))
      hidden.add(`settledConflict/${row.id}`)
}

/** The fields that may hold or give away a small count, by name and as people read them. */
const countFields: ReadonlySet<string> = new Set(
  (
    [
      ['saving', placesSaved],
      ['assumption', inputs],
      ['budgetReport', ['places']],
    ] as const
  ).flatMap(([entity, names]) => names.flatMap((name) => [name, fieldsOf(entity)[name]?.label ?? name])),
)

/** True where something of this row is not shown to the viewer, because a number is too small. */
export function isSuppressed(plan: Plan, entity: Entity, id: string): boolean {
  return plan.suppressed?.has(`${entity}/${id}`) === true
}

/** True where this very field is empty for that reason, and not because there is nothing. */
export function isSuppressedField(plan: Plan, entity: Entity, id: string, field: string): boolean {
  return plan.suppressed?.get(`${entity}/${id}`)?.includes(field) === true
}

/** True where figures are absent because a count of their period is too small. */
export function hasSuppressedFigures(plan: Plan): boolean {
  return plan.suppressed?.has(FIGURES) === true
}
