import type { Day } from '@strandline/domain/day'
import {
  type BoundFigure,
  type ComposedSection as Composed,
  composeNewsletter,
  correctionsOf,
  disagreements,
  figureInWords,
  figuresOf,
  newslettersOf,
  readingAge,
  sectionsOf,
  unexplained,
  withFigures,
} from '@strandline/domain/newsletter'
import { blocksOf } from '@strandline/domain/paper'
import { can } from '@strandline/domain/permission'
import { THE_PUBLIC } from '@strandline/domain/viewer'
import { findSeen, openView, type Seen, seen, type View, visible } from '../view.ts'
import { builder } from './builder.ts'
import { requirePermission } from './command.ts'
import { NewsletterStatus } from './enums.ts'
import { PaperBlock } from './paper.ts'
import { Person, Plan } from './refs.ts'

/** A newsletter speaks of what the public may know, whoever writes it. */
const publicPlan = (view: View) => visible(view.plan, THE_PUBLIC)

/** Composes from the plan as the public may know it, with what has changed since a day. */
async function composedFrom(view: View, from: Day | null): Promise<Composed[]> {
  const earlier = from ? await openView(view.context, view.plan.id, from) : null
  return composeNewsletter(publicPlan(view), view.today, earlier && publicPlan(earlier))
}

const ComposedSection = builder.objectRef<Composed>('ComposedSection').implement({
  description: 'A section as it is composed from the plan.',
  fields: (t) => ({
    heading: t.exposeString('heading', { description: 'The heading.' }),
    body: t.exposeString('body', { description: 'The text, in Markdown, with figures by name.' }),
  }),
})

const Figure = builder.objectRef<BoundFigure>('BoundFigure').implement({
  description: 'A figure that a sentence may be bound to.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What stands between double braces.' }),
    words: t.string({ description: 'What it says now; of a chart, its finding.', resolve: figureInWords }),
  }),
})

const Abbreviation = builder
  .objectRef<{ readonly abbreviation: string; readonly words: string }>('Abbreviation')
  .implement({
    description: 'An abbreviation that a newsletter uses before it has spelled it out.',
    fields: (t) => ({
      abbreviation: t.exposeString('abbreviation', { description: 'As it is written.' }),
      words: t.exposeString('words', { description: 'What it stands for.' }),
    }),
  })

/** What all sections of an issue are held against, worked out when the first of them asks. */
interface OfIssue {
  readonly figures: () => readonly BoundFigure[]
  readonly fresh: () => Promise<readonly Composed[]>
}

function once<T>(work: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: work() }
    return made.value
  }
}

const Section = builder
  .objectRef<Seen<'newsletterSection'> & { readonly of: OfIssue }>('NewsletterSection')
  .implement({
    description: 'A section of a newsletter.',
    fields: (t) => ({
      id: t.exposeID('id', { description: 'The id.' }),
      heading: t.exposeString('heading', { description: 'The heading.' }),
      body: t.exposeString('body', { description: 'The text, in Markdown, with figures by name.' }),
      blocks: t.field({
        type: [PaperBlock],
        description:
          'The text and charts as they read: with the figures it was published with, or those of now.',
        resolve: ({ of, body, published }) => blocksOf(published ?? withFigures(body, of.figures())),
      }),
      readingAge: t.int({
        nullable: true,
        description: 'The age at which it is followed easily, as a hint; null for too little text.',
        resolve: ({ of, body, published }) => readingAge(published ?? withFigures(body, of.figures())),
      }),
      disagreements: t.stringList({
        description: 'Sentences composed from the plan that it would no longer say; empty once published.',
        resolve: async ({ of, body, composed, published }) =>
          published === null ? disagreements(body, composed, await of.fresh()) : [],
      }),
    }),
  })

const Correction = builder.objectRef<Seen<'newsletterCorrection'>>('NewsletterCorrection').implement({
  description: 'A correction of a published newsletter, shown beside what was published.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    correctedOn: t.expose('correctedOn', { type: 'Day', description: 'When.' }),
    words: t.exposeString('words', { description: 'What is corrected.' }),
  }),
})

