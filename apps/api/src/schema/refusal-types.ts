import { DateNotReached, NoSuchPlan, PlanNotBegun } from '../refusals.ts'
import { builder } from './builder.ts'

builder.objectType(NoSuchPlan, {
  name: 'NoSuchPlan',
  description: 'Refusal: there is no such plan for this viewer.',
  fields: (t) => ({ message: t.exposeString('message', { description: 'What is wrong and what to do.' }) }),
})
const dayRefusal = (type: typeof PlanNotBegun | typeof DateNotReached, name: string, description: string) =>
  builder.objectType(type, {
    name,
    description,
    fields: (t) => ({
      message: t.exposeString('message', { description: 'What is wrong and what to do.' }),
      beganOn: t.expose('beganOn', { type: 'Day', description: 'The first day of the plan.' }),
      today: t.expose('today', { type: 'Day', description: 'Today on the clock of the plan.' }),
    }),
  })

dayRefusal(PlanNotBegun, 'PlanNotBegun', 'Refusal: the day asked for is before the plan began.')
dayRefusal(DateNotReached, 'DateNotReached', 'Refusal: the day asked for has not come yet.')
