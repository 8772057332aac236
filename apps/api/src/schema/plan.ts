import { forthcomingOf, overdueOf } from '@strandline/domain/forthcoming'
import { historyOf } from '@strandline/domain/history'
import {
  type Authority as AuthorityValue,
  detailsOf,
  findRow,
  rowsOf,
  sourceOf,
} from '@strandline/domain/plan'
import { countsInWords, ratingCounts } from '@strandline/domain/rag'
import { hasSuppressedFigures } from '@strandline/domain/small-numbers'
import { whatChanged } from '@strandline/domain/what-changed'
import { DateNotReached, PlanNotBegun } from '../refusals.ts'
import { findSeen, openView, seen } from '../view.ts'
import { builder } from './builder.ts'
import { ItemKind, RatingKind, Vehicle } from './enums.ts'
import { Event, Forthcoming } from './event.ts'
import { Figure, FundingLine } from './figure.ts'
import { Comparison, HistoryEntry } from './history.ts'
import { Action, Milestone, Person, Plan, Source, Strand } from './refs.ts'
import { guardedHistory, toldWith } from './related-items.ts'

const Authority = builder.objectRef<AuthorityValue>('Authority').implement({
  description: 'A local authority.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    name: t.exposeString('name', { description: 'Its name.' }),
    oldCode: t.exposeString('oldCode', {
      description: 'The three-digit code of the Department for Education.',
    }),
    newCode: t.exposeString('newCode', { description: 'The code of the Office for National Statistics.' }),
  }),
})

