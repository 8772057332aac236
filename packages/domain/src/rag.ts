import { type Day, dayInWords, isSameMonth, monthInWords } from './day.ts'
import type { Action, Strand } from './model.ts'
import { actionsOf, type Plan } from './plan.ts'
import { type Rag, rags } from './vocabulary.ts'

/** How a rating is shown: red, amber and green, blue for complete, grey for what is not due or not rated. */
export type Rating = Rag | 'COMPLETE' | 'NOT_STARTED' | 'NOT_RATED' | 'NOT_UPDATED' | 'STOPPED'

export const ratingWords: Readonly<Record<Rating, string>> = {
  ...rags,
  COMPLETE: 'Complete',
  NOT_STARTED: 'Not started',
  NOT_RATED: 'Not rated',
  NOT_UPDATED: 'Not updated',
  STOPPED: 'Stopped',
}

/** Worst first: the order in which ratings need attention. */
const worstFirst: readonly Rating[] = [
  'RED',
  'AMBER',
  'NOT_UPDATED',
  'NOT_RATED',
  'GREEN',
  'NOT_STARTED',
  'COMPLETE',
  'STOPPED',
]

/** The two ratings of an action: is it being done, and is its money coming. */
export type RatingKind = 'delivery' | 'benefit'

/** The rating of an action as shown. Stage speaks first: what is complete, stopped or not started has no colour of its own. */
export function ratingOf(action: Action, kind: RatingKind = 'delivery'): Rating {
  if (action.stage === 'COMPLETE') return 'COMPLETE'
  if (action.stage === 'STOPPED' || action.stage === 'SUPERSEDED') return 'STOPPED'
  const given = kind === 'delivery' ? action.deliveryRag : action.benefitRag
  if (given) return given
  return action.stage === 'NOT_STARTED' ? 'NOT_STARTED' : 'NOT_RATED'
}

/** Orders ratings worst first. */
export function byWorst(a: Rating, b: Rating): number {
  return worstFirst.indexOf(a) - worstFirst.indexOf(b)
}

/** True when an action that is under way was not rated in the month of `today`. Such a rating is never shown as current. */
export function isNotUpdated(action: Action, today: Day): boolean {
  if (action.stage !== 'IN_PROGRESS') return false
  return action.ratedOn === null || !isSameMonth(action.ratedOn, today)
}

/**
 * The rating of an action as it counts on a day: green that nobody confirmed this month is "not updated", a state of its
 * own. Red and amber stay as they are, for silence must not make them look better.
 */
export function shownRating(action: Action, kind: RatingKind, today: Day): Rating {
  const rating = ratingOf(action, kind)
  const isSilent = isNotUpdated(action, today) && (rating === 'GREEN' || rating === 'NOT_RATED')
  return isSilent ? 'NOT_UPDATED' : rating
}

/** "Not updated in March 2020; last on 13 February 2020.", or null for an action that is up to date. */
export function updateInWords(action: Action, today: Day): string | null {
  if (!isNotUpdated(action, today)) return null
  const last = action.ratedOn ? `last on ${dayInWords(action.ratedOn)}` : 'never rated'
  return `Not updated in ${monthInWords(today)}; ${last}.`
}

/** True when an action should have ended before today and has not. */
export function isOverdue(action: Action, today: Day): boolean {
  const isOpen = action.stage === 'IN_PROGRESS' || action.stage === 'NOT_STARTED'
  return isOpen && action.dueOn !== null && action.dueOn < today
}

/** "Delivery is green while the money is amber.", when the two ratings of an action part; else null. */
export function gapInWords(action: Action): string | null {
  const delivery = ratingOf(action, 'delivery')
  const benefit = ratingOf(action, 'benefit')
  if (delivery === benefit || !action.deliveryRag || !action.benefitRag) return null
  return `Delivery is ${ratingWords[delivery].toLowerCase()} while the money is ${ratingWords[benefit].toLowerCase()}.`
}

/** A rating and how many actions have it. */
export interface RatingCount {
  readonly rating: Rating
  readonly count: number
}

/** How many actions have each rating on a day, worst first, leaving out ratings that none has. */
export function ratingCounts(
  actions: readonly Action[],
  today: Day,
  kind: RatingKind = 'delivery',
): RatingCount[] {
  const ratings = actions.map((action) => shownRating(action, kind, today))
  return worstFirst
    .map((rating) => ({ rating, count: ratings.filter((of) => of === rating).length }))
    .filter(({ count }) => count > 0)
}

/** Counts as text: "3 red, 5 amber, 9 green, 1 not rated". */
export function countsInWords(counts: readonly RatingCount[]): string {
  if (counts.length === 0) return 'No actions yet'
  return counts.map(({ rating, count }) => `${count} ${ratingWords[rating].toLowerCase()}`).join(', ')
}

/** The rating of a strand is that of its worst action, and its reason is that action's own. */
export interface StrandRating {
  readonly rating: Rating
  readonly worst: Action | null
  readonly counts: readonly RatingCount[]
}

/** Rates a strand by its worst action on a day, so that nothing red hides behind an average. */
export function strandRating(
  plan: Plan,
  strand: Strand,
  today: Day,
  kind: RatingKind = 'delivery',
): StrandRating {
  const actions = actionsOf(plan, strand.id)
  const shown = (action: Action) => shownRating(action, kind, today)
  const worst = [...actions].sort((a, b) => byWorst(shown(a), shown(b)))[0] ?? null
  return { rating: worst ? shown(worst) : 'NOT_RATED', worst, counts: ratingCounts(actions, today, kind) }
}
