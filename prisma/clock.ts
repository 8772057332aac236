import type { Day, Instant } from '@strandline/domain/day'
import { findRow, type Plan } from '@strandline/domain/plan'

/** Real time, as an argument so that tests can fix it. */
export type Now = () => Date

// Day boundaries are those of the councils, not of the machine.
const londonDay = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })

/** The day in England at a moment. */
export function dayOf(instant: Date): Day {
  return londonDay.format(instant) as Day
}

/** The moment on the plan's own clock: real time plus the plan's offset. */
export function planNow(plan: Plan, now: Now): Date {
  const offset = findRow(plan, 'plan', plan.id)?.clockOffsetSeconds ?? 0
  return new Date(now().getTime() + offset * 1000)
}

export function toInstant(date: Date): Instant {
  return date.toISOString()
}
