import { can } from '@strandline/domain/permission'
import type { Mail as MailRow } from '@strandline/store/mailbox'
import type { View } from '../view.ts'
import { builder } from './builder.ts'
import { requirePermission } from './command.ts'
import { Plan } from './refs.ts'

const Mail = builder.objectRef<MailRow & { readonly view: View }>('Mail').implement({
  description: 'A message of a plan in the outbox.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, which is also that of the message as it is sent.' }),
    recipient: t.exposeString('recipient', { description: 'The address.' }),
    subject: t.exposeString('subject', { description: 'The subject.' }),
    text: t.exposeString('text', { description: 'The text.' }),
    writtenAt: t.field({
      type: 'Instant',
      description: 'When it was written, on the clock of the plan.',
      resolve: ({ view, createdAt }) => view.context.store.momentOf(view.plan, createdAt),
    }),
    sentAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When the mail server took it, on the clock of the plan; null while it waits.',
      resolve: ({ view, sentAt }) => sentAt && view.context.store.momentOf(view.plan, sentAt),
    }),
    attempts: t.exposeInt('attempts', { description: 'How often it was handed to the mail server.' }),
    problem: t.exposeString('lastProblem', {
      nullable: true,
      description: 'What the mail server said, where it did not take it.',
    }),
  }),
})

builder.objectFields(Plan, (t) => ({
  mail: t.field({
    type: [Mail],
    description: 'What was written to people about this plan, newest first.',
    resolve: async (view) => {
      requirePermission(view.context, view.viewer, 'SEE_MAIL')
      // Letters are not part of the plan's value.
      view.context.dependencies.listsPlans = true
      return (await view.context.store.mailbox.of(view.plan.id)).map((mail) => ({ ...mail, view }))
    },
  }),
  viewerCanSeeMail: t.boolean({
    description: 'True for whoever may see what was written to people about this plan.',
    resolve: ({ viewer }) => can(viewer, 'SEE_MAIL'),
  }),
}))
