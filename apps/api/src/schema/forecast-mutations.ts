import {
  type AssumptionSent,
  type AssumptionsSent,
  beginVersion,
  changeAssumptions,
  decideVersion,
  recordActual,
  submitVersion,
} from '@strandline/domain/forecast-commands'
import { type KeptFundingLine, keepFundingLine } from '@strandline/domain/funding-commands'
import { dropScenario, type KeptScenario, keepScenario } from '@strandline/domain/scenario-commands'
import { builder } from './builder.ts'
import { commandField, type InputOf } from './command.ts'
import { Driver, FundingKind, Placement, Scope, TransferStatus } from './enums.ts'

const BeginVersionInput = builder.inputRef<InputOf<typeof beginVersion>>('BeginVersionInput').implement({
  description: 'A forecast version to be begun as a draft.',
  fields: (t) => ({
    name: t.string({ description: 'What it is called, such as Version 2.' }),
    fromId: t.id({
      required: false,
      description: 'The version that it begins as a copy of; without it, the current.',
    }),
  }),
})

commandField('beginVersion', {
  description: 'Begins a draft of the forecast, as a copy of another version.',
  input: BeginVersionInput,
  command: beginVersion,
})

const AssumptionInput = builder.inputRef<AssumptionSent>('AssumptionInput').implement({
  description: 'One row of the grid of assumptions, as whole numbers of the unit of its driver.',
  fields: (t) => ({
    id: t.id({ required: false, description: 'The id of an assumption that is there already.' }),
    driver: t.field({ type: Driver, description: 'What it is.' }),
    category: t.field({
      type: Placement,
      required: false,
      description: 'The placement category; without it, all.',
    }),
    year: t.field({
      type: 'FinancialYear',
      required: false,
      description: 'The year; without it, every year.',
    }),
    line: t.string({ required: false, description: 'The name of a line of spend.' }),
    value: t.field({
      type: 'Quantity',
      description: 'The value: pence, hundredths of a place or of a per cent.',
    }),
    low: t.field({ type: 'Quantity', required: false, description: 'The lowest that it may be.' }),
    high: t.field({ type: 'Quantity', required: false, description: 'The highest that it may be.' }),
    actual: t.field({ type: 'Quantity', required: false, description: 'What it turned out to be.' }),
    asOf: t.field({ type: 'Day', required: false, description: 'The day that the value is of.' }),
    ownerId: t.id({ required: false, description: 'Who keeps it true.' }),
    note: t.string({ required: false, description: 'Where it comes from, in words.' }),
  }),
})

const ChangeAssumptionsInput = builder.inputRef<AssumptionsSent>('ChangeAssumptionsInput').implement({
  description: 'Rows of the grid that were changed, added or dropped, with the reason.',
  fields: (t) => ({
    versionId: t.id({ description: 'The id of the draft.' }),
    rows: t.field({ type: [AssumptionInput], description: 'Rows that were changed or added.' }),
    droppedIds: t.idList({ description: 'Assumptions that no longer hold.' }),
    reason: t.string({ description: 'Why.' }),
  }),
})

commandField('changeAssumptions', {
  description: 'Changes the assumptions of a draft, all at once and with a reason.',
  input: ChangeAssumptionsInput,
  command: changeAssumptions,
})

const RecordActualInput = builder.inputRef<InputOf<typeof recordActual>>('RecordActualInput').implement({
  description: 'What an assumption turned out to be.',
  fields: (t) => ({
    assumptionId: t.id({ description: 'The id of the assumption.' }),
    actual: t.field({
      type: 'Quantity',
      required: false,
      description: 'What it turned out to be; null clears it.',
    }),
    ownerId: t.id({ required: false, description: 'Who keeps it true; null for nobody.' }),
  }),
})

commandField('recordActual', {
  description:
    'Records what an assumption turned out to be. The forecast that was made with it stays as it was.',
  input: RecordActualInput,
  command: recordActual,
})

