import fc from 'fast-check'
import { type Entity, entities, type Row } from '../src/model.ts'
import { type Pence, pence, pounds } from '../src/money.ts'
import { emptyPlan, type Plan, type Tables } from '../src/plan.ts'
import { scopes } from '../src/vocabulary.ts'
import {
  aDependency,
  aForecastYear,
  aFundingLine,
  aMilestone,
  anAction,
  anAssignment,
  anEvent,
  aPerson,
  aSaving,
  aSavingYear,
  aSource,
  aStrand,
  aVersion,
  PLAN_ID,
  someDetails,
} from './a-row.ts'
import { anyDay, anyPence, anyText, anyVisibility } from './any-command.ts'

export * from './a-row.ts'
export * from './any-command.ts'

/** Rows of a plan by kind. */
export type Rows = { readonly [E in Entity]?: readonly Row<E>[] }

const authority = { id: 'authority-1', name: 'Solihull', oldCode: '334', newCode: 'E08000029' }

/** A plan that holds these rows, and details and a source for them to cite unless given. */
export function aPlan(rows: Rows = {}): Plan {
  const all: Rows = { plan: [someDetails()], source: [aSource()], ...rows }
  const tables = entities.map((entity) => [
    entity,
    Object.fromEntries((all[entity] ?? []).map((row) => [row.id, row])),
  ])
  const plan = emptyPlan(PLAN_ID, authority, '2020-03-31T09:00:00.000Z', '2020-02-13')
  return { ...plan, tables: Object.fromEntries(tables) as Tables }
}

type PoundsByYear = Readonly<Record<number, number>>

/** A forecast version with its years: in-year balances in pounds by year, negative in deficit. */
export function aForecast(of: {
  opening?: number
  outturn?: PoundsByYear
  unmitigated?: PoundsByYear
  mitigated?: PoundsByYear
}): Pick<Required<Rows>, 'forecastVersion' | 'forecastYear'> {
  const years = (series: 'OUTTURN' | 'UNMITIGATED' | 'MITIGATED', amounts: PoundsByYear = {}) =>
    Object.entries(amounts).map(([year, amount]) =>
      aForecastYear({ year: Number(year), series, central: pounds(amount) }),
    )
  return {
    forecastVersion: [aVersion({ openingBalance: pounds(of.opening ?? 0) })],
    forecastYear: [
      ...years('OUTTURN', of.outturn),
      ...years('UNMITIGATED', of.unmitigated),
      ...years('MITIGATED', of.mitigated),
    ],
  }
}

const from = <T>(items: readonly T[], pick: number): T => items[pick % items.length] as T
const several = <T>(of: fc.Arbitrary<T>, minLength = 0) => fc.array(of, { minLength, maxLength: 4 })
const seed = fc.record({
  pick: fc.nat(),
  text: anyText,
  day: anyDay,
  amount: anyPence,
  visibility: anyVisibility,
})
const withheld = (visibility: 'PUBLIC' | 'RESTRICTED' | 'EXEMPT') => ({
  visibility,
  visibilityReason: visibility === 'PUBLIC' ? null : 'Schedule 12A, paragraph 3',
})

/** A whole plan of any shape that the rules allow: hidden strands, undated milestones and circles apart. */
export const anyPlan: fc.Arbitrary<Plan> = fc
  .record({
    strands: several(seed, 1),
    actions: several(seed, 1),
    milestones: several(seed, 1),
    savings: several(seed),
    people: several(seed, 1),
    events: several(seed),
    funding: several(seed),
    openingBalance: anyPence,
    hasDependencies: fc.boolean(),
  })
  .map((of) => {
    const strand = of.strands.map(({ text, visibility }, at) =>
      aStrand({ id: `strand-${at + 1}`, position: at + 1, name: text, ...withheld(visibility) }),
    )
    const action = of.actions.map(({ pick, text, visibility, day }, at) => {
      const parentId = at > 0 && pick % 3 === 0 ? 'action-1' : null
      const fields = {
        id: `action-${at + 1}`,
        // A part belongs to the strand of the larger action.
        strandId: from(strand, parentId ? (of.actions[0]?.pick ?? 0) : pick).id,
        parentId,
        position: at + 1,
        name: text,
      }
      return anAction({ ...fields, dueOn: day, ...withheld(visibility) })
    })
    const saving = of.savings.map(({ pick, text, visibility }, at) =>
      aSaving({
        id: `saving-${at + 1}`,
        strandId: from(strand, pick).id,
        name: text,
        ...withheld(visibility),
      }),
    )
    const source = [
      aSource(),
      ...of.savings.map(({ text }, at) => aSource({ id: `source-${at + 2}`, title: text })),
    ]
    return aPlan({
      source,
      strand,
      action,
      milestone: of.milestones.map(({ pick, text, day }, at) => {
        const currentDate = pick % 4 === 0 ? null : day
        const fields = { id: `milestone-${at + 1}`, actionId: from(action, pick).id, name: text }
        return aMilestone({ ...fields, position: at + 1, firstDate: currentDate, currentDate })
      }),
      dependency: of.hasDependencies
        ? strand.slice(1).map(({ id }, at) =>
            aDependency({
              id: `dependency-${at + 1}`,
              waitingStrandId: id,
              neededStrandId: from(strand, at).id,
            }),
          )
        : [],
      person: of.people.map(({ text }, at) => aPerson({ id: `person-${at + 1}`, name: text })),
      assignment: of.people.map(({ pick }, at) =>
        anAssignment({
          id: `assignment-${at + 1}`,
          personId: `person-${at + 1}`,
          strandId: from(strand, pick).id,
        }),
      ),
      saving: saving.map((row, at) => ({ ...row, sourceId: `source-${at + 2}` })),
      savingYear: of.savings.flatMap(({ amount, pick }, at) =>
        [2020, 2021].map((year) =>
          aSavingYear({
            savingId: `saving-${at + 1}`,
            year,
            planned: amount,
            delivered: pick % 2 ? amount : null,
          }),
        ),
      ),
      forecastVersion: [aVersion({ openingBalance: of.openingBalance })],
      forecastYear: someForecastYears(of.strands.map(({ amount }) => amount)),
      fundingLine: of.funding.map(({ amount, pick, text }, at) =>
        aFundingLine({
          id: `funding-${at + 1}`,
          amount,
          name: text,
          year: 2020 + (pick % 3),
          kind: pick % 2 ? 'BLOCK_TRANSFER' : 'DFE_PAYMENT',
          scope: from(Object.keys(scopes) as (keyof typeof scopes)[], pick),
          transferStatus: pick % 4 === 1 ? 'FORUM_APPROVED' : null,
        }),
      ),
      event: of.events.map(({ text, day, visibility }, at) =>
        anEvent({ id: `event-${at + 1}`, position: at + 1, title: text, day, ...withheld(visibility) }),
      ),
    })
  })

function someForecastYears(amounts: readonly Pence[]) {
  return [2019, 2020, 2021, 2022].map((year, at) => {
    const central = from(amounts, at)
    const range = { low: pence(central - 50_000_000), central, high: pence(central + 50_000_000) }
    return aForecastYear({ year, series: year === 2019 ? 'OUTTURN' : 'UNMITIGATED', ...range })
  })
}
