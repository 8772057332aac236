import type { Unit } from '@strandline/domain/assumption'
import { type Day, isDay } from '@strandline/domain/day'
import type { Pence } from '@strandline/domain/money'
import { readMoney } from '@strandline/domain/reading-money'
import { readQuantity } from '@strandline/domain/reading-quantity'
import type { FieldProblem } from './form-problems.ts'

/** What was typed, without spaces around it; empty where nothing was. */
export function textIn(form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim()
}

/** What was typed or chosen; null where nothing was, which clears the field. */
export function textOrNull(form: FormData, name: string): string | null {
  return textIn(form, name) || null
}

/** The day that was chosen, or null where none was. */
export function dayIn(form: FormData, name: string): Day | null {
  const text = textIn(form, name)
  return isDay(text) ? text : null
}

/** The number that was typed, or null where that is not a whole number. */
export function wholeNumberIn(form: FormData, name: string): number | null {
  const text = textIn(form, name).replace('−', '-')
  return /^[+-]?\d{1,6}$/.test(text) ? Number(text) : null
}

/** The amount that was typed, or null where nothing was, or nothing that can be read. */
export function moneyIn(form: FormData, name: string): Pence | null {
  const read = readMoney(textIn(form, name))
  return read.ok ? read.amount : null
}

/** What is wrong with amounts that were typed; an empty field is nothing wrong. */
export function moneyProblems(form: FormData, names: readonly string[]): FieldProblem[] {
  return quantityProblems(form, names, 'PENCE')
}

/** The quantity that was typed, in whole numbers of its unit; null where nothing was, or nothing that can be read. */
export function quantityIn(form: FormData, name: string, unit: Unit): number | null {
  const read = readQuantity(textIn(form, name), unit)
  return read.ok ? read.value : null
}

/** What is wrong with quantities that were typed; an empty field is nothing wrong. */
export function quantityProblems(form: FormData, names: readonly string[], unit: Unit): FieldProblem[] {
  return names.flatMap((field) => {
    const typed = textIn(form, field)
    const read = readQuantity(typed, unit)
    return typed === '' || read.ok ? [] : [{ field, message: read.message }]
  })
}

/** What is missing among the fields that cannot be left empty, with what to do. */
export function missingIn(form: FormData, needed: Readonly<Record<string, string>>): FieldProblem[] {
  return Object.entries(needed)
    .filter(([field]) => textIn(form, field) === '')
    .map(([field, message]) => ({ field, message }))
}
