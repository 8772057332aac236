import {
  progressOf,
  progressSince,
  type Since,
  type StrandProgress as Told,
} from '@strandline/domain/progress'
import { DateNotReached, PlanNotBegun } from '../refusals.ts'
import { openView, seen, type View } from '../view.ts'
import { builder } from './builder.ts'
import { Action, Meeting, Plan, Strand } from './refs.ts'

const StrandProgress = builder.objectRef<Told & { readonly view: View }>('StrandProgress').implement({
  description: 'A strand as head teachers are told of it.',
  fields: (t) => ({
    strand: t.field({
      type: Strand,
      description: 'The strand.',
      resolve: ({ view, strand }) => seen(view, strand),
    }),
    standing: t.exposeString('standing', { description: 'How it stands, in a sentence.' }),
    furthest: t.field({
      type: Action,
      nullable: true,
      description: 'The action that is furthest from its plan, where one is red or amber.',
      resolve: ({ view, furthest }) => furthest && seen(view, furthest),
    }),
    changed: t.stringList({
      description: 'What has changed, a sentence each; what is made up says so.',
      resolve: ({ changed }) => [...changed],
    }),
    asks: t.field({
      type: [Action],
      description: 'Open actions in which schools are asked to do something.',
      resolve: ({ view, asks }) => asks.map((action) => seen(view, action)),
    }),
  }),
})

const Progress = builder
  .objectRef<{ readonly view: View; readonly since: Since; readonly strands: readonly Told[] }>('Progress')
  .implement({
    description: 'What has come of the plan since a day, in plain words.',
    fields: (t) => ({
      since: t.field({
        type: 'Day',
        description: 'The day since which changes are told.',
        resolve: ({ since }) => since.day,
      }),
      meeting: t.field({
        type: Meeting,
        nullable: true,
        description: 'The meeting of the reference group on that day, where that is why.',
        resolve: ({ view, since }) => since.meeting && seen(view, since.meeting),
      }),
      strands: t.field({
        type: [StrandProgress],
        description: 'The strands in order.',
        resolve: ({ view, strands }) => strands.map((told) => ({ ...told, view })),
      }),
    }),
  })

builder.objectFields(Plan, (t) => ({
  progress: t.field({
    type: Progress,
    errors: {
      types: [PlanNotBegun, DateNotReached],
      union: { name: 'ProgressResult', description: 'Progress, or why it is refused.' },
    },
    description: 'Progress by strand since a day, in plain words.',
    args: {
      from: t.arg({
        type: 'Day',
        required: false,
        description:
          'The day; without it, the last reference group that the viewer may know of, or else a month ago.',
      }),
    },
    resolve: async (view, { from }) => {
      const { plan, today } = view
      const since: Since = from ? { day: from, meeting: null } : progressSince(plan, today)
      if (since.day > today) throw new DateNotReached(plan.beganOn, today)
      const earlier = await openView(view.context, plan.id, since.day)
      return { view, since, strands: progressOf(earlier.plan, plan, since.day, today) }
    },
  }),
}))
