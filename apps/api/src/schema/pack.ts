import {
  type Awaited,
  awaitedFor,
  hasSignedElsewhere,
  isSigner,
  packsOf,
  type SignedAt,
} from '@strandline/domain/pack'
import type { PaperSection as Section } from '@strandline/domain/paper'
import { can } from '@strandline/domain/permission'
import { rowsOf } from '@strandline/domain/plan'
import { hashOf } from '@strandline/store/snapshots'
import { mayReadExempt, packSections, signaturesWithTime } from '../pack-paper.ts'
import { findSeen, type Seen, seen, type View } from '../view.ts'
import { builder } from './builder.ts'
import { PackBody, PackStatus, PackStep } from './enums.ts'
import { PaperBlock } from './paper.ts'
import { Plan, Strand } from './refs.ts'

export const PaperSection = builder.objectRef<Section>('PaperSection').implement({
  description: 'A section of a paper.',
  fields: (t) => ({
    heading: t.exposeString('heading', { description: 'Its heading.' }),
    blocks: t.field({ type: [PaperBlock], description: 'Its parts.', resolve: ({ blocks }) => [...blocks] }),
  }),
})

const Signature = builder.objectRef<SignedAt & { readonly view: View }>('PackSignature').implement({
  description: 'A signature of a pack.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    step: t.expose('step', { type: PackStep, description: 'The step of the chain.' }),
    strand: t.field({
      type: Strand,
      nullable: true,
      description: 'The strand that it is for, at the first step.',
      resolve: ({ view, strandId }) => findSeen(view, 'strand', strandId),
    }),
    name: t.exposeString('name', { description: 'Who signed, as the name was then.' }),
    statement: t.exposeString('statement', { description: 'What was signed, in words.' }),
    at: t.expose('at', { type: 'Instant', nullable: true, description: 'When.' }),
  }),
})

type AwaitedSeen = Awaited & { readonly view: View; readonly packId: string }

const AwaitedSignature = builder.objectRef<AwaitedSeen>('AwaitedSignature').implement({
  description: 'A signature that a pack waits for now.',
  fields: (t) => ({
    step: t.expose('step', { type: PackStep, description: 'The step of the chain.' }),
    strand: t.field({
      type: Strand,
      nullable: true,
      description: 'The strand that it is for, at the first step.',
      resolve: ({ view, strandId }) => findSeen(view, 'strand', strandId),
    }),
    viewerCanSign: t.boolean({
      description: 'True when it is the viewer who signs here.',
      resolve: ({ view, step, strandId, packId }) =>
        isSigner(view.viewer, { step, strandId }) &&
        !hasSignedElsewhere(view.plan, packId, view.viewer, step),
    }),
  }),
})

const Pack = builder.objectRef<Seen<'pack'>>('Pack').implement({
  description: 'A paper for a meeting.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    number: t.exposeInt('number', { description: 'Its number.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    body: t.expose('body', { type: PackBody, description: 'Whom it is for.' }),
    meetingOn: t.expose('meetingOn', { type: 'Day', nullable: true, description: 'The day of the meeting.' }),
    status: t.expose('status', { type: PackStatus, description: 'How far it has come.' }),
    recommendation: t.exposeString('recommendation', {
      nullable: true,
      description: 'What is recommended, as officers wrote it.',
    }),
    officerText: t.exposeString('officerText', { nullable: true, description: 'What officers say.' }),
    decisions: t.exposeString('decisions', { nullable: true, description: 'The decisions asked for.' }),
    nextSteps: t.exposeString('nextSteps', { nullable: true, description: 'The next steps.' }),
    asAt: t.expose('asAt', {
      type: 'Day',
      nullable: true,
      description: 'The day of the plan that it tells; null while it is worked on.',
    }),
    planHash: t.exposeString('planHash', {
      nullable: true,
      description: 'The SHA-256 hash of the value of the plan that was sent for sign-off.',
    }),
    isIntact: t.boolean({
      description: 'True while the plan as at that revision still has this hash.',
      resolve: async ({ view, planRevision, planHash }) => {
        if (planRevision === null) return true
        const plan = await view.context.store.planAt(view.plan.id, planRevision)
        return plan !== null && hashOf(plan) === planHash
      },
    }),
    returnReason: t.exposeString('returnReason', {
      nullable: true,
      description: 'Why it was given back, if it was.',
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'Day',
      nullable: true,
      description: 'When it was published.',
    }),
    withdrawnOn: t.expose('withdrawnOn', {
      type: 'Day',
      nullable: true,
      description: 'When it was withdrawn.',
    }),
    withdrawReason: t.exposeString('withdrawReason', {
      nullable: true,
      description: 'Why it was withdrawn.',
    }),
    replaces: t.int({
      nullable: true,
      description: 'The number of the pack in whose place it was issued.',
      resolve: ({ view, replacesId }) => findSeen(view, 'pack', replacesId)?.number ?? null,
    }),
    replacedBy: t.int({
      nullable: true,
      description: 'The number of the pack that takes its place.',
      resolve: ({ view, id }) => rowsOf(view.plan, 'pack').find((of) => of.replacesId === id)?.number ?? null,
    }),
    sections: t.field({
      type: [PaperSection],
      description: 'What it says, in its open version or, for the team, in the exempt one.',
      args: { isExempt: t.arg.boolean({ defaultValue: false, description: 'True for the exempt version.' }) },
      resolve: ({ view, ...pack }, { isExempt }) => packSections(view, pack, isExempt),
    }),
    signatures: t.field({
      type: [Signature],
      description: 'The signatures that stand, in the order of the chain.',
      resolve: async ({ view, id }) =>
        (await signaturesWithTime(view, id)).map((signature) => seen(view, signature)),
    }),
    awaited: t.field({
      type: [AwaitedSignature],
      description: 'The signatures that it waits for now.',
      resolve: ({ view, id, status }) =>
        status === 'IN_SIGN_OFF'
          ? awaitedFor(view.plan, id, view.today).map((of) => ({ ...of, view, packId: id }))
          : [],
    }),
    viewerCanEdit: t.boolean({
      description: 'True for whoever may edit it, publish it, withdraw it or issue it again.',
      resolve: ({ view }) => can(view.viewer, 'EDIT_PACK'),
    }),
    viewerCanReadExempt: t.boolean({
      description: 'True for the team, who may read the exempt version.',
      resolve: ({ view }) => mayReadExempt(view),
    }),
  }),
})

builder.objectFields(Plan, (t) => ({
  packs: t.field({
    type: [Pack],
    description: 'The papers for meetings that the viewer may know, the newest first.',
    resolve: (view) => packsOf(view.plan).map((pack) => seen(view, pack)),
  }),
  pack: t.field({
    type: Pack,
    nullable: true,
    description: 'One pack by its number.',
    args: { number: t.arg.int({ description: 'The number.' }) },
    resolve: (view, { number }) => {
      const pack = packsOf(view.plan).find((of) => of.number === number)
      return pack ? seen(view, pack) : null
    },
  }),
  viewerCanEditPacks: t.boolean({
    description: 'True for whoever may begin a pack.',
    resolve: ({ viewer }) => can(viewer, 'EDIT_PACK'),
  }),
}))
