import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  type Day,
  dayInWords,
  dayNumber,
  daysBetween,
  isDay,
  isSameMonth,
  lastOfMonth,
  monthInWords,
} from '../src/day.ts'
import { yearEnd, yearLabel, yearOf, yearsFrom } from '../src/financial-year.ts'

const DAY = 86_400_000
const toDay = (date: Date) => date.toISOString().slice(0, 10) as Day
const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2399-12-31'), noInvalidDate: true })
  .map(toDay)
const RUNS = { numRuns: 1000 }

describe('a day', () => {
  it('has the number that every computer gives it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayNumber(day)).toBe(Date.parse(day) / DAY)
      }),
      RUNS,
    )
  })

  it('plus a number of days is the day of the calendar', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        const next = addDays(day, days)
        expect(next).toBe(toDay(new Date(Date.parse(day) + days * DAY)))
        expect(daysBetween(day, next)).toBe(days)
      }),
      RUNS,
    )
  })

  it('plus a number of months is the same date, or the last of a shorter month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
        const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
        const lastOfMonth = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
        const wanted = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth)))
        expect(addMonths(day, months)).toBe(toDay(wanted))
      }),
      RUNS,
    )
    expect(addMonths('2019-11-30', 3)).toBe('2020-02-29')
  })

  it('is real only when the calendar has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2500 }), fc.nat(13), fc.nat(32), (year, month, date) => {
        const two = (part: number) => String(part).padStart(2, '0')
        const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`
        const time = Date.parse(`${text}T00:00:00Z`)
        expect(isDay(text)).toBe(!Number.isNaN(time) && new Date(time).toISOString().startsWith(text))
      }),
      RUNS,
    )
    for (const text of [
      '2020-2-3',
      '13/02/2020',
      '2020-02-13T00:00',
      ' 2020-02-13',
      '0000-01-01',
      20200213,
      null,
    ]) {
      expect(isDay(text)).toBe(false)
    }
  })

  it('is written as the council writes it', () => {
    expect(dayInWords('2020-02-03')).toBe('3 February 2020')
    expect(monthInWords('2020-12-31')).toBe('December 2020')
    expect(isSameMonth('2020-03-01', '2020-03-31')).toBe(true)
    expect(isSameMonth('2019-03-31', '2020-03-31')).toBe(false)
  })
})

describe('a financial year', () => {
  it('runs from 1 April to 31 March', () => {
    expect(['2020-03-31', '2020-04-01', '2021-03-31'].map((day) => yearOf(day as Day))).toEqual([
      2019, 2020, 2020,
    ])
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(day <= yearEnd(yearOf(day))).toBe(true)
        expect(day > yearEnd(yearOf(day) - 1)).toBe(true)
      }),
      RUNS,
    )
  })

  it('is named by both its calendar years', () => {
    expect([2020, 1999, 2009].map(yearLabel)).toEqual(['2020-21', '1999-00', '2009-10'])
    expect(yearsFrom(2019, 2021)).toEqual([2019, 2020, 2021])
    expect(yearsFrom(2021, 2020)).toEqual([])
  })

  it('lies in a month with a last day', () => {
    expect([lastOfMonth('2020-02-13'), lastOfMonth('2021-02-13'), lastOfMonth('2020-12-31')]).toEqual([
      '2020-02-29',
      '2021-02-28',
      '2020-12-31',
    ])
  })
})
