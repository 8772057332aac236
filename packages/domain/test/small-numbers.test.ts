import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyTo, difference } from '../src/change.ts'
import { historyOf } from '../src/history.ts'
import { pounds } from '../src/money.ts'
import { canonical, findRow, type Plan, rowsOf } from '../src/plan.ts'
import { editPlan } from '../src/plan-commands.ts'
import { modelOf } from '../src/plan-model.ts'
import { THE_PUBLIC, type Viewer } from '../src/viewer.ts'
import { visibleTo } from '../src/visibility.ts'
import type { Role } from '../src/vocabulary.ts'
import { whatChanged } from '../src/what-changed.ts'
import {
  aBudgetLine,
  aBudgetReport,
  aForecast,
  anAction,
  anAssumption,
  aPerson,
  aPlan,
  aProposal,
  aSaving,
  aSavingYear,
  aSource,
  aStrand,
  aViewer,
  someDetails,
  TODAY,
} from './a-plan.ts'

/** Counts of one plan: of a saving, of a proposal, of two inputs, of three lines of a report and of three figures. */
interface Counts {
  readonly saving: number
  readonly proposal: number
  readonly inputs: readonly [number, number]
  readonly reports: readonly [number, number, number]
  readonly figures: readonly [number, number, number]
}

const figure = (id: string, value: number, period = '2019-20') =>
  ({
    id,
    subject: id,
    period,
    scope: 'HIGH_NEEDS_BLOCK',
    value,
    unit: 'COUNT',
    sourceId: 'made-up',
  }) as const

/** Money is the same whatever the counts are: it is entered, and not worked out from them. */
function planWith(
  { saving, proposal, inputs, reports, figures }: Counts,
  threshold: number | null = null,
): Plan {
  const places = {
    placement: 'INDEPENDENT',
    costOfPlace: pounds(52_000),
    costInstead: null,
    sourceId: 'made-up',
  } as const
  return aPlan({
    plan: [someDetails({ firstYear: 2020, lastYear: 2021, smallNumberThreshold: threshold })],
    source: [aSource(), aSource({ id: 'made-up', title: 'Made up', provenance: 'ILLUSTRATIVE' })],
    person: [aPerson()],
    strand: [aStrand(), aStrand({ id: 'strand-2', position: 2, name: 'Other' })],
    action: [anAction()],
    saving: [aSaving({ ...places, fewerPlaces: saving * 100, fullYearValue: pounds(150_000) })],
    savingYear: [aSavingYear()],
    savingProposal: [aProposal({ ...places, fewerPlaces: proposal * 100 })],
    ...aForecast({ unmitigated: { 2020: -5_600_000, 2021: -1_000_000 } }),
    assumption: [
      ...inputs.map((value, at) =>
        anAssumption({
          id: `places-${at}`,
          driver: 'PLACES',
          category: at === 0 ? 'INDEPENDENT' : 'SPECIAL',
          line: null,
          year: 2020,
          value: value * 100,
          sourceId: 'made-up',
        }),
      ),
      anAssumption({
        id: 'cost',
        driver: 'UNIT_COST',
        line: null,
        value: pounds(52_000),
        sourceId: 'made-up',
      }),
    ],
    budgetLine: reports.map((_, at) => aBudgetLine({ id: `line-${at}`, position: at, sourceId: 'made-up' })),
    budgetReport: reports.map((value, at) =>
      aBudgetReport({ id: `report-${at}`, lineId: `line-${at}`, places: value * 100, sourceId: 'made-up' }),
    ),
    figure: figures.map((value, at) => figure(`figure-${at}`, value)),
  })
}

const outside: readonly Viewer[] = [
  THE_PUBLIC,
  aViewer('REFERENCE_GROUP_MEMBER'),
  aViewer('CABINET_MEMBER'),
  aViewer('STRAND_LEAD', { strandId: 'strand-2' }),
]
const team: readonly Role[] = ['PROGRAMME_MANAGER', 'FINANCE_BUSINESS_PARTNER', 'SECTION_151_OFFICER']

const large: Counts = { saving: 12, proposal: 9, inputs: [40, 80], reports: [7, 8, 9], figures: [20, 30, 40] }
const cabinet = aViewer('CABINET_MEMBER')

