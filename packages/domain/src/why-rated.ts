import { proposedBenefit } from './benefit.ts'
import { type Day, dayInWords } from './day.ts'
import { isMilestoneOverdue } from './forthcoming.ts'
import type { Action } from './model.ts'
import { inShort, pence } from './money.ts'
import { findRow, milestonesOf, type Plan } from './plan.ts'
import { isOverdue, type RatingKind, ratingOf } from './rag.ts'
import { lastUpdateOf } from './update.ts'
import type { Rag } from './vocabulary.ts'

/** What each rating means: the words that stand beside the choice. */
export const criteria: Readonly<Record<RatingKind, Readonly<Record<Rag, string>>>> = {
  delivery: {
    GREEN: 'Going to plan: milestones are being met.',
    AMBER: 'At risk: a milestone has slipped, and there is a way back within the plan.',
    RED: 'Off track: it will not be done as planned without help from outside the strand.',
  },
  benefit: {
    GREEN: 'The money is coming: 95% or more of what was planned is forecast.',
    AMBER: 'Some of the money is in doubt: between 75% and 95% is forecast.',
    RED: 'The money is not coming as planned: less than 75% is forecast.',
  },
}

/** The answer to "Why is this red?": the rule, what speaks for it, who said so and when, and what would turn it green. */
export interface WhyRated {
  readonly rule: string
  readonly values: readonly string[]
  readonly author: string | null
  readonly on: Day | null
  readonly toTurnGreen: readonly string[]
}

/** Why an action has the rating that it has; null where it has none of red, amber and green. */
export function whyRated(plan: Plan, action: Action, kind: RatingKind, today: Day): WhyRated | null {
  const rating = ratingOf(action, kind)
  if (rating !== 'RED' && rating !== 'AMBER' && rating !== 'GREEN') return null
  const speaksFor = kind === 'delivery' ? delivery(plan, action, today) : benefit(plan, action, today)
  const update = lastUpdateOf(plan, action.id)
  // A rating from before updates were kept has a day and no author.
  const isOfUpdate = update !== null && update.submittedOn === action.ratedOn
  const steps = [...(action.pathToGreen ? [action.pathToGreen] : []), ...speaksFor.toTurnGreen]
  return {
    rule: criteria[kind][rating],
    values: [...(action.reason ? [action.reason] : []), ...speaksFor.values],
    author: isOfUpdate ? (findRow(plan, 'person', update.personId)?.name ?? null) : null,
    on: action.ratedOn,
    toTurnGreen: rating === 'GREEN' ? [] : steps,
  }
}

type SpeaksFor = Pick<WhyRated, 'values' | 'toTurnGreen'>

/** Dates that have passed without what they promised. */
function delivery(plan: Plan, action: Action, today: Day): SpeaksFor {
  const late = milestonesOf(plan, action.id).filter((of) => isMilestoneOverdue(of, today))
  return {
    values: [
      ...late.map((of) => `“${of.name}” was due on ${dayInWords(of.currentDate as Day)} and is not done.`),
      ...(isOverdue(action, today) ? [`It was due on ${dayInWords(action.dueOn as Day)}.`] : []),
    ],
    toTurnGreen: late.map(({ name }) => `Meet “${name}”, or agree a new date for it.`),
  }
}

function benefit(plan: Plan, action: Action, today: Day): SpeaksFor {
  const figures = proposedBenefit(plan, action, today)
  if (!figures) return { values: [], toTurnGreen: [] }
  const { because, forecast, planned, rag } = figures
  const missing = pence(Math.max(0, Math.ceil(planned * 0.95) - forecast))
  return {
    values: [because],
    toTurnGreen: rag === 'GREEN' ? [] : [`Find ${inShort(missing)} more, to reach 95% of the plan.`],
  }
}
