import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Assumption,
  type Driver,
  type Placement,
  placementCategories,
  registerOf,
} from '../src/assumption.ts'
import { type Explained, explainYear } from '../src/explanation.ts'
import { delayed, type Mitigation, type ModelBase, type ModelYear, project } from '../src/financial-model.ts'
import { yearsFrom } from '../src/financial-year.ts'
import { NOTHING, pence, pounds, total } from '../src/money.ts'
import { movement, NOTHING_SUPPOSED, supposed } from '../src/scenario.ts'
import { drawn, randomFrom, sensitivities, simulate, solvedFor } from '../src/simulation.ts'

const base: ModelBase = {
  firstYear: 2020,
  lastYear: 2023,
  openingBalance: pounds(-200_000),
  mitigations: [],
  savings: [],
  transfers: [],
  payments: [],
}

const assume = (driver: Driver, value: number, of: Partial<Assumption> = {}): Assumption => ({
  ...{ category: null, year: null, line: null, low: null, high: null, asOf: null, source: 'A test' },
  ...{ id: `${driver}-${value}`, driver, value },
  ...of,
})
const independent = { category: 'INDEPENDENT' } as const
const simple = [
  assume('PLACES', 10_000, { ...independent, year: 2020 }),
  assume('UNIT_COST', pounds(50_000), independent),
  assume('ALLOCATION', pounds(5_000_000), { year: 2020 }),
]
const run = (assumptions: readonly Assumption[], of: Partial<ModelBase> = {}) =>
  project({ ...base, ...of }, registerOf(assumptions))
const inYear = (years: readonly ModelYear[]) => years.map(({ mitigated }) => mitigated.inYear / 100)
const last = (years: readonly ModelYear[]) => years.at(-1)?.mitigated.cumulative ?? NOTHING

describe('a year of the model', () => {
  it('with no growth, no inflation and no savings is the baseline each year', () => {
    expect(inYear(run(simple))).toEqual([0, 0, 0, 0])
    expect(run(simple).map(({ mitigated }) => mitigated.cumulative / 100)).toEqual([
      -200_000, -200_000, -200_000, -200_000,
    ])
  })

  it('pays new places of September for seven months, and for the whole year after', () => {
    const years = run([...simple, assume('STARTS', 1200, { ...independent, year: 2020 })])
    expect(years.map(({ categories }) => categories[0]?.places)).toEqual([10_000, 11_200, 11_200, 11_200])
    expect(inYear(years)).toEqual([-350_000, -600_000, -600_000, -600_000])
  })

  it('pays post-16 places of August for eight months', () => {
    const years = run([
      assume('PLACES', 0, { category: 'POST_16', year: 2020 }),
      assume('STARTS', 1200, { category: 'POST_16', year: 2020 }),
      assume('UNIT_COST', pounds(9000), { category: 'POST_16' }),
    ])
    expect(inYear(years)[0]).toBe(-72_000)
  })

  it('grows places with the academic year, and costs from year to year', () => {
    const years = run([...simple, assume('GROWTH', 1000, independent), assume('INFLATION', 200)])
    expect(years.map(({ categories }) => categories[0]?.places)).toEqual([10_000, 11_000, 12_100, 13_310])
    expect(years.map(({ categories }) => categories[0]?.costOfPlace)).toEqual([
      pounds(50_000),
      pounds(51_000),
      pounds(52_020),
      5_306_040,
    ])
  })

  it('counts known but unissued plans for their whole year, as a line of their own, and as places after', () => {
    const years = run([...simple, assume('UNISSUED', 400, { ...independent, year: 2021 })])
    expect(years[1]?.categories[0]?.spend.unissued).toBe(pounds(200_000))
    expect(years[2]?.categories[0]?.places).toBe(10_400)
  })

  it('takes what is given for a year before what follows from the year before', () => {
    const years = run([
      ...simple,
      assume('PLACES', 9000, { ...independent, year: 2021 }),
      assume('ALLOCATION_GROWTH', 500),
      assume('ALLOCATION', pounds(6_000_000), { year: 2022 }),
      assume('SPEND', pounds(100_000), { line: 'Therapies' }),
      assume('SPEND', pounds(150_000), { line: 'Therapies', year: 2022 }),
      assume('DEDUCTION', pounds(1_000_000), { year: 2020 }),
    ])
    expect(years.map(({ allocation }) => allocation / 100)).toEqual([
      5_000_000, 5_250_000, 6_000_000, 6_300_000,
    ])
    expect(years.map(({ deduction }) => deduction / 100)).toEqual([1e6, 1e6, 1e6, 1e6])
    expect(years.map(({ lines }) => lines.map(({ amount }) => amount / 100))).toEqual([
      [100_000],
      [100_000],
      [150_000],
      [100_000],
    ])
    expect(years[1]?.categories[0]?.spend.places).toBe(pounds(4_500_000))
  })

  it('keeps transfers, payments below the line and the cost of carrying the deficit apart', () => {
    const years = run([...simple, assume('INTEREST', 500)], {
      transfers: [{ name: '0.5%', year: 2020, amount: pounds(100_000) }],
      payments: [{ name: 'Grant', year: 2021, amount: pounds(50_000) }],
    })
    expect(years[0]?.mitigated).toEqual({
      beforeTransfer: NOTHING,
      inYear: pounds(100_000),
      cumulative: pounds(-100_000),
    })
    expect(years[1]?.mitigated).toEqual({
      beforeTransfer: NOTHING,
      inYear: NOTHING,
      cumulative: pounds(-50_000),
    })
    expect(years.map(({ carrying }) => carrying / 100)).toEqual([7500, 3750, 2500, 2500])
  })
})