const Newsletter = builder.objectRef<Seen<'newsletter'>>('Newsletter').implement({
  description: 'An issue of the newsletter.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    number: t.exposeInt('number', { description: 'Its number.' }),
    title: t.exposeString('title', { description: 'Its title.' }),
    fromDay: t.expose('fromDay', {
      type: 'Day',
      nullable: true,
      description: 'The day since which it tells changes.',
    }),
    asAt: t.expose('asAt', { type: 'Day', description: 'The day of the plan that it tells.' }),
    status: t.expose('status', { type: NewsletterStatus, description: 'How far it has come.' }),
    returnReason: t.exposeString('returnReason', {
      nullable: true,
      description: 'Why it was returned, if it was.',
    }),
    approvedBy: t.field({
      type: Person,
      nullable: true,
      description: 'Who approved it.',
      resolve: ({ view, approvedById }) => findSeen(view, 'person', approvedById),
    }),
    approvedOn: t.expose('approvedOn', { type: 'Day', nullable: true, description: 'When.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'Day',
      nullable: true,
      description: 'When it was published.',
    }),
    sections: t.field({
      type: [Section],
      description: 'Its sections in order.',
      resolve: ({ view, id, fromDay }) => {
        const figures = once(() => figuresOf(publicPlan(view)))
        const fresh = once(() => composedFrom(view, fromDay))
        return sectionsOf(view.plan, id).map((row) => ({ ...seen(view, row), of: { figures, fresh } }))
      },
    }),
    corrections: t.field({
      type: [Correction],
      description: 'Its corrections, the oldest first.',
      resolve: ({ view, id }) => correctionsOf(view.plan, id).map((row) => seen(view, row)),
    }),
    unexplained: t.field({
      type: [Abbreviation],
      description: 'Abbreviations that it uses before they are spelled out.',
      resolve: ({ view, id }) =>
        unexplained(
          sectionsOf(view.plan, id)
            .map(({ heading, body }) => `${heading}\n${body}`)
            .join('\n'),
        ),
    }),
    viewerCanEdit: t.boolean({
      description: 'True for whoever may edit it, publish it or correct it.',
      resolve: ({ view }) => can(view.viewer, 'EDIT_NEWSLETTER'),
    }),
    viewerCanDecide: t.boolean({
      description: 'True when it is in review, was sent by somebody else, and the viewer may approve it.',
      resolve: ({ view, status, sentById }) =>
        status === 'IN_REVIEW' && sentById !== view.viewer.personId && can(view.viewer, 'APPROVE_NEWSLETTER'),
    }),
  }),
})

builder.objectFields(Plan, (t) => ({
  newsletters: t.field({
    type: [Newsletter],
    description: 'The issues of the newsletter that the viewer may know, the newest first.',
    resolve: (view) => newslettersOf(view.plan).map((issue) => seen(view, issue)),
  }),
  newsletter: t.field({
    type: Newsletter,
    nullable: true,
    description: 'One issue by its number.',
    args: { number: t.arg.int({ description: 'The number.' }) },
    resolve: (view, { number }) => {
      const issue = newslettersOf(view.plan).find((of) => of.number === number)
      return issue ? seen(view, issue) : null
    },
  }),
  composedNewsletter: t.field({
    type: [ComposedSection],
    description: 'A newsletter composed from the plan as the public may know it. Nothing is written down.',
    args: {
      from: t.arg({ type: 'Day', required: false, description: 'Tell what has changed since this day.' }),
    },
    resolve: (view, { from }) => {
      requirePermission(view.context, view.viewer, 'EDIT_NEWSLETTER')
      return composedFrom(view, from ?? null)
    },
  }),
  boundFigures: t.field({
    type: [Figure],
    description: 'The figures that a newsletter may be bound to.',
    resolve: (view) => figuresOf(publicPlan(view)),
  }),
  viewerCanEditNewsletter: t.boolean({
    description: 'True for whoever may begin a newsletter.',
    resolve: ({ viewer }) => can(viewer, 'EDIT_NEWSLETTER'),
  }),
}))
