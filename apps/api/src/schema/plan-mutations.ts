import { can } from '@strandline/domain/permission'
import { detailsOf } from '@strandline/domain/plan'
import { type EditedPlan, editPlan } from '@strandline/domain/plan-commands'
import { rhythms } from '@strandline/domain/vocabulary'
import { builder, enumOf } from './builder.ts'
import { commandField } from './command.ts'
import { Plan } from './refs.ts'

const Rhythm = enumOf('Rhythm', 'How often a plan is brought up to date.', rhythms)

builder.objectFields(Plan, (t) => ({
  targetWords: t.string({
    description: 'The target, as the plan puts it.',
    resolve: ({ plan }) => detailsOf(plan).targetWords,
  }),
  rhythm: t.field({
    type: Rhythm,
    nullable: true,
    description: 'How often it is brought up to date; null until that is chosen.',
    resolve: ({ plan }) => detailsOf(plan).rhythm,
  }),
  graceDays: t.int({
    nullable: true,
    description: 'Days after the deadline in which an update is not yet late.',
    resolve: ({ plan }) => detailsOf(plan).graceDays,
  }),
  contactEmail: t.string({
    nullable: true,
    description: 'Where the public reaches those who run the plan.',
    resolve: ({ plan }) => detailsOf(plan).contactEmail,
  }),
  smallNumberThreshold: t.int({
    nullable: true,
    description: 'Counts of children below this are not shown outside the team; null for the usual five.',
    resolve: ({ plan }) => detailsOf(plan).smallNumberThreshold,
  }),
  viewerCanEdit: t.boolean({
    description: 'True when the viewer may change what the plan says of itself.',
    resolve: ({ viewer }) => can(viewer, 'EDIT_PLAN'),
  }),
  viewerCanAddStrand: t.boolean({
    description: 'True when the viewer may begin, end and order strands.',
    resolve: ({ viewer }) => can(viewer, 'ADD_STRAND'),
  }),
  viewerCanGiveRoles: t.boolean({
    description: 'True when the viewer may add people and give them roles on the whole plan.',
    resolve: ({ viewer }) => can(viewer, 'HAND_OVER'),
  }),
}))

const EditPlanInput = builder.inputRef<EditedPlan>('EditPlanInput').implement({
  description: 'What a plan says of itself. What is left out stays as it is; null clears it.',
  fields: (t) => ({
    title: t.string({ required: false, description: 'What the plan is called.' }),
    why: t.string({ required: false, description: 'Why it is needed.' }),
    targetWords: t.string({ required: false, description: 'The target in words.' }),
    strandLabel: t.string({ required: false, description: 'The word for a strand.' }),
    dueToDfeOn: t.field({
      type: 'Day',
      required: false,
      description: 'When it is due to the Department for Education.',
    }),
    rhythm: t.field({ type: Rhythm, required: false, description: 'How often it is brought up to date.' }),
    riskScale: t.int({
      required: false,
      description: 'Likelihood and impact of risks go from 1 to 3, or to 5.',
    }),
    graceDays: t.int({ required: false, description: 'Days of grace after a deadline, 0 to 60.' }),
    smallNumberThreshold: t.int({
      required: false,
      description: 'Counts of children below this are not shown outside the team, 0 to 100.',
    }),
    contactEmail: t.string({
      required: false,
      description: 'Where the public reaches those who run the plan.',
    }),
  }),
})

commandField('editPlan', {
  description: 'Changes what the plan says of itself, and how often it is brought up to date.',
  input: EditPlanInput,
  command: editPlan,
})
