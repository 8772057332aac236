import type {
  Line as LineValue,
  YearPosition as Position,
  Range as RangeValue,
  Trajectory as TrajectoryValue,
} from '@strandline/domain/forecast'
import { lineInWords } from '@strandline/domain/headline'
import { sourceOf } from '@strandline/domain/plan'
import type { SavingsYear } from '@strandline/domain/savings-table'
import { isSuppressed } from '@strandline/domain/small-numbers'
import type { WaterfallStep } from '@strandline/domain/waterfall'
import { type Seen, seen, type View } from '../view.ts'
import { builder } from './builder.ts'
import { Provenance, Scope, VersionStatus } from './enums.ts'
import { Source } from './refs.ts'

const Range = builder.objectRef<RangeValue>('Range').implement({
  description: 'A balance as a range, negative in deficit: low is the largest deficit.',
  fields: (t) => ({
    low: t.expose('low', { type: 'Pence', description: 'The lowest balance, so the largest deficit.' }),
    central: t.expose('central', { type: 'Pence', description: 'The balance that the plan counts on.' }),
    high: t.expose('high', { type: 'Pence', description: 'The highest balance, so the smallest deficit.' }),
  }),
})

const YearPosition = builder.objectRef<Position & { readonly view: View }>('YearPosition').implement({
  description: 'The position of one financial year.',
  fields: (t) => ({
    year: t.expose('year', { type: 'FinancialYear', description: 'The financial year.' }),
    isOutturn: t.exposeBoolean('isOutturn', { description: 'True for an outturn, false for a forecast.' }),
    inYear: t.expose('inYear', { type: Range, description: 'Income less spending of this year alone.' }),
    cumulative: t.expose('cumulative', {
      type: Range,
      description: 'The balance carried forward at 31 March.',
    }),
    basis: t.exposeString('basis', { description: 'What the range rests on.' }),
    provenance: t.expose('provenance', {
      type: Provenance,
      description: 'Published only when every part of the in-year balance is.',
    }),
    cumulativeProvenance: t.expose('cumulativeProvenance', {
      type: Provenance,
      description: 'Published only when the opening balance and every year up to this one are.',
    }),
    sources: t.field({
      type: [Source],
      description: 'What the in-year balance rests on.',
      resolve: ({ view, sources }) => sources.map((source) => seen(view, source)),
    }),
  }),
})

const Line = builder.objectRef<LineValue & { readonly view: View }>('Line').implement({
  description: 'One line of the trajectory.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What the line shows.' }),
    positions: t.field({
      type: [YearPosition],
      description: 'Its years in order.',
      resolve: ({ view, positions }) => positions.map((position) => ({ ...position, view })),
    }),
    inYearSentence: t.string({
      description: 'The in-year balances from first to last, as a sentence.',
      resolve: (line) => lineInWords(line, 'inYear'),
    }),
    cumulativeSentence: t.string({
      description: 'The cumulative balances from first to last, as a sentence.',
      resolve: (line) => lineInWords(line, 'cumulative'),
    }),
  }),
})

export const ForecastVersion = builder.objectRef<Seen<'forecastVersion'>>('ForecastVersion').implement({
  description: 'A version of the financial plan, kept once approved.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, unique within the plan.' }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    status: t.expose('status', { type: VersionStatus, description: 'Whether it has been approved.' }),
    preparedOn: t.expose('preparedOn', { type: 'Day', description: 'When it was prepared.' }),
    approvedOn: t.expose('approvedOn', { type: 'Day', nullable: true, description: 'When it was approved.' }),
    approvedBy: t.exposeString('approvedBy', { nullable: true, description: 'Who approved it.' }),
    scope: t.expose('scope', { type: Scope, description: 'What it covers.' }),
    openingBalance: t.expose('openingBalance', {
      type: 'Pence',
      description: 'The cumulative balance on 1 April of the first year shown; negative in deficit.',
    }),
    assumptions: t.exposeString('assumptions', { nullable: true, description: 'What it assumes.' }),
    isSuppressed: t.boolean({
      description:
        'True where its assumptions are withheld: a number in them is too small to show this viewer.',
      resolve: ({ view, id }) => isSuppressed(view.plan, 'forecastVersion', id),
    }),
    source: t.field({
      type: Source,
      description: 'Where the version and its opening balance come from.',
      resolve: (version) => seen(version.view, sourceOf(version.view.plan, version)),
    }),
  }),
})

