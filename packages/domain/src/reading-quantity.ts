import type { Unit } from './assumption.ts'
import type { FinancialYear } from './financial-year.ts'
import { readMoney } from './reading-money.ts'

/** A number as it was read, or a sentence that says how to write one. */
export type ReadNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly message: string }

const HOW: Readonly<Record<Exclude<Unit, 'PENCE'>, string>> = {
  HUNDREDTHS: 'Write a number of places, such as 12 or 12.5.',
  BASIS_POINTS: 'Write a rate with two decimals at most, such as 3% or 2.25%.',
}

/** Reads a value as people type it, into whole numbers of its unit: £52,000, 12.5 places, 3%. */
export function readQuantity(text: string, unit: Unit): ReadNumber {
  if (unit === 'PENCE') {
    const read = readMoney(text)
    return read.ok ? { ok: true, value: read.amount } : read
  }
  const found = /^([-+]?\d+(?:\.\d{1,2})?)\s*(%?)$/.exec(
    text.trim().replace('\u2212', '-').replaceAll(',', ''),
  )
  if (!found || (unit === 'HUNDREDTHS' && found[2] === '%')) return { ok: false, message: HOW[unit] }
  return { ok: true, value: Math.round(Number(found[1]) * 100) }
}

/** Reads a financial year as it is written: 2020-21. */
export function readYear(text: string): ReadNumber {
  const found = /^(\d{4})[-/](\d{2})$/.exec(text.trim())
  const year: FinancialYear = Number(found?.[1])
  return found && (year + 1) % 100 === Number(found[2])
    ? { ok: true, value: year }
    : { ok: false, message: 'Write a financial year such as 2020-21.' }
}