Plan.implement({
  description: 'A high needs deficit recovery plan, as one viewer may know it on one day.',
  fields: (t) => ({
    id: t.id({ description: 'The id of the plan.', resolve: ({ plan }) => plan.id }),
    revision: t.int({
      description: 'The number of the revision that is shown.',
      resolve: ({ plan }) => plan.revision,
    }),
    revisedAt: t.field({
      type: 'Instant',
      description: 'When that revision was made.',
      resolve: ({ plan }) => plan.at,
    }),
    today: t.expose('today', { type: 'Day', description: 'The day that the plan is seen from.' }),
    isCurrent: t.exposeBoolean('isCurrent', {
      description: 'False when the plan is shown as at an earlier day.',
    }),
    beganOn: t.field({
      type: 'Day',
      description: 'The first day of the plan.',
      resolve: ({ plan }) => plan.beganOn,
    }),
    latestDay: t.field({
      type: 'Day',
      description: 'Today on the clock of the plan: the last day that it can be seen as at.',
      resolve: ({ context, plan }) => context.store.todayOf(plan),
    }),
    authority: t.field({
      type: Authority,
      description: 'Whose plan it is.',
      resolve: ({ plan }) => plan.authority,
    }),
    title: t.string({
      description: 'What the plan is called.',
      resolve: ({ plan }) => detailsOf(plan).title,
    }),
    vehicle: t.field({
      type: Vehicle,
      description: 'The kind of plan.',
      resolve: ({ plan }) => detailsOf(plan).vehicle,
    }),
    strandLabel: t.string({
      description: 'The word for a strand.',
      resolve: ({ plan }) => detailsOf(plan).strandLabel,
    }),
    why: t.string({ description: 'Why the plan is needed.', resolve: ({ plan }) => detailsOf(plan).why }),
    firstYear: t.field({
      type: 'FinancialYear',
      description: 'The first year of the plan.',
      resolve: ({ plan }) => detailsOf(plan).firstYear,
    }),
    lastYear: t.field({
      type: 'FinancialYear',
      description: 'The last year of the plan.',
      resolve: ({ plan }) => detailsOf(plan).lastYear,
    }),
    balanceTargetYear: t.field({
      type: 'FinancialYear',
      description: 'The year by which spending is to be back in line with funding.',
      resolve: ({ plan }) => detailsOf(plan).balanceTargetYear,
    }),
    dueToDfeOn: t.field({
      type: 'Day',
      nullable: true,
      description: 'When the plan is due to the Department for Education.',
      resolve: ({ plan }) => detailsOf(plan).dueToDfeOn,
    }),
    source: t.field({
      type: Source,
      description: 'Where the facts of the plan come from.',
      resolve: (view) => seen(view, sourceOf(view.plan, detailsOf(view.plan))),
    }),

    strands: t.field({
      type: [Strand],
      description: 'The strands in order.',
      resolve: (view) => rowsOf(view.plan, 'strand').map((strand) => seen(view, strand)),
    }),
    strand: t.field({
      type: Strand,
      nullable: true,
      description: 'One strand, or null where this viewer has none with that id.',
      args: { id: t.arg.id({ description: 'The id of the strand.' }) },
      resolve: (view, { id }) => findSeen(view, 'strand', id),
    }),
    actions: t.field({
      type: [Action],
      description: 'Every action, by strand and order.',
      resolve: (view) => rowsOf(view.plan, 'action').map((action) => seen(view, action)),
    }),
    action: t.field({
      type: Action,
      nullable: true,
      description: 'One action, or null where this viewer has none with that id.',
      args: { id: t.arg.id({ description: 'The id of the action.' }) },
      resolve: (view, { id }) => findSeen(view, 'action', id),
    }),
    milestones: t.field({
      type: [Milestone],
      description: 'Every milestone.',
      resolve: (view) => rowsOf(view.plan, 'milestone').map((milestone) => seen(view, milestone)),
    }),
    ratingCounts: t.string({
      description: 'How many actions have each rating, as text.',
      args: {
        kind: t.arg({ type: RatingKind, defaultValue: 'delivery', description: 'Which of the two ratings.' }),
      },
      resolve: ({ plan, today }, { kind }) =>
        countsInWords(ratingCounts(rowsOf(plan, 'action'), today, kind)),
    }),
    fundingLines: t.field({
      type: [FundingLine],
      description: 'Allocations, deductions, transfers and payments.',
      resolve: (view) => rowsOf(view.plan, 'fundingLine').map((line) => seen(view, line)),
    }),
    figures: t.field({
      type: [Figure],
      description: 'Numbers that the plan refers to but does not calculate with.',
      resolve: (view) => rowsOf(view.plan, 'figure').map((figure) => seen(view, figure)),
    }),
    hasSuppressedFigures: t.boolean({
      description: 'True where figures are absent: a count of their period is too small to show this viewer.',
      resolve: ({ plan }) => hasSuppressedFigures(plan),
    }),
    events: t.field({
      type: [Event],
      description: 'Decisions, meetings, deadlines and activities.',
      resolve: (view) => rowsOf(view.plan, 'event').map((event) => seen(view, event)),
    }),
    forthcoming: t.field({
      type: [Forthcoming],
      description: 'All that is still to come, by date; what has no date is last.',
      resolve: (view) => forthcomingOf(view.plan, view.today).map((item) => ({ ...item, view })),
    }),
    overdue: t.field({
      type: [Forthcoming],
      description: 'All that should have happened and has not been marked done.',
      resolve: (view) => overdueOf(view.plan, view.today).map((item) => ({ ...item, view })),
    }),
    people: t.field({
      type: [Person],
      description: 'Everybody who holds or has held a role.',
      resolve: (view) => rowsOf(view.plan, 'person').map((person) => seen(view, person)),
    }),
    sources: t.field({
      type: [Source],
      description: 'Everything that the plan cites.',
      resolve: (view) => rowsOf(view.plan, 'source').map((source) => seen(view, source)),
    }),
    history: t.field({
      type: [HistoryEntry],
      description: 'The history of one item and what belongs to it, newest first.',
      args: {
        kind: t.arg({ type: ItemKind, description: 'The kind of item.' }),
        id: t.arg.id({ description: 'The id of the item.' }),
      },
      resolve: async (view, { kind, id }) => {
        if (!findRow(view.plan, kind, id)) return []
        const told = toldWith(view.plan, { entity: kind, id })
        const { plan, revisions } = await guardedHistory(view, told)
        return historyOf(plan, revisions, told, view.viewer)
      },
    }),
    compareTo: t.field({
      type: Comparison,
      errors: {
        types: [PlanNotBegun, DateNotReached],
        union: { name: 'ComparisonResult', description: 'A comparison, or why it is refused.' },
      },
      description: 'What changed between this day and another.',
      args: { day: t.arg({ type: 'Day', description: 'The other day.' }) },
      resolve: async (view, { day }) => {
        const other = await openView(view.context, view.plan.id, day)
        const [from, to] = other.today <= view.today ? [other, view] : [view, other]
        return { from: from.today, to: to.today, news: whatChanged(from.plan, to.plan) }
      },
    }),
  }),
})
