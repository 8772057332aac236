import { addDays } from '@strandline/domain/day'
import { composePublicPage } from '@strandline/domain/public-page'
import { THE_PUBLIC } from '@strandline/domain/viewer'
import { openView, visible } from '../view.ts'
import { builder } from './builder.ts'
import { PaperSection } from './pack.ts'
import { Plan } from './refs.ts'

const DAYS_OF_NEWS = 31

builder.objectFields(Plan, (t) => ({
  publicPage: t.field({
    type: [PaperSection],
    description: 'The page for everybody: the same for whoever asks, from what the public may know.',
    resolve: async (view) => {
      const month = addDays(view.today, -DAYS_OF_NEWS)
      const isYoung = month < view.plan.beganOn
      const day = isYoung ? view.plan.beganOn : month
      const earlier = await openView(view.context, view.plan.id, day)
      const plan = visible(earlier.plan, THE_PUBLIC)
      return composePublicPage(visible(view.plan, THE_PUBLIC), view.today, { plan, day })
    },
  }),
}))
