import type { Assumption as AssumptionValue } from '@strandline/domain/assumption'
import { type Explained, explainYear, quantityInWords } from '@strandline/domain/explanation'
import {
  type Mitigation as MitigationValue,
  type ModelMonth as ModelMonthValue,
  type ModelYear as ModelYearValue,
  monthsOf,
  project,
  type YearAmount,
} from '@strandline/domain/financial-model'
import { scenariosOf } from '@strandline/domain/forecast-commands'
import type { ScenarioRow, ForecastVersion as VersionRow } from '@strandline/domain/model'
import { NOTHING, type Pence, pence } from '@strandline/domain/money'
import { can } from '@strandline/domain/permission'
import { findRow, rowsOf, sourceOf } from '@strandline/domain/plan'
import {
  type Late,
  modelOf,
  movementBetween,
  registerFor,
  scenarioModel,
} from '@strandline/domain/plan-model'
import type { Cause, ModelInputs } from '@strandline/domain/scenario'
import { type Band as BandValue, sensitivities, simulate } from '@strandline/domain/simulation'
import { findSeen, type Seen, seen } from '../view.ts'
import { builder } from './builder.ts'
import { Driver, ForecastSeries, Placement } from './enums.ts'
import { ForecastVersion } from './forecast.ts'
import { Action, Person, Plan, Source } from './refs.ts'

const Assumption = builder.objectRef<Seen<'assumption'>>('Assumption').implement({
  description: 'One input of the financial model, as a whole number of the unit of its driver.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    driver: t.expose('driver', { type: Driver, description: 'What it is.' }),
    category: t.expose('category', {
      type: Placement,
      nullable: true,
      description: 'The placement category; null for all.',
    }),
    year: t.expose('year', {
      type: 'FinancialYear',
      nullable: true,
      description: 'The year; null for every year that has none of its own.',
    }),
    line: t.exposeString('line', { nullable: true, description: 'The name of a line of spend.' }),
    value: t.expose('value', {
      type: 'Quantity',
      description: 'The value: pence, hundredths of a place, or hundredths of a per cent.',
    }),
    low: t.expose('low', { type: 'Quantity', nullable: true, description: 'The lowest that it may be.' }),
    high: t.expose('high', { type: 'Quantity', nullable: true, description: 'The highest that it may be.' }),
    actual: t.expose('actual', {
      type: 'Quantity',
      nullable: true,
      description: 'What it turned out to be, where that is known.',
    }),
    asOf: t.expose('asOf', { type: 'Day', nullable: true, description: 'The day that the value is of.' }),
    note: t.exposeString('note', { nullable: true, description: 'Where it comes from, in words.' }),
    owner: t.field({
      type: Person,
      nullable: true,
      description: 'Who keeps it true.',
      resolve: ({ view, ownerId }) => findSeen(view, 'person', ownerId),
    }),
    source: t.field({
      type: Source,
      description: 'Where it comes from.',
      resolve: (assumption) => seen(assumption.view, sourceOf(assumption.view.plan, assumption)),
    }),
  }),
})

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

const ModelBase = builder.objectRef<ModelInputs['base']>('ModelBase').implement({
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

const ModelYear = builder.objectRef<ModelYearValue>('ModelYear').implement({
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

const ModelMonth = builder.objectRef<ModelMonthValue>('ModelMonth').implement({
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

const KeptScenario = builder.objectRef<Seen<'scenario'>>('KeptScenario').implement({
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
      resolve: (scenario) => {
        const { overrideEnds } = scenario
        if (overrideEnds === null) return null
        const at = yearsOfScenario(scenario).find(({ year }) => year === overrideEnds)
        return at ? pence(Math.max(0, -at.mitigated.cumulative)) : null
      },
    }),
    years: t.field({ type: [ModelYear], description: 'Its years.', resolve: yearsOfScenario }),
  }),
})

function yearsOfScenario({ view, ...row }: Seen<'scenario'>): ModelYearValue[] {
  const model = scenarioModel(view.plan, row as ScenarioRow)
  return model ? project(model.base, registerFor(model)) : []
}

const EnteredYear = builder.objectRef<Seen<'forecastYear'>>('EnteredYear').implement({
  description: 'An in-year balance as a version has it; negative in deficit.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    year: t.expose('year', { type: 'FinancialYear', description: 'The financial year.' }),
    series: t.expose('series', { type: ForecastSeries, description: 'Outturn, unmitigated or mitigated.' }),
    low: t.expose('low', { type: 'Pence', description: 'The lowest balance, so the largest deficit.' }),
    central: t.expose('central', { type: 'Pence', description: 'The balance that the plan counts on.' }),
    high: t.expose('high', { type: 'Pence', description: 'The highest balance.' }),
    basis: t.exposeString('basis', { description: 'What the range rests on.' }),
    source: t.field({
      type: Source,
      description: 'Where it comes from.',
      resolve: (row) => seen(row.view, sourceOf(row.view.plan, row)),
    }),
  }),
})

