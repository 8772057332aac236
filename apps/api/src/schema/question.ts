import { can } from '@strandline/domain/permission'
import { sourceOf } from '@strandline/domain/plan'
import {
  aboutOf,
  answerQuestion,
  askQuestion,
  questionsOf,
  showQuestion,
  withdrawQuestion,
} from '@strandline/domain/question-commands'
import { findSeen, type Seen, seen } from '../view.ts'
import { builder } from './builder.ts'
import { commandField, type InputOf } from './command.ts'
import { PlanChart, QuestionStatus } from './enums.ts'
import { Action, Person, Plan, Source, Strand } from './refs.ts'

const Question = builder.objectRef<Seen<'question'>>('Question').implement({
  description: 'What somebody asked or said of the plan, and what came of it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    askedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who asked.',
      resolve: ({ view, personId }) => findSeen(view, 'person', personId),
    }),
    askedOn: t.expose('askedOn', { type: 'Day', description: 'When.' }),
    strand: t.field({
      type: Strand,
      nullable: true,
      description: 'The strand that it is about, if one.',
      resolve: ({ view, strandId }) => findSeen(view, 'strand', strandId),
    }),
    action: t.field({
      type: Action,
      nullable: true,
      description: 'The action that it is about, if one.',
      resolve: ({ view, actionId }) => findSeen(view, 'action', actionId),
    }),
    chart: t.expose('chart', {
      type: PlanChart,
      nullable: true,
      description: 'The chart that it is about, if one.',
    }),
    words: t.exposeString('words', { description: 'What was asked.' }),
    status: t.expose('status', { type: QuestionStatus, description: 'What came of it.' }),
    answer: t.exposeString('answer', { nullable: true, description: 'The answer.' }),
    answeredBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who answered.',
      resolve: ({ view, answeredById }) => findSeen(view, 'person', answeredById),
    }),
    answeredOn: t.expose('answeredOn', { type: 'Day', nullable: true, description: 'When.' }),
    changedAction: t.field({
      type: Action,
      nullable: true,
      description: 'The action that it has changed or brought about.',
      resolve: ({ view, changedActionId }) => findSeen(view, 'action', changedActionId),
    }),
    isPublic: t.exposeBoolean('isPublic', {
      description: 'True once everybody may read it; else it is for the reference group and the council.',
    }),
    source: t.field({
      type: Source,
      description: 'Where it comes from.',
      resolve: (question) => seen(question.view, sourceOf(question.view.plan, question)),
    }),
    viewerCanAnswer: t.boolean({
      description: 'True for whoever may answer it.',
      resolve: (question) => can(question.view.viewer, 'ANSWER', aboutOf(question.view.plan, question)),
    }),
    viewerCanModerate: t.boolean({
      description: 'True for whoever may make it public or withdraw it.',
      resolve: ({ view }) => can(view.viewer, 'MODERATE'),
    }),
  }),
})

builder.objectFields(Plan, (t) => ({
  questions: t.field({
    type: [Question],
    description: 'Questions that the viewer may know, those that wait first and then the newest.',
    resolve: (view) => questionsOf(view.plan).map((question) => seen(view, question)),
  }),
  viewerCanAsk: t.boolean({
    description: 'True for whoever may ask.',
    resolve: ({ viewer }) => can(viewer, 'ASK'),
  }),
}))

const AskQuestionInput = builder.inputRef<InputOf<typeof askQuestion>>('AskQuestionInput').implement({
  description: 'A question or a comment on the plan, one strand or one action.',
  fields: (t) => ({
    words: t.string({ description: 'What is asked.' }),
    strandId: t.id({ required: false, description: 'The strand that it is about.' }),
    actionId: t.id({ required: false, description: 'The action that it is about.' }),
    chart: t.field({ type: PlanChart, required: false, description: 'The chart that it is about.' }),
  }),
})

commandField('askQuestion', {
  description: 'Asks or says something of the plan. It is not public unless somebody makes it so.',
  input: AskQuestionInput,
  command: askQuestion,
})

const AnswerQuestionInput = builder
  .inputRef<InputOf<typeof answerQuestion>>('AnswerQuestionInput')
  .implement({
    description: 'The answer to a question.',
    fields: (t) => ({
      questionId: t.id({ description: 'The id of the question.' }),
      answer: t.string({ description: 'The answer.' }),
      changedActionId: t.id({
        required: false,
        description: 'The action that the question has changed or brought about.',
      }),
    }),
  })

commandField('answerQuestion', {
  description: 'Answers a question, or answers it again.',
  input: AnswerQuestionInput,
  command: answerQuestion,
})

const ShowQuestionInput = builder.inputRef<InputOf<typeof showQuestion>>('ShowQuestionInput').implement({
  description: 'Whether everybody may read a question.',
  fields: (t) => ({
    questionId: t.id({ description: 'The id of the question.' }),
    isPublic: t.boolean({ description: 'True to make it public.' }),
  }),
})

commandField('showQuestion', {
  description: 'Makes a question and its answer public, or takes that back.',
  input: ShowQuestionInput,
  command: showQuestion,
})

const WithdrawQuestionInput = builder
  .inputRef<InputOf<typeof withdrawQuestion>>('WithdrawQuestionInput')
  .implement({
    description: 'A question that is not to stand.',
    fields: (t) => ({
      questionId: t.id({ description: 'The id of the question.' }),
      reason: t.string({ description: 'Why.' }),
    }),
  })

commandField('withdrawQuestion', {
  description: 'Withdraws a question with a reason. It stays on record.',
  input: WithdrawQuestionInput,
  command: withdrawQuestion,
})
