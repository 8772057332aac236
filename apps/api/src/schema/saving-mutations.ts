import {
  type Confirmation,
  confirmDelivered,
  type Delivery,
  type RevisedForecast,
  reportDelivered,
  reviseSavingForecast,
} from '@strandline/domain/delivery-commands'
import {
  type Decision,
  decideSaving,
  type EditedSaving,
  editSaving,
  type NewSaving,
  type ProposedSaving,
  proposeNewSaving,
  proposeSaving,
} from '@strandline/domain/saving-commands'
import { builder } from './builder.ts'
import { commandField } from './command.ts'
import { FundingSource, Placement, Recurrence, SavingStatus, SavingType, Visibility } from './enums.ts'

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]

/** What a proposal says, of a new saving or of one that is there. */
const proposed = (t: InputFields) => ({
  type: t.field({ type: SavingType, description: 'How it lowers the forecast.' }),
  recurrence: t.field({ type: Recurrence, description: 'Whether it comes once or every year.' }),
  fundingSource: t.field({ type: FundingSource, description: 'Whose money it saves.' }),
  status: t.field({ type: SavingStatus, description: 'How firm it is to be.' }),
  fullYearValue: t.field({ type: 'Pence', required: false, description: 'What it saves in a full year.' }),
  startsOn: t.field({ type: 'Day', required: false, description: 'When it starts to save.' }),
  confidencePercent: t.int({ required: false, description: 'Confidence, from 0 to 100 per cent.' }),
  confidenceReason: t.string({ required: false, description: 'What the confidence rests on.' }),
  baseline: t.string({ required: false, description: 'What it is measured against.' }),
  method: t.string({ required: false, description: 'How it is worked out.' }),
  budgetLine: t.string({ required: false, description: 'The budget line that the money comes from.' }),
  placement: t.field({ type: Placement, required: false, description: 'The category of the places saved.' }),
  fewerPlaces: t.field({
    type: 'Quantity',
    required: false,
    description: 'How many fewer places, in hundredths. They make the full-year value.',
  }),
  costOfPlace: t.field({ type: 'Pence', required: false, description: 'What a place costs in a year.' }),
  costInstead: t.field({
    type: 'Pence',
    required: false,
    description: 'What is provided instead costs in a year.',
  }),
  note: t.string({ required: false, description: 'A note to finance.' }),
})

const ProposeNewSavingInput = builder.inputRef<NewSaving>('ProposeNewSavingInput').implement({
  description: 'A saving that is not in the plan yet. A figure needs a baseline and a method.',
  fields: (t) => ({
    strandId: t.id({ description: 'The id of the strand.' }),
    actionId: t.id({ required: false, description: 'The action that makes it, if one does.' }),
    name: t.string({ description: 'What is saved.' }),
    visibility: t.field({ type: Visibility, description: 'Who may know of it.' }),
    visibilityReason: t.string({ required: false, description: 'Why it is not public.' }),
    ...proposed(t),
  }),
})

commandField('proposeNewSaving', {
  description: 'Begins a saving as an idea, and puts to finance what it is to become.',
  input: ProposeNewSavingInput,
  command: proposeNewSaving,
})

const ProposeSavingInput = builder.inputRef<ProposedSaving>('ProposeSavingInput').implement({
  description: 'What a saving is to become: all of it, since finance decides on a whole.',
  fields: (t) => ({ savingId: t.id({ description: 'The id of the saving.' }), ...proposed(t) }),
})

commandField('proposeSaving', {
  description: 'Puts to finance what a saving is to become. It takes the place of a proposal that waits.',
  input: ProposeSavingInput,
  command: proposeSaving,
})

const EditSavingInput = builder.inputRef<EditedSaving>('EditSavingInput').implement({
  description: 'What is said of a saving beside its figures. What is left out stays as it is.',
  fields: (t) => ({
    savingId: t.id({ description: 'The id of the saving.' }),
    name: t.string({ required: false, description: 'What is saved.' }),
    visibility: t.field({ type: Visibility, required: false, description: 'Who may know of it.' }),
    visibilityReason: t.string({ required: false, description: 'Why it is not public.' }),
  }),
})

commandField('editSaving', {
  description: 'Changes the name of a saving, or who may know of it.',
  input: EditSavingInput,
  command: editSaving,
})

const DecideSavingInput = builder.inputRef<Decision>('DecideSavingInput').implement({
  description: 'What finance says to a proposal.',
  fields: (t) => ({
    proposalId: t.id({ description: 'The id of the proposal.' }),
    isAgreed: t.boolean({ description: 'True to agree it, false to return it.' }),
    reason: t.string({ required: false, description: 'Why; needed where it is returned.' }),
    isNewBudget: t.boolean({
      required: false,
      description: 'True where the new figures are the budget too, and not only the forecast.',
    }),
  }),
})

commandField('decideSaving', {
  description:
    'Agrees a proposal, which makes the saving what it says, or returns it. Nobody decides their own.',
  input: DecideSavingInput,
  command: decideSaving,
})

const ReportDeliveredInput = builder.inputRef<Delivery>('ReportDeliveredInput').implement({
  description: 'What a saving has saved in a year so far.',
  fields: (t) => ({
    savingId: t.id({ description: 'The id of the saving.' }),
    year: t.field({ type: 'FinancialYear', description: 'The financial year.' }),
    delivered: t.field({ type: 'Pence', description: 'What has been saved in it so far.' }),
  }),
})

commandField('reportDelivered', {
  description: 'Reports what a saving has saved in a year so far, for finance to confirm.',
  input: ReportDeliveredInput,
  command: reportDelivered,
})

const ConfirmDeliveredInput = builder.inputRef<Confirmation>('ConfirmDeliveredInput').implement({
  description: 'What finance says to a report.',
  fields: (t) => ({
    savingId: t.id({ description: 'The id of the saving.' }),
    year: t.field({ type: 'FinancialYear', description: 'The financial year.' }),
    isConfirmed: t.boolean({ description: 'True to confirm it, false to return it.' }),
    delivered: t.field({
      type: 'Pence',
      description: 'The amount as it was shown: another is not confirmed unseen.',
    }),
    reason: t.string({ required: false, description: 'Why; needed where it is returned.' }),
  }),
})

commandField('confirmDelivered', {
  description: 'Confirms what was reported for a year, or returns it. Nobody confirms their own report.',
  input: ConfirmDeliveredInput,
  command: confirmDelivered,
})

const ReviseSavingForecastInput = builder.inputRef<RevisedForecast>('ReviseSavingForecastInput').implement({
  description: 'What a saving is now expected to make in one year.',
  fields: (t) => ({
    savingId: t.id({ description: 'The id of the saving.' }),
    year: t.field({ type: 'FinancialYear', description: 'The financial year.' }),
    forecast: t.field({ type: 'Pence', description: 'What is now expected.' }),
    reason: t.string({ description: 'Why it changes.' }),
  }),
})

commandField('reviseSavingForecast', {
  description: 'Sets what a saving is now expected to make in one year. What was budgeted stays beside it.',
  input: ReviseSavingForecastInput,
  command: reviseSavingForecast,
})
