import { heldAs } from '@strandline/domain/people-commands'
import { can } from '@strandline/domain/permission'
import { isHeldOn, requireRow, rowsOf, sourceOf } from '@strandline/domain/plan'
import { findSeen, type Seen, seen } from '../view.ts'
import { builder } from './builder.ts'
import { Role } from './enums.ts'
import { Action, Person, Source, Strand } from './refs.ts'

export const Assignment = builder.objectRef<Seen<'assignment'>>('Assignment').implement({
  description: 'A role held by a person for a time, on the plan, a strand or an action.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, unique within the plan.' }),
    role: t.expose('role', { type: Role, description: 'The role.' }),
    person: t.field({
      type: Person,
      description: 'Who holds it.',
      resolve: ({ view, personId }) => seen(view, requireRow(view.plan, 'person', personId)),
    }),
    strand: t.field({
      type: Strand,
      nullable: true,
      description: 'The strand it is held on, if any.',
      resolve: ({ view, strandId }) => findSeen(view, 'strand', strandId),
    }),
    action: t.field({
      type: Action,
      nullable: true,
      description: 'The action it is held on, if any.',
      resolve: ({ view, actionId }) => findSeen(view, 'action', actionId),
    }),
    isHeld: t.boolean({
      description: 'True when it is held on the day that the plan is seen from.',
      resolve: (held) => isHeldOn(held, held.view.today),
    }),
    viewerCanHandOver: t.boolean({
      description: 'True when the viewer may give it to somebody else.',
      resolve: ({ view, ...held }) =>
        heldAs(view.plan, { assignmentId: held.id }).some((subject) =>
          can(view.viewer, 'HAND_OVER', subject),
        ),
    }),
    fromDay: t.expose('fromDay', { type: 'Day', description: 'The first day.' }),
    toDay: t.expose('toDay', {
      type: 'Day',
      nullable: true,
      description: 'The day on which it was handed over, if it was.',
    }),
  }),
})

Person.implement({
  description: 'Somebody, or a post, that holds roles in the plan.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, unique within the plan.' }),
    name: t.exposeString('name', { description: 'The name, or the title of the post.' }),
    jobTitle: t.exposeString('jobTitle', {
      nullable: true,
      description: 'The job title, where the name is a personal one.',
    }),
    assignments: t.field({
      type: [Assignment],
      description: 'The roles held, past ones too.',
      resolve: ({ view, id }) =>
        rowsOf(view.plan, 'assignment')
          .filter((held) => held.personId === id)
          .map((held) => seen(view, held)),
    }),
    source: t.field({
      type: Source,
      description: 'Where the name comes from.',
      resolve: (person) => seen(person.view, sourceOf(person.view.plan, person)),
    }),
  }),
})
