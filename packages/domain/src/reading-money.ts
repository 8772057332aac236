import { type Pence, pence } from './money.ts'

/** An amount as it was read, or a sentence that says how to write one. */
export type ReadMoney =
  | { readonly ok: true; readonly amount: Pence }
  | { readonly ok: false; readonly message: string }

const HOW = 'Write an amount in pounds, such as 350,000, £350k or 1.2m.'

/** Powers of ten from pounds, by the word or letter that follows the digits. */
const scales: Readonly<Record<string, number>> = {
  '': 0,
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  bn: 9,
  billion: 9,
}

const DIGITS = String.raw`(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d+))?`
const WRITTEN = new RegExp(`^([+-]?)£?([+-]?)${DIGITS}(k|thousand|mn|m|million|bn|billion)?$`)

/**
 * Reads an amount as people in finance type it, into pence: 350,000, £350k, 1.2m, 1.2 million; (350) and -350 are below
 * nothing. Digits are moved, never multiplied, so no amount is rounded.
 */
export function readMoney(text: string): ReadMoney {
  const typed = text.trim().toLowerCase().replaceAll('\u2212', '-')
  const bracketed = /^\((.*)\)$/.exec(typed.replace(/^£\s*\(/, '(£'))
  const parts = WRITTEN.exec((bracketed?.[1] ?? typed).replaceAll(/\s+/g, ''))
  const [, before = '', after = '', whole = '', fraction = '', scale = ''] = parts ?? []
  const isTwiceSigned = [bracketed ? '-' : '', before, after].filter(Boolean).length > 1
  if (!parts || isTwiceSigned || whole + fraction === '' || hasSplitNumber(typed))
    return { ok: false, message: HOW }
  const shift = 2 + (scales[scale] ?? 0) - fraction.length
  const digits = whole.replaceAll(',', '') + fraction
  const exact = shift < 0 ? digits.slice(0, shift) : digits + '0'.repeat(shift)
  if (shift < 0 && /[1-9]/.test(digits.slice(shift)))
    return { ok: false, message: 'Write whole pence: two figures after the point are enough.' }
  const size = Number(exact)
  if (!Number.isSafeInteger(size)) return { ok: false, message: 'This amount is too large to be meant.' }
  return { ok: true, amount: pence(bracketed || before === '-' || after === '-' ? -size : size) }
}

/** Two numbers with a space between are not one number, unless the space stands where a comma may. */
function hasSplitNumber(typed: string): boolean {
  return /\d\s+\d/.test(typed) && !/^[^\d]*\d{1,3}(\s\d{3})+(\D|$)/.test(typed)
}
