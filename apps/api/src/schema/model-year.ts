import type {
  Mitigation as MitigationValue,
  ModelBase as ModelBaseValue,
  ModelMonth as ModelMonthValue,
  ModelYear as ModelYearValue,
  YearAmount,
} from '@strandline/domain/financial-model'
import { builder } from './builder.ts'
import { Placement } from './enums.ts'

const NamedAmount = builder.objectRef<YearAmount>('NamedAmount').implement({
  description: 'An amount with its name, in one financial year.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is.' }),
    year: t.expose('year', { type: 'FinancialYear', description: 'The financial year.' }),
    amount: t.expose('amount', { type: 'Pence', description: 'The amount.' }),
  }),
})

const Mitigation = builder.objectRef<MitigationValue>('Mitigation').implement({
  description: 'A saving as so many fewer places of a category from a day on.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What is saved.' }),
    category: t.expose('category', { type: Placement, description: 'The placement category.' }),
    fewerPlaces: t.expose('fewerPlaces', { type: 'Quantity', description: 'Hundredths of a place.' }),
    from: t.expose('from', { type: 'Day', description: 'From when.' }),
    costOfPlace: t.expose('costOfPlace', {
      type: 'Pence',
      nullable: true,
      description: 'What a place costs in a year; null for what the model gives the category.',
    }),
    costInstead: t.expose('costInstead', {
      type: 'Pence',
      description: 'What is provided instead costs in a year.',
    }),
  }),
})

export const ModelBase = builder.objectRef<ModelBaseValue>('ModelBase').implement({
  description: 'What the model works on beside its assumptions.',
  fields: (t) => ({
    firstYear: t.expose('firstYear', { type: 'FinancialYear', description: 'The first year worked out.' }),
    lastYear: t.expose('lastYear', { type: 'FinancialYear', description: 'The last.' }),
    openingBalance: t.expose('openingBalance', {
      type: 'Pence',
      description: 'The cumulative balance on 1 April of the first year; negative in deficit.',
    }),
    savings: t.field({
      type: [NamedAmount],
      description: 'The savings that count.',
      resolve: ({ savings }) => [...savings],
    }),
    mitigations: t.field({
      type: [Mitigation],
      description: 'Savings that count and act on places.',
      resolve: ({ mitigations }) => [...mitigations],
    }),
    transfers: t.field({
      type: [NamedAmount],
      description: 'Transfers that are agreed.',
      resolve: ({ transfers }) => [...transfers],
    }),
    payments: t.field({
      type: [NamedAmount],
      description: 'Payments below the line.',
      resolve: ({ payments }) => [...payments],
    }),
  }),
})

const amounts = {
  allocation: 'The allocation before deductions.',
  deduction: 'What is deducted for directly funded places.',
  spend: 'What is spent.',
  savings: 'What is saved.',
  transfer: 'What is moved from other blocks, as agreed.',
  payments: 'What is paid below the line.',
  carrying: 'What borrowing against the deficit costs the General Fund.',
} as const

export const ModelYear = builder.objectRef<ModelYearValue>('ModelYear').implement({
  description: 'A financial year as the model works it out. Balances are negative in deficit.',
  fields: (t) => {
    const amount = (name: keyof typeof amounts) =>
      t.expose(name, { type: 'Pence', description: amounts[name] })
    return {
      year: t.expose('year', { type: 'FinancialYear', description: 'The financial year.' }),
      allocation: amount('allocation'),
      deduction: amount('deduction'),
      spend: amount('spend'),
      savings: amount('savings'),
      transfer: amount('transfer'),
      payments: amount('payments'),
      carrying: amount('carrying'),
      beforeTransfer: t.field({
        type: 'Pence',
        description: 'The in-year balance before transfer, with the savings.',
        resolve: ({ mitigated }) => mitigated.beforeTransfer,
      }),
      inYear: t.field({
        type: 'Pence',
        description: 'The in-year balance, with the savings.',
        resolve: ({ mitigated }) => mitigated.inYear,
      }),
      cumulative: t.field({
        type: 'Pence',
        description: 'The cumulative balance at 31 March, with the savings.',
        resolve: ({ mitigated }) => mitigated.cumulative,
      }),
      unmitigatedInYear: t.field({
        type: 'Pence',
        description: 'The in-year balance if nothing more is done.',
        resolve: ({ unmitigated }) => unmitigated.inYear,
      }),
      unmitigatedCumulative: t.field({
        type: 'Pence',
        description: 'The cumulative balance if nothing more is done.',
        resolve: ({ unmitigated }) => unmitigated.cumulative,
      }),
    }
  },
})

export const ModelMonth = builder.objectRef<ModelMonthValue>('ModelMonth').implement({
  description: 'A month of a year as the model works it out. The months add up to the year.',
  fields: (t) => ({
    month: t.exposeInt('month', { description: 'The month: 0 is April.' }),
    income: t.expose('income', { type: 'Pence', description: 'What comes in, transfers included.' }),
    spend: t.expose('spend', { type: 'Pence', description: 'What is spent.' }),
    savings: t.expose('savings', { type: 'Pence', description: 'What is saved.' }),
    toDate: t.expose('toDate', {
      type: 'Pence',
      description: 'The in-year balance up to its end; negative in deficit.',
    }),
  }),
})
