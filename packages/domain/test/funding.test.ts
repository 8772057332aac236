import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  agreedTransfers,
  allocationBeforeDeductions,
  balanceFromShare,
  forumTransferLimit,
  isAgreedTransfer,
  partYear,
  paymentsBelowTheLine,
  placeDeduction,
  placeSplits,
  rollForward,
  wholeDsg,
} from '../src/funding.ts'
import { inShort, pence, plus, pounds, total } from '../src/money.ts'
import { type Scope, scopes, transferStatuses } from '../src/vocabulary.ts'
import { aFundingLine, anyPence, aPlan } from './a-plan.ts'

const POUND = 100
const millions = (amount: number) => pounds(amount * 1_000_000)
const anyPlaces = fc.record({
  first: fc.nat(300),
  second: fc.nat(300),
  rate: fc.constantFrom(pounds(6000), pounds(10_000)),
  split: fc.constantFrom('SCHOOLS' as const, 'POST_16' as const),
})

describe('the high needs block allocation of Solihull (cases C1)', () => {
  it.each([
    ['2020-21', [26_737_952, 4020.7, 818, 222_000, 0], 30_248_885],
    ['2021-22', [29_249_896, 4684.11, 820, 207_000, 0, 175_553], 33_473_420],
  ] as const)('in %s comes to the published total', (_, [a, b, pupils, d, e, f], published) => {
    const allocation = allocationBeforeDeductions({
      formula: pounds(a),
      basicEntitlement: pounds(b),
      pupils,
      importExport: pounds(d),
      specialFreeSchools: pounds(e),
      ...(f === undefined ? {} : { supplements: pounds(f) }),
    })
    expect(Math.abs(allocation - pounds(published))).toBeLessThanOrEqual(POUND)
  })

  it('grows by one basic entitlement for each pupil, and by each other part as it stands', () => {
    fc.assert(
      fc.property(fc.array(anyPence, { minLength: 6, maxLength: 6 }), fc.nat(2000), (parts, pupils) => {
        const [formula = pence(0), b = pence(0), importExport = pence(0), specialFreeSchools = pence(0)] =
          parts
        const of = { formula, basicEntitlement: b, pupils, importExport, specialFreeSchools }
        const allocation = allocationBeforeDeductions(of)
        expect(allocationBeforeDeductions({ ...of, pupils: pupils + 1 }) - allocation).toBe(b)
        const [supplements = pence(0), additional = pence(0)] = parts.slice(4)
        const more = allocationBeforeDeductions({ ...of, supplements, additional })
        expect(more - allocation).toBe(supplements + additional)
        expect(allocationBeforeDeductions({ ...of, pupils: 0 }) + b * pupils).toBe(allocation)
      }),
    )
  })
})

describe('the deduction for places of Solihull in 2020-21 (cases C2)', () => {
  const lines = [
    ['mainstream units at £6,000', 80, 79, 6000, 'SCHOOLS', 476_500],
    ['mainstream units at £10,000', 17, 13, 10_000, 'SCHOOLS', 146_667],
    ['special academies', 92, 96, 10_000, 'SCHOOLS', 943_334],
    ['alternative provision academies', 17, 27, 10_000, 'SCHOOLS', 228_334],
    ['16 to 19 academies', 10, 10, 6000, 'POST_16', 60_000],
    ['further education and independent providers', 85, 85, 6000, 'POST_16', 510_000],
  ] as const

  it.each(lines)('for %s is the published line', (_, first, second, rate, split, published) => {
    const deduction = placeDeduction({ first, second, rate: pounds(rate), split })
    expect(Math.abs(deduction - pounds(published))).toBeLessThanOrEqual(POUND)
  })

  it('takes the allocation to the published amount after deductions', () => {
    const deductions = total(
      lines.map(([, first, second, rate, split]) =>
        placeDeduction({ first, second, rate: pounds(rate), split }),
      ),
    )
    expect(Math.abs(deductions - pounds(2_364_835))).toBeLessThanOrEqual(POUND)
    expect(Math.abs(pounds(30_248_885) - deductions - pounds(27_884_050))).toBeLessThanOrEqual(POUND)
  })
})

describe('a deduction for places', () => {
  it('is in whole pounds, never less than its months ask and never £2 more', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const [early, late] = placeSplits[places.split]
        const exact = (places.rate * (places.first * early + places.second * late)) / 12
        const deduction = placeDeduction(places)
        expect(deduction % POUND).toBe(0)
        expect(deduction).toBeGreaterThanOrEqual(exact - 0.001)
        expect(deduction).toBeLessThan(exact + 2 * POUND)
      }),
      { numRuns: 500 },
    )
  })

  it('is the full rate for each place that is there all year', () => {
    fc.assert(
      fc.property(anyPlaces, (places) => {
        const deduction = placeDeduction({ ...places, second: places.first })
        expect(deduction - places.first * places.rate).toBeGreaterThanOrEqual(0)
        expect(deduction - places.first * places.rate).toBeLessThanOrEqual(POUND)
      }),
      { numRuns: 500 },
    )
  })

  it('weighs September more at schools than at colleges, where August has begun', () => {
    const opened = { first: 0, second: 12, rate: pounds(6000) }
    expect(placeDeduction({ ...opened, split: 'SCHOOLS' })).toBe(pounds(42_000))
    expect(placeDeduction({ ...opened, split: 'POST_16' })).toBe(pounds(48_000))
  })
})

