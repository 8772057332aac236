import { type ProposedBenefit as ProposedBenefitValue, proposedBenefit } from '@strandline/domain/benefit'
import { isStale } from '@strandline/domain/cycle'
import { can, toAction } from '@strandline/domain/permission'
import { requireRow } from '@strandline/domain/plan'
import { isUpdated, lastUpdateOf } from '@strandline/domain/update'
import { type WhyRated as WhyRatedValue, whyRated } from '@strandline/domain/why-rated'
import { type Seen, seen } from '../view.ts'
import { builder } from './builder.ts'
import { Rag } from './enums.ts'
import { Action, Person } from './refs.ts'

export const Update = builder.objectRef<Seen<'update'>>('Update').implement({
  description: 'What a person answered for an action.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, unique within the plan.' }),
    person: t.field({
      type: Person,
      description: 'Who gave it.',
      resolve: ({ view, personId }) => seen(view, requireRow(view.plan, 'person', personId)),
    }),
    submittedOn: t.expose('submittedOn', { type: 'Day', description: 'When it was given.' }),
    isNoChange: t.exposeBoolean('isNoChange', { description: 'True when the answer was “no change”.' }),
    deliveryRag: t.expose('deliveryRag', {
      type: Rag,
      nullable: true,
      description: 'Whether the action was being done as planned.',
    }),
    benefitRag: t.expose('benefitRag', {
      type: Rag,
      nullable: true,
      description: 'Whether its money was coming as planned.',
    }),
    proposedBenefitRag: t.expose('proposedBenefitRag', {
      type: Rag,
      nullable: true,
      description: 'What the figures said about the money at the time.',
    }),
    proposedBecause: t.exposeString('proposedBecause', {
      nullable: true,
      description: 'Why the figures said so.',
    }),
    progress: t.exposeString('progress', { nullable: true, description: 'What had happened.' }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it was rated so.' }),
    pathToGreen: t.exposeString('pathToGreen', {
      nullable: true,
      description: 'What was to bring it back to green.',
    }),
  }),
})

const ProposedBenefit = builder.objectRef<ProposedBenefitValue>('ProposedBenefit').implement({
  description: 'The benefit rating that the figures speak for.',
  fields: (t) => ({
    rag: t.expose('rag', { type: Rag, description: 'The rating.' }),
    because: t.exposeString('because', { description: 'The figures, as a sentence.' }),
  }),
})

const WhyRated = builder.objectRef<WhyRatedValue>('WhyRated').implement({
  description: 'Why an action has the rating that it has.',
  fields: (t) => ({
    rule: t.exposeString('rule', { description: 'What the rating means.' }),
    values: t.stringList({ description: 'What speaks for it.', resolve: ({ values }) => [...values] }),
    author: t.exposeString('author', { nullable: true, description: 'Who gave it, where that is known.' }),
    on: t.expose('on', { type: 'Day', nullable: true, description: 'When it was given.' }),
    toTurnGreen: t.stringList({
      description: 'What would turn it green; empty where it is.',
      resolve: ({ toTurnGreen }) => [...toTurnGreen],
    }),
  }),
})

builder.objectFields(Action, (t) => ({
  deliveryRag: t.expose('deliveryRag', {
    type: Rag,
    nullable: true,
    description: 'The delivery rating as it was last given, however long ago; what an update starts from.',
  }),
  benefitRag: t.expose('benefitRag', {
    type: Rag,
    nullable: true,
    description: 'The benefit rating as it was last given, however long ago.',
  }),
  viewerCanUpdate: t.boolean({
    description: 'True when the viewer may bring it up to date.',
    resolve: (action) => isUpdated(action) && can(action.view.viewer, 'UPDATE_ACTION', toAction(action)),
  }),
  lastUpdate: t.field({
    type: Update,
    nullable: true,
    description: 'Its newest update; null where it has none.',
    resolve: ({ view, id }) => {
      const update = lastUpdateOf(view.plan, id)
      return update ? seen(view, update) : null
    },
  }),
  proposedBenefit: t.field({
    type: ProposedBenefit,
    nullable: true,
    description: 'The benefit rating that the figures speak for; null where no saving is planned.',
    resolve: (action) => proposedBenefit(action.view.plan, action, action.view.today),
  }),
  whyDelivery: t.field({
    type: WhyRated,
    nullable: true,
    description: 'Why delivery is rated as it is; null where it is not rated.',
    resolve: (action) => whyRated(action.view.plan, action, 'delivery', action.view.today),
  }),
  whyBenefit: t.field({
    type: WhyRated,
    nullable: true,
    description: 'Why the money is rated as it is; null where it is not rated.',
    resolve: (action) => whyRated(action.view.plan, action, 'benefit', action.view.today),
  }),
  isStale: t.boolean({
    description: 'True when two cycles found it at the same red or amber.',
    resolve: (action) => isStale(action.view.plan, action),
  }),
}))
