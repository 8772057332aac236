import {
  type Assumption,
  type Driver,
  drivers,
  linedDrivers,
  type Placement,
} from '@strandline/domain/assumption'
import { quantityInWords } from '@strandline/domain/explanation'
import { yearLabel } from '@strandline/domain/financial-year'
import { readQuantity, readYear } from '@strandline/domain/reading-quantity'
import type { AssumptionInput } from '../../generated/graphql.ts'
import type { VersionShown } from './version-view.tsx'

/** A row of the grid as it is typed. The cells are in the order of the columns that a spreadsheet is pasted into. */
export interface GridRow {
  /** Null for a row that is not kept yet. */
  readonly id: string | null
  /** What tells the rows apart while they are typed. */
  readonly key: string
  readonly driver: Driver
  readonly category: Placement | ''
  readonly year: string
  readonly line: string
  readonly value: string
  readonly low: string
  readonly high: string
  readonly note: string
}

export const textCells = ['year', 'line', 'value', 'low', 'high', 'note'] as const
export type TextCell = (typeof textCells)[number]

export type CellProblems = Readonly<Partial<Record<TextCell, string>>>

/** The rows as they are kept. */
export function rowsFrom(register: VersionShown['register']): GridRow[] {
  return register.map(({ id, driver, category, year, line, value, low, high, note }) => {
    const { unit } = drivers[driver]
    const inWords = (of: number | null) => (of === null ? '' : quantityInWords(of, unit))
    return {
      ...{ id, key: id, driver, category: category ?? '', line: line ?? '', note: note ?? '' },
      year: year === null ? '' : yearLabel(year),
      ...{ value: inWords(value), low: inWords(low), high: inWords(high) },
    }
  })
}

let added = 0

export function emptyRow(driver: Driver): GridRow {
  added += 1
  const key = `new-${added}`
  return { key, id: null, driver, category: '', year: '', line: '', value: '', low: '', high: '', note: '' }
}

/** What is wrong with a row, cell by cell. */
export function problemsOf(row: GridRow): CellProblems {
  const { unit } = drivers[row.driver]
  const quantity = (text: string, isNeeded: boolean) => {
    if (text.trim() === '') return isNeeded ? 'Write a value.' : undefined
    const read = readQuantity(text, unit)
    return read.ok ? undefined : read.message
  }
  const year = row.year.trim() === '' ? null : readYear(row.year)
  const needsLine = linedDrivers.includes(row.driver) && row.line.trim() === ''
  const found = {
    year: year && !year.ok ? year.message : undefined,
    line: needsLine ? 'Name the line.' : undefined,
    value: quantity(row.value, true),
    low: quantity(row.low, false),
    high: quantity(row.high, false),
  }
  return Object.fromEntries(Object.entries(found).filter(([, message]) => message)) as CellProblems
}

function valueIn(text: string, driver: Driver): number | null {
  const read = readQuantity(text, drivers[driver].unit)
  return read.ok ? read.value : null
}

/** A row without problems, as the model takes it. */
export function assumptionIn(row: GridRow): Assumption {
  const year = readYear(row.year)
  return {
    id: row.key,
    driver: row.driver,
    category: row.category || null,
    year: year.ok ? year.value : null,
    line: linedDrivers.includes(row.driver) ? row.line.trim() : null,
    value: valueIn(row.value, row.driver) ?? 0,
    low: valueIn(row.low, row.driver),
    high: valueIn(row.high, row.driver),
    source: row.note || 'As typed',
    asOf: null,
  }
}

/** A row without problems, as it is sent. */
export function sentFrom(row: GridRow, kept: VersionShown['register'][number] | undefined): AssumptionInput {
  const { id: _, source: __, ...values } = assumptionIn(row)
  return {
    ...values,
    id: row.id,
    note: row.note.trim() || null,
    asOf: kept?.asOf ?? null,
    actual: kept?.actual ?? null,
    ownerId: kept?.owner?.id ?? null,
  }
}

export function isChanged(row: GridRow, kept: readonly GridRow[]): boolean {
  const before = kept.find(({ key }) => key === row.key)
  return !before || JSON.stringify(before) !== JSON.stringify(row)
}

/** Cells copied from a spreadsheet, put in from one cell on: to the right and down, with new rows where there are none. */
export function pasted(rows: readonly GridRow[], at: number, from: TextCell, text: string): GridRow[] {
  const first = textCells.indexOf(from)
  const next = [...rows]
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .forEach((line, down) => {
      const row = next[at + down] ?? emptyRow(next.at(-1)?.driver ?? 'PLACES')
      const cells = line.split('\t').map((cell, right) => [textCells[first + right], cell.trim()] as const)
      const typed = Object.fromEntries(cells.filter(([name]) => name !== undefined))
      next[at + down] = { ...row, ...typed }
    })
  return next
}
