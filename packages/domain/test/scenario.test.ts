import { describe, expect, it } from 'vitest'
import { type Assumption, type Driver, registerOf } from '../src/assumption.ts'
import {
  type Mitigation,
  type ModelBase,
  type ModelYear,
  monthsOf,
  placesOn,
  project,
  spendByMonth,
} from '../src/financial-model.ts'
import { addsAsShort, asShort, inShort, NOTHING, pence, pounds, total } from '../src/money.ts'
import { type ModelInputs, movement, NOTHING_SUPPOSED, type Supposition, supposed } from '../src/scenario.ts'
import { drawn, randomFrom, sensitivities, simulate, solvedFor } from '../src/simulation.ts'

const assume = (driver: Driver, value: number, of: Partial<Assumption> = {}): Assumption => ({
  ...{ category: null, year: null, line: null, low: null, high: null, asOf: null, source: 'A test' },
  ...{ id: `${driver}-${of.category ?? ''}-${of.year ?? ''}`, driver, value },
  ...of,
})
const fewer: Mitigation = {
  name: 'Fewer places',
  category: 'INDEPENDENT',
  fewerPlaces: 1200,
  from: '2020-09-01',
  costOfPlace: pounds(52_000),
  costInstead: NOTHING,
}
const base: ModelBase = {
  firstYear: 2020,
  lastYear: 2021,
  openingBalance: pounds(-1_000_000),
  mitigations: [fewer],
  savings: [{ name: 'Agreed', year: 2021, amount: pounds(30_000) }],
  transfers: [{ name: 'Transfer', year: 2020, amount: pounds(100_000) }],
  payments: [{ name: 'Grant', year: 2021, amount: pounds(500_000) }],
}
const assumptions = [
  assume('PLACES', 10_000, { category: 'INDEPENDENT', year: 2020 }),
  assume('STARTS', 600, { category: 'INDEPENDENT', year: 2020, low: 0, high: 1000 }),
  assume('UNIT_COST', pounds(50_000), { category: 'INDEPENDENT', low: pounds(48_000), high: pounds(53_000) }),
  assume('GROWTH', 500, { category: 'POST_16', year: 2021 }),
  assume('ALLOCATION', pounds(5_000_000)),
  assume('INTEREST', 100),
]
const inputs: ModelInputs = { base, assumptions }
const worked = ({ base: of, assumptions: all }: ModelInputs) => project(of, registerOf(all))
const final = (of: ModelInputs) => worked(of).at(-1)?.mitigated.cumulative ?? NOTHING

describe('what is supposed', () => {
  const moved = (supposition: Supposition) =>
    supposed(inputs, { ...NOTHING_SUPPOSED, suppositions: [supposition] }).assumptions.map(
      ({ value, low, high }) => [value, low, high],
    )
  const asIs = assumptions.map(({ value, low, high }) => [value, low, high])
  const changedAt = (index: number, row: (number | null)[]) => asIs.with(index, row)

  it('moves an assumption with its range, by an amount or to one', () => {
    expect(moved({ driver: 'STARTS', by: 100 })).toEqual(changedAt(1, [700, 100, 1100]))
    expect(moved({ driver: 'STARTS', to: 500 })).toEqual(changedAt(1, [500, -100, 900]))
    expect(moved({ driver: 'ALLOCATION', by: -100 })).toEqual(
      changedAt(4, [pounds(5_000_000) - 100, null, null]),
    )
  })

  it('moves only what it names: the driver, the category, the year', () => {
    expect(moved({ driver: 'INFLATION', by: 100 })).toEqual(asIs)
    expect(moved({ driver: 'GROWTH', category: 'POST_16', by: 100 })).toEqual(changedAt(3, [600, null, null]))
    expect(moved({ driver: 'GROWTH', category: 'SPECIAL', by: 100 })).toEqual(asIs)
    expect(moved({ driver: 'GROWTH', year: 2021, by: 100 })).toEqual(changedAt(3, [600, null, null]))
    expect(moved({ driver: 'GROWTH', year: 2020, by: 100 })).toEqual(asIs)
    expect(moved({ driver: 'GROWTH' })).toEqual(asIs)
  })

  it('delays the mitigation that it names and no other, and refuses transfers', () => {
    const delays = [{ name: 'Fewer places', months: 6 }]
    const late = supposed(inputs, { ...NOTHING_SUPPOSED, delays, isTransferRefused: true }).base
    expect([late.mitigations[0]?.from, late.transfers]).toEqual(['2021-03-01', []])
    const other = supposed(inputs, { ...NOTHING_SUPPOSED, delays: [{ name: 'Another', months: 6 }] }).base
    expect([other.mitigations[0]?.from, other.transfers]).toEqual(['2020-09-01', base.transfers])
  })
})

