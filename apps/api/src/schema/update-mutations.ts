import type { Command } from '@strandline/domain/command'
import {
  type CycleInput,
  openReportingCycle,
  reviewCycle,
  signOffCycle,
} from '@strandline/domain/cycle-commands'
import { submitUpdate, type UpdateInput } from '@strandline/domain/update'
import type { Rag as RagValue } from '@strandline/domain/vocabulary'
import { builder } from './builder.ts'
import { commandField } from './command.ts'
import { Rag } from './enums.ts'

interface UpdateSent {
  readonly actionId: string
  readonly isNoChange: boolean
  readonly deliveryRag?: RagValue | null | undefined
  readonly benefitRag?: RagValue | null | undefined
  readonly progress?: string | null | undefined
  readonly reason?: string | null | undefined
  readonly pathToGreen?: string | null | undefined
}

/** What is left out of a request is nothing. */
function complete(sent: UpdateSent): UpdateInput {
  const nothing = { deliveryRag: null, benefitRag: null, progress: null, reason: null, pathToGreen: null }
  const said = Object.entries(sent).filter(([, value]) => value !== undefined)
  return { ...nothing, ...(Object.fromEntries(said) as Pick<UpdateInput, 'actionId' | 'isNoChange'>) }
}

const updateSent: Command<UpdateSent> = {
  operation: submitUpdate.operation,
  subjects: (plan, sent) => submitUpdate.subjects(plan, complete(sent)),
  run: (plan, sent, asked) => submitUpdate.run(plan, complete(sent), asked),
  why: (plan, sent, asked) => submitUpdate.why(plan, complete(sent), asked),
}

const SubmitUpdateInput = builder.inputRef<UpdateSent>('SubmitUpdateInput').implement({
  description: 'What a person answers for an action.',
  fields: (t) => ({
    actionId: t.id({ description: 'The id of the action.' }),
    isNoChange: t.boolean({
      description: 'True to repeat its ratings, reason and path to green as they are.',
    }),
    deliveryRag: t.field({
      type: Rag,
      required: false,
      description: 'Whether it is being done as planned; without it, as before.',
    }),
    benefitRag: t.field({
      type: Rag,
      required: false,
      description: 'Whether its money is coming as planned; without it, as before.',
    }),
    progress: t.string({ required: false, description: 'What has happened.' }),
    reason: t.string({ required: false, description: 'Why it is rated so; asked for at red and amber.' }),
    pathToGreen: t.string({
      required: false,
      description: 'What will bring it back to green; asked for at red and amber.',
    }),
  }),
})

commandField('submitUpdate', {
  description: 'Brings an action up to date: the only way in which its ratings change.',
  input: SubmitUpdateInput,
  command: updateSent,
})

const OpenReportingCycleInput = builder.inputRef<CycleInput>('OpenReportingCycleInput').implement({
  description: 'A reporting cycle to be opened.',
  fields: (t) => ({
    name: t.string({ description: 'What it is called, such as March 2020.' }),
    opensOn: t.field({ type: 'Day', description: 'The first day.' }),
    dueOn: t.field({ type: 'Day', description: 'The deadline.' }),
    graceUntil: t.field({ type: 'Day', description: 'The last day on which an update is not late.' }),
  }),
})

commandField('openReportingCycle', {
  description: 'Opens a reporting cycle. There is one open cycle at a time.',
  input: OpenReportingCycleInput,
  command: openReportingCycle,
})

const ReviewCycleInput = builder.inputRef<{ cycleId: string }>('ReviewCycleInput').implement({
  description: 'A reporting cycle whose updates have been read.',
  fields: (t) => ({ cycleId: t.id({ description: 'The id of the reporting cycle.' }) }),
})

commandField('reviewCycle', {
  description: 'Closes an open reporting cycle for updates, as reviewed.',
  input: ReviewCycleInput,
  command: reviewCycle,
})

const SignOffCycleInput = builder
  .inputRef<{ cycleId: string; statement: string }>('SignOffCycleInput')
  .implement({
    description: 'A reviewed reporting cycle to be signed off.',
    fields: (t) => ({
      cycleId: t.id({ description: 'The id of the reporting cycle.' }),
      statement: t.string({ description: 'What is signed off, in words.' }),
    }),
  })

commandField('signOffCycle', {
  description: 'Signs a reviewed reporting cycle off. Whoever reviewed it may not.',
  input: SignOffCycleInput,
  command: signOffCycle,
})
