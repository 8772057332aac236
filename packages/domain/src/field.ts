import type { Day } from './day.ts'
import { isDay } from './day.ts'
import type { FinancialYear } from './financial-year.ts'
import type { Pence } from './money.ts'
import type { Words } from './vocabulary.ts'

/** What a field of the plan may hold. It is JSON, so that a change can be written down and read back. */
export type Value = string | number | boolean | null

type Kind = 'text' | 'day' | 'pence' | 'integer' | 'quantity' | 'year' | 'flag' | 'choice' | 'reference'

/** One field of a kind of row: its words, what it may hold, and what it refers to. */
export interface Field<T extends Value = Value> {
  readonly kind: Kind
  readonly label: string
  readonly isOptional: boolean
  /** Bookkeeping that is kept in the history but not told as news. */
  readonly isQuiet: boolean
  readonly choices?: Words
  readonly refersTo?: string
  /** A reference that is cleared, rather than hiding its row, when what it names is hidden. */
  readonly isWeak?: boolean
  /** The type only; never set. */
  readonly holds?: T
}

function field<T extends Value>(kind: Kind, label: string, rest: Partial<Field<T>> = {}): Field<T> {
  return { kind, label, isOptional: false, isQuiet: false, ...rest }
}

export const text = (label: string) => field<string>('text', label)
export const day = (label: string) => field<Day>('day', label)
export const pence = (label: string) => field<Pence>('pence', label)
export const integer = (label: string) => field<number>('integer', label)
/** A whole number that may be larger than 2^31, such as pounds in pence of a whole council. */
export const quantity = (label: string) => field<number>('quantity', label)
export const year = (label: string) => field<FinancialYear>('year', label)
export const flag = (label: string) => field<boolean>('flag', label)
export const choice = <T extends string>(label: string, choices: Words<T>) =>
  field<T>('choice', label, { choices })
export const reference = (label: string, refersTo: string) => field<string>('reference', label, { refersTo })
export const optional = <T extends Value>(of: Field<T>): Field<T | null> =>
  ({ ...of, isOptional: true }) as Field<T | null>
export const quiet = <T extends Value>(of: Field<T>): Field<T> => ({ ...of, isQuiet: true })
export const weak = <T extends Value>(of: Field<T>): Field<T> => ({ ...of, isWeak: true })

/** The longest text a field may hold, in characters. */
export const LONGEST_TEXT = 4000

/** True for text with nothing in it to read: it is kept as no value at all. */
export function isBlank(value: Value): boolean {
  return typeof value === 'string' && value.trim() === ''
}

/** What is wrong with a value for a field, as a sentence that says what to do, or null when it fits. */
export function problemWithValue(of: Field, value: Value | undefined): string | null {
  if (value === null || value === undefined || isBlank(value))
    return of.isOptional ? null : `Enter ${of.label.toLowerCase()}.`
  switch (of.kind) {
    case 'text':
    case 'reference':
      if (typeof value !== 'string') return `${of.label} must be text.`
      if (!value.isWellFormed() || value.includes('\0'))
        return `${of.label} holds a character that cannot be kept.`
      return value.length > LONGEST_TEXT ? `${of.label} must be ${LONGEST_TEXT} characters or fewer.` : null
    case 'day':
      return isDay(value) ? null : `${of.label} must be a real date, such as 2020-02-13.`
    case 'pence':
      return Number.isSafeInteger(value) ? null : `${of.label} must be an amount in whole pence.`
    case 'integer':
      return Number.isInteger(value) && Math.abs(value as number) < 2 ** 31
        ? null
        : `${of.label} must be a whole number.`
    case 'quantity':
      return Number.isSafeInteger(value) ? null : `${of.label} must be a whole number.`
    case 'year':
      return Number.isInteger(value) && Number(value) >= 2000 && Number(value) <= 2100
        ? null
        : `${of.label} must be a financial year between 2000-01 and 2100-01.`
    case 'flag':
      return typeof value === 'boolean' ? null : `${of.label} must be yes or no.`
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(of.choices ?? {}, value)
        ? null
        : `${of.label} must be one of: ${Object.values(of.choices ?? {}).join(', ')}.`
  }
}