describe('a movement', () => {
  const to: ModelInputs = {
    base: {
      ...base,
      openingBalance: pounds(-1_100_000),
      savings: [],
      transfers: [],
      payments: [{ name: 'Grant', year: 2021, amount: pounds(400_000) }],
    },
    assumptions: [
      assume('PLACES', 10_100, { category: 'INDEPENDENT', year: 2020 }),
      assume('STARTS', 600, { category: 'INDEPENDENT', year: 2020 }),
      assume('UNIT_COST', pounds(51_000), { category: 'INDEPENDENT' }),
      assume('SPEND', pounds(20_000), { line: 'Therapies' }),
      assume('ALLOCATION', pounds(5_010_000)),
      assume('INTEREST', 200),
    ],
  }

  it('names each cause with what it makes, in pounds worked by hand', () => {
    expect(movement(inputs, to, final).map(({ name, amount }) => [name, amount / 100])).toEqual([
      ['Opening balance and years', -100_000],
      ['Places and plans', -100_000],
      // 101 places for two years, six starts for seven months and then a year: £1,000 each.
      ['Cost of places', -(101 * 2 + 6 * (7 / 12) + 6) * 1000],
      ['Spend as entered', -40_000],
      ['Allocation and deductions', 20_000],
      ['Savings', -30_000],
      ['Transfers', -100_000],
      ['Payments', -100_000],
    ])
  })

  it('of nothing has no cause', () => {
    expect(movement(inputs, inputs, final)).toEqual([])
  })
})

