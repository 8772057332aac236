import {
  type ActionEnd,
  addAction,
  type EditedAction,
  editAction,
  endAction,
  endings,
  type NewAction,
  placeAction,
  reopenAction,
} from '@strandline/domain/action-commands'
import { builder, enumOf } from './builder.ts'
import { commandField } from './command.ts'
import { Visibility } from './enums.ts'

const Ending = enumOf('Ending', 'How an action ends.', endings)

const AddActionInput = builder.inputRef<NewAction>('AddActionInput').implement({
  description: 'An action to be begun. What is left out is empty.',
  fields: (t) => ({
    strandId: t.id({ description: 'The id of the strand.' }),
    parentId: t.id({ required: false, description: 'The larger action that it is part of, if any.' }),
    name: t.string({ description: 'What is done.' }),
    description: t.string({ required: false, description: 'More about it.' }),
    impact: t.string({ required: false, description: 'What follows if it is not put right.' }),
    askOfSchools: t.string({ required: false, description: 'What schools are asked to do.' }),
    startsOn: t.field({ type: 'Day', required: false, description: 'When it starts.' }),
    dueOn: t.field({ type: 'Day', required: false, description: 'When it is due to be complete.' }),
    visibility: t.field({ type: Visibility, required: false, description: 'Who may know of it.' }),
    visibilityReason: t.string({ required: false, description: 'Why it is not public.' }),
  }),
})

commandField('addAction', {
  description: 'Begins an action at the end of its strand.',
  input: AddActionInput,
  command: addAction,
})

const EditActionInput = builder.inputRef<EditedAction>('EditActionInput').implement({
  description: 'What an action says of itself. What is left out stays as it is; null clears it.',
  fields: (t) => ({
    actionId: t.id({ description: 'The id of the action.' }),
    name: t.string({ required: false, description: 'What is done.' }),
    description: t.string({ required: false, description: 'More about it.' }),
    impact: t.string({ required: false, description: 'What follows if it is not put right.' }),
    askOfSchools: t.string({ required: false, description: 'What schools are asked to do.' }),
    startsOn: t.field({ type: 'Day', required: false, description: 'When it starts.' }),
    dueOn: t.field({ type: 'Day', required: false, description: 'When it is due to be complete.' }),
    visibility: t.field({ type: Visibility, required: false, description: 'Who may know of it.' }),
    visibilityReason: t.string({ required: false, description: 'Why it is not public.' }),
  }),
})

commandField('editAction', {
  description:
    'Changes the words, the dates or the visibility of an action. Ratings change only with an update.',
  input: EditActionInput,
  command: editAction,
})

const EndActionInput = builder.inputRef<ActionEnd>('EndActionInput').implement({
  description: 'The end of an action.',
  fields: (t) => ({
    actionId: t.id({ description: 'The id of the action.' }),
    ending: t.field({ type: Ending, description: 'How it ends.' }),
    reason: t.string({ description: 'Why it ends.' }),
    supersededById: t.id({ required: false, description: 'What takes its place, where it is superseded.' }),
  }),
})

commandField('endAction', {
  description: 'Ends an action: complete, stopped or superseded. It keeps its place and its history.',
  input: EndActionInput,
  command: endAction,
})

const ReopenActionInput = builder
  .inputRef<{ actionId: string; reason: string }>('ReopenActionInput')
  .implement({
    description: 'An action to be taken up again.',
    fields: (t) => ({
      actionId: t.id({ description: 'The id of the action.' }),
      reason: t.string({ description: 'Why it is taken up again.' }),
    }),
  })

commandField('reopenAction', {
  description: 'Takes up an action again that had ended.',
  input: ReopenActionInput,
  command: reopenAction,
})

const PlaceActionInput = builder
  .inputRef<{ actionId: string; afterId?: string | null | undefined }>('PlaceActionInput')
  .implement({
    description: 'Another place in the order of a strand.',
    fields: (t) => ({
      actionId: t.id({ description: 'The id of the action.' }),
      afterId: t.id({ required: false, description: 'The action that it comes after; without it, first.' }),
    }),
  })

commandField('placeAction', {
  description: 'Puts an action after another one of its strand, or first.',
  input: PlaceActionInput,
  command: placeAction,
})
