import {
  type Assumption,
  type Driver,
  drivers,
  linedDrivers,
  type Placement,
  placements,
  type Unit,
} from './assumption.ts'
import { type Day, isDay } from './day.ts'
import type { Mitigation, ModelBase, YearAmount } from './financial-model.ts'
import { type FinancialYear, yearLabel } from './financial-year.ts'
import { NOTHING, type Pence } from './money.ts'
import { readMoney } from './reading-money.ts'
import { readQuantity, readYear } from './reading-quantity.ts'
import type { ModelInputs } from './scenario.ts'

/** What was read from a file, or every sentence on what is wrong with it. */
export type ReadModel =
  | { readonly ok: true; readonly model: ModelInputs }
  | { readonly ok: false; readonly problems: readonly string[] }

type Written = Readonly<Record<string, unknown>>

/**
 * Reads a model as a person writes it: years as 2020-21, money as £1.2m, rates as 3% and places as 12.5. A file with one
 * fault is refused whole, with every fault named. The format is described in docs/model.md.
 */
export function readModel(file: unknown): ReadModel {
  const problems: string[] = []
  const reader = new Reader(problems)
  const of = reader.record('The file', file)
  const firstYear = reader.year('first year', of['first year'])
  const lastYear = reader.year('last year', of['last year'])
  const base: ModelBase = {
    ...{ firstYear, lastYear },
    openingBalance: reader.money('opening balance', of['opening balance']),
    mitigations: reader.list('mitigations', of.mitigations, (row, place) => reader.mitigation(place, row)),
    savings: reader.list('savings', of.savings, (row, place) => reader.yearAmount(place, row)),
    transfers: reader.list('transfers', of.transfers, (row, place) => reader.yearAmount(place, row)),
    payments: reader.list('payments', of.payments, (row, place) => reader.yearAmount(place, row)),
  }
  const assumptions = reader.list('assumptions', of.assumptions, (row, place) =>
    reader.assumption(place, row),
  )
  if (lastYear < firstYear) problems.push('last year: it must not be before the first.')
  problems.push(...repeated(assumptions))
  return problems.length > 0 ? { ok: false, problems } : { ok: true, model: { base, assumptions } }
}

/** Two assumptions for the same thing: which of them was meant cannot be known. */
function repeated(assumptions: readonly Assumption[]): string[] {
  const seen = new Set<string>()
  return assumptions.flatMap(({ driver, category, year, line }) => {
    const key = [driver, category, year, line].join('/')
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    const of = [drivers[driver].name, line, category && placements[category].name, year && yearLabel(year)]
    return [`assumptions: ${of.filter(Boolean).join(', ')} is there twice.`]
  })
}

class Reader {
  readonly #problems: string[]

  constructor(problems: string[]) {
    this.#problems = problems
  }

  #no<T>(problem: string, instead: T): T {
    this.#problems.push(problem)
    return instead
  }

  record(place: string, written: unknown): Written {
    const isRecord = typeof written === 'object' && written !== null && !Array.isArray(written)
    return isRecord ? (written as Written) : this.#no(`${place}: it must be names with values.`, {})
  }

  list<T>(name: string, written: unknown, read: (row: Written, place: string) => T): T[] {
    if (written === undefined || written === null) return []
    if (!Array.isArray(written)) return this.#no(`${name}: it must be a list.`, [])
    return written.map((row, index) => {
      const place = `${name}, ${index + 1}`
      return read(this.record(place, row), place)
    })
  }

  year(place: string, written: unknown): FinancialYear {
    const read = readYear(String(written ?? ''))
    return read.ok ? read.value : this.#no(`${place}: ${read.message}`, 2020)
  }

  money(place: string, written: unknown): Pence {
    const read = readMoney(String(written ?? ''))
    return read.ok ? read.amount : this.#no(`${place}: ${read.message}`, NOTHING)
  }

  #day(place: string, written: unknown): Day {
    return isDay(written) ? written : this.#no(`${place}: write a day such as 2020-09-01.`, '2020-04-01')
  }

  #words(place: string, written: unknown): string {
    return typeof written === 'string' && written.trim() !== ''
      ? written.trim()
      : this.#no(`${place}: it is missing.`, '')
  }

  #choice<T extends string>(place: string, written: unknown, choices: Readonly<Record<T, unknown>>): T {
    const key = String(written ?? '')
      .trim()
      .toUpperCase()
      .replaceAll(/[\s-]+/g, '_')
    const names = Object.keys(choices) as T[]
    const found = names.find((name) => name === key)
    if (found) return found
    const words = names.map((name) => name.toLowerCase().replaceAll('_', ' ')).join(', ')
    return this.#no(`${place}: choose one of ${words}.`, names[0] as T)
  }

  /** A value in the unit of its driver. */
  #quantity(place: string, written: unknown, unit: Unit): number {
    const read = readQuantity(String(written ?? ''), unit)
    return read.ok ? read.value : this.#no(`${place}: ${read.message}`, 0)
  }

  assumption(place: string, row: Written): Assumption {
    const driver: Driver = this.#choice(`${place}, driver`, row.driver, drivers)
    const { unit } = drivers[driver]
    const category: Placement | null =
      row.category === undefined ? null : this.#choice(`${place}, category`, row.category, placements)
    const year = row.year === undefined ? null : this.year(`${place}, year`, row.year)
    const line = linedDrivers.includes(driver) ? this.#words(`${place}, line`, row.line) : null
    const value = this.#quantity(`${place}, value`, row.value, unit)
    const low = row.low === undefined ? null : this.#quantity(`${place}, low`, row.low, unit)
    const high = row.high === undefined ? null : this.#quantity(`${place}, high`, row.high, unit)
    if ((low ?? value) > value || (high ?? value) < value)
      this.#no(`${place}: the value must lie between low and high.`, 0)
    const source = this.#words(`${place}, source`, row.source)
    const asOf = row['as of'] === undefined ? null : this.#day(`${place}, as of`, row['as of'])
    return { id: place, driver, category, year, line, value, low, high, source, asOf }
  }

  mitigation(place: string, row: Written): Mitigation {
    return {
      name: this.#words(`${place}, name`, row.name),
      category: this.#choice(`${place}, category`, row.category, placements),
      fewerPlaces: this.#quantity(`${place}, fewer places`, row['fewer places'], 'HUNDREDTHS'),
      from: this.#day(`${place}, from`, row.from),
      costOfPlace:
        row['cost of a place'] === undefined
          ? null
          : this.money(`${place}, cost of a place`, row['cost of a place']),
      costInstead:
        row['cost instead'] === undefined
          ? NOTHING
          : this.money(`${place}, cost instead`, row['cost instead']),
    }
  }

  yearAmount(place: string, row: Written): YearAmount {
    return {
      name: this.#words(`${place}, name`, row.name),
      year: this.year(`${place}, year`, row.year),
      amount: this.money(`${place}, amount`, row.amount),
    }
  }
}
