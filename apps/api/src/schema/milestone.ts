import { isMilestoneOverdue, slipInWords } from '@strandline/domain/forthcoming'
import { requireRow, sourceOf } from '@strandline/domain/plan'
import { seen } from '../view.ts'
import { Action, Milestone, Source } from './refs.ts'

Milestone.implement({
  description: 'A dated checkpoint of an action.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, unique within the plan.' }),
    name: t.exposeString('name', { description: 'What is to have happened.' }),
    action: t.field({
      type: Action,
      description: 'The action that it belongs to.',
      resolve: ({ view, actionId }) => seen(view, requireRow(view.plan, 'action', actionId)),
    }),
    firstDate: t.expose('firstDate', {
      type: 'Day',
      nullable: true,
      description: 'The date first planned; it never changes.',
    }),
    currentDate: t.expose('currentDate', {
      type: 'Day',
      nullable: true,
      description: 'The date planned now.',
    }),
    timesMoved: t.exposeInt('timesMoved', { description: 'How many times the date has moved.' }),
    slip: t.string({
      nullable: true,
      description: 'How far it has moved, as a sentence.',
      resolve: slipInWords,
    }),
    isDone: t.exposeBoolean('isDone', { description: 'Whether it has been reached.' }),
    doneOn: t.expose('doneOn', {
      type: 'Day',
      nullable: true,
      description: 'The day on which it was reached, where known.',
    }),
    isOverdue: t.boolean({
      description: 'True when its date has passed and it has not been reached.',
      resolve: (milestone) => isMilestoneOverdue(milestone, milestone.view.today),
    }),
    moveReason: t.exposeString('moveReason', { nullable: true, description: 'Why it last moved.' }),
    droppedOn: t.expose('droppedOn', {
      type: 'Day',
      nullable: true,
      description: 'When it was dropped; null where it is still wanted.',
    }),
    dropReason: t.exposeString('dropReason', { nullable: true, description: 'Why it was dropped.' }),
    outsideDecisionMaker: t.exposeString('outsideDecisionMaker', {
      nullable: true,
      description: 'Who decides, where that is not the council.',
    }),
    source: t.field({
      type: Source,
      description: 'Where the milestone and its dates come from.',
      resolve: (milestone) => seen(milestone.view, sourceOf(milestone.view.plan, milestone)),
    }),
  }),
})