describe('a saving that starts in September', () => {
  it('has seven twelfths of its effect in the first year and the rest later', () => {
    expect(partYear(pounds(1_200_000), 7)).toEqual({ first: pounds(700_000), later: pounds(500_000) })
  })

  it('loses no penny between the two years, whenever it starts', () => {
    fc.assert(
      fc.property(anyPence, fc.integer({ min: 0, max: 12 }), (amount, months) => {
        const { first, later } = partYear(amount, months)
        expect(plus(first, later)).toBe(amount)
        expect(Math.abs(first - (amount * months) / 12)).toBeLessThan(1)
      }),
      { numRuns: 500 },
    )
    for (const months of [-1, 13, 6.5])
      expect(() => partYear(pounds(1), months)).toThrow('between 0 and 12 months')
  })
})

describe('the whole Dedicated Schools Grant', () => {
  it.each([
    [2020, -2.96, 200_533_298, -5.94],
    [2021, -4.3, 212_336_354, -9.13],
    [2022, -5.74, 230_036_804, -13.2],
  ])(
    'was in deficit at 31 March %i by what DfE publishes as a share (cases C5)',
    (_, share, income, millionPounds) => {
      const balance = balanceFromShare(Math.round(share * 100), pounds(income))
      expect(Math.round(balance / 1_000_000) / 100).toBe(millionPounds)
    },
  )

  it('is the sum of its four blocks (cases C6, Herefordshire 2024-25)', () => {
    const deficit = wholeDsg({
      schools: millions(0),
      highNeeds: millions(-13.7),
      earlyYears: millions(-0.24),
      centralSchoolServices: millions(0.035),
    })
    expect(deficit).toBe(millions(-13.905))
    expect(inShort(deficit)).toBe('\u2212£13.9m')
    fc.assert(
      fc.property(
        anyPence,
        anyPence,
        anyPence,
        anyPence,
        (schools, highNeeds, earlyYears, centralSchoolServices) => {
          const whole = wholeDsg({ schools, highNeeds, earlyYears, centralSchoolServices })
          expect(whole - schools - earlyYears - centralSchoolServices).toBe(highNeeds)
        },
      ),
    )
  })

  it.each([
    ['Torbay 2021-22', -5.826, -2.992, -8.818],
    ['BCP 2024-25', -65.5, -47.8, -113.3],
    ['Brent 2023-24', -13.8, -0.8, -14.6],
  ])('rolls forward from year to year as in the papers of %s (cases C6)', (_, opening, inYear, closing) => {
    expect(rollForward(millions(opening), millions(inYear))).toBe(millions(closing))
  })

  it('closes with its opening balance, the year, the payments and the contributions, each once', () => {
    fc.assert(
      fc.property(anyPence, anyPence, anyPence, anyPence, (opening, inYear, payments, contributions) => {
        const closing = rollForward(opening, inYear, payments, contributions)
        expect(closing - inYear - payments - contributions).toBe(opening)
      }),
    )
  })
})

describe('a transfer between blocks', () => {
  it('counts once Schools Forum or the Secretary of State has agreed it, and not while it is only asked for', () => {
    const agreed = [null, ...(Object.keys(transferStatuses) as (keyof typeof transferStatuses)[])].filter(
      (transferStatus) => isAgreedTransfer(aFundingLine({ transferStatus })),
    )
    expect(agreed).toEqual(['FORUM_APPROVED', 'APPROVED'])
  })

  it('counts in its own year and scope alone, and never as a payment', () => {
    const line = (id: string, fields: Parameters<typeof aFundingLine>[0]) => aFundingLine({ id, ...fields })
    const agreed = { transferStatus: 'FORUM_APPROVED' } as const
    const plan = aPlan({
      fundingLine: [
        line('a', { ...agreed, amount: pounds(900_000) }),
        line('b', { ...agreed, amount: pounds(40_000), year: 2021 }),
        line('c', { ...agreed, amount: pounds(5000), scope: 'WHOLE_DSG' }),
        line('d', { kind: 'DFE_PAYMENT', amount: pounds(600) }),
        line('e', { kind: 'COUNCIL_CONTRIBUTION', amount: pounds(70) }),
        line('f', { kind: 'ALLOCATION', amount: pounds(8) }),
        line('g', { transferStatus: 'REQUESTED', amount: pounds(1) }),
      ],
    })
    expect([2020, 2021, 2022].map((year) => agreedTransfers(plan, year))).toEqual(
      [900_000, 40_000, 0].map(pounds),
    )
    expect(paymentsBelowTheLine(plan, 2020)).toBe(pounds(670))
    const byScope = (Object.keys(scopes) as Scope[]).map((scope) => agreedTransfers(plan, 2020, scope))
    expect(byScope).toEqual([900_000, 5000, 0].map(pounds))
  })

  it('is at most half a per cent of the Schools Block without the Secretary of State', () => {
    expect(forumTransferLimit(pounds(320_000_000))).toBe(pounds(1_600_000))
    expect(forumTransferLimit(pence(399))).toBe(1)
  })
})
