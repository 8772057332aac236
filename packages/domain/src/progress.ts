import { addMonths, type Day } from './day.ts'
import { listInWords } from './dependency.ts'
import { lastReferenceGroup } from './meeting.ts'
import type { Action, Meeting, Strand } from './model.ts'
import { newsSince } from './newsletter.ts'
import { actionsOf, type Plan, rowsOf } from './plan.ts'
import { type Rating, ratingCounts, strandRating } from './rag.ts'
import { isUpdated } from './update.ts'

/** The day since which progress is told, and the meeting that was held on it, where that is why. */
export interface Since {
  readonly day: Day
  readonly meeting: Meeting | null
}

/** Since when progress is told unless a reader asks otherwise: the last reference group, or else a month. */
export function progressSince(plan: Plan, today: Day): Since {
  const meeting = lastReferenceGroup(plan, today)
  if (meeting) return { day: meeting.day, meeting }
  const monthAgo = addMonths(today, -1)
  const isYounger = monthAgo < plan.beganOn
  return { day: isYounger ? plan.beganOn : monthAgo, meeting: null }
}

/** A strand as head teachers are told of it. */
export interface StrandProgress {
  readonly strand: Strand
  /** How it stands, in a sentence. */
  readonly standing: string
  /** The action that is furthest from its plan, where one is red or amber. */
  readonly furthest: Action | null
  /** What has changed, a sentence each; what is made up says so. */
  readonly changed: readonly string[]
  /** Open actions in which schools are asked to do something. */
  readonly asks: readonly Action[]
}

/** Progress by strand between two values of a plan: the strands that go on, and those that ended between the two. */
export function progressOf(earlier: Plan, plan: Plan, since: Day, today: Day): StrandProgress[] {
  const news = newsSince(earlier, plan)
  return rowsOf(plan, 'strand')
    .filter(({ endedOn }) => endedOn === null || endedOn > since)
    .map((strand) => ({
      strand,
      standing: standingInWords(plan, strand, today),
      furthest: furthestFromPlan(plan, strand, today),
      changed: news.filter(({ strandId }) => strandId === strand.id).map(({ words }) => words),
      asks: actionsOf(plan, strand.id).filter((of) => of.askOfSchools !== null && isUpdated(of)),
    }))
}

/** What a rating says to somebody who has no list of ratings at hand. The first form is for one action. */
const inPlainWords: Readonly<Record<Rating, readonly [one: string, several: string]>> = {
  RED: ['is behind and needs help (red)', 'are behind and need help (red)'],
  AMBER: ['is at risk (amber)', 'are at risk (amber)'],
  NOT_UPDATED: ['has not been reported on this month', 'have not been reported on this month'],
  NOT_RATED: ['has not been rated yet', 'have not been rated yet'],
  GREEN: ['is going as planned (green)', 'are going as planned (green)'],
  NOT_STARTED: ['has not started', 'have not started'],
  COMPLETE: ['is complete', 'are complete'],
  STOPPED: ['was stopped', 'were stopped'],
}

/** How a strand stands: "Of 3 actions, 1 is behind and needs help (red) and 2 are going as planned (green)." */
export function standingInWords(plan: Plan, strand: Strand, today: Day): string {
  const actions = actionsOf(plan, strand.id)
  if (actions.length === 0) return 'It has no actions yet.'
  const parts = ratingCounts(actions, today).map(
    ({ rating, count }) => `${count} ${inPlainWords[rating][count === 1 ? 0 : 1]}`,
  )
  if (actions.length === 1) return `Its one action ${(parts[0] ?? '').replace(/^1 /, '')}.`
  return `Of ${actions.length} actions, ${listInWords(parts)}.`
}

function furthestFromPlan(plan: Plan, strand: Strand, today: Day): Action | null {
  const { rating, worst } = strandRating(plan, strand, today)
  return rating === 'RED' || rating === 'AMBER' ? worst : null
}