describe('income by the formulas of the Department for Education (cases C1 and C2)', () => {
  const allocation2020 = [
    assume('FORMULA', pounds(26_737_952), { year: 2020 }),
    assume('BASIC_ENTITLEMENT', pounds(4020.7), { year: 2020 }),
    assume('SPECIAL_PUPILS', 81_800, { year: 2020 }),
    assume('IMPORT_EXPORT', pounds(222_000), { year: 2020 }),
  ]
  const allocation2021 = [
    assume('FORMULA', pounds(29_249_896), { year: 2021 }),
    assume('BASIC_ENTITLEMENT', pounds(4684.11), { year: 2021 }),
    assume('SPECIAL_PUPILS', 82_000, { year: 2021 }),
    assume('IMPORT_EXPORT', pounds(207_000), { year: 2021 }),
    assume('SUPPLEMENTS', pounds(175_553), { year: 2021 }),
  ]
  const places = (line: string, early: number, late: number, rate: number, isPost16 = false) => {
    const of = { line, category: isPost16 ? ('POST_16' as const) : null }
    return [
      assume('DEDUCTED_EARLY', early * 100, of),
      assume('DEDUCTED_LATE', late * 100, of),
      assume('DEDUCTED_RATE', pounds(rate), of),
    ]
  }
  const deductions = [
    ...places('Mainstream units £6k', 80, 79, 6000),
    ...places('Mainstream units £10k', 17, 13, 10_000),
    ...places('Special academies', 92, 96, 10_000),
    ...places('AP academies', 17, 27, 10_000),
    ...places('16-19 academies', 10, 10, 6000, true),
    ...places('FE and ILP', 85, 85, 6000, true),
  ]

  it('is the published allocation of each year, and the deduction for places', () => {
    const years = run([...allocation2020, ...allocation2021, ...deductions])
    // Published in whole pounds: a pound either way (cases C1).
    for (const [at, published] of [30_248_885, 33_473_420].entries())
      expect(Math.abs((years[at]?.allocation ?? 0) - pounds(published))).toBeLessThanOrEqual(100)
    expect(Math.abs((years[0]?.deduction ?? 0) - pounds(2_364_835))).toBeLessThanOrEqual(100)
    const left = years[0]?.mitigated.beforeTransfer ?? 0
    expect(Math.abs(left - pounds(27_884_050))).toBeLessThanOrEqual(200)
  })

  it('goes on from its last year with its growth, and an allocation that is given comes first', () => {
    const given = assume('ALLOCATION', pounds(1), { year: 2022 })
    const [first, second, third] = run([...allocation2020, assume('ALLOCATION_GROWTH', 1000), given])
    expect(second?.allocation).toBe(Math.round((first?.allocation ?? 0) * 1.1))
    expect(third?.allocation).toBe(pounds(1))
  })

  it('is explained by its parts', () => {
    const text = JSON.stringify(explainYear(base, registerOf([...allocation2020, ...deductions]), 2020))
    const expected = [
      'A + B × C + D + E + F + H',
      'C: pupils in special schools',
      'Special academies',
      'Deducted for a place',
    ]
    for (const part of expected) expect(text).toContain(part)
  })
})

