/** A calendar day as ISO text, such as 2020-02-13. Days compare and sort as text. */
export type Day = `${number}-${number}-${number}`

/** A moment as ISO text in UTC, such as 2020-02-13T09:30:00.000Z. Instants compare and sort as text. */
export type Instant = string

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

interface Parts {
  year: number
  month: number
  date: number
}

function partsOf(day: Day): Parts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) }
}

function toDay({ year, month, date }: Parts): Day {
  const two = (part: number) => part.toString().padStart(2, '0')
  return `${year.toString().padStart(4, '0')}-${two(month)}-${two(date)}` as Day
}

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** True when the text is a day that exists, written as 2020-02-13. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const { year, month, date } = partsOf(text as Day)
  return year >= 1 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)
}

/** A day in words, as the council writes it: 13 February 2020. */
export function dayInWords(day: Day): string {
  const { year, month, date } = partsOf(day)
  return `${date} ${MONTHS[month - 1]} ${year}`
}

/** A month in words: February 2020. */
export function monthInWords(day: Day): string {
  return dayInWords(day).replace(/^\d+ /, '')
}

/** The number of days since 1 January 1970 (civil calendar, Hinnant's days_from_civil). */
export function dayNumber(day: Day): number {
  const { year, month, date } = partsOf(day)
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/** The same date a number of months later, or the last day of that month where it has no such date. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day)
  const index = year * 12 + month - 1 + months
  const next = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  return toDay({ ...next, date: Math.min(date, daysInMonth(next.year, next.month)) })
}

/** The day a number of days later (or earlier, when negative). */
export function addDays(day: Day, days: number): Day {
  let { year, month, date } = partsOf(day)
  date += days
  while (date < 1) {
    month -= 1
    if (month < 1) [year, month] = [year - 1, 12]
    date += daysInMonth(year, month)
  }
  while (date > daysInMonth(year, month)) {
    date -= daysInMonth(year, month)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
  return toDay({ year, month, date })
}

/** True when two days fall in the same calendar month of the same year. */
export function isSameMonth(a: Day, b: Day): boolean {
  return a.slice(0, 7) === b.slice(0, 7)
}

/** The last day of the calendar month of a day. */
export function lastOfMonth(day: Day): Day {
  const { year, month } = partsOf(day)
  return toDay({ year, month, date: daysInMonth(year, month) })
}
