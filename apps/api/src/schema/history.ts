import type { Day } from '@strandline/domain/day'
import type { HistoryEntry as Entry } from '@strandline/domain/history'
import type { News as NewsItem } from '@strandline/domain/what-changed'
import { builder } from './builder.ts'
import { ItemKind } from './enums.ts'

export const News = builder.objectRef<NewsItem>('News').implement({
  description: 'One change told as a sentence.',
  fields: (t) => ({
    kind: t.expose('entity', { type: ItemKind, description: 'The kind of item that changed.' }),
    id: t.exposeID('id', { description: 'The id of the item.' }),
    strandId: t.exposeID('strandId', {
      nullable: true,
      description: 'The strand that it belongs to, if any.',
    }),
    actionId: t.exposeID('actionId', {
      nullable: true,
      description: 'The action that it belongs to, if any.',
    }),
    words: t.exposeString('words', { description: 'What changed, as a sentence.' }),
  }),
})

export const HistoryEntry = builder.objectRef<Entry>('HistoryEntry').implement({
  description: 'A step in the history of an item.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'The number of the revision of the plan.' }),
    at: t.expose('at', { type: 'Instant', description: 'When it was made.' }),
    by: t.exposeString('by', { description: 'Who made it.' }),
    why: t.exposeString('why', { nullable: true, description: 'Why it was made, where that may be told.' }),
    news: t.expose('news', { type: [News], description: 'What changed.' }),
  }),
})

export const Comparison = builder
  .objectRef<{ from: Day; to: Day; news: readonly NewsItem[] }>('Comparison')
  .implement({
    description: 'What changed in a plan between two days.',
    fields: (t) => ({
      from: t.expose('from', { type: 'Day', description: 'The earlier day.' }),
      to: t.expose('to', { type: 'Day', description: 'The later day.' }),
      news: t.field({
        type: [News],
        description: 'Every change, in words.',
        resolve: ({ news }) => [...news],
      }),
    }),
  })