describe('what nobody outside the team can solve for', () => {
  const small = fc.integer({ min: 1, max: 4 })
  const anyCount = fc.oneof(small, fc.integer({ min: 5, max: 60 }))
  const counts: fc.Arbitrary<Counts> = fc.record({
    saving: anyCount,
    proposal: anyCount,
    inputs: fc.tuple(anyCount, anyCount),
    reports: fc.tuple(anyCount, anyCount, anyCount),
    figures: fc.tuple(anyCount, anyCount, anyCount),
  })
  /** The same counts, with each small one exchanged for another small one. */
  const exchanged = (of: Counts, by: readonly number[]): Counts => {
    let at = 0
    const next = (count: number) => (count < 5 ? (by[at++ % by.length] ?? 1) : count)
    return {
      saving: next(of.saving),
      proposal: next(of.proposal),
      inputs: [next(of.inputs[0]), next(of.inputs[1])],
      reports: [next(of.reports[0]), next(of.reports[1]), next(of.reports[2])],
      figures: [next(of.figures[0]), next(of.figures[1]), next(of.figures[2])],
    }
  }

  it('is any small number: with others in their places, everybody outside sees the same plan', () => {
    fc.assert(
      fc.property(counts, fc.array(small, { minLength: 1, maxLength: 10 }), (of, by) => {
        for (const viewer of outside) {
          const seen = (plan: Plan) => canonical(visibleTo(plan, viewer))
          expect(seen(planWith(exchanged(of, by)))).toBe(seen(planWith(of)))
        }
      }),
    )
  })

  it('is a small number by way of a total: where one of a group is withheld, another is too', () => {
    fc.assert(
      fc.property(counts, (of) => {
        const plan = planWith(of)
        const { budgetReport, figure: figures } = visibleTo(plan, cabinet).tables
        const kept = Object.values(budgetReport).filter(({ places }) => places !== null).length
        expect(3 - kept).not.toBe(1)
        expect(3 - Object.keys(figures).length).not.toBe(1)
      }),
    )
  })

  it('is what was changed: neither between two days nor in the history is a small number told', () => {
    fc.assert(
      fc.property(counts, small, (of, now) => {
        const before = planWith({ ...of, saving: 12 })
        const after = planWith({ ...of, saving: now })
        const changes = difference(before, after)
        const later = { ...before, tables: applyTo(before.tables, changes), revision: 2 }
        const revision = { number: 2, at: before.at, by: 'finance', personId: null, why: 'Fewer', changes }
        for (const viewer of outside) {
          const items = [{ entity: 'saving', id: 'saving-1' }] as const
          expect(historyOf(later, [revision], items, viewer)).toEqual([])
          const told = JSON.stringify(whatChanged(visibleTo(before, viewer), visibleTo(after, viewer)))
          expect(told).not.toMatch(new RegExp(`\\bto ${now}\\b`))
        }
        const manager = aViewer('PROGRAMME_MANAGER')
        expect(historyOf(later, [revision], [{ entity: 'saving', id: 'saving-1' }], manager)).toHaveLength(1)
      }),
    )
  })
})

describe('small numbers', () => {
  it('are known to the team, and large ones to everybody', () => {
    const plan = planWith({ ...large, saving: 3, inputs: [2, 80] })
    for (const role of team) expect(visibleTo(plan, aViewer(role))).toBe(plan)
    const seen = visibleTo(planWith(large), cabinet)
    expect(findRow(seen, 'saving', 'saving-1')?.fewerPlaces).toBe(1200)
    expect(rowsOf(seen, 'assumption')).toHaveLength(3)
    expect(rowsOf(seen, 'figure')).toHaveLength(3)
  })

  it('of a saving go with the cost of a place, and leave its money and its category', () => {
    const seen = visibleTo(planWith({ ...large, saving: 4 }), cabinet)
    expect(findRow(seen, 'saving', 'saving-1')).toMatchObject({
      placement: 'INDEPENDENT',
      fewerPlaces: null,
      costOfPlace: null,
      fullYearValue: pounds(150_000),
    })
  })

  it('of a saving are known to whoever leads its strand', () => {
    const plan = planWith({ ...large, saving: 4 })
    const lead = aViewer('STRAND_LEAD', { strandId: 'strand-1' })
    expect(findRow(visibleTo(plan, lead), 'saving', 'saving-1')?.fewerPlaces).toBe(400)
  })

  it('among the inputs of a forecast withhold them all, and leave its years as they are', () => {
    const plan = planWith({ ...large, inputs: [4, 80] })
    const seen = visibleTo(plan, THE_PUBLIC)
    expect(rowsOf(seen, 'assumption')).toEqual([])
    const [version] = rowsOf(seen, 'forecastVersion')
    expect(version && modelOf(seen, version)).toBeNull()
    expect(rowsOf(seen, 'forecastYear')).toEqual(rowsOf(plan, 'forecastYear'))
  })

  it('that are published already stay, and nothing is no small number', () => {
    const published = { ...figure('known', 3), sourceId: 'source-1' }
    const none = figure('none', 0, '2018-19')
    const plan = { ...planWith(large), tables: { ...planWith(large).tables, figure: { published, none } } }
    expect(Object.keys(visibleTo(plan, THE_PUBLIC).tables.figure)).toHaveLength(2)
  })

  it('are what the plan says they are', () => {
    const seen = (threshold: number | null, saving: number) =>
      findRow(
        visibleTo(planWith({ ...large, saving, proposal: 20 }, threshold), cabinet),
        'saving',
        'saving-1',
      )?.fewerPlaces
    expect([seen(10, 9), seen(10, 10), seen(null, 4), seen(null, 5), seen(0, 1)]).toEqual([
      null,
      1000,
      null,
      500,
      100,
    ])
    const asked = { viewer: aViewer('PROGRAMME_MANAGER'), today: TODAY, newId: 'new' }
    expect(editPlan.run(planWith(large), { smallNumberThreshold: 101 }, asked)).toMatchObject({
      problems: [{ message: 'Give a whole number from 0 to 100, such as 5.' }],
    })
  })
})
