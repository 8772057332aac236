/** Whole pence. A surplus is positive, a deficit negative; a saving is positive. */
export type Pence = number & { readonly unit: 'pence' }

export const NOTHING = 0 as Pence

/** Pence from a whole number of pence. Throws when the number has a fraction or is too large to be exact. */
export function pence(amount: number): Pence {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of pence`)
  return (amount === 0 ? 0 : amount) as Pence
}

/** Pence from pounds, for figures written in pounds. Throws when the pounds hold a part of a penny. */
export function pounds(amount: number): Pence {
  const rounded = Math.round(amount * 100)
  if (Math.abs(rounded - amount * 100) > 1e-4)
    throw new RangeError(`£${amount} is not a whole number of pence`)
  return pence(rounded)
}

/** The sum of any number of amounts, in pence. */
export function total(amounts: Iterable<Pence>): Pence {
  let sum = 0
  for (const amount of amounts) sum += amount
  return pence(sum)
}

/** One amount added to another, in pence. */
export function plus(a: Pence, b: Pence): Pence {
  return pence(a + b)
}

/** The same amount with the other sign: a source that writes deficits as positive is turned round with this. */
export function negated(a: Pence): Pence {
  return pence(-a)
}

/**
 * Shares an amount in proportion to weights; the parts add up to the amount exactly, and the largest
 * remainders receive the odd pennies. Throws when a weight is negative or all are zero.
 */
export function share(amount: Pence, weights: readonly number[]): Pence[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  if (!(whole > 0 && Number.isFinite(whole)) || weights.some((weight) => weight < 0))
    throw new RangeError('weights must be positive')
  const exact = weights.map((weight) => (amount * weight) / whole)
  const parts = exact.map(Math.trunc)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: Math.abs(value - Math.trunc(value)) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  let left = amount - parts.reduce((sum, part) => sum + part, 0)
  for (let turn = 0; left !== 0; turn++) {
    const index = byRemainder[turn % parts.length]?.index ?? 0
    parts[index] = (parts[index] ?? 0) + Math.sign(left)
    left -= Math.sign(left)
  }
  return parts.map(pence)
}

/** Spreads an amount over equal periods; the parts add up to the amount exactly. */
export function spread(amount: Pence, periods: number): Pence[] {
  return share(amount, new Array<number>(periods).fill(1))
}

/** The amount times a percentage from 0 to 100, rounded to the nearest penny, half away from zero. */
export function percentOf(amount: Pence, percent: number): Pence {
  return pence(Math.sign(amount) * Math.round((Math.abs(amount) * percent) / 100))
}

const MINUS = '\u2212'

/** Exact text with a true minus sign: £1,234,567 or, where there are odd pence, £1,234.56. */
export function inPounds(amount: Pence): string {
  const whole = Math.trunc(Math.abs(amount) / 100).toString()
  const odd = Math.abs(amount) % 100
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return `${amount < 0 ? MINUS : ''}£${grouped}${odd ? `.${odd.toString().padStart(2, '0')}` : ''}`
}

/** Short text for headlines: £5.6m, £350k or £800, rounded half away from zero, with a true minus sign. */
export function inShort(amount: Pence): string {
  const size = Math.abs(amount)
  const shown = Math.abs(asShort(amount))
  const sign = amount < 0 ? MINUS : ''
  if (size >= IN_MILLIONS) return `${sign}£${(shown / 100_000_000).toFixed(1)}m`
  if (size >= IN_THOUSANDS) return `${sign}£${shown / 100_000}k`
  return `${sign}${inPounds(size as Pence)}`
}

const IN_MILLIONS = 99_950_000
const IN_THOUSANDS = 100_000

/** The amount that the short text stands for: to £0.1m from £1m, to £1k from £1k, exact below that. */
export function asShort(amount: Pence): Pence {
  const size = Math.abs(amount)
  const step = size >= IN_MILLIONS ? 10_000_000 : size >= IN_THOUSANDS ? 100_000 : 1
  return pence(Math.sign(amount) * Math.round(size / step) * step)
}

/** True where parts, each as its short text shows it, add up to their sum as that is shown. */
export function addsAsShort(parts: readonly Pence[]): boolean {
  return total(parts.map(asShort)) === asShort(total(parts))
}

/** A balance in words, as people outside finance say it: "deficit £5.6m", "surplus £0.4m" or "balanced". */
export function balanceInWords(balance: Pence): string {
  if (balance === 0) return 'balanced'
  return `${balance < 0 ? 'deficit' : 'surplus'} ${inShort(pence(Math.abs(balance)))}`
}
