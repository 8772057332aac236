import { can } from '@strandline/domain/permission'
import { sourceOf } from '@strandline/domain/plan'
import { closedRisksOf, ratingOfScore, riskScaleOf, riskScore, risksOf } from '@strandline/domain/risk'
import { toRisk } from '@strandline/domain/risk-commands'
import { findSeen, type Seen, seen } from '../view.ts'
import { builder } from './builder.ts'
import { Rag, RiskKind, Visibility } from './enums.ts'
import { Person, Plan, Saving, Source, Strand } from './refs.ts'

/** What is closed threatens nothing, so it has no score. */
function scoreOf({ view, closedOn, ...risk }: Seen<'risk'>): number | null {
  return closedOn ? null : riskScore(risk, riskScaleOf(view.plan))
}

const Risk = builder.objectRef<Seen<'risk'>>('Risk').implement({
  description: 'What may happen to the plan, or (as an issue) has happened.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    kind: t.expose('kind', { type: RiskKind, description: 'Whether it may happen or has happened.' }),
    name: t.exposeString('name', { description: 'What may happen, or has.' }),
    cause: t.exposeString('cause', { nullable: true, description: 'Why.' }),
    effect: t.exposeString('effect', { nullable: true, description: 'What would come of it.' }),
    likelihood: t.exposeInt('likelihood', {
      nullable: true,
      description: 'From 1 to the scale of the plan; null for an issue, which has happened.',
    }),
    impact: t.exposeInt('impact', { description: 'From 1 to the scale of the plan.' }),
    score: t.int({
      nullable: true,
      description:
        'Likelihood times impact, an issue counting as the highest likelihood; null once it is closed.',
      resolve: scoreOf,
    }),
    rating: t.field({
      type: Rag,
      nullable: true,
      description: 'The rating of the score; null once it is closed.',
      resolve: (risk) => {
        const score = scoreOf(risk)
        return score === null ? null : ratingOfScore(score, riskScaleOf(risk.view.plan))
      },
    }),
    owner: t.field({
      type: Person,
      nullable: true,
      description: 'Who answers for it.',
      resolve: ({ view, ownerId }) => findSeen(view, 'person', ownerId),
    }),
    response: t.exposeString('response', { nullable: true, description: 'What is done about it.' }),
    strand: t.field({
      type: Strand,
      nullable: true,
      description: 'The strand that it belongs to; null for the whole plan.',
      resolve: ({ view, strandId }) => findSeen(view, 'strand', strandId),
    }),
    saving: t.field({
      type: Saving,
      nullable: true,
      description: 'The saving that it threatens, if one.',
      resolve: ({ view, savingId }) => findSeen(view, 'saving', savingId),
    }),
    visibility: t.expose('visibility', { type: Visibility, description: 'Who may know of it.' }),
    visibilityReason: t.exposeString('visibilityReason', {
      nullable: true,
      description: 'Why it is not public.',
    }),
    raisedOn: t.expose('raisedOn', { type: 'Day', description: 'When it was raised.' }),
    closedOn: t.expose('closedOn', { type: 'Day', nullable: true, description: 'When it was closed.' }),
    closeReason: t.exposeString('closeReason', { nullable: true, description: 'Why it was closed.' }),
    source: t.field({
      type: Source,
      description: 'Where it comes from.',
      resolve: (risk) => seen(risk.view, sourceOf(risk.view.plan, risk)),
    }),
    viewerCanEdit: t.boolean({
      description: 'True for whoever may change, close and reopen it.',
      resolve: (risk) => can(risk.view.viewer, 'EDIT_RISK', toRisk(risk)),
    }),
    viewerCanRescore: t.boolean({
      description: 'True for whoever may score it again: its owner too.',
      resolve: (risk) => can(risk.view.viewer, 'RESCORE_RISK', toRisk(risk)),
    }),
  }),
})

builder.objectFields(Strand, (t) => ({
  viewerCanRaiseRisk: t.boolean({
    description: 'True for whoever may raise a risk of it.',
    resolve: ({ view, id }) => can(view.viewer, 'EDIT_RISK', { strandId: id }),
  }),
}))

builder.objectFields(Plan, (t) => ({
  risks: t.field({
    type: [Risk],
    description: 'Open risks and issues that the viewer may know, the highest score first.',
    resolve: (view) => risksOf(view.plan).map((risk) => seen(view, risk)),
  }),
  closedRisks: t.field({
    type: [Risk],
    description: 'Risks and issues that are closed, the last closed first.',
    resolve: (view) => closedRisksOf(view.plan).map((risk) => seen(view, risk)),
  }),
  riskScale: t.int({
    description: 'Likelihood and impact go from 1 to this: 3, or 5.',
    resolve: ({ plan }) => riskScaleOf(plan),
  }),
  viewerCanRaiseRisk: t.boolean({
    description: 'True for whoever may raise a risk of the whole plan; of a strand, the strand says.',
    resolve: ({ viewer }) => can(viewer, 'EDIT_RISK'),
  }),
}))
