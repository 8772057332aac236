import { type Driver, drivers } from './assumption.ts'
import type { Value } from './field.ts'
import { type Entity, model } from './model.ts'

/** Counts of children below this are not shown outside the team, where the plan says nothing else. */
const USUAL_THRESHOLD = 5
/** Quantities are kept in hundredths. */
const HUNDREDTHS = 100

/** Two versions of a count are told in words, which are not looked into: all are withheld. */
const countLabels: readonly string[] = [
  model.saving.fewerPlaces.label,
  model.budgetReport.places.label,
  model.assumption.value.label,
]

type LooseRow = Readonly<Record<string, Value>>
type LooseTables = Readonly<Record<Entity, Readonly<Record<string, LooseRow>>>>

/** What is withheld for being a small number: whole rows, and fields of rows that stay. Rows are named "entity/id". */
export interface SmallNumbers {
  readonly rows: readonly string[]
  readonly fields: ReadonlyMap<string, readonly string[]>
}

/** What a saving says of places beside its category. The category stays, so that it can be seen that something is withheld. */
const placesOfSaving = ['fewerPlaces', 'costOfPlace', 'costInstead'] as const

/**
 * The counts of children and places that are too small to be shown outside the team, with what would give them away:
 * a version's inputs are withheld together, since its spend and its costs would; of a saving also what a place costs; and where
 * one count of a group is withheld, so is the next smallest, that no total gives it away. What is published already stays.
 * `hidden` is what this viewer may not know anyway; `isOwn` is true of what belongs to a strand or an action of the viewer.
 */
export function smallNumbersIn(
  tables: LooseTables,
  hidden: ReadonlySet<string>,
  isOwn: (entity: Entity, row: LooseRow) => boolean,
): SmallNumbers {
  const threshold = (Object.values(tables.plan)[0]?.smallNumberThreshold as number | null) ?? USUAL_THRESHOLD
  const seen = (entity: Entity) =>
    Object.values(tables[entity]).filter(({ id }) => !hidden.has(`${entity}/${id}`))
  const isPublished = (row: LooseRow) => tables.source[String(row.sourceId)]?.provenance === 'PUBLISHED'
  const isSmall = (count: Value | undefined, scale = HUNDREDTHS) =>
    typeof count === 'number' && count !== 0 && Math.abs(count) < threshold * scale

  const inputs = seen('assumption')
  const isSmallInput = (row: LooseRow) =>
    isCount(row) && !isPublished(row) && countsIn(row).some((count) => isSmall(count))
  const withheld = new Set(inputs.filter(isSmallInput).map(({ versionId }) => versionId))
  const figures = seen('figure').filter((row) => row.unit === 'COUNT' && !isPublished(row))
  const reports = seen('budgetReport').filter(({ places }) => places !== null)
  return {
    rows: [
      ...inputs
        .filter(({ versionId }) => withheld.has(versionId ?? null))
        .map(({ id }) => `assumption/${id}`),
      ...withNextSmallest(
        figures,
        ({ period, scope }) => `${period} ${scope}`,
        ({ value }) => value,
        (count) => isSmall(count, 1),
      ).map(({ id }) => `figure/${id}`),
      ...seen('settledConflict')
        .filter((row) => countLabels.includes(String(row.field)) && !isOwn('settledConflict', row))
        .map(({ id }) => `settledConflict/${id}`),
    ],
    fields: new Map([
      ...(['saving', 'savingProposal'] as const).flatMap((entity) =>
        seen(entity)
          .filter((row) => isSmall(row.fewerPlaces) && !isPublished(row) && !isOwn(entity, row))
          .map(({ id }): [string, readonly string[]] => [`${entity}/${id}`, placesOfSaving]),
      ),
      ...withNextSmallest(
        reports.filter((row) => !isPublished(row)),
        ({ asOf }) => String(asOf),
        ({ places }) => places,
        (count) => isSmall(count),
      ).map(({ id }): [string, readonly string[]] => [`budgetReport/${id}`, ['places']]),
    ]),
  }
}

/** True for an input that counts children or places, and not money or a rate. */
function isCount({ driver }: LooseRow): boolean {
  return drivers[driver as Driver]?.unit === 'HUNDREDTHS'
}

const countsIn = ({ value, low, high, actual }: LooseRow) => [value, low, high, actual]

/** The small ones of each group, and the next smallest of a group in which only one is small. */
function withNextSmallest(
  rows: readonly LooseRow[],
  groupOf: (row: LooseRow) => string,
  countOf: (row: LooseRow) => Value | undefined,
  isSmall: (count: Value | undefined) => boolean,
): LooseRow[] {
  const groups = Map.groupBy(rows, groupOf)
  return [...groups.values()].flatMap((group) => {
    const small = group.filter((row) => isSmall(countOf(row)))
    if (small.length !== 1) return small
    const [next] = group
      .filter((row) => !isSmall(countOf(row)) && countOf(row) !== 0)
      .sort((a, b) => Math.abs(Number(countOf(a))) - Math.abs(Number(countOf(b))))
    return next ? [...small, next] : small
  })
}
