import type { Day } from '@strandline/domain/day'
import { milestoneDone, milestoneMove } from '@strandline/domain/milestone-commands'
import { builder } from './builder.ts'
import { commandField } from './command.ts'

builder.mutationType({
  description:
    'Changing a plan. Each asks for permission, is made once for each request id, and overwrites nobody.',
})

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