type LineName = 'outturn' | 'unmitigated' | 'mitigated' | 'delivered'

export const Trajectory = builder
  .objectRef<TrajectoryValue & { readonly view: View }>('Trajectory')
  .implement({
    description:
      'Where the deficit is going: the lines that people compare, all of one scope and opening balance.',
    fields: (t) => {
      const line = (name: LineName, description: string) =>
        t.field({
          type: Line,
          description,
          resolve: (trajectory) => ({ ...trajectory[name], view: trajectory.view }),
        })
      return {
        version: t.field({
          type: ForecastVersion,
          description: 'The forecast version that the lines are made from.',
          resolve: ({ view, version }) => seen(view, version),
        }),
        outturn: line('outturn', 'What happened.'),
        unmitigated: line('unmitigated', 'Outturn, then the forecast if nothing more is done.'),
        mitigated: line(
          'mitigated',
          'Outturn, then the forecast with the savings that count, as now expected.',
        ),
        delivered: line('delivered', 'Outturn, then the forecast with only what has been saved so far.'),
        versions: t.field({
          type: [Line],
          description: 'The mitigated forecast of each version as it was prepared, oldest first.',
          resolve: ({ view, versions }) => versions.map((version) => ({ ...version, view })),
        }),
      }
    },
  })

export const SavingsTableRow = builder
  .objectRef<SavingsYear & { readonly view: View }>('SavingsTableRow')
  .implement({
    description: 'Savings and the year-end balance of one year: the table that members ask for first.',
    fields: (t) => ({
      year: t.expose('year', { type: 'FinancialYear', description: 'The financial year.' }),
      budgeted: t.expose('budgeted', { type: 'Pence', description: 'Savings that the plan budgets.' }),
      forecast: t.expose('forecast', { type: 'Pence', description: 'Savings now expected.' }),
      weighted: t.expose('weighted', {
        type: 'Pence',
        description: 'Savings now expected, weighted by the confidence in each.',
      }),
      net: t.expose('net', {
        type: 'Pence',
        description: 'Savings now expected, with what may be the same money counted once.',
      }),
      achieved: t.expose('achieved', { type: 'Pence', description: 'Savings made so far.' }),
      confirmed: t.expose('confirmed', { type: 'Pence', description: 'Savings that finance has confirmed.' }),
      yearEnd: t.expose('yearEnd', {
        type: 'Pence',
        nullable: true,
        description: 'The cumulative balance at 31 March in the mitigated forecast; negative in deficit.',
      }),
      provenance: t.expose('provenance', {
        type: Provenance,
        description: 'Published only when everything in the row is.',
      }),
      sources: t.field({
        type: [Source],
        description: 'What the row rests on.',
        resolve: ({ view, sources }) => sources.map((source) => seen(view, source)),
      }),
    }),
  })

export const WaterfallBar = builder.objectRef<WaterfallStep>('WaterfallBar').implement({
  description: 'One bar of the waterfall, from one in-year balance to the next.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'The strand, or what the total is.' }),
    strandId: t.exposeID('strandId', { nullable: true, description: 'The strand, for a bar of savings.' }),
    from: t.expose('from', { type: 'Pence', description: 'Where the bar starts.' }),
    to: t.expose('to', { type: 'Pence', description: 'Where the bar ends.' }),
    isTotal: t.exposeBoolean('isTotal', { description: 'True for the first and the last bar.' }),
  }),
})
