import { waitedForBy } from '@strandline/domain/dependency'
import { addDependency, endDependency, type NewDependency } from '@strandline/domain/dependency-commands'
import { builder } from './builder.ts'
import { commandField } from './command.ts'
import { Action } from './refs.ts'

const WaitedFor = builder.objectRef<{ id: string; name: string }>('WaitedFor').implement({
  description: 'One of the things that an action waits for.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the dependency.' }),
    name: t.exposeString('name', { description: 'What is waited for, in words.' }),
  }),
})

builder.objectFields(Action, (t) => ({
  waitedFor: t.field({
    type: [WaitedFor],
    description: 'What it waits for, one by one.',
    resolve: ({ view, id }) => waitedForBy(view.plan, 'action', id),
  }),
}))

const AddDependencyInput = builder.inputRef<NewDependency>('AddDependencyInput').implement({
  description: 'What waits, and what it waits for: each one strand or one action.',
  fields: (t) => ({
    waitingStrandId: t.id({ required: false, description: 'The strand that waits.' }),
    waitingActionId: t.id({ required: false, description: 'The action that waits.' }),
    neededStrandId: t.id({ required: false, description: 'The strand that it waits for.' }),
    neededActionId: t.id({ required: false, description: 'The action that it waits for.' }),
    reason: t.string({ required: false, description: 'Why it waits.' }),
  }),
})

commandField('addDependency', {
  description: 'Records that one thing waits for another. A circle is refused, and named.',
  input: AddDependencyInput,
  command: addDependency,
})

const EndDependencyInput = builder.inputRef<{ dependencyId: string }>('EndDependencyInput').implement({
  description: 'A dependency that is over.',
  fields: (t) => ({ dependencyId: t.id({ description: 'The id of the dependency.' }) }),
})

commandField('endDependency', {
  description: 'Records that one thing no longer waits for another.',
  input: EndDependencyInput,
  command: endDependency,
})