const SubmitVersionInput = builder.inputRef<InputOf<typeof submitVersion>>('SubmitVersionInput').implement({
  description: 'A draft to be frozen, with how its range comes about.',
  fields: (t) => ({
    versionId: t.id({ description: 'The id of the draft.' }),
    spread: t.field({
      type: 'Pence',
      required: false,
      description: 'An amount either side; without it, a simulation.',
    }),
    lowScenarioId: t.id({ required: false, description: 'The kept scenario that gives the low.' }),
    highScenarioId: t.id({ required: false, description: 'The kept scenario that gives the high.' }),
    basis: t.string({ description: 'What the range rests on, such as “Judgement: +/- £500k”.' }),
  }),
})

commandField('submitVersion', {
  description: 'Freezes a draft with its assumptions, and writes down the years that they give.',
  input: SubmitVersionInput,
  command: submitVersion,
})

const DecideVersionInput = builder.inputRef<InputOf<typeof decideVersion>>('DecideVersionInput').implement({
  description: 'What is said to a version that was submitted.',
  fields: (t) => ({
    versionId: t.id({ description: 'The id of the version.' }),
    isApproved: t.boolean({ description: 'True to approve it, false to return it.' }),
    approvedBy: t.string({
      required: false,
      description: 'Who approved it and where, such as Full Cabinet.',
    }),
    approvedOn: t.field({ type: 'Day', required: false, description: 'When; without it, today.' }),
    reason: t.string({ required: false, description: 'Why; needed where it is returned.' }),
  }),
})

commandField('decideVersion', {
  description: 'Approves a version, or returns it as a draft. Nobody approves what they have submitted.',
  input: DecideVersionInput,
  command: decideVersion,
})

const KeepScenarioInput = builder.inputRef<KeptScenario>('KeepScenarioInput').implement({
  description: 'A named "what if". Points are hundredths of a per cent.',
  fields: (t) => ({
    versionId: t.id({ description: 'The id of the version.' }),
    name: t.string({ description: 'What it is called.' }),
    growthBy: t.int({ required: false, description: 'Added to the growth of places.' }),
    inflationBy: t.int({ required: false, description: 'Added to inflation.' }),
    allocationBy: t.int({ required: false, description: 'Added to the growth of the allocation.' }),
    lateActionId: t.id({ required: false, description: 'The action that is late.' }),
    lateMonths: t.int({ required: false, description: 'By how many months, 60 at most.' }),
    isTransferRefused: t.boolean({ description: 'True where no transfer is made.' }),
    overrideEnds: t.field({
      type: 'FinancialYear',
      required: false,
      description: 'The year at whose end the statutory override ends.',
    }),
  }),
})

commandField('keepScenario', {
  description: 'Keeps a named scenario beside a version. The plan stays as it is.',
  input: KeepScenarioInput,
  command: keepScenario,
})

const DropScenarioInput = builder.inputRef<InputOf<typeof dropScenario>>('DropScenarioInput').implement({
  description: 'A scenario that is no longer of use.',
  fields: (t) => ({ scenarioId: t.id({ description: 'The id of the scenario.' }) }),
})

commandField('dropScenario', {
  description: 'Drops a scenario from the page. It stays on record.',
  input: DropScenarioInput,
  command: dropScenario,
})

const KeepFundingLineInput = builder.inputRef<KeptFundingLine>('KeepFundingLineInput').implement({
  description: 'An allocation, a deduction, a transfer or a payment.',
  fields: (t) => ({
    lineId: t.id({ required: false, description: 'The id of a line that is there already.' }),
    year: t.field({ type: 'FinancialYear', description: 'The financial year.' }),
    kind: t.field({ type: FundingKind, description: 'What it is.' }),
    name: t.string({ description: 'What it is called.' }),
    amount: t.field({ type: 'Pence', description: 'The amount.' }),
    scope: t.field({ type: Scope, description: 'What it is for.' }),
    transferStatus: t.field({
      type: TransferStatus,
      required: false,
      description: 'Where a transfer stands; needed for one, and for nothing else.',
    }),
    publishedOn: t.field({ type: 'Day', required: false, description: 'When the figure was published.' }),
  }),
})

commandField('keepFundingLine', {
  description: 'Writes down a funding line or changes it. A transfer counts once it is agreed.',
  input: KeepFundingLineInput,
  command: keepFundingLine,
})
