import { neededInWords, waitingInWords } from '@strandline/domain/dependency'
import { can } from '@strandline/domain/permission'
import { actionsOf, holdersOf, rowsOf, sourceOf, strandTitle } from '@strandline/domain/plan'
import { countsInWords, type RatingKind, strandRating } from '@strandline/domain/rag'
import { savingTotals } from '@strandline/domain/saving'
import { type Seen, seen } from '../view.ts'
import { Rating, RatingKind as RatingKindType, Visibility } from './enums.ts'
import { Action, Person, Saving, Source, Strand } from './refs.ts'
import { SavingTotals } from './saving.ts'

const rated = (strand: Seen<'strand'>, kind: RatingKind) =>
  strandRating(strand.view.plan, strand, strand.view.today, kind)

Strand.implement({
  description: 'A group of actions under one lead. Other councils say workstream.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, unique within the plan.' }),
    number: t.exposeInt('position', { description: 'Its number within the plan.' }),
    title: t.string({
      description: 'How it is spoken of: Strand 2, or with the word of the plan.',
      resolve: (strand) => strandTitle(strand.view.plan, strand),
    }),
    name: t.exposeString('name', { description: 'Its name.' }),
    summary: t.exposeString('summary', { nullable: true, description: 'What it is about.' }),
    visibility: t.expose('visibility', { type: Visibility, description: 'Who may know of it.' }),
    rating: t.field({
      type: Rating,
      description: 'The rating of its worst action, so that nothing red hides behind an average.',
      args: {
        kind: t.arg({
          type: RatingKindType,
          defaultValue: 'delivery',
          description: 'Which of the two ratings.',
        }),
      },
      resolve: (strand, { kind }) => rated(strand, kind).rating,
    }),
    worstAction: t.field({
      type: Action,
      nullable: true,
      description: 'The action that gives the strand its rating, and so its reason.',
      args: {
        kind: t.arg({
          type: RatingKindType,
          defaultValue: 'delivery',
          description: 'Which of the two ratings.',
        }),
      },
      resolve: (strand, { kind }) => {
        const { worst } = rated(strand, kind)
        return worst ? seen(strand.view, worst) : null
      },
    }),
    counts: t.string({
      description: 'How many actions have each rating, as text.',
      args: {
        kind: t.arg({
          type: RatingKindType,
          defaultValue: 'delivery',
          description: 'Which of the two ratings.',
        }),
      },
      resolve: (strand, { kind }) => countsInWords(rated(strand, kind).counts),
    }),
    actions: t.field({
      type: [Action],
      description: 'Its actions in order.',
      resolve: ({ view, id }) => actionsOf(view.plan, id).map((action) => seen(view, action)),
    }),
    savings: t.field({
      type: [Saving],
      description: 'Its savings.',
      resolve: ({ view, id }) => savingsOf(view, id).map((saving) => seen(view, saving)),
    }),
    savingTotals: t.field({
      type: SavingTotals,
      description: 'Totals of its savings, in one year or in all.',
      args: {
        year: t.arg({
          type: 'FinancialYear',
          required: false,
          description: 'Only this year; without it, all years.',
        }),
      },
      resolve: ({ view, id }, { year }) => savingTotals(view.plan, savingsOf(view, id), year ?? undefined),
    }),
    leads: t.field({
      type: [Person],
      description: 'Who leads it on the day that the plan is seen from.',
      resolve: ({ view, id }) =>
        holdersOf(view.plan, 'STRAND_LEAD', view.today, { strandId: id }).map((person) => seen(view, person)),
    }),
    waitsFor: t.string({
      nullable: true,
      description: 'What it waits for, as a sentence.',
      resolve: ({ view, id }) => waitingInWords(view.plan, 'strand', id),
    }),
    neededBy: t.string({
      nullable: true,
      description: 'What waits for it, as a sentence.',
      resolve: ({ view, id }) => neededInWords(view.plan, 'strand', id),
    }),
    endedOn: t.expose('endedOn', {
      type: 'Day',
      nullable: true,
      description: 'When it ended; null where it goes on.',
    }),
    endReason: t.exposeString('endReason', { nullable: true, description: 'Why it ended.' }),
    visibilityReason: t.exposeString('visibilityReason', {
      nullable: true,
      description: 'Why it is not public.',
    }),
    viewerCanEdit: t.boolean({
      description: 'True when the viewer may change what it says of itself.',
      resolve: ({ view, id }) => can(view.viewer, 'EDIT_STRAND', { strandId: id }),
    }),
    viewerCanAddAction: t.boolean({
      description: 'True when the viewer may begin actions in it, and change those that are there.',
      resolve: ({ view, id }) => can(view.viewer, 'ADD_ACTION', { strandId: id }),
    }),
    viewerCanProposeSaving: t.boolean({
      description: 'True when the viewer may propose savings of it.',
      resolve: ({ view, id }) => can(view.viewer, 'PROPOSE_SAVING', { strandId: id }),
    }),
    source: t.field({
      type: Source,
      description: 'Where the strand comes from.',
      resolve: (strand) => seen(strand.view, sourceOf(strand.view.plan, strand)),
    }),
  }),
})

function savingsOf(view: Seen<'strand'>['view'], strandId: string) {
  return rowsOf(view.plan, 'saving').filter((saving) => saving.strandId === strandId)
}
