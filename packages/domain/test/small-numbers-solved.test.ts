import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { applyTo } from '../src/change.ts'
import type { Asked, Command } from '../src/command.ts'
import { finalBalance } from '../src/financial-model.ts'
import {
  beginVersion,
  changeAssumptions,
  decideVersion,
  recordActual,
  submitVersion,
} from '../src/forecast-commands.ts'
import type { AssumptionRow } from '../src/model.ts'
import { type Pence, pence, pounds } from '../src/money.ts'
import { inYearAt } from '../src/monitoring.ts'
import { canonical, findRow, type Plan, rowsOf } from '../src/plan.ts'
import { modelOf } from '../src/plan-model.ts'
import { yearsOf } from '../src/scenario.ts'
import { THE_PUBLIC, type Viewer } from '../src/viewer.ts'
import { visibleTo } from '../src/visibility.ts'
import type { Role } from '../src/vocabulary.ts'
import { whatChanged } from '../src/what-changed.ts'
import {
  aBudgetLine,
  aBudgetReport,
  aForecastYear,
  anAction,
  anAssumption,
  aPerson,
  aPlan,
  aProposal,
  aSaving,
  aSavingYear,
  aSource,
  aStrand,
  aVersion,
  aViewer,
  type Rows,
  someDetails,
  TODAY,
} from './a-plan.ts'

vi.setConfig({ testTimeout: 60_000 })

const entered = { sourceId: 'entered' } as const
const council = (rows: Rows = {}): Plan =>
  aPlan({
    plan: [someDetails({ firstYear: 2020, lastYear: 2022, entrySourceId: 'entered' })],
    source: [aSource(), aSource({ id: 'entered', title: 'Entered', provenance: 'ENTERED' })],
    person: ['finance', 'treasurer'].map((id) => aPerson({ id, name: id })),
    strand: [aStrand(), aStrand({ id: 'strand-2', position: 2, name: 'Other' })],
    action: [anAction()],
    ...rows,
  })
const member = aViewer('CABINET_MEMBER')
const outside: readonly Viewer[] = [
  THE_PUBLIC,
  aViewer('REFERENCE_GROUP_MEMBER'),
  member,
  aViewer('STRAND_LEAD', { strandId: 'strand-2' }),
]
const small = fc.integer({ min: 1, max: 4 })
const large = fc.integer({ min: 5, max: 60 })

const by = (personId: string, role: Role, newId: string): Asked => ({
  viewer: { ...aViewer(role), personId },
  today: TODAY,
  newId,
})
const finance = (newId: string) => by('finance', 'FINANCE_BUSINESS_PARTNER', newId)

function then<Input>(plan: Plan, command: Command<Input>, input: Input, asked: Asked): Plan {
  const outcome = command.run(plan, input, asked)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...plan, tables: applyTo(plan.tables, outcome.changes) }
}

/** Figures of one period, each a count; the total of them is published. */
const figuresOf = (counts: readonly number[], more: Rows['figure'] = []) =>
  council({
    figure: [
      ...counts.map((value, at) => ({
        ...{ id: `figure-${at}`, subject: `Part ${at}`, period: '2019-20', value },
        ...({ scope: 'LOCAL_AUTHORITY', unit: 'COUNT', sourceId: 'entered' } as const),
      })),
      {
        ...{ id: 'total', subject: 'Total', period: '2019-20', scope: 'LOCAL_AUTHORITY', unit: 'COUNT' },
        ...{ value: counts.reduce((sum, count) => sum + count, 0), sourceId: 'source-1' },
      } as const,
      ...more,
    ],
  })

/** Every way in which counts from 0 to `most` could stand behind what is seen, by trying them all. */
function ways(seen: Plan, parts: number, most: number): number[][] {
  const shown = canonical(seen)
  const tries = (left: number): number[][] =>
    left === 0
      ? [[]]
      : tries(left - 1).flatMap((of) => Array.from({ length: most + 1 }, (_, count) => [...of, count]))
  return tries(parts).filter((counts) => canonical(visibleTo(figuresOf(counts), THE_PUBLIC)) === shown)
}

