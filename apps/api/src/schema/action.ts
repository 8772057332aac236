import { neededInWords, waitingInWords } from '@strandline/domain/dependency'
import { can, toAction } from '@strandline/domain/permission'
import { holdersOf, isHeldOn, milestonesOf, requireRow, rowsOf, sourceOf } from '@strandline/domain/plan'
import { gapInWords, isNotUpdated, isOverdue, ratingOf, updateInWords } from '@strandline/domain/rag'
import { findSeen, seen } from '../view.ts'
import { Rating, Stage, Visibility } from './enums.ts'
import { Assignment } from './person.ts'
import { Action, Milestone, Person, Saving, Source, Strand } from './refs.ts'

Action.implement({
  description: 'Something that the council does to bring spending back in line, or a stage of it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, unique within the plan.' }),
    name: t.exposeString('name', { description: 'What is done.' }),
    description: t.exposeString('description', { nullable: true, description: 'More about it.' }),
    visibility: t.expose('visibility', { type: Visibility, description: 'Who may know of it.' }),
    strand: t.field({
      type: Strand,
      description: 'The strand that it belongs to.',
      resolve: ({ view, strandId }) => seen(view, requireRow(view.plan, 'strand', strandId)),
    }),
    parent: t.field({
      type: Action,
      nullable: true,
      description: 'The larger action that it is part of, if any.',
      resolve: ({ view, parentId }) => findSeen(view, 'action', parentId),
    }),
    parts: t.field({
      type: [Action],
      description: 'The smaller actions that are part of it.',
      resolve: ({ view, id }) =>
        rowsOf(view.plan, 'action')
          .filter((action) => action.parentId === id)
          .map((action) => seen(view, action)),
    }),
    supersededBy: t.field({
      type: Action,
      nullable: true,
      description: 'The action that took its place, if any.',
      resolve: ({ view, supersededById }) => findSeen(view, 'action', supersededById),
    }),
    stage: t.expose('stage', { type: Stage, description: 'How far it has come.' }),
    stageReason: t.exposeString('stageReason', {
      nullable: true,
      description: 'Why it was stopped or superseded.',
    }),
    deliveryRating: t.field({
      type: Rating,
      description: 'Whether it is being done as planned.',
      resolve: (action) => ratingOf(action, 'delivery'),
    }),
    benefitRating: t.field({
      type: Rating,
      description: 'Whether its money is coming as planned.',
      resolve: (action) => ratingOf(action, 'benefit'),
    }),
    gap: t.string({
      nullable: true,
      description: 'A sentence where the two ratings part.',
      resolve: gapInWords,
    }),
    reason: t.exposeString('reason', { nullable: true, description: 'Why it is rated as it is.' }),
    pathToGreen: t.exposeString('pathToGreen', {
      nullable: true,
      description: 'What will bring it back to green.',
    }),
    impact: t.exposeString('impact', { nullable: true, description: 'What follows if it is not put right.' }),
    askOfSchools: t.exposeString('askOfSchools', {
      nullable: true,
      description: 'What schools are asked to do.',
    }),
    ratedOn: t.expose('ratedOn', { type: 'Day', nullable: true, description: 'When it was last rated.' }),
    isNotUpdated: t.boolean({
      description: 'True when it is under way and was not rated this month; its rating is then not current.',
      resolve: (action) => isNotUpdated(action, action.view.today),
    }),
    updateNote: t.string({
      nullable: true,
      description: 'When it was last updated, as a sentence, where that was not this month.',
      resolve: (action) => updateInWords(action, action.view.today),
    }),
    startsOn: t.expose('startsOn', { type: 'Day', nullable: true, description: 'When it starts.' }),
    dueOn: t.expose('dueOn', { type: 'Day', nullable: true, description: 'When it is due to be complete.' }),
    isOverdue: t.boolean({
      description: 'True when it should have been complete before the day that the plan is seen from.',
      resolve: (action) => isOverdue(action, action.view.today),
    }),
    owners: t.field({
      type: [Person],
      description: 'Who owns it on the day that the plan is seen from.',
      resolve: ({ view, id }) =>
        holdersOf(view.plan, 'ACTION_OWNER', view.today, { actionId: id }).map((person) =>
          seen(view, person),
        ),
    }),
    milestones: t.field({
      type: [Milestone],
      description: 'Its milestones in order.',
      resolve: ({ view, id }) => milestonesOf(view.plan, id).map((milestone) => seen(view, milestone)),
    }),
    savings: t.field({
      type: [Saving],
      description: 'The savings that it is expected to make.',
      resolve: ({ view, id }) =>
        rowsOf(view.plan, 'saving')
          .filter((saving) => saving.actionId === id)
          .map((saving) => seen(view, saving)),
    }),
    waitsFor: t.string({
      nullable: true,
      description: 'What it waits for, as a sentence.',
      resolve: ({ view, id }) => waitingInWords(view.plan, 'action', id),
    }),
    neededBy: t.string({
      nullable: true,
      description: 'What waits for it, as a sentence.',
      resolve: ({ view, id }) => neededInWords(view.plan, 'action', id),
    }),
    visibilityReason: t.exposeString('visibilityReason', {
      nullable: true,
      description: 'Why it is not public.',
    }),
    viewerCanEdit: t.boolean({
      description: 'True when the viewer may change what it says of itself, end it and reopen it.',
      resolve: (action) => can(action.view.viewer, 'EDIT_ACTION', toAction(action)),
    }),
    viewerCanProposeSaving: t.boolean({
      description: 'True when the viewer may propose savings that it makes.',
      resolve: (action) => can(action.view.viewer, 'PROPOSE_SAVING', toAction(action)),
    }),
    viewerCanMoveMilestones: t.boolean({
      description: 'True when the viewer may set, move, meet and drop its milestones.',
      resolve: (action) => can(action.view.viewer, 'MOVE_MILESTONE', toAction(action)),
    }),
    viewerCanHandOver: t.boolean({
      description: 'True when the viewer may say who owns it.',
      resolve: (action) => can(action.view.viewer, 'HAND_OVER', toAction(action)),
    }),
    ownership: t.field({
      type: [Assignment],
      description: 'By which roles it is owned on the day that the plan is seen from.',
      resolve: ({ view, id }) =>
        rowsOf(view.plan, 'assignment')
          .filter((held) => held.actionId === id && isHeldOn(held, view.today))
          .map((held) => seen(view, held)),
    }),
    source: t.field({
      type: Source,
      description: 'Where the action comes from.',
      resolve: (action) => seen(action.view, sourceOf(action.view.plan, action)),
    }),
    datesSource: t.field({
      type: Source,
      description: 'Where its start and due dates come from.',
      resolve: ({ view, datesSourceId, sourceId }) =>
        seen(view, requireRow(view.plan, 'source', datesSourceId ?? sourceId)),
    }),
    askSource: t.field({
      type: Source,
      nullable: true,
      description: 'Where what schools are asked to do comes from; null where they are asked nothing.',
      resolve: ({ view, askOfSchools, askSourceId, sourceId }) =>
        askOfSchools === null ? null : seen(view, requireRow(view.plan, 'source', askSourceId ?? sourceId)),
    }),
    ratingSource: t.field({
      type: Source,
      nullable: true,
      description: 'Where its ratings come from; null where it has none.',
      resolve: ({ view, ratingSourceId }) => findSeen(view, 'source', ratingSourceId),
    }),
  }),
})