const fewer: Mitigation = {
  name: 'Fewer placements',
  category: 'INDEPENDENT',
  fewerPlaces: 1200,
  from: '2020-09-01',
  costOfPlace: pounds(52_000),
  costInstead: NOTHING,
}

describe('a mitigation that acts on a driver', () => {
  const saved = (mitigation: Mitigation) =>
    run(simple, { mitigations: [mitigation] }).map(({ savings }) => savings / 100)

  it('saves the months from its start: 12 fewer independent placements from September at £52,000', () => {
    expect(saved(fewer)).toEqual([364_000, 624_000, 624_000, 624_000])
  })

  it('that is six months late saves six months less, and nothing else changes', () => {
    expect(saved(delayed(fewer, 6))).toEqual([52_000, 624_000, 624_000, 624_000])
    expect(saved(delayed(fewer, 7))).toEqual([0, 624_000, 624_000, 624_000])
  })

  it('saves at what a place costs in the model, less what is paid instead, where nothing else is said', () => {
    const mitigation = { ...fewer, costOfPlace: null, costInstead: pounds(20_000) }
    expect(run([...simple, assume('INFLATION', 1000)], { mitigations: [mitigation] })[1]?.savings).toBe(
      pounds(420_000),
    )
  })
})

const anyRate = fc.integer({ min: 0, max: 1000 })
const anyModel = fc
  .record({
    places: fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 7, maxLength: 7 }),
    cost: fc.integer({ min: 100_000, max: 10_000_000 }),
    growth: anyRate,
    inflation: anyRate,
    allocation: fc.integer({ min: 0, max: 5_000_000_000 }),
  })
  .map((of) => [
    ...placementCategories.map((category: Placement, at) =>
      assume('PLACES', of.places[at] ?? 0, { category, year: 2020 }),
    ),
    assume('UNIT_COST', of.cost, { low: Math.round(of.cost * 0.9), high: Math.round(of.cost * 1.1) }),
    assume('GROWTH', of.growth, { low: Math.max(0, of.growth - 100), high: of.growth + 100 }),
    assume('INFLATION', of.inflation),
    assume('ALLOCATION', of.allocation, { year: 2020 }),
  ])

describe('whatever the assumptions', () => {
  it('savings never raise the deficit', () => {
    fc.assert(
      fc.property(anyModel, fc.integer({ min: 0, max: 1_000_000_000 }), (assumptions, amount) => {
        const savings = [{ name: 'A saving', year: 2021, amount: pence(amount) }]
        const years = run(assumptions, { savings })
        for (const { mitigated, unmitigated } of years)
          expect(mitigated.cumulative).toBeGreaterThanOrEqual(unmitigated.cumulative)
      }),
    )
  })

  it('a delay moves money and never makes more of it, and what it moves is the months that it is late', () => {
    fc.assert(
      fc.property(anyModel, fc.integer({ min: 0, max: 30 }), (assumptions, months) => {
        const saved = (mitigation: Mitigation) =>
          total(run(assumptions, { mitigations: [mitigation] }).map(({ savings }) => savings))
        const monthly = (1200 * pounds(52_000)) / 1200
        expect(saved(fewer) - saved(delayed(fewer, months))).toBe(monthly * months)
      }),
    )
  })

  it('parts equal wholes, down the whole explanation', () => {
    const check = (of: Explained): void => {
      if (of.isSum)
        expect(
          of.parts.reduce((all, { value }) => all + value, 0),
          of.label,
        ).toBe(of.value)
      for (const part of of.parts) check(part)
    }
    fc.assert(
      fc.property(anyModel, fc.constantFrom(...yearsFrom(2020, 2023)), (assumptions, year) => {
        const explained = explainYear(base, registerOf(assumptions), year)
        if (!explained) throw new Error('the year is within the model')
        check(explained)
        expect(explained.value).toBe(run(assumptions).find((of) => of.year === year)?.mitigated.inYear)
      }),
    )
  })

  it('a scenario of nothing equals the plan', () => {
    fc.assert(
      fc.property(anyModel, (assumptions) => {
        const same = supposed({ base, assumptions }, NOTHING_SUPPOSED)
        expect(run(same.assumptions, same.base)).toEqual(run(assumptions))
      }),
    )
  })

  it('the lines of a movement add up to the difference, to the penny', () => {
    const figure = (of: { base: ModelBase; assumptions: readonly Assumption[] }) =>
      last(project(of.base, registerOf(of.assumptions)))
    fc.assert(
      fc.property(anyModel, anyModel, (a, b) => {
        const from = { base, assumptions: a }
        const to = { base: { ...base, openingBalance: pounds(-1), mitigations: [fewer] }, assumptions: b }
        const lines = movement(from, to, figure)
        expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(figure(to) - figure(from))
      }),
    )
  })

  it('every amount is whole pence', () => {
    fc.assert(
      fc.property(anyModel, (assumptions) => {
        for (const { spend, mitigated, carrying } of run(assumptions))
          expect([spend, mitigated.cumulative, carrying].every(Number.isSafeInteger)).toBe(true)
      }),
    )
  })
})

