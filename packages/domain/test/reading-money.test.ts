import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inPounds, type Pence, pounds } from '../src/money.ts'
import { readMoney } from '../src/reading-money.ts'

describe('an amount as people type it', () => {
  it.each([
    ['1.2m', 1_200_000],
    ['£350k', 350_000],
    ['350,000', 350_000],
    ['(350)', -350],
    ['£(350)', -350],
    ['(£350k)', -350_000],
    ['-350', -350],
    ['\u2212£350', -350],
    ['£-350', -350],
    ['  £ 1.2 million ', 1_200_000],
    ['1 200 000', 1_200_000],
    ['12.34', 12.34],
    ['.5m', 500_000],
    ['0', 0],
    ['1.10', 1.1],
    ['2bn', 2_000_000_000],
    ['0.0000001m', 0.1],
    ['1,234.50', 1234.5],
  ])('%s', (text, expected) => {
    expect(readMoney(text)).toEqual({ ok: true, amount: pounds(expected) })
  })

  it.each([
    '',
    '£',
    'about 350k',
    '1,2m',
    '35,00',
    '1.2.3',
    '12 34',
    '--5',
    '(-5)',
    '5p',
    '1e6',
    'k',
    '£5m?',
    '()',
  ])('nonsense is told how to write an amount: %s', (text) => {
    expect(readMoney(text)).toEqual({
      ok: false,
      message: 'Write an amount in pounds, such as 350,000, £350k or 1.2m.',
    })
  })

  it('is whole pence, and no larger than can be exact', () => {
    expect(readMoney('12.345')).toMatchObject({ ok: false, message: expect.stringContaining('whole pence') })
    expect(readMoney('99999999999999m')).toMatchObject({ ok: false })
  })

  it('is read back from what the product itself writes', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        expect(readMoney(inPounds(amount as Pence))).toEqual({ ok: true, amount: amount === 0 ? 0 : amount })
      }),
    )
  })
})