interface LineOfExplanation {
  readonly depth: number
  readonly of: Explained
}

const ExplainedLine = builder.objectRef<LineOfExplanation>('ExplainedLine').implement({
  description: 'A figure of an explanation. What follows at a greater depth is what it is made of.',
  fields: (t) => ({
    depth: t.exposeInt('depth', { description: 'How far down it stands; 0 is the figure explained.' }),
    label: t.string({ description: 'What it is.', resolve: ({ of }) => of.label }),
    value: t.string({
      description: 'The value, in the words of its unit.',
      resolve: ({ of }) => quantityInWords(of.value, of.unit),
    }),
    how: t.string({
      description: 'How it is worked out, or where it comes from.',
      resolve: ({ of }) => of.how,
    }),
  }),
})

function flattened(of: Explained, depth = 0): LineOfExplanation[] {
  return [{ depth, of }, ...of.parts.flatMap((part) => flattened(part, depth + 1))]
}

const CauseOfMovement = builder.objectRef<Cause>('CauseOfMovement').implement({
  description: 'One cause of the difference between two versions. The causes add up to the whole difference.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What has changed.' }),
    amount: t.field({
      type: 'Pence',
      description: 'What that makes of the balance.',
      resolve: ({ amount }) => amount as Pence,
    }),
  }),
})

const Sensitivity = builder
  .objectRef<{ readonly assumption: AssumptionValue; readonly atLow: Pence; readonly atHigh: Pence }>(
    'Sensitivity',
  )
  .implement({
    description: 'How far a balance moves when one assumption goes to its low and to its high.',
    fields: (t) => ({
      assumptionId: t.id({
        description: 'The id of the assumption.',
        resolve: ({ assumption }) => assumption.id,
      }),
      atLow: t.expose('atLow', { type: 'Pence', description: 'The balance at its low.' }),
      atHigh: t.expose('atHigh', { type: 'Pence', description: 'The balance at its high.' }),
    }),
  })

const Band = builder.objectRef<BandValue>('Band').implement({
  description: 'Balances at shares of all runs of a simulation: at p5, one run in twenty is worse.',
  fields: (t) => ({
    p5: t.expose('p5', { type: 'Pence', description: 'One run in twenty is worse.' }),
    p25: t.expose('p25', { type: 'Pence', description: 'One run in four is worse.' }),
    p50: t.expose('p50', { type: 'Pence', description: 'Half of the runs are worse.' }),
    p75: t.expose('p75', { type: 'Pence', description: 'Three runs in four are worse.' }),
    p95: t.expose('p95', { type: 'Pence', description: 'Nineteen runs in twenty are worse.' }),
  }),
})

/** No more than a browser would ask for itself. */
const MOST_RUNS = 10_000

const finalBalance = (years: readonly ModelYearValue[]) => years.at(-1)?.mitigated.cumulative ?? NOTHING
const inputsOf = ({ view, ...version }: Seen<'forecastVersion'>, late: Late | null = null) =>
  modelOf(view.plan, version as VersionRow, late)