describe('a year by month', () => {
  const years = worked(inputs)
  const [first, second] = years as [ModelYear, ModelYear]

  it('has places from April and their starts from September, and adds up to the year', () => {
    const [category] = first.categories
    if (!category) throw new Error('no category')
    const months = spendByMonth(category)
    expect(months.map((amount) => Math.round(amount / 100))).toEqual([
      ...Array(5).fill(416_667),
      ...Array(7).fill(416_667 + 25_000),
    ])
    expect(total(months)).toBe(category.spend.places + category.spend.starts + category.spend.unissued)
  })

  it('begins a saving of places in its month, and agreed amounts in twelfths', () => {
    const months = monthsOf(base, first)
    expect(months.map(({ savings }) => savings / 100)).toEqual([
      ...Array(5).fill(0),
      ...Array(7).fill(52_000),
    ])
    expect(monthsOf(base, second)[0]?.savings).toBe(pence(Math.round(pounds(12 * 52_000 + 30_000) / 12)))
    for (const year of years) {
      const of = monthsOf(base, year)
      expect(of.at(-1)?.toDate).toBe(year.mitigated.inYear)
      expect(total(of.map(({ spend }) => spend))).toBe(year.spend)
      expect(of.map(({ month }) => month)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    }
  })

  it('knows how many places there should be on a day', () => {
    const on = (day: '2020-04-01' | '2020-08-31' | '2020-09-01') => placesOn(base, first, 'INDEPENDENT', day)
    expect([on('2020-04-01'), on('2020-08-31'), on('2020-09-01')]).toEqual([
      10_000,
      10_000,
      10_000 + 600 - 1200,
    ])
    expect(placesOn(base, first, 'SPECIAL', '2020-09-01')).toBeNull()
    expect(placesOn({ ...base, mitigations: [] }, first, 'INDEPENDENT', '2021-03-31')).toBe(10_600)
  })
})

describe('chance', () => {
  it('follows from its seed as it always has, so that a submitted range can be worked out again', () => {
    const random = randomFrom(20_200_213)
    expect([random(), random(), random()].map((of) => of.toFixed(6))).toMatchInlineSnapshot(`
      [
        "0.823147",
        "0.388963",
        "0.876857",
      ]
    `)
    const [band] = simulate(
      base,
      registerOf(assumptions),
      [(years) => years.at(-1)?.mitigated.cumulative ?? NOTHING],
      {
        runs: 200,
        seed: 7,
      },
    )
    expect(band).toMatchInlineSnapshot(`
      {
        "p25": -9097227,
        "p5": -37635243,
        "p50": 12329844,
        "p75": 29058403,
        "p95": 63181103,
      }
    `)
  })

  it('draws a triangle: its ends at no and full chance, its value where the sides meet', () => {
    const of = { value: 30, low: 10, high: 110 }
    expect([drawn(of, 0), drawn(of, 0.2), drawn(of, 1)]).toEqual([10, 30, 110])
    expect(drawn(of, 0.05)).toBeCloseTo(10 + Math.sqrt(0.05 * 100 * 20), 9)
    expect(drawn(of, 0.6)).toBeCloseTo(110 - Math.sqrt(0.4 * 100 * 80), 9)
    expect(drawn({ value: 5, low: null, high: null }, 0.9)).toBe(5)
    expect(drawn({ value: 5, low: 5, high: 5 }, 0.1)).toBe(5)
  })

  it('orders what matters by its swing, and leaves out what does not', () => {
    const found = sensitivities(
      base,
      registerOf(assumptions),
      (years) => years.at(-1)?.mitigated.cumulative ?? NOTHING,
    )
    expect(found.map(({ assumption }) => assumption.driver)).toEqual(['UNIT_COST', 'STARTS'])
    const reversed = sensitivities(
      base,
      registerOf(assumptions.toReversed()),
      (years) => years.at(-1)?.mitigated.cumulative ?? NOTHING,
    )
    expect(reversed.map(({ assumption }) => assumption.driver)).toEqual(['UNIT_COST', 'STARTS'])
  })

  it('finds what an assumption would have to be, to the nearest whole unit, at either end', () => {
    const one: ModelBase = {
      ...base,
      lastYear: 2020,
      mitigations: [],
      savings: [],
      transfers: [],
      payments: [],
    }
    const register = registerOf([assume('SPEND', 100, { line: 'a' }), assume('ALLOCATION', 60)])
    const balance = (years: readonly ModelYear[]) => years[0]?.mitigated.inYear ?? NOTHING
    const solve = (index: number, from: number, to: number) =>
      solvedFor(one, register, index, balance, { from, to })
    expect([solve(0, 0, 200), solve(1, 0, 1000), solve(1, 0, 99), solve(0, 61, 100)]).toEqual([
      60,
      100,
      null,
      null,
    ])
    expect(solve(1, 100, 100)).toBe(100)
    const balanced = registerOf([assume('SPEND', 60, { line: 'a' }), assume('ALLOCATION', 60)])
    expect(solvedFor(one, balanced, 0, balance, { from: 0, to: 1 })).toBe(60)
  })
})

describe('amounts shown short', () => {
  it('stand for what they show', () => {
    const amounts = [5_649_999, 999_499, 999_500, 1000, 999.99, -350_499].map((of) =>
      pence(Math.round(of * 100)),
    )
    expect(amounts.map(asShort).map((of) => of / 100)).toEqual([
      5_600_000, 999_000, 1_000_000, 1000, 999.99, -350_000,
    ])
    expect(amounts.map(inShort)).toEqual(['£5.6m', '£999k', '£1.0m', '£1k', '£999.99', '\u2212£350k'])
  })

  it('may not add up to their sum as that is shown', () => {
    expect(addsAsShort([pounds(1_200_000), pounds(1_300_000)])).toBe(true)
    expect(addsAsShort([pounds(1_240_000), pounds(1_240_000)])).toBe(false)
  })
})
