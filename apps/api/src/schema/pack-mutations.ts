import {
  beginPack,
  editPack,
  publishPack,
  reissuePack,
  returnPack,
  sendPack,
  signPack,
  withdrawPack,
} from '@strandline/domain/pack-commands'
import { hashOf } from '@strandline/store/snapshots'
import { builder } from './builder.ts'
import { commandField, type InputOf } from './command.ts'
import { PackBody, PackStep } from './enums.ts'

const BeginPackInput = builder.inputRef<InputOf<typeof beginPack>>('BeginPackInput').implement({
  description: 'A paper for a meeting.',
  fields: (t) => ({
    title: t.string({ description: 'Its title.' }),
    body: t.field({ type: PackBody, description: 'Whom it is for.' }),
    meetingOn: t.field({ type: 'Day', required: false, description: 'The day of the meeting.' }),
  }),
})

commandField('beginPack', {
  description: 'Begins a pack as a draft.',
  input: BeginPackInput,
  command: beginPack,
})

const EditPackInput = builder.inputRef<InputOf<typeof editPack>>('EditPackInput').implement({
  description: 'What officers write for a pack. What is left out stays as it is.',
  fields: (t) => ({
    packId: t.id({ description: 'The id of the pack.' }),
    title: t.string({ required: false, description: 'Its title.' }),
    meetingOn: t.field({ type: 'Day', required: false, description: 'The day of the meeting.' }),
    recommendation: t.string({ required: false, description: 'What is recommended, in Markdown.' }),
    officerText: t.string({ required: false, description: 'What officers say, in Markdown.' }),
    decisions: t.string({ required: false, description: 'The decisions asked for, in Markdown.' }),
    nextSteps: t.string({ required: false, description: 'The next steps, in Markdown.' }),
  }),
})

commandField('editPack', {
  description: 'Changes the texts of a draft.',
  input: EditPackInput,
  command: editPack,
})

const PackInput = builder.inputRef<InputOf<typeof publishPack>>('PackInput').implement({
  description: 'A pack.',
  fields: (t) => ({ packId: t.id({ description: 'The id of the pack.' }) }),
})

/** Which plan is sent is known only as it is sent. */
const sendNow = sendPack({ revision: 0, hash: '' })

commandField('sendPack', {
  description: 'Sends a draft to be signed. From then on it tells the plan as it was.',
  input: PackInput,
  command: sendNow,
  prepared: async ({ store }, planId) => {
    const plan = await store.plan(planId)
    return plan ? sendPack({ revision: plan.revision, hash: hashOf(plan) }) : sendNow
  },
})

const SignPackInput = builder.inputRef<InputOf<typeof signPack>>('SignPackInput').implement({
  description: 'A signature.',
  fields: (t) => ({
    packId: t.id({ description: 'The id of the pack.' }),
    step: t.field({ type: PackStep, description: 'The step of the chain.' }),
    strandId: t.id({ required: false, description: 'The strand, at the step of the strand leads.' }),
    statement: t.string({ description: 'What is signed, in words.' }),
  }),
})

commandField('signPack', {
  description: 'Signs a pack, in turn. The last signature signs it off.',
  input: SignPackInput,
  command: signPack,
})

const ReturnPackInput = builder.inputRef<InputOf<typeof returnPack>>('ReturnPackInput').implement({
  description: 'A pack that is not to be signed as it is.',
  fields: (t) => ({
    packId: t.id({ description: 'The id of the pack.' }),
    strandId: t.id({ required: false, description: 'The strand of a strand lead who gives it back.' }),
    reason: t.string({ description: 'What has to change.' }),
  }),
})

commandField('returnPack', {
  description: 'Gives a pack back to its draft, with a reason.',
  input: ReturnPackInput,
  command: returnPack,
})

commandField('publishPack', {
  description: 'Lets everybody read the open version of a pack that is signed off.',
  input: PackInput,
  command: publishPack,
})

const WithdrawPackInput = builder.inputRef<InputOf<typeof withdrawPack>>('WithdrawPackInput').implement({
  description: 'A pack that no longer stands.',
  fields: (t) => ({
    packId: t.id({ description: 'The id of the pack.' }),
    reason: t.string({ description: 'Why.' }),
  }),
})

commandField('withdrawPack', {
  description: 'Withdraws a pack with a reason. It can still be read.',
  input: WithdrawPackInput,
  command: withdrawPack,
})

commandField('reissuePack', {
  description: 'Begins the pack that takes the place of a withdrawn one.',
  input: PackInput,
  command: reissuePack,
})