describe('figures of a period', () => {
  it('leave, with their published total, more than one way in which each small one could be', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 3 }), (counts) => {
        const possible = ways(visibleTo(figuresOf(counts), THE_PUBLIC), counts.length, 12)
        expect(possible).toContainEqual(counts)
        counts.forEach((count, at) => {
          const isDetermined = new Set(possible.map((of) => of[at])).size === 1
          // All that there is of a total of one is that one: whoever published the total has published it.
          const isPublished = counts.reduce((sum, of) => sum + of, 0) === 1 && counts.length === 2
          if (count > 0 && count < 5 && !isPublished) expect(isDetermined).toBe(false)
        })
      }),
      { numRuns: 25 },
    )
  })

  it('hide the share and the average that a small one could be worked out from', () => {
    const share = { id: 'share', subject: 'Share', period: ' 2019-20', value: 1000, ...entered } as const
    const plan = figuresOf([3, 27], [{ ...share, scope: 'HIGH_NEEDS_BLOCK', unit: 'BASIS_POINTS' }])
    expect(Object.keys(visibleTo(plan, THE_PUBLIC).tables.figure)).toEqual(['total'])
  })
})

describe('reports of a day', () => {
  it('say nothing of any line where one is small, whichever it is', () => {
    const reported = (places: readonly number[]) =>
      council({
        budgetLine: places.map((_, at) => aBudgetLine({ id: `line-${at}`, ...entered })),
        budgetReport: places.map((of, at) =>
          aBudgetReport({ id: `report-${at}`, lineId: `line-${at}`, places: of * 100, ...entered }),
        ),
      })
    fc.assert(
      fc.property(small, large, large, (count, other, third) => {
        const rows = rowsOf(visibleTo(reported([count, other, third]), member), 'budgetReport')
        expect(rows.map(({ places }) => places)).toEqual([null, null, null])
      }),
    )
  })
})

describe('a saving in places', () => {
  const at = (cost: Pence) =>
    ({ placement: 'INDEPENDENT', costOfPlace: cost, costInstead: pounds(20_000), ...entered }) as const
  const saves = (id: string, count: number, cost: Pence, fields = {}) =>
    aSaving({
      ...{ id, name: id, ...at(cost), fewerPlaces: count * 100 },
      ...{ fullYearValue: pence(count * (cost - pounds(20_000))), baseline: 'b', method: 'm' },
      ...fields,
    })
  /** Full-year values over every cost that is shown, of places or of places less what is provided instead. */
  const quotients = (seen: Plan) => {
    const rows = [...rowsOf(seen, 'saving'), ...rowsOf(seen, 'savingProposal')]
    const costs = rows.flatMap(({ costOfPlace, costInstead }) =>
      costOfPlace === null ? [] : [costOfPlace, costOfPlace - (costInstead ?? 0)],
    )
    return (id: string) =>
      costs.map((cost) => (findRow(seen, 'saving', id)?.fullYearValue ?? Number.NaN) / cost)
  }

  it('is not its money divided by a cost in a proposal for it, or in another saving of that category', () => {
    fc.assert(
      fc.property(small, large, large, (count, proposed, other) => {
        const cost = pounds(52_000)
        const plan = council({
          saving: [saves('few', count, cost), saves('many', other, cost, { strandId: 'strand-2' })],
          savingProposal: [aProposal({ savingId: 'few', ...at(cost), fewerPlaces: proposed * 100 })],
        })
        for (const viewer of outside.filter(({ roles }) => roles[0]?.role !== 'STRAND_LEAD'))
          expect(quotients(visibleTo(plan, viewer))('few')).not.toContain(count)
        // The attack does work on what the team sees.
        expect(quotients(plan)('few')).toContain(count)
      }),
    )
  })

  it('is too small to show also where it cites what has been published: it has been changed since', () => {
    const plan = council({ saving: [saves('few', 3, pounds(52_000), { sourceId: 'source-1' })] })
    expect(findRow(visibleTo(plan, member), 'saving', 'few')?.fewerPlaces).toBeNull()
  })

  it('is known to whoever leads its strand, with what was proposed for it', () => {
    const proposal = aProposal({ savingId: 'few', ...at(pounds(52_000)), fewerPlaces: 200 })
    const plan = council({ saving: [saves('few', 3, pounds(52_000))], savingProposal: [proposal] })
    const seen = visibleTo(plan, aViewer('STRAND_LEAD', { strandId: 'strand-1' }))
    expect([rowsOf(seen, 'saving')[0]?.fewerPlaces, rowsOf(seen, 'savingProposal')[0]?.fewerPlaces]).toEqual([
      300, 200,
    ])
  })

  it('is not said to have been cleared, or set, when it became too small to show or no longer is', () => {
    const [few, many] = [3, 12].map((count) => council({ saving: [saves('few', count, pounds(52_000))] }))
    const told = (from?: Plan, to?: Plan) =>
      whatChanged(visibleTo(from as Plan, member), visibleTo(to as Plan, member)).map(({ words }) => words)
    for (const words of [...told(many, few), ...told(few, many)]) expect(words).not.toMatch(/places|cost of/i)
    expect(told(many, few)).toHaveLength(1)
  })
})

