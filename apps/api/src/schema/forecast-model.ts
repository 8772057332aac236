import { type Assumption as AssumptionValue, registerOf } from '@strandline/domain/assumption'
import { type Explained, explainYear, quantityInWords } from '@strandline/domain/explanation'
import { finalBalance, monthsOf } from '@strandline/domain/financial-model'
import type { ForecastVersion as VersionRow } from '@strandline/domain/model'
import type { Pence } from '@strandline/domain/money'
import { can } from '@strandline/domain/permission'
import { findRow, rowsOf, sourceOf } from '@strandline/domain/plan'
import {
  type Late,
  modelOf,
  movementBetween,
  scenarioModel,
  scenariosOf,
} from '@strandline/domain/plan-model'
import { type Cause, yearsOf } from '@strandline/domain/scenario'
import { type Band as BandValue, sensitivities, simulate } from '@strandline/domain/simulation'
import { findSeen, type Seen, seen } from '../view.ts'
import { Assumption } from './assumption.ts'
import { builder } from './builder.ts'
import { ForecastSeries } from './enums.ts'
import { ForecastVersion } from './forecast.ts'
import { KeptScenario, type WorkedScenario } from './kept-scenario.ts'
import { ModelBase, ModelMonth, ModelYear } from './model-year.ts'
import { Person, Plan, Source } from './refs.ts'

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
      return model ? yearsOf(model) : []
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
      return model ? yearsOf(model) : []
    },
  }),
  months: t.field({
    type: [ModelMonth],
    description: 'A year by month; empty where the model does not hold it.',
    args: { year: t.arg({ type: 'FinancialYear', description: 'The financial year.' }) },
    resolve: (version, { year }) => {
      const model = inputsOf(version)
      const found = model && yearsOf(model).find((of) => of.year === year)
      return found ? monthsOf(model.base, found) : []
    },
  }),
  scenarios: t.field({
    type: [KeptScenario],
    description: 'The scenarios kept beside it, as far as the viewer may know them.',
    resolve: ({ view, id }) =>
      scenariosOf(view.plan, id).map((row): WorkedScenario => {
        const model = scenarioModel(view.plan, row)
        return { ...seen(view, row), years: model ? yearsOf(model) : [] }
      }),
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
      const explained = model && explainYear(model.base, registerOf(model.assumptions), year)
      return explained ? flattened(explained) : []
    },
  }),
  sensitivities: t.field({
    type: [Sensitivity],
    description: 'What matters most to the cumulative balance at the end, the widest swing first.',
    resolve: (version) => {
      const model = inputsOf(version)
      return model ? sensitivities(model.base, registerOf(model.assumptions), finalBalance) : []
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
      return model
        ? (simulate(model.base, registerOf(model.assumptions), [finalBalance], options)[0] ?? null)
        : null
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
