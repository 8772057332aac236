import { openCycle, owedIn } from './cycle.ts'
import { addDays, type Day, dayInWords } from './day.ts'
import type { Action, Cycle } from './model.ts'
import { type Plan, requireRow } from './plan.ts'

/** When somebody who owes updates is written to: as a cycle opens, the day before its deadline, the day after. */
export type ReminderKind = 'OPENED' | 'DUE' | 'OVERDUE'

/** One message to one person about everything that person still owes in the open cycle. */
export interface Reminder {
  readonly personId: string
  readonly cycle: Cycle
  readonly kind: ReminderKind
  readonly actions: readonly Action[]
}

/**
 * The reminders of a day: one at most for each person who owes something. What kind it is follows from the day alone, so
 * one that could not be sent on its day is still sent on the next, and a later kind takes the place of an earlier one.
 */
export function remindersDue(plan: Plan, today: Day): Reminder[] {
  const cycle = openCycle(plan)
  const kind = cycle && kindOn(cycle, today)
  if (!cycle || !kind) return []
  const owed = owedIn(plan, cycle, today).filter(({ state }) => state !== 'SUBMITTED')
  const people = new Set(owed.flatMap(({ personIds }) => personIds))
  return [...people].map((personId) => ({
    personId,
    cycle,
    kind,
    actions: owed.filter(({ personIds }) => personIds.includes(personId)).map(({ action }) => action),
  }))
}

function kindOn({ opensOn, dueOn }: Cycle, today: Day): ReminderKind | null {
  if (today < opensOn) return null
  if (today > dueOn) return 'OVERDUE'
  return today >= addDays(dueOn, -1) ? 'DUE' : 'OPENED'
}

/** What makes it the same reminder, so that nobody is told the same thing twice. */
export function reminderKey(plan: Plan, { personId, cycle, kind }: Reminder): string {
  return `reminder/${plan.id}/${personId}/${cycle.id}/${kind}`
}

/**
 * A reminder as plain text, with a link to My updates. Mail is read in many places, so what is not public is counted and
 * not named.
 */
export function reminderInWords(
  plan: Plan,
  { personId, cycle, kind, actions }: Reminder,
  link: string,
): { readonly subject: string; readonly text: string } {
  const { name } = requireRow(plan, 'person', personId)
  const count = actions.length === 1 ? '1 update' : `${actions.length} updates`
  const due = dayInWords(cycle.dueOn)
  const subjects: Readonly<Record<ReminderKind, string>> = {
    OPENED: `${cycle.name}: ${count} to give by ${due}`,
    DUE: `${cycle.name}: ${count} due on ${due}`,
    OVERDUE: `${cycle.name}: ${count} still to give`,
  }
  const begins: Readonly<Record<ReminderKind, string>> = {
    OPENED: `${cycle.name} is open. You answer for ${count}, by ${due}.`,
    DUE: `${cycle.name} closes on ${due}. You have still to give ${count}.`,
    OVERDUE: `The deadline of ${cycle.name} was ${due}. An update counts as in time until ${dayInWords(cycle.graceUntil)}. You have still to give ${count}.`,
  }
  const lines = [`To: ${name}`, '', begins[kind], '', ...linesOf(plan, actions), '', `My updates: ${link}`]
  const foot = 'Where nothing has changed, one press says so. Nobody is written to more than once a day.'
  return { subject: subjects[kind], text: [...lines, '', foot, ''].join('\n') }
}

function linesOf(plan: Plan, actions: readonly Action[]): string[] {
  const isPublic = ({ visibility, strandId }: Action) =>
    visibility === 'PUBLIC' && requireRow(plan, 'strand', strandId).visibility === 'PUBLIC'
  const named = actions.filter(isPublic).map(({ name }) => `- ${name}`)
  const rest = actions.length - named.length
  return rest > 0 ? [...named, `- ${rest} more that ${rest === 1 ? 'is' : 'are'} not public`] : named
}
