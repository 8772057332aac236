import type { Day } from '@strandline/domain/day'
import {
  addPerson,
  endRole,
  type GivenRole,
  giveRole,
  handOverRole,
} from '@strandline/domain/people-commands'
import { builder } from './builder.ts'
import { commandField } from './command.ts'
import { Role } from './enums.ts'

const AddPersonInput = builder
  .inputRef<{ name: string; jobTitle?: string | null | undefined }>('AddPersonInput')
  .implement({
    description: 'Somebody, or a post, who may then be given roles.',
    fields: (t) => ({
      name: t.string({ description: 'The name, or the title of the post.' }),
      jobTitle: t.string({
        required: false,
        description: 'The job title, where the name is a personal one.',
      }),
    }),
  })

commandField('addPerson', {
  description: 'Adds a person to the plan.',
  input: AddPersonInput,
  command: addPerson,
})

const GiveRoleInput = builder.inputRef<GivenRole>('GiveRoleInput').implement({
  description: 'A role for a person, beside whoever else holds it.',
  fields: (t) => ({
    personId: t.id({ description: 'The id of the person.' }),
    role: t.field({ type: Role, description: 'The role.' }),
    strandId: t.id({ required: false, description: 'The strand, for a strand lead.' }),
    actionId: t.id({ required: false, description: 'The action, for an action owner.' }),
    fromDay: t.field({ type: 'Day', description: 'The first day.' }),
  }),
})

commandField('giveRole', {
  description: 'Gives a role to a person. Nobody gives a role on the whole plan to themselves.',
  input: GiveRoleInput,
  command: giveRole,
})

const HandOverRoleInput = builder
  .inputRef<{ assignmentId: string; toPersonId: string; onDay: Day }>('HandOverRoleInput')
  .implement({
    description: 'A role that goes to somebody else.',
    fields: (t) => ({
      assignmentId: t.id({ description: 'The id of the role as it is held.' }),
      toPersonId: t.id({ description: 'The id of the next holder.' }),
      onDay: t.field({ type: 'Day', description: 'The first day of the next holder.' }),
    }),
  })

commandField('handOverRole', {
  description: 'Hands a role over: what is owed goes to the next holder, and history stays with the last.',
  input: HandOverRoleInput,
  command: handOverRole,
})

const EndRoleInput = builder.inputRef<{ assignmentId: string; onDay: Day }>('EndRoleInput').implement({
  description: 'A role that ends without a next holder.',
  fields: (t) => ({
    assignmentId: t.id({ description: 'The id of the role as it is held.' }),
    onDay: t.field({ type: 'Day', description: 'The day from which it is no longer held.' }),
  }),
})

commandField('endRole', {
  description: 'Ends a role.',
  input: EndRoleInput,
  command: endRole,
})
