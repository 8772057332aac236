import { type Owed, openCycle, owedBy, owedIn, updateIn } from '@strandline/domain/cycle'
import { can, type Subject } from '@strandline/domain/permission'
import { requireRow, rowsOf } from '@strandline/domain/plan'
import { findSeen, type Seen, seen, type View } from '../view.ts'
import { builder } from './builder.ts'
import { requirePermission } from './command.ts'
import { CycleStage, OwedState } from './enums.ts'
import { Action, Person, Plan } from './refs.ts'
import { Update } from './update.ts'

const Cycle = builder.objectRef<Seen<'cycle'>>('Cycle').implement({
  description: 'A round of updates: opened, answered, reviewed and signed off.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, unique within the plan.' }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    opensOn: t.expose('opensOn', { type: 'Day', description: 'The first day.' }),
    dueOn: t.expose('dueOn', { type: 'Day', description: 'The deadline.' }),
    graceUntil: t.expose('graceUntil', {
      type: 'Day',
      description: 'The last day on which an update is not late.',
    }),
    stage: t.expose('stage', { type: CycleStage, description: 'How far it has come.' }),
    reviewedOn: t.expose('reviewedOn', { type: 'Day', nullable: true, description: 'When it was reviewed.' }),
    reviewedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who reviewed it.',
      resolve: ({ view, reviewedById }) => findSeen(view, 'person', reviewedById),
    }),
    signedOffOn: t.expose('signedOffOn', {
      type: 'Day',
      nullable: true,
      description: 'When it was signed off.',
    }),
    signedOffBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who signed it off.',
      resolve: ({ view, signedOffById }) => findSeen(view, 'person', signedOffById),
    }),
    statement: t.exposeString('statement', { nullable: true, description: 'What was signed off, in words.' }),
  }),
})

type OwedSeen = Owed & { readonly view: View }

const OwedUpdate = builder.objectRef<OwedSeen>('OwedUpdate').implement({
  description: 'An update that the open cycle asks for.',
  fields: (t) => ({
    action: t.field({
      type: Action,
      description: 'The action that it is asked of.',
      resolve: ({ view, action }) => seen(view, action),
    }),
    people: t.field({
      type: [Person],
      description: 'Who is to give it: the owners of the action, or the lead of its strand.',
      resolve: ({ view, personIds }) =>
        personIds.map((id) => seen(view, requireRow(view.plan, 'person', id))),
    }),
    state: t.expose('state', { type: OwedState, description: 'How it stands.' }),
    update: t.field({
      type: Update,
      nullable: true,
      description: 'The update, once it is given.',
      resolve: ({ view, action }) => {
        const cycle = openCycle(view.plan)
        const update = cycle && updateIn(view.plan, cycle, action.id)
        return update ? seen(view, update) : null
      },
    }),
  }),
})

/** Whoever leads strands may see who owes on those; with a role on the whole plan, on all. */
function mayBeSeen({ plan, viewer }: View): Subject[] {
  const strands = rowsOf(plan, 'strand').map(({ id }): Subject => ({ strandId: id }))
  return [{}, ...strands].filter((subject) => can(viewer, 'SEE_WHO_OWES', subject))
}

builder.objectFields(Plan, (t) => ({
  cycles: t.field({
    type: [Cycle],
    description: 'The reporting cycles, the newest first.',
    resolve: (view) =>
      rowsOf(view.plan, 'cycle')
        .sort((a, b) => (a.opensOn < b.opensOn ? 1 : -1))
        .map((cycle) => seen(view, cycle)),
  }),
  openCycle: t.field({
    type: Cycle,
    nullable: true,
    description: 'The cycle in which updates are taken now; null between two.',
    resolve: (view) => {
      const cycle = openCycle(view.plan)
      return cycle ? seen(view, cycle) : null
    },
  }),
  owedByMe: t.field({
    type: [OwedUpdate],
    description: 'What the open cycle asks of the person who is asking, worst rating first.',
    resolve: (view) => {
      const cycle = openCycle(view.plan)
      const { personId } = view.viewer
      if (!cycle || personId === null) return []
      return owedBy(view.plan, cycle, personId, view.today).map((owed) => seen(view, owed))
    },
  }),
  owed: t.field({
    type: [OwedUpdate],
    description: 'Everything that the open cycle asks for, on the strands of which the viewer may know it.',
    resolve: (view) => {
      const may = mayBeSeen(view)
      requirePermission(view.context, view.viewer, 'SEE_WHO_OWES', may)
      const cycle = openCycle(view.plan)
      if (!cycle) return []
      return owedIn(view.plan, cycle, view.today)
        .filter(({ action }) => can(view.viewer, 'SEE_WHO_OWES', { strandId: action.strandId }))
        .map((owed) => seen(view, owed))
    },
  }),
  viewerCanSeeWhoOwes: t.boolean({
    description: 'True for whoever may see who owes updates, on all strands or on their own.',
    resolve: (view) => mayBeSeen(view).length > 0,
  }),
  viewerCanManageCycles: t.boolean({
    description: 'True for whoever may open and review a reporting cycle.',
    resolve: ({ viewer }) => can(viewer, 'MANAGE_CYCLES'),
  }),
  viewerCanSignOffCycle: t.boolean({
    description: 'True for whoever may sign a reporting cycle off.',
    resolve: ({ viewer }) => can(viewer, 'SIGN_OFF_CYCLE'),
  }),
}))