describe('a model', () => {
  const COST = pounds(50_000)
  const grid = (id: string, few: number, many: number, fields: Partial<AssumptionRow> = {}) => {
    const common = { versionId: id, year: null, ...entered }
    const places = (category: 'ALTERNATIVE' | 'SPECIAL', count: number) =>
      [2020, 2021, 2022].map((year) =>
        anAssumption({
          ...{ ...common, id: `${id}-${category}-${year}`.toLowerCase(), driver: 'PLACES', category, year },
          ...{ value: count * 100, ...(category === 'ALTERNATIVE' ? fields : {}) },
        }),
      )
    return [
      ...places('ALTERNATIVE', few),
      ...places('SPECIAL', many),
      anAssumption({ ...common, id: `${id}-cost`, driver: 'UNIT_COST', value: COST }),
      anAssumption({ ...common, id: `${id}-allocation`, driver: 'ALLOCATION', value: pounds(4_000_000) }),
    ]
  }
  const written = (id: string, amount: number, status: 'APPROVED' | 'SUBMITTED' = 'APPROVED') => ({
    forecastVersion: [aVersion({ id, name: id, status, openingYear: 2020, ...entered })],
    forecastYear: [2020, 2021, 2022].map((year) =>
      aForecastYear({ versionId: id, year, central: pence(amount), ...entered }),
    ),
  })
  const spendOf = (few: number, many: number) => pounds(4_000_000) - (few + many) * COST

  /** Puts every small count in the place of each input of every model that is shown, and looks whether a version comes out. */
  function solved(seen: Plan): number[] {
    const totals = new Set(rowsOf(seen, 'forecastYear').map(({ central }) => central))
    return rowsOf(seen, 'forecastVersion').flatMap((version) => {
      const model = modelOf(seen, version)
      if (!model) return []
      return model.assumptions.flatMap(({ category, driver }) =>
        driver !== 'PLACES'
          ? []
          : [1, 2, 3, 4].filter((count) => {
              const assumptions = model.assumptions.map((of) =>
                of.category === category && of.driver === driver ? { ...of, value: count * 100 } : of,
              )
              const [first] = yearsOf({ ...model, assumptions })
              return first !== undefined && totals.has(first.unmitigated.beforeTransfer)
            }),
      )
    })
  }

  it('with a small count is not solved by way of a version that repeats the rest of it', () => {
    fc.assert(
      fc.property(small, large, large, (few, before, many) => {
        const [old, now] = [written('old', spendOf(before, many)), written('now', spendOf(few, many))]
        const plan = council({
          forecastVersion: [...old.forecastVersion, ...now.forecastVersion],
          forecastYear: [...old.forecastYear, ...now.forecastYear],
          assumption: [...grid('old', before, many), ...grid('now', few, many)],
        })
        for (const viewer of outside) {
          const seen = visibleTo(plan, viewer)
          expect(solved(seen)).toEqual([])
          // The years stay, to the penny.
          expect(rowsOf(seen, 'forecastYear')).toEqual(rowsOf(plan, 'forecastYear'))
        }
        const team = solved(plan)
        expect(team).toContain(few)
      }),
      { numRuns: 40 },
    )
  })

  it('beside a version that was made of other numbers keeps only its own to the team', () => {
    const [old, now] = [written('old', spendOf(3, 40)), written('now', spendOf(6, 70))]
    const fresh = grid('now', 6, 70).map((row) => ({ ...row, value: row.value + 100 }))
    const plan = council({
      forecastVersion: [...old.forecastVersion, ...now.forecastVersion],
      forecastYear: [...old.forecastYear, ...now.forecastYear],
      assumption: [...grid('old', 3, 40), ...fresh],
    })
    expect(new Set(rowsOf(visibleTo(plan, member), 'assumption').map(({ versionId }) => versionId))).toEqual(
      new Set(['now']),
    )
  })

  it('of a draft that nobody outside has the years of keeps no other version to the team', () => {
    const old = written('old', spendOf(6, 40))
    const draft = aVersion({ id: 'draft', position: 2, status: 'DRAFT', ...entered })
    const plan = council({
      ...old,
      forecastVersion: [...old.forecastVersion, draft],
      assumption: [...grid('old', 6, 40), ...grid('draft', 3, 40)],
    })
    for (const viewer of outside)
      expect(rowsOf(visibleTo(plan, viewer), 'assumption').map(({ versionId }) => versionId)).toEqual(
        Array(8).fill('old'),
      )
  })

  it('whose value is published keeps to the team a range of it, and what it turned out to be', () => {
    const seen = (fields: Partial<AssumptionRow>) =>
      rowsOf(
        visibleTo(
          council({
            ...written('now', spendOf(6, 40)),
            assumption: grid('now', 6, 40, { sourceId: 'source-1', ...fields }),
          }),
          member,
        ),
        'assumption',
      ).length
    expect([seen({}), seen({ value: 300 }), seen({ low: 300 }), seen({ actual: 200 })]).toEqual([8, 8, 0, 0])
  })

  it('is not withheld for a count that was dropped from it, which is', () => {
    const plan = council({
      ...written('now', spendOf(6, 40)),
      assumption: [
        ...grid('now', 6, 40),
        anAssumption({
          ...{ id: 'wrong', versionId: 'now', driver: 'PLACES', category: 'OTHER', value: 300 },
          ...{ droppedOn: TODAY, ...entered },
        }),
      ],
    })
    const rows = rowsOf(visibleTo(plan, member), 'assumption')
    expect([rows.length, rows.some(({ id }) => id === 'wrong')]).toEqual([8, false])
  })

  /** A version by the commands themselves. What the count costs is taken off another line, so that its years stay. */
  const submittedWith = (few: number) => {
    const begun = then(council(), beginVersion, { name: 'Version 1' }, finance('v1'))
    const rows = [
      { driver: 'PLACES', category: 'ALTERNATIVE', year: 2020, value: few * 100 },
      { driver: 'UNIT_COST', category: 'ALTERNATIVE', year: null, value: COST },
      { driver: 'SPEND', line: 'Other', value: pounds(900_000) - few * COST },
      { driver: 'ALLOCATION', year: 2020, value: pounds(700_000) },
    ] as const
    const input = { versionId: 'v1', rows, droppedIds: [], reason: 'First' }
    const filled = then(begun, changeAssumptions, input, finance('row'))
    return then(filled, submitVersion, { versionId: 'v1', spread: pounds(1), basis: 'b' }, finance('s'))
  }
  const treasurer = by('treasurer', 'SECTION_151_OFFICER', 'd')

  it('tells the same whichever small count it was made of, submitted and approved', () => {
    fc.assert(
      fc.property(small, small, (one, another) => {
        const approve = { versionId: 'v1', isApproved: true, approvedBy: 'Full Cabinet' }
        const [a, b] = [one, another].map((of) => submittedWith(of)) as [Plan, Plan]
        const [c, d] = [a, b].map((of) => then(of, decideVersion, approve, treasurer)) as [Plan, Plan]
        for (const viewer of outside) {
          expect(canonical(visibleTo(a, viewer))).toBe(canonical(visibleTo(b, viewer)))
          expect(canonical(visibleTo(c, viewer))).toBe(canonical(visibleTo(d, viewer)))
          expect(rowsOf(visibleTo(c, viewer), 'forecastYear')).toHaveLength(6)
        }
        const version = findRow(c, 'forecastVersion', 'v1')
        const model = version && modelOf(c, version)
        expect(model && finalBalance(yearsOf(model))).toBe(
          rowsOf(c, 'forecastYear')
            .filter(({ series }) => series === 'MITIGATED')
            .reduce((sum, { central }) => sum + central, 0),
        )
      }),
      { numRuns: 20 },
    )
  })

  it('that was returned and made larger does not tell, beside its years of before, what it had been', () => {
    const few = submittedWith(3)
    const returned = then(few, decideVersion, { versionId: 'v1', isApproved: false, reason: 'r' }, treasurer)
    const rows = [{ id: 'row-1', driver: 'PLACES', category: 'ALTERNATIVE', year: 2020, value: 600 } as const]
    const changed = then(
      returned,
      changeAssumptions,
      { versionId: 'v1', rows, droppedIds: [], reason: 'More' },
      finance('row2'),
    )
    const again = then(
      changed,
      submitVersion,
      { versionId: 'v1', spread: pounds(1), basis: 'b' },
      finance('t'),
    )
    // The years of before can be read as at their day, so the inputs of now may not be.
    expect(rowsOf(visibleTo(few, member), 'forecastYear')).toHaveLength(6)
    for (const plan of [changed, again]) expect(rowsOf(visibleTo(plan, member), 'assumption')).toEqual([])
    // A count that turned out small is no part of the years: it goes with its version and comes back with none.
    const actual = then(submittedWith(9), recordActual, { assumptionId: 'row-1', actual: 300 }, finance('a'))
    expect(rowsOf(visibleTo(actual, member), 'assumption')).toEqual([])
  })

  it('that is withheld is not replaced by an earlier one in the year so far, nor its places by others', () => {
    const fewer = {
      ...({ placement: 'SPECIAL', fewerPlaces: 300, costOfPlace: COST, costInstead: pounds(0) } as const),
      ...({ startsOn: '2020-04-01', baseline: 'b', method: 'm' } as const),
      ...{ fullYearValue: pence(3 * COST), ...entered },
    }
    const line = { id: 'line', name: 'Special', category: 'SPECIAL', year: 2020, ...entered } as const
    const yearWith = (few: number, rows: Rows) => {
      const [old, now] = [written('old', 1), written('now', spendOf(few, 40))]
      const other = grid('old', 60, 90).map((row) => ({ ...row, value: row.value + 100 }))
      return inYearAt(
        visibleTo(
          council({
            forecastVersion: [
              ...old.forecastVersion,
              ...now.forecastVersion.map((row) => ({ ...row, position: 2 })),
            ],
            forecastYear: [...old.forecastYear, ...now.forecastYear],
            assumption: [...other, ...grid('now', few, 40)],
            budgetLine: [aBudgetLine(line)],
            budgetReport: [aBudgetReport({ lineId: 'line', asOf: '2020-09-30', places: 4000, ...entered })],
            ...rows,
          }),
          member,
        ),
        2020,
      )
    }
    const years = [2020, 2021, 2022].map((year) => aSavingYear({ year, planned: pence(3 * COST) }))
    const acting = { saving: [aSaving(fewer)], savingYear: years }
    const shown = (inYear: ReturnType<typeof inYearAt>) => [
      inYear.modelledBy,
      inYear.lines[0]?.placesPlanned ?? null,
    ]
    expect(shown(yearWith(6, {}))).toEqual(['now', 4000])
    expect(shown(yearWith(3, {}))).toEqual([null, null])
    // The places that a saving takes off are not shown, so neither is what is left.
    expect(shown(yearWith(6, acting))).toEqual(['now', null])
  })
})

describe('two versions of a count', () => {
  it('are for the team, and for whoever leads the strand', () => {
    const conflict = (field: string) => ({
      ...{ id: field.toLowerCase().replaceAll(' ', '-'), strandId: 'strand-1', actionId: null, field },
      ...{ subject: 's', kept: '3', refused: '4', keptBy: 'a', refusedBy: 'b' },
      ...{ personId: 'finance', settledOn: TODAY },
    })
    const fields = ['Fewer places', 'Cost of a place', 'Low', 'High', 'Actual', 'Places', 'Value', 'Method']
    const plan = council({ settledConflict: fields.map(conflict) })
    const seen = (viewer: Viewer) =>
      rowsOf(visibleTo(plan, viewer), 'settledConflict').map(({ field }) => field)
    expect(seen(member)).toEqual(['Method'])
    expect(seen(aViewer('STRAND_LEAD', { strandId: 'strand-1' }))).toHaveLength(fields.length)
  })
})
