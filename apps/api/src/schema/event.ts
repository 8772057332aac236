import type { Forthcoming as Item } from '@strandline/domain/forthcoming'
import { requireRow, sourceOf } from '@strandline/domain/plan'
import { findSeen, type Seen, seen, type View } from '../view.ts'
import { builder } from './builder.ts'
import { EventKind } from './enums.ts'
import { Action, Source, Strand } from './refs.ts'

export const Event = builder.objectRef<Seen<'event'>>('Event').implement({
  description: 'A decision, meeting, deadline or activity, past or to come.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, unique within the plan.' }),
    kind: t.expose('kind', { type: EventKind, description: 'What sort of event it is.' }),
    title: t.exposeString('title', { description: 'What happens.' }),
    body: t.exposeString('body', { nullable: true, description: 'The body that decides or meets.' }),
    day: t.expose('day', { type: 'Day', nullable: true, description: 'When, where a day is known.' }),
    dayWords: t.exposeString('dayWords', { nullable: true, description: 'The date as its source wrote it.' }),
    outcome: t.exposeString('outcome', {
      nullable: true,
      description: 'What came of it; null while it is to come.',
    }),
    isMarker: t.exposeBoolean('isMarker', { description: 'True when it is marked on the trajectory.' }),
    source: t.field({
      type: Source,
      description: 'Where the event comes from.',
      resolve: (event) => seen(event.view, sourceOf(event.view.plan, event)),
    }),
  }),
})

const ForthcomingKind = builder.enumType('ForthcomingKind', {
  description: 'What is to happen.',
  values: {
    EVENT: { description: 'An event.' },
    MILESTONE: { description: 'A milestone of an action.' },
    ACTION: { description: 'The end of an action.' },
    PLAN: { description: 'A date of the plan itself.' },
    MEETING: { description: 'A meeting.' },
    CONSULTATION_OPENS: { description: 'The opening of a consultation.' },
    CONSULTATION_CLOSES: { description: 'The close of a consultation.' },
  } as const,
})

export const Forthcoming = builder.objectRef<Item & { readonly view: View }>('Forthcoming').implement({
  description: 'Something that is to happen, or should have.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'The id of the event, milestone, meeting, consultation, action or plan.',
    }),
    kind: t.expose('kind', { type: ForthcomingKind, description: 'What it is.' }),
    title: t.exposeString('title', { description: 'What is to happen.' }),
    detail: t.exposeString('detail', { description: 'What kind of thing it is.' }),
    decidedBy: t.exposeString('decidedBy', {
      nullable: true,
      description: 'Who decides, where that is not the council.',
    }),
    day: t.expose('day', { type: 'Day', nullable: true, description: 'The day, where there is one.' }),
    when: t.exposeString('when', { description: 'The date in words, as its source wrote it.' }),
    strand: t.field({
      type: Strand,
      nullable: true,
      description: 'The strand that it belongs to, if any.',
      resolve: ({ view, strandId }) => findSeen(view, 'strand', strandId),
    }),
    action: t.field({
      type: Action,
      nullable: true,
      description: 'The action that it belongs to, if any.',
      resolve: ({ view, actionId }) => findSeen(view, 'action', actionId),
    }),
    source: t.field({
      type: Source,
      description: 'Where it comes from.',
      resolve: ({ view, sourceId }) => seen(view, requireRow(view.plan, 'source', sourceId)),
    }),
  }),
})
