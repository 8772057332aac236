import { sourceOf } from '@strandline/domain/plan'
import { type Seen, seen } from '../view.ts'
import { builder } from './builder.ts'
import { FigureUnit, FundingKind, Scope, TransferStatus } from './enums.ts'
import { Source } from './refs.ts'

export const FundingLine = builder.objectRef<Seen<'fundingLine'>>('FundingLine').implement({
  description: 'Money that comes into the block or goes out of it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, unique within the plan.' }),
    year: t.expose('year', { type: 'FinancialYear', description: 'The financial year.' }),
    kind: t.expose('kind', { type: FundingKind, description: 'What it is.' }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    amount: t.expose('amount', { type: 'Pence', description: 'Positive is money in.' }),
    scope: t.expose('scope', { type: Scope, description: 'What it belongs to.' }),
    publishedOn: t.expose('publishedOn', {
      type: 'Day',
      nullable: true,
      description: 'When the figure was published, where that is known.',
    }),
    transferStatus: t.expose('transferStatus', {
      type: TransferStatus,
      nullable: true,
      description: 'For a block transfer, how far it has been agreed.',
    }),
    source: t.field({
      type: Source,
      description: 'Where the amount comes from, with its date of publication.',
      resolve: (line) => seen(line.view, sourceOf(line.view.plan, line)),
    }),
  }),
})

export const Figure = builder.objectRef<Seen<'figure'>>('Figure').implement({
  description: 'A number that the plan refers to but does not calculate with.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id, unique within the plan.' }),
    subject: t.exposeString('subject', { description: 'What is counted.' }),
    period: t.exposeString('period', { description: 'The period or date that it is for.' }),
    scope: t.expose('scope', { type: Scope, description: 'What it covers.' }),
    value: t.float({
      description: 'The value in its unit: whole pence, a count, or hundredths of a per cent.',
      resolve: ({ value }) => value,
    }),
    unit: t.expose('unit', { type: FigureUnit, description: 'What it is counted in.' }),
    source: t.field({
      type: Source,
      description: 'Where it comes from.',
      resolve: (figure) => seen(figure.view, sourceOf(figure.view.plan, figure)),
    }),
  }),
})
