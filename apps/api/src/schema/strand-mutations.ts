import {
  addStrand,
  type EditedStrand,
  editStrand,
  endStrand,
  type NewStrand,
  placeStrand,
  reopenStrand,
} from '@strandline/domain/strand-commands'
import { builder } from './builder.ts'
import { commandField } from './command.ts'
import { Visibility } from './enums.ts'

const AddStrandInput = builder.inputRef<NewStrand>('AddStrandInput').implement({
  description: 'A strand to be begun.',
  fields: (t) => ({
    name: t.string({ description: 'Its name.' }),
    summary: t.string({ required: false, description: 'What it is about.' }),
    visibility: t.field({ type: Visibility, required: false, description: 'Who may know of it.' }),
    visibilityReason: t.string({ required: false, description: 'Why it is not public.' }),
  }),
})

commandField('addStrand', {
  description: 'Begins a strand after the others.',
  input: AddStrandInput,
  command: addStrand,
})

const EditStrandInput = builder.inputRef<EditedStrand>('EditStrandInput').implement({
  description: 'What a strand says of itself. What is left out stays as it is; null clears it.',
  fields: (t) => ({
    strandId: t.id({ description: 'The id of the strand.' }),
    name: t.string({ required: false, description: 'Its name.' }),
    summary: t.string({ required: false, description: 'What it is about.' }),
    visibility: t.field({ type: Visibility, required: false, description: 'Who may know of it.' }),
    visibilityReason: t.string({ required: false, description: 'Why it is not public.' }),
  }),
})

commandField('editStrand', {
  description: 'Changes the words or the visibility of a strand.',
  input: EditStrandInput,
  command: editStrand,
})

const StrandReasonInput = builder
  .inputRef<{ strandId: string; reason: string }>('StrandReasonInput')
  .implement({
    description: 'A strand to be ended or taken up again.',
    fields: (t) => ({
      strandId: t.id({ description: 'The id of the strand.' }),
      reason: t.string({ description: 'Why.' }),
    }),
  })

commandField('endStrand', {
  description: 'Ends a strand whose actions have all ended. It keeps its number and its history.',
  input: StrandReasonInput,
  command: endStrand,
})

commandField('reopenStrand', {
  description: 'Takes up a strand again that had ended.',
  input: StrandReasonInput,
  command: reopenStrand,
})

const PlaceStrandInput = builder
  .inputRef<{ strandId: string; afterId?: string | null | undefined }>('PlaceStrandInput')
  .implement({
    description: 'Another place in the order of the strands.',
    fields: (t) => ({
      strandId: t.id({ description: 'The id of the strand.' }),
      afterId: t.id({ required: false, description: 'The strand that it comes after; without it, first.' }),
    }),
  })

commandField('placeStrand', {
  description: 'Puts a strand after another one, or first. The numbers follow the order.',
  input: PlaceStrandInput,
  command: placeStrand,
})
