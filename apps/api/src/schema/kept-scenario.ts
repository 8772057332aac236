import type { ModelYear as ModelYearValue } from '@strandline/domain/financial-model'
import { fromGeneralFund } from '@strandline/domain/plan-model'
import { findSeen, type Seen } from '../view.ts'
import { builder } from './builder.ts'
import { ModelYear } from './model-year.ts'
import { Action } from './refs.ts'

/** A scenario with its years, which are worked out once. */
export type WorkedScenario = Seen<'scenario'> & { readonly years: readonly ModelYearValue[] }

export const KeptScenario = builder.objectRef<WorkedScenario>('KeptScenario').implement({
  description: 'A named "what if" that is kept beside a version and never part of the plan.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    name: t.exposeString('name', { description: 'What it is called.' }),
    growthBy: t.exposeInt('growthBy', {
      nullable: true,
      description: 'Added to the growth of places, in hundredths of a per cent.',
    }),
    inflationBy: t.exposeInt('inflationBy', {
      nullable: true,
      description: 'Added to inflation, in hundredths of a per cent.',
    }),
    allocationBy: t.exposeInt('allocationBy', {
      nullable: true,
      description: 'Added to the growth of the allocation, in hundredths of a per cent.',
    }),
    lateAction: t.field({
      type: Action,
      nullable: true,
      description: 'The action that is late.',
      resolve: ({ view, lateActionId }) => findSeen(view, 'action', lateActionId),
    }),
    lateMonths: t.exposeInt('lateMonths', { nullable: true, description: 'By how many months.' }),
    isTransferRefused: t.exposeBoolean('isTransferRefused', {
      description: 'True where no transfer is made.',
    }),
    overrideEnds: t.expose('overrideEnds', {
      type: 'FinancialYear',
      nullable: true,
      description: 'The year at whose end the statutory override ends.',
    }),
    fromGeneralFund: t.field({
      type: 'Pence',
      nullable: true,
      description:
        'What the General Fund would have to meet then; null where the override is not supposed to end.',
      resolve: (scenario) => fromGeneralFund(scenario, scenario.years),
    }),
    years: t.field({
      type: [ModelYear],
      description: 'Its years.',
      resolve: ({ years }) => [...years],
    }),
  }),
})
