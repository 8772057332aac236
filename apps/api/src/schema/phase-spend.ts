import {
  type PhaseAmount,
  type PhaseShare,
  recordPhaseSpend,
  spendByPhase,
  type YearByPhase as YearByPhaseValue,
} from '@strandline/domain/phase-spend'
import { sourceOf } from '@strandline/domain/plan'
import { seen, type View } from '../view.ts'
import { builder } from './builder.ts'
import { commandField, type InputOf } from './command.ts'
import { SchoolPhase, Scope } from './enums.ts'
import { Plan, Source } from './refs.ts'

const PhaseSpend = builder.objectRef<PhaseShare & { readonly view: View }>('PhaseSpend').implement({
  description: 'What a phase of education has of a year’s spending.',
  fields: (t) => ({
    id: t.id({ description: 'The id.', resolve: ({ row }) => row.id }),
    phase: t.field({ type: SchoolPhase, description: 'The phase.', resolve: ({ row }) => row.phase }),
    amount: t.field({ type: 'Pence', description: 'The spending.', resolve: ({ row }) => row.amount }),
    share: t.exposeInt('share', {
      description: 'Its share in tenths of a per cent; the shares of a year add up to the whole.',
    }),
    source: t.field({
      type: Source,
      description: 'Where the amount comes from.',
      resolve: ({ view, row }) => seen(view, sourceOf(view.plan, row)),
    }),
  }),
})

const YearByPhase = builder.objectRef<YearByPhaseValue & { readonly view: View }>('YearByPhase').implement({
  description: 'Where the money of a year goes by phase, within one scope.',
  fields: (t) => ({
    year: t.expose('year', { type: 'FinancialYear', description: 'The financial year.' }),
    scope: t.expose('scope', { type: Scope, description: 'What it is part of.' }),
    total: t.expose('total', { type: 'Pence', description: 'All phases together.' }),
    phases: t.field({
      type: [PhaseSpend],
      description: 'The phases in order.',
      resolve: ({ view, phases }) => phases.map((phase) => ({ ...phase, view })),
    }),
  }),
})

builder.objectFields(Plan, (t) => ({
  spendByPhase: t.field({
    type: [YearByPhase],
    description: 'Where the money goes by phase, the newest year first.',
    resolve: (view) => spendByPhase(view.plan).map((year) => ({ ...year, view })),
  }),
}))

const PhaseAmountInput = builder.inputRef<PhaseAmount>('PhaseAmountInput').implement({
  description: 'What a phase has of a year.',
  fields: (t) => ({
    phase: t.field({ type: SchoolPhase, description: 'The phase.' }),
    amount: t.field({ type: 'Pence', description: 'The spending, as a positive amount.' }),
  }),
})

const RecordPhaseSpendInput = builder
  .inputRef<InputOf<typeof recordPhaseSpend>>('RecordPhaseSpendInput')
  .implement({
    description: 'Where the money of a year goes. A phase that is not named stays as it is.',
    fields: (t) => ({
      year: t.field({ type: 'FinancialYear', description: 'The financial year.' }),
      scope: t.field({ type: Scope, description: 'What it is part of.' }),
      parts: t.field({ type: [PhaseAmountInput], description: 'The phases with their amounts.' }),
      sourceId: t.id({
        required: false,
        description: 'The source of the plan that it comes from; without it, entered by the council.',
      }),
    }),
  })

commandField('recordPhaseSpend', {
  description: 'Writes down where the money of a year goes by phase, or corrects it.',
  input: RecordPhaseSpendInput,
  command: recordPhaseSpend,
})
