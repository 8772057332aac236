import { type Command, edit, refused } from './command.ts'
import { type Given, given } from './editing.ts'
import type { PlanDetails } from './model.ts'
import { wholePlan } from './permission.ts'

type Details = Pick<
  PlanDetails,
  | 'title'
  | 'why'
  | 'targetWords'
  | 'strandLabel'
  | 'dueToDfeOn'
  | 'rhythm'
  | 'graceDays'
  | 'contactEmail'
  | 'smallNumberThreshold'
  | 'riskScale'
>

/** Fields of the plan itself to be changed. */
export type EditedPlan = Given<Details>

/** Changes what the plan says of itself, and how often it is brought up to date. */
export const editPlan: Command<EditedPlan> = {
  operation: 'EDIT_PLAN',
  subjects: wholePlan,
  run: (plan, sent) => {
    if (sent.graceDays != null && (sent.graceDays < 0 || sent.graceDays > 60))
      return refused('plan', plan.id, 'graceDays', 'Give between 0 and 60 days of grace.')
    if (
      sent.smallNumberThreshold != null &&
      (sent.smallNumberThreshold < 0 || sent.smallNumberThreshold > 100)
    )
      return refused('plan', plan.id, 'smallNumberThreshold', 'Give a whole number from 0 to 100, such as 5.')
    if (sent.contactEmail && !/^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/.test(sent.contactEmail))
      return refused('plan', plan.id, 'contactEmail', 'Give an address such as send.plan@example.gov.uk.')
    return edit(plan, { plan: { [plan.id]: given(sent) as Partial<PlanDetails> } })
  },
  why: () => 'Edited the plan',
}