describe('a simulation', () => {
  const ranged = [
    ...simple,
    assume('GROWTH', 500, { ...independent, low: 300, high: 700 }),
    assume('INFLATION', 200, { low: 100, high: 300 }),
  ]
  const register = registerOf(ranged)
  const options = { runs: 4000, seed: 7 }

  it('gives the same bands for the same seed, and others for another', () => {
    expect(simulate(base, register, [last], options)).toEqual(simulate(base, register, [last], options))
    expect(simulate(base, register, [last], { ...options, seed: 8 })).not.toEqual(
      simulate(base, register, [last], options),
    )
  })

  it('has its median near the central value when ranges are symmetric, and bands in order', () => {
    const [band] = simulate(base, register, [last], options)
    const central = last(project(base, register))
    if (!band) throw new Error('one figure was asked for')
    expect(Math.abs(band.p50 - central)).toBeLessThan(Math.abs(central) * 0.01)
    expect([band.p5, band.p25, band.p50, band.p75, band.p95]).toEqual(
      [band.p5, band.p25, band.p50, band.p75, band.p95].sort((a, b) => a - b),
    )
    expect(band.p5).toBeLessThan(band.p95)
  })

  it('without ranges is the central forecast, whatever the chance', () => {
    const [band] = simulate(base, registerOf(simple), [last], { runs: 10, seed: 1 })
    expect(new Set(Object.values(band ?? {}))).toEqual(new Set([last(run(simple))]))
  })

  it('draws within the range, most often near the middle', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = randomFrom(seed)
        const drawnNow = drawn({ value: 50, low: 0, high: 100 }, random())
        expect(drawnNow).toBeGreaterThanOrEqual(0)
        expect(drawnNow).toBeLessThanOrEqual(100)
      }),
    )
    const random = randomFrom(1)
    const near = Array.from({ length: 4000 }, () => drawn({ value: 50, low: 0, high: 100 }, random())).filter(
      (of) => Math.abs(of - 50) < 25,
    )
    expect(near.length / 4000).toBeCloseTo(0.75, 1)
  })
})

describe('what matters most', () => {
  it('is the assumption with the widest swing; one without a range has none', () => {
    const found = sensitivities(
      base,
      registerOf([
        ...simple,
        assume('GROWTH', 500, { ...independent, low: 400, high: 600 }),
        assume('INFLATION', 200, { low: 195, high: 205 }),
      ]),
      last,
    )
    expect(found.map(({ assumption }) => assumption.driver)).toEqual(['GROWTH', 'INFLATION'])
    expect(found[0]?.atLow).toBeGreaterThan(found[0]?.atHigh ?? 0)
  })

  it('what would have to be true to balance by the end is found to the penny, or said not to be', () => {
    const register = registerOf([...simple, assume('GROWTH', 500, independent)])
    const index = register.assumptions.findIndex(({ driver }) => driver === 'ALLOCATION')
    const finalYear = (years: readonly ModelYear[]) => years.at(-1)?.mitigated.inYear ?? NOTHING
    const found = solvedFor(base, register, index, finalYear, { from: 0, to: 10_000_000_00 })
    if (found === null) throw new Error('enough money always balances')
    const at = (value: number) =>
      finalYear(
        project(
          base,
          register,
          register.assumptions.map((of, each) => (each === index ? value : of.value)),
        ),
      )
    expect(at(found)).toBeGreaterThanOrEqual(0)
    expect(at(found - 1)).toBeLessThan(0)
    expect(solvedFor(base, register, index, finalYear, { from: 0, to: 1 })).toBeNull()
  })
})
