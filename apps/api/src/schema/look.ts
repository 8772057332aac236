import { thresholdOf } from '@strandline/domain/small-numbers'
import type { News as NewsItem } from '@strandline/domain/what-changed'
import { whatChanged } from '@strandline/domain/what-changed'
import { GraphQLError } from 'graphql'
import { openView, type View, visible } from '../view.ts'
import { builder } from './builder.ts'
import { News } from './history.ts'
import { Plan } from './refs.ts'

const SinceLastLook = builder
  .objectRef<{ revision: number; news: readonly NewsItem[] }>('SinceLastLook')
  .implement({
    description: 'What has changed since this reader last looked.',
    fields: (t) => ({
      revision: t.exposeInt('revision', { description: 'The revision that the reader had seen.' }),
      news: t.field({
        type: [News],
        description: 'Every change since, in words.',
        resolve: ({ news }) => [...news],
      }),
    }),
  })

async function sinceLastLook(view: View) {
  const { context, plan, viewer, isCurrent } = view
  context.dependencies.listsPlans = true
  const owner = context.signedIn?.owner
  if (!owner || !isCurrent) return null
  const look = await context.store.looks.find(plan.id, owner)
  const then = look && (await context.store.planAt(plan.id, look.revision))
  if (!then) return null
  const known = visible(then, viewer, thresholdOf(plan))
  return { revision: then.revision, news: whatChanged(known, plan) }
}

builder.objectField(Plan, 'sinceLastLook', (t) =>
  t.field({
    type: SinceLastLook,
    nullable: true,
    description: 'What has changed since this reader last looked; null on a first look, and for the public.',
    resolve: sinceLastLook,
  }),
)

builder.mutationField('markSeen', (t) =>
  t.boolean({
    description:
      'Remembers that this reader has seen a plan up to a revision. It changes nothing in the plan.',
    args: {
      planId: t.arg.id({ description: 'The id of the plan.' }),
      revision: t.arg.int({ description: 'The revision that was seen.' }),
    },
    resolve: async (_, { planId, revision }, context) => {
      context.dependencies.listsPlans = true
      const owner = context.signedIn?.owner
      if (!owner) throw new GraphQLError('Sign in to do this.', { extensions: { code: 'UNAUTHENTICATED' } })
      const { plan } = await openView(context, planId, null)
      await context.store.looks.keep(plan.id, owner, Math.min(Math.max(revision, 1), plan.revision))
      return true
    },
  }),
)
