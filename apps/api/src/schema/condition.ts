import { conditionRating, conditionsOf } from '@strandline/domain/condition'
import {
  addCondition,
  dropCondition,
  type EditedCondition,
  editCondition,
  type NewCondition,
  type RatedCondition,
  rateCondition,
  toCondition,
} from '@strandline/domain/condition-commands'
import { can } from '@strandline/domain/permission'
import { sourceOf } from '@strandline/domain/plan'
import { findSeen, type Seen, seen } from '../view.ts'
import { builder } from './builder.ts'
import { commandField, type InputOf } from './command.ts'
import { Rag, Rating, Visibility } from './enums.ts'
import { Person, Plan, Source } from './refs.ts'

const Condition = builder.objectRef<Seen<'condition'>>('Condition').implement({
  description: 'A numbered condition of an agreement, such as Safety Valve, with how it stands.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    agreement: t.exposeString('agreement', { description: 'The agreement that it is a condition of.' }),
    number: t.exposeInt('number', { description: 'Its number in the agreement.' }),
    words: t.exposeString('words', { description: 'What it asks for.' }),
    rag: t.expose('rag', { type: Rag, nullable: true, description: 'The rating as given.' }),
    rating: t.field({
      type: Rating,
      description: 'The rating as shown: complete once it is met.',
      resolve: (condition) => conditionRating(condition),
    }),
    ratedOn: t.expose('ratedOn', { type: 'Day', nullable: true, description: 'When it was last rated.' }),
    evidence: t.exposeString('evidence', { nullable: true, description: 'What shows how it stands.' }),
    evidenceOn: t.expose('evidenceOn', {
      type: 'Day',
      nullable: true,
      description: 'The day of the evidence.',
    }),
    metOn: t.expose('metOn', { type: 'Day', nullable: true, description: 'When it was met.' }),
    owner: t.field({
      type: Person,
      nullable: true,
      description: 'Who answers for it.',
      resolve: ({ view, ownerId }) => findSeen(view, 'person', ownerId),
    }),
    visibility: t.expose('visibility', { type: Visibility, description: 'Who may know of it.' }),
    visibilityReason: t.exposeString('visibilityReason', {
      nullable: true,
      description: 'Why it is not public.',
    }),
    source: t.field({
      type: Source,
      description: 'Where it comes from.',
      resolve: (condition) => seen(condition.view, sourceOf(condition.view.plan, condition)),
    }),
    viewerCanRate: t.boolean({
      description: 'True for whoever may rate it: its owner too.',
      resolve: (condition) => can(condition.view.viewer, 'RATE_CONDITION', toCondition(condition)),
    }),
  }),
})

builder.objectFields(Plan, (t) => ({
  conditions: t.field({
    type: [Condition],
    description: 'Conditions that the viewer may know, by agreement and number.',
    resolve: (view) => conditionsOf(view.plan).map((condition) => seen(view, condition)),
  }),
  viewerCanEditConditions: t.boolean({
    description: 'True for whoever may write down, change and drop conditions.',
    resolve: ({ viewer }) => can(viewer, 'EDIT_CONDITION'),
  }),
}))

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]

const conditionId = (t: InputFields) => t.id({ description: 'The id of the condition.' })

const said = (t: InputFields) => ({
  ownerId: t.id({ required: false, description: 'Who answers for it.' }),
  visibility: t.field({
    type: Visibility,
    required: false,
    description: 'Who may know of it; members, where that is not said of a new one.',
  }),
  visibilityReason: t.string({ required: false, description: 'Why it is not public.' }),
})

const AddConditionInput = builder.inputRef<NewCondition>('AddConditionInput').implement({
  description: 'A condition of an agreement.',
  fields: (t) => ({
    agreement: t.string({ description: 'The agreement, such as the Safety Valve agreement of 2023.' }),
    number: t.int({ description: 'Its number there.' }),
    words: t.string({ description: 'What it asks for.' }),
    ...said(t),
  }),
})

commandField('addCondition', {
  description: 'Writes down a condition. It is for members unless something else is said.',
  input: AddConditionInput,
  command: addCondition,
})

const EditConditionInput = builder.inputRef<EditedCondition>('EditConditionInput').implement({
  description: 'Fields of a condition. What is left out stays as it is; null clears it.',
  fields: (t) => ({
    conditionId: conditionId(t),
    agreement: t.string({ required: false, description: 'The agreement.' }),
    number: t.int({ required: false, description: 'Its number there.' }),
    words: t.string({ required: false, description: 'What it asks for.' }),
    ...said(t),
  }),
})

commandField('editCondition', {
  description: 'Changes what a condition says, whom it belongs to and who may know of it.',
  input: EditConditionInput,
  command: editCondition,
})

const RateConditionInput = builder.inputRef<RatedCondition>('RateConditionInput').implement({
  description: 'How a condition stands. What is left out stays as it is; null clears it.',
  fields: (t) => ({
    conditionId: conditionId(t),
    rag: t.field({ type: Rag, required: false, description: 'Its rating. Green needs evidence.' }),
    evidence: t.string({ required: false, description: 'What shows it.' }),
    evidenceOn: t.field({ type: 'Day', required: false, description: 'The day of the evidence.' }),
    metOn: t.field({ type: 'Day', required: false, description: 'When it was met, which needs evidence.' }),
  }),
})

commandField('rateCondition', {
  description: 'Rates a condition, with the evidence. Its owner may do this too.',
  input: RateConditionInput,
  command: rateCondition,
})

const DropConditionInput = builder.inputRef<InputOf<typeof dropCondition>>('DropConditionInput').implement({
  description: 'A condition that is not to stand.',
  fields: (t) => ({ conditionId: conditionId(t), reason: t.string({ description: 'Why.' }) }),
})

commandField('dropCondition', {
  description: 'Drops a condition with a reason. It stays on record.',
  input: DropConditionInput,
  command: dropCondition,
})
