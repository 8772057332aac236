import './mutation.ts'
import './viewer.ts'
import './account.ts'
import './action.ts'
import './action-mutations.ts'
import './bulk-change.ts'
import './cycle.ts'
import './dependency.ts'
import './forecast-model.ts'
import './forecast-mutations.ts'
import './monitoring.ts'
import './newsletter.ts'
import './newsletter-mutations.ts'
import './pack.ts'
import './pack-mutations.ts'
import './public-page.ts'
import './question.ts'
import './meeting.ts'
import './consultation.ts'
import './phase-spend.ts'
import './progress.ts'
import './risk.ts'
import './risk-mutations.ts'
import './condition.ts'
import './look.ts'
import './mail.ts'
import './milestone.ts'
import './milestone-mutations.ts'
import './new-plan.ts'
import './person.ts'
import './person-mutations.ts'
import './plan.ts'
import './plan-forecast.ts'
import './plan-mutations.ts'
import './refusal-types.ts'
import './saving.ts'
import './source.ts'
import './strand.ts'
import './saving-mutations.ts'
import './strand-mutations.ts'
import './subscription.ts'
import './update.ts'
import './update-mutations.ts'
import { DateNotReached, NoSuchPlan, PlanNotBegun } from '../refusals.ts'
import { openView } from '../view.ts'
import { builder } from './builder.ts'
import { Plan } from './refs.ts'

builder.queryType({
  description: 'Reading. Every answer is a value: the plan on a day, as this viewer may know it.',
  fields: (t) => ({
    plans: t.field({
      type: [Plan],
      description: 'The plans that are kept here, as they are now.',
      resolve: async (_, __, context) => {
        context.dependencies.listsPlans = true
        return Promise.all((await context.store.planIds()).map((id) => openView(context, id, null)))
      },
    }),
    plan: t.field({
      type: Plan,
      errors: {
        types: [NoSuchPlan, PlanNotBegun, DateNotReached],
        union: { name: 'PlanResult', description: 'A plan, or why it is refused.' },
      },
      description: 'One plan, now or as at the end of a day.',
      args: {
        id: t.arg.id({ description: 'The id of the plan.' }),
        asAt: t.arg({ type: 'Day', required: false, description: 'The day; without it, now.' }),
      },
      resolve: (_, { id, asAt }, context) => openView(context, id, asAt ?? null),
    }),
  }),
})

export const schema = builder.toSchema()
