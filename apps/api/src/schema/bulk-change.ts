import { type BulkChange, changeActions, undoOf } from '@strandline/domain/bulk-change'
import { applyTo } from '@strandline/domain/change'
import type { Command } from '@strandline/domain/command'
import { tell } from '@strandline/domain/what-changed'
import type { Context } from '../context.ts'
import { builder } from './builder.ts'
import { commandField, requirePermission } from './command.ts'
import { Plan } from './refs.ts'

const ChangeActionsInput = builder.inputRef<BulkChange>('ChangeActionsInput').implement({
  description: 'One change of many actions: another owner, dates moved, or both.',
  fields: (t) => ({
    actionIds: t.idList({ description: 'The ids of the actions.' }),
    ownerId: t.id({ required: false, description: 'Who owns them from today; without it, as before.' }),
    moveByDays: t.int({
      required: false,
      description: 'By how many days start and due date move, earlier with a minus sign.',
    }),
    reason: t.string({ description: 'Why they change.' }),
  }),
})

commandField('changeActions', {
  description: 'Changes the owner or the dates of many actions in one revision, which can be undone as one.',
  input: ChangeActionsInput,
  command: changeActions,
})

const UndoChangeInput = builder.inputRef<{ revision: number }>('UndoChangeInput').implement({
  description: 'A change of many actions to be taken back.',
  fields: (t) => ({ revision: t.int({ description: 'The revision that it made.' }) }),
})

/** Only one's own change of dates and owners is undone; with anything else there is nothing to be allowed. */
async function undoing(
  { store, signedIn }: Context,
  planId: string,
  { revision }: { readonly revision: number },
): Promise<Command<object>> {
  const [made] = revision > 0 ? await store.revisionsAfter(planId, revision - 1) : []
  const isOwn = made?.number === revision && made.personId === signedIn?.people[planId]
  return undoOf(isOwn ? made.changes : [])
}

commandField('undoChange', {
  description:
    'Takes back a change of many actions that the viewer made, unless somebody has changed them since.',
  input: UndoChangeInput,
  command: undoOf([]),
  prepared: undoing,
})

const Preview = builder.objectRef<{ lines: string[]; problems: string[] }>('Preview').implement({
  description: 'What a change would do, before it is made.',
  fields: (t) => ({
    lines: t.stringList({ description: 'What would change, as sentences.', resolve: ({ lines }) => lines }),
    problems: t.stringList({
      description: 'Why it would be refused; empty where it would not.',
      resolve: ({ problems }) => problems,
    }),
  }),
})

builder.objectFields(Plan, (t) => ({
  preview: t.field({
    type: Preview,
    description: 'What a change of many actions would do.',
    args: { change: t.arg({ type: ChangeActionsInput, description: 'The change.' }) },
    resolve: ({ plan, viewer, today, context }, { change }) => {
      requirePermission(context, viewer, changeActions.operation, changeActions.subjects(plan, change))
      const outcome = changeActions.run(plan, change, { viewer, today, newId: 'preview' })
      if (!outcome.ok) return { lines: [], problems: outcome.problems.map(({ message }) => message) }
      const next = { ...plan, tables: applyTo(plan.tables, outcome.changes) }
      return { lines: tell(outcome.changes, plan, next).map(({ words }) => words), problems: [] }
    },
  }),
}))
