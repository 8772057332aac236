import { type Day, dayInWords, type Instant } from '@strandline/domain/day'

/** A day in words: 13 February 2020. */
export function DayText({ day }: { readonly day: Day }) {
  return <time dateTime={day}>{dayInWords(day)}</time>
}

/** The day of a moment in words; the moment itself stays in the markup. */
export function InstantText({ instant }: { readonly instant: Instant }) {
  return <time dateTime={instant}>{dayInWords(londonDay(instant))}</time>
}

const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** Councils keep London time: the last hour of 31 March in UTC is already 1 April there. */
function londonDay(instant: Instant): Day {
  return london.format(Date.parse(instant)) as Day
}