builder.objectFields(ForecastVersion, (t) => ({
  submittedOn: t.expose('submittedOn', {
    type: 'Day',
    nullable: true,
    description: 'When it was submitted.',
  }),
  submittedBy: t.field({
    type: Person,
    nullable: true,
    description: 'Who submitted it.',
    resolve: ({ view, submittedById }) => findSeen(view, 'person', submittedById),
  }),
  returnReason: t.exposeString('returnReason', {
    nullable: true,
    description: 'Why it was returned, if it was.',
  }),
  register: t.field({
    type: [Assumption],
    description: 'Its assumptions, as far as the viewer may know them.',
    resolve: ({ view, id }) =>
      Object.values(view.plan.tables.assumption)
        .filter(({ versionId, droppedOn }) => versionId === id && droppedOn === null)
        .map((row) => seen(view, row)),
  }),
  base: t.field({
    type: ModelBase,
    nullable: true,
    description: 'What its model works on; null where it has no assumptions.',
    resolve: (version) => inputsOf(version)?.base ?? null,
  }),
  enteredYears: t.field({
    type: [EnteredYear],
    description: 'Its years as they are written down, the earliest first.',
    resolve: ({ view, id, openingYear }) =>
      rowsOf(view.plan, 'forecastYear')
        .filter((of) => of.versionId === id && of.year >= openingYear)
        .sort((a, b) => a.year - b.year)
        .map((row) => seen(view, row)),
  }),
  years: t.field({
    type: [ModelYear],
    description: 'Its years, as the model works them out now; empty where it has no assumptions.',
    resolve: (version) => {
      const model = inputsOf(version)
      return model ? project(model.base, registerFor(model)) : []
    },
  }),
  yearsIfLate: t.field({
    type: [ModelYear],
    description:
      'Its years if the savings of an action began some months later. Nothing in the plan changes.',
    args: {
      actionId: t.arg.id({ description: 'The id of the action.' }),
      months: t.arg.int({ description: 'How many months later, 60 at most.' }),
    },
    resolve: (version, { actionId, months }) => {
      const late = { actionId, months: Math.min(Math.max(months, 0), 60) }
      const model = inputsOf(version, late)
      return model ? project(model.base, registerFor(model)) : []
    },
  }),
  months: t.field({
    type: [ModelMonth],
    description: 'A year by month; empty where the model does not hold it.',
    args: { year: t.arg({ type: 'FinancialYear', description: 'The financial year.' }) },
    resolve: (version, { year }) => {
      const model = inputsOf(version)
      const found = model && project(model.base, registerFor(model)).find((of) => of.year === year)
      return found ? monthsOf(model.base, found) : []
    },
  }),
  scenarios: t.field({
    type: [KeptScenario],
    description: 'The scenarios kept beside it, as far as the viewer may know them.',
    resolve: ({ view, id }) => scenariosOf(view.plan, id).map((row) => seen(view, row)),
  }),
  viewerCanKeepScenario: t.boolean({
    description: 'True for whoever may keep a scenario or record what an assumption turned out to be.',
    resolve: ({ view }) => can(view.viewer, 'EDIT_FORECAST'),
  }),
  explanation: t.field({
    type: [ExplainedLine],
    description: 'How the in-year balance of a year is made, down to the inputs.',
    args: { year: t.arg({ type: 'FinancialYear', description: 'The financial year.' }) },
    resolve: (version, { year }) => {
      const model = inputsOf(version)
      const explained = model && explainYear(model.base, registerFor(model), year)
      return explained ? flattened(explained) : []
    },
  }),
  sensitivities: t.field({
    type: [Sensitivity],
    description: 'What matters most to the cumulative balance at the end, the widest swing first.',
    resolve: (version) => {
      const model = inputsOf(version)
      return model ? sensitivities(model.base, registerFor(model), finalBalance) : []
    },
  }),
  simulation: t.field({
    type: Band,
    nullable: true,
    description: 'The cumulative balance at the end over many runs; the same seed gives the same bands.',
    args: {
      runs: t.arg.int({ defaultValue: 2000, description: `How many runs, ${MOST_RUNS} at most.` }),
      seed: t.arg.int({ defaultValue: 1, description: 'What the runs follow from.' }),
    },
    resolve: (version, { runs, seed }) => {
      const model = inputsOf(version)
      const count = Math.min(Math.max(runs ?? 2000, 1), MOST_RUNS)
      const options = { runs: count, seed: seed ?? 1 }
      return model ? (simulate(model.base, registerFor(model), [finalBalance], options)[0] ?? null) : null
    },
  }),
  movementFrom: t.field({
    type: [CauseOfMovement],
    description:
      'Why the cumulative balance at the end differs from that of another version, cause by cause.',
    args: { versionId: t.arg.id({ description: 'The id of the other version.' }) },
    resolve: ({ view, ...version }, { versionId }) => {
      const earlier = findRow(view.plan, 'forecastVersion', versionId)
      return earlier ? (movementBetween(view.plan, earlier, version as VersionRow) ?? []) : []
    },
  }),
  viewerCanEdit: t.boolean({
    description: 'True when it is a draft and the viewer may change its assumptions and submit it.',
    resolve: ({ view, status }) => status === 'DRAFT' && can(view.viewer, 'EDIT_FORECAST'),
  }),
  viewerCanDecide: t.boolean({
    description: 'True when it was submitted, by somebody else, and the viewer may approve or return it.',
    resolve: ({ view, status, submittedById }) =>
      status === 'SUBMITTED' &&
      submittedById !== view.viewer.personId &&
      can(view.viewer, 'APPROVE_FORECAST'),
  }),
}))

builder.objectFields(Plan, (t) => ({
  forecastVersion: t.field({
    type: ForecastVersion,
    nullable: true,
    description: 'One forecast version, or null where there is none with that id.',
    args: { id: t.arg.id({ description: 'The id of the version.' }) },
    resolve: (view, { id }) => findSeen(view, 'forecastVersion', id),
  }),
  viewerCanEditForecast: t.boolean({
    description: 'True for whoever may begin a forecast version.',
    resolve: ({ viewer }) => can(viewer, 'EDIT_FORECAST'),
  }),
}))
