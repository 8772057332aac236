import { sourceOf } from '@strandline/domain/plan'
import { findSeen, type Seen, seen } from '../view.ts'
import { builder } from './builder.ts'
import { Driver, Placement } from './enums.ts'
import { Person, Source } from './refs.ts'

export const Assumption = builder.objectRef<Seen<'assumption'>>('Assumption').implement({
  description: 'One input of the financial model, as a whole number of the unit of its driver.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    driver: t.expose('driver', { type: Driver, description: 'What it is.' }),
    category: t.expose('category', {
      type: Placement,
      nullable: true,
      description: 'The placement category; null for all.',
    }),
    year: t.expose('year', {
      type: 'FinancialYear',
      nullable: true,
      description: 'The year; null for every year that has none of its own.',
    }),
    line: t.exposeString('line', { nullable: true, description: 'The name of a line of spend.' }),
    value: t.expose('value', {
      type: 'Quantity',
      description: 'The value: pence, hundredths of a place, or hundredths of a per cent.',
    }),
    low: t.expose('low', { type: 'Quantity', nullable: true, description: 'The lowest that it may be.' }),
    high: t.expose('high', { type: 'Quantity', nullable: true, description: 'The highest that it may be.' }),
    actual: t.expose('actual', {
      type: 'Quantity',
      nullable: true,
      description: 'What it turned out to be, where that is known.',
    }),
    asOf: t.expose('asOf', { type: 'Day', nullable: true, description: 'The day that the value is of.' }),
    note: t.exposeString('note', { nullable: true, description: 'Where it comes from, in words.' }),
    owner: t.field({
      type: Person,
      nullable: true,
      description: 'Who keeps it true.',
      resolve: ({ view, ownerId }) => findSeen(view, 'person', ownerId),
    }),
    source: t.field({
      type: Source,
      description: 'Where it comes from.',
      resolve: (assumption) => seen(assumption.view, sourceOf(assumption.view.plan, assumption)),
    }),
  }),
})
