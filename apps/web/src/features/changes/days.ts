import { type Day, dayInWords, isDay } from '@strandline/domain/day'
import type { PlanFrame } from '../../ui/plan-place.ts'

/** What the address asks for, before anyone has looked whether these are dates. */
export interface Asked {
  readonly from: string
  readonly to: string
}

export interface Days {
  readonly from: Day
  readonly to: Day
}

export interface Problem {
  readonly field: keyof Asked
  readonly words: string
}

/** The two days in their order, or null where one is not a date. */
export function readDays({ from, to }: Asked): Days | null {
  if (!isDay(from) || !isDay(to)) return null
  return from <= to ? { from, to } : { from: to, to: from }
}

/** The first thing that is wrong, said so that it can be put right. */
export function problemWith(
  asked: Asked,
  { beganOn, latestDay }: Pick<PlanFrame, 'beganOn' | 'latestDay'>,
): Problem | null {
  for (const field of ['from', 'to'] as const) {
    const text = asked[field]
    if (!isDay(text))
      return { field, words: `“${text}” is not a real date. Choose a day such as ${dayInWords(beganOn)}.` }
    if (text < beganOn)
      return { field, words: `The plan began on ${dayInWords(beganOn)}. Choose that day or a later one.` }
    if (text > latestDay) {
      return {
        field,
        words: `That date has not been reached. Choose ${dayInWords(latestDay)} or an earlier day.`,
      }
    }
  }
  return null
}
