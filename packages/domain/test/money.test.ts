import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  balanceInWords,
  inPounds,
  inShort,
  negated,
  type Pence,
  pence,
  percentOf,
  plus,
  pounds,
  share,
  spread,
  total,
} from '../src/money.ts'

const anyAmount = fc.integer({ min: -90_000_000_000, max: 90_000_000_000 }).map(pence)
const anyWeights = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
  .filter((weights) => weights.some((weight) => weight > 0))
const RUNS = { numRuns: 500 }

describe('an amount that is divided', () => {
  it('loses and gains no penny, whatever the shares', () => {
    fc.assert(
      fc.property(anyAmount, anyWeights, (amount, weights) => {
        expect(total(share(amount, weights))).toBe(amount)
      }),
      RUNS,
    )
  })

  it('gives each share its due to within a penny, and nothing to a share of none', () => {
    fc.assert(
      fc.property(anyAmount, anyWeights, (amount, weights) => {
        const whole = weights.reduce((sum, weight) => sum + weight)
        share(amount, weights).forEach((part, at) => {
          const due = (amount * (weights[at] ?? 0)) / whole
          expect(Math.abs(part - due)).toBeLessThan(1.0001)
          if (weights[at] === 0) expect(part).toBe(0)
        })
      }),
      RUNS,
    )
  })

  it('is spread over periods that differ by a penny at most and add up to it', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 1, max: 60 }), (amount, periods) => {
        const parts = spread(amount, periods)
        expect(parts).toHaveLength(periods)
        expect(total(parts)).toBe(amount)
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
      }),
      RUNS,
    )
  })

  it('gives a lost penny to the first of three equal years', () => {
    expect(spread(pounds(100), 3)).toEqual([3334, 3333, 3333])
    expect(spread(pounds(-100), 3)).toEqual([-3334, -3333, -3333])
  })

  it('cannot be shared by weights that mean nothing', () => {
    for (const weights of [[], [0, 0], [-1, 2], [Number.NaN, 1], [Number.POSITIVE_INFINITY, 1]]) {
      expect(() => share(pounds(1), weights)).toThrow('weights must be positive')
    }
  })
})

describe('an amount', () => {
  it('is whole pence or nothing at all', () => {
    for (const amount of [0.5, Number.NaN, 2 ** 53])
      expect(() => pence(amount)).toThrow('not a whole number of pence')
    for (const amount of [1.005, Number.NaN, 1e15])
      expect(() => pounds(amount)).toThrow('not a whole number of pence')
    expect(pounds(4020.7)).toBe(402_070)
    expect(Object.is(pence(-0), 0)).toBe(true)
  })

  it('read from another sign convention keeps its size', () => {
    fc.assert(
      fc.property(anyAmount, (amount) => {
        expect(plus(amount, negated(amount))).toBe(0)
        expect(inPounds(negated(amount)).replace('\u2212', '')).toBe(inPounds(amount).replace('\u2212', ''))
      }),
      RUNS,
    )
  })

  it('weighted by confidence is rounded alike for savings and costs', () => {
    expect(percentOf(pence(101), 50)).toBe(51)
    expect(percentOf(pence(-101), 50)).toBe(-51)
    expect(percentOf(pounds(2_000_000), 75)).toBe(pounds(1_500_000))
  })
})

describe('an amount in words', () => {
  const back = (text: string) => {
    const size = Math.round(Number(text.replace(/[£,\u2212]/g, '')) * 100)
    return pence(text.startsWith('\u2212') ? -size : size)
  }

  it('in pounds can be read back to the penny, with its sign', () => {
    fc.assert(
      fc.property(anyAmount, (amount) => {
        expect(back(inPounds(amount))).toBe(amount)
      }),
      RUNS,
    )
    expect(inPounds(pounds(-1_234_567))).toBe('\u2212£1,234,567')
    expect(inPounds(pence(123_405))).toBe('£1,234.05')
  })

  it('in short keeps its sign and its size to within half of its last figure', () => {
    fc.assert(
      fc.property(anyAmount, (amount) => {
        const text = inShort(amount)
        const unit = text.endsWith('m') ? 1_000_000 : text.endsWith('k') ? 1000 : 1
        const read = back(text.replace(/[mk]$/, '')) * unit
        expect(Math.sign(read)).toBe(Math.sign(amount))
        expect(Math.abs(read - amount)).toBeLessThanOrEqual(
          unit === 1 ? 0 : unit === 1000 ? 50_000 : 5_000_000,
        )
      }),
      RUNS,
    )
  })

  it('passes from pounds to thousands to millions without a step back', () => {
    const amounts = [800, 999.99, 1000, 350_000, 999_499, 999_500, 1_000_000, 5_550_000, 5_649_999].map(
      pounds,
    )
    const words = ['£800', '£999.99', '£1k', '£350k', '£999k', '£1.0m', '£1.0m', '£5.6m', '£5.6m']
    expect(amounts.map(inShort)).toEqual(words)
    expect(inShort(pounds(-5_600_000))).toBe('\u2212£5.6m')
  })

  it('is a deficit below nothing, a surplus above it, and never a minus sign', () => {
    expect([-5_600_000, 400_000, 0].map((amount) => balanceInWords(pounds(amount)))).toEqual([
      'deficit £5.6m',
      'surplus £400k',
      'balanced',
    ])
    fc.assert(
      fc.property(anyAmount, (amount: Pence) => {
        expect(balanceInWords(amount)).not.toMatch(/[-\u2212]/)
      }),
      RUNS,
    )
  })
})
