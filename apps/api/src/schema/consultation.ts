import { consultationsOf } from '@strandline/domain/consultation'
import {
  closeConsultation,
  editConsultation,
  openConsultation,
  planConsultation,
  reportConsultation,
  withdrawConsultation,
} from '@strandline/domain/consultation-commands'
import { can } from '@strandline/domain/permission'
import { sourceOf } from '@strandline/domain/plan'
import { findSeen, type Seen, seen } from '../view.ts'
import { builder } from './builder.ts'
import { commandField, type InputOf } from './command.ts'
import { ConsultationStage, Visibility } from './enums.ts'
import { Plan, Source, Strand } from './refs.ts'

const Consultation = builder.objectRef<Seen<'consultation'>>('Consultation').implement({
  description: 'A consultation from its planning to its report.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    title: t.exposeString('title', { description: 'What is consulted on.' }),
    strand: t.field({
      type: Strand,
      nullable: true,
      description: 'The strand that it is about, if one.',
      resolve: ({ view, strandId }) => findSeen(view, 'strand', strandId),
    }),
    stage: t.expose('stage', { type: ConsultationStage, description: 'How far it has come.' }),
    opensOn: t.expose('opensOn', { type: 'Day', nullable: true, description: 'When it opens or opened.' }),
    opensWords: t.exposeString('opensWords', {
      nullable: true,
      description: 'When it opens as its source wrote it, where that is no exact day.',
    }),
    closesOn: t.expose('closesOn', { type: 'Day', nullable: true, description: 'When it closes or closed.' }),
    takePart: t.exposeString('takePart', { nullable: true, description: 'How to take part.' }),
    url: t.exposeString('url', { nullable: true, description: 'Where to take part: a web page.' }),
    responses: t.exposeInt('responses', {
      nullable: true,
      description: 'How many responses there were; null until it has closed.',
    }),
    outcome: t.exposeString('outcome', { nullable: true, description: 'What came of it.' }),
    visibility: t.expose('visibility', { type: Visibility, description: 'Who may know of it.' }),
    visibilityReason: t.exposeString('visibilityReason', {
      nullable: true,
      description: 'Why it is not public.',
    }),
    source: t.field({
      type: Source,
      description: 'Where it comes from.',
      resolve: (consultation) => seen(consultation.view, sourceOf(consultation.view.plan, consultation)),
    }),
  }),
})

builder.objectFields(Plan, (t) => ({
  consultations: t.field({
    type: [Consultation],
    description: 'Consultations that the viewer may know, those that are open first.',
    resolve: (view) => consultationsOf(view.plan).map((consultation) => seen(view, consultation)),
  }),
  viewerCanEditConsultations: t.boolean({
    description: 'True for whoever may plan, open, close and report consultations.',
    resolve: ({ viewer }) => can(viewer, 'EDIT_CONSULTATION'),
  }),
}))

const PlanConsultationInput = builder
  .inputRef<InputOf<typeof planConsultation>>('PlanConsultationInput')
  .implement({
    description: 'A consultation that is planned. What is left out is empty.',
    fields: (t) => ({
      title: t.string({ description: 'What is consulted on.' }),
      strandId: t.id({ required: false, description: 'The strand that it is about.' }),
      opensOn: t.field({ type: 'Day', required: false, description: 'When it is to open.' }),
      closesOn: t.field({ type: 'Day', required: false, description: 'When it is to close.' }),
      takePart: t.string({ required: false, description: 'How to take part.' }),
      url: t.string({ required: false, description: 'Where to take part: http or https.' }),
      visibility: t.field({ type: Visibility, required: false, description: 'Who may know of it.' }),
      visibilityReason: t.string({ required: false, description: 'Why it is not public.' }),
    }),
  })

commandField('planConsultation', {
  description: 'Writes down a consultation that is planned.',
  input: PlanConsultationInput,
  command: planConsultation,
})

const EditConsultationInput = builder
  .inputRef<InputOf<typeof editConsultation>>('EditConsultationInput')
  .implement({
    description: 'What a consultation says of itself. What is left out stays as it is; null clears it.',
    fields: (t) => ({
      consultationId: t.id({ description: 'The id of the consultation.' }),
      title: t.string({ required: false, description: 'What is consulted on.' }),
      strandId: t.id({ required: false, description: 'The strand that it is about.' }),
      opensOn: t.field({ type: 'Day', required: false, description: 'When it is to open.' }),
      closesOn: t.field({ type: 'Day', required: false, description: 'When it is to close.' }),
      takePart: t.string({ required: false, description: 'How to take part.' }),
      url: t.string({ required: false, description: 'Where to take part: http or https.' }),
      visibility: t.field({ type: Visibility, required: false, description: 'Who may know of it.' }),
      visibilityReason: t.string({ required: false, description: 'Why it is not public.' }),
    }),
  })

commandField('editConsultation', {
  description: 'Changes what a consultation says of itself, until it has closed.',
  input: EditConsultationInput,
  command: editConsultation,
})

const OpenConsultationInput = builder
  .inputRef<InputOf<typeof openConsultation>>('OpenConsultationInput')
  .implement({
    description: 'A consultation to be opened.',
    fields: (t) => ({
      consultationId: t.id({ description: 'The id of the consultation.' }),
      closesOn: t.field({ type: 'Day', description: 'The last day of it.' }),
    }),
  })

commandField('openConsultation', {
  description: 'Opens a planned consultation today, until a day.',
  input: OpenConsultationInput,
  command: openConsultation,
})

const CloseConsultationInput = builder
  .inputRef<InputOf<typeof closeConsultation>>('CloseConsultationInput')
  .implement({
    description: 'A consultation to be closed.',
    fields: (t) => ({
      consultationId: t.id({ description: 'The id of the consultation.' }),
      responses: t.int({ description: 'How many responses there were.' }),
    }),
  })

commandField('closeConsultation', {
  description: 'Closes an open consultation, with the number of its responses.',
  input: CloseConsultationInput,
  command: closeConsultation,
})

const ReportConsultationInput = builder
  .inputRef<InputOf<typeof reportConsultation>>('ReportConsultationInput')
  .implement({
    description: 'What came of a consultation.',
    fields: (t) => ({
      consultationId: t.id({ description: 'The id of the consultation.' }),
      outcome: t.string({ description: 'What came of it.' }),
    }),
  })

commandField('reportConsultation', {
  description: 'Says what came of a consultation that has closed.',
  input: ReportConsultationInput,
  command: reportConsultation,
})

const WithdrawConsultationInput = builder
  .inputRef<InputOf<typeof withdrawConsultation>>('WithdrawConsultationInput')
  .implement({
    description: 'A consultation that is not to be.',
    fields: (t) => ({
      consultationId: t.id({ description: 'The id of the consultation.' }),
      reason: t.string({ description: 'Why.' }),
    }),
  })

commandField('withdrawConsultation', {
  description: 'Withdraws a consultation that has not opened, with a reason. It stays on record.',
  input: WithdrawConsultationInput,
  command: withdrawConsultation,
})
