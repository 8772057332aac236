import type { Day } from '@strandline/domain/day'
import {
  addMilestone,
  dropMilestone,
  milestoneDone,
  milestoneMove,
  type NewMilestone,
} from '@strandline/domain/milestone-commands'
import { builder } from './builder.ts'
import { commandField } from './command.ts'

const MoveMilestoneInput = builder
  .inputRef<{ milestoneId: string; to: Day; reason: string }>('MoveMilestoneInput')
  .implement({
    description: 'Another date for a milestone.',
    fields: (t) => ({
      milestoneId: t.id({ description: 'The id of the milestone.' }),
      to: t.field({ type: 'Day', description: 'The new date.' }),
      reason: t.string({ description: 'Why it moves.' }),
    }),
  })

commandField('moveMilestone', {
  description: 'Moves a milestone to another date. Its first date stays, and the move is counted.',
  input: MoveMilestoneInput,
  command: milestoneMove,
})

const MarkMilestoneDoneInput = builder
  .inputRef<{ milestoneId: string; doneOn: Day }>('MarkMilestoneDoneInput')
  .implement({
    description: 'A milestone that has been met.',
    fields: (t) => ({
      milestoneId: t.id({ description: 'The id of the milestone.' }),
      doneOn: t.field({ type: 'Day', description: 'The day on which it was met.' }),
    }),
  })

commandField('markMilestoneDone', {
  description: 'Marks a milestone as met.',
  input: MarkMilestoneDoneInput,
  command: milestoneDone,
})

const AddMilestoneInput = builder.inputRef<NewMilestone>('AddMilestoneInput').implement({
  description: 'A milestone to be set.',
  fields: (t) => ({
    actionId: t.id({ description: 'The id of the action.' }),
    name: t.string({ description: 'What is to have happened.' }),
    day: t.field({ type: 'Day', required: false, description: 'By when; without it, not yet known.' }),
    outsideDecisionMaker: t.string({
      required: false,
      description: 'Who decides, where that is not the council.',
    }),
  }),
})

commandField('addMilestone', {
  description: 'Sets a milestone for an action. Its first date is what later moves are measured from.',
  input: AddMilestoneInput,
  command: addMilestone,
})

const DropMilestoneInput = builder
  .inputRef<{ milestoneId: string; reason: string }>('DropMilestoneInput')
  .implement({
    description: 'A milestone that is no longer wanted.',
    fields: (t) => ({
      milestoneId: t.id({ description: 'The id of the milestone.' }),
      reason: t.string({ description: 'Why it is dropped.' }),
    }),
  })

commandField('dropMilestone', {
  description: 'Drops a milestone: it stays on record, and is no longer waited for.',
  input: DropMilestoneInput,
  command: dropMilestone,
})
