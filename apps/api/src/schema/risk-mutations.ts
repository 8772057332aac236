import {
  closeRisk,
  type EditedRisk,
  editRisk,
  type NewRisk,
  type RescoredRisk,
  raiseRisk,
  reopenRisk,
  rescoreRisk,
} from '@strandline/domain/risk-commands'
import { builder } from './builder.ts'
import { commandField, type InputOf } from './command.ts'
import { RiskKind, Visibility } from './enums.ts'

type InputFields = Parameters<Parameters<typeof builder.inputType>[1]['fields']>[0]

const riskId = (t: InputFields) => t.id({ description: 'The id of the risk.' })

const likelihood = (t: InputFields) =>
  t.int({ required: false, description: 'From 1 to the scale of the plan; none for an issue.' })

const response = (t: InputFields) => t.string({ required: false, description: 'What is done about it.' })

/** What can be said of a risk besides its name and score. */
const said = (t: InputFields) => ({
  cause: t.string({ required: false, description: 'Why it may happen, or has.' }),
  effect: t.string({ required: false, description: 'What would come of it.' }),
  likelihood: likelihood(t),
  response: response(t),
  ownerId: t.id({ required: false, description: 'Who answers for it.' }),
  strandId: t.id({ required: false, description: 'The strand; that of the saving, where it has one.' }),
  savingId: t.id({ required: false, description: 'The saving that it threatens.' }),
  visibility: t.field({
    type: Visibility,
    required: false,
    description: 'Who may know of it; members, where that is not said of a new one.',
  }),
  visibilityReason: t.string({ required: false, description: 'Why it is not public.' }),
})

const RaiseRiskInput = builder.inputRef<NewRisk>('RaiseRiskInput').implement({
  description: 'A risk or an issue.',
  fields: (t) => ({
    kind: t.field({ type: RiskKind, description: 'Whether it may happen or has happened.' }),
    name: t.string({ description: 'What may happen, or has.' }),
    impact: t.int({ description: 'From 1 to the scale of the plan.' }),
    ...said(t),
  }),
})

commandField('raiseRisk', {
  description: 'Raises a risk, or writes down an issue. It is for members unless something else is said.',
  input: RaiseRiskInput,
  command: raiseRisk,
})

const EditRiskInput = builder.inputRef<EditedRisk>('EditRiskInput').implement({
  description: 'Fields of a risk. What is left out stays as it is; null clears it.',
  fields: (t) => ({
    riskId: riskId(t),
    kind: t.field({
      type: RiskKind,
      required: false,
      description: 'What becomes an issue loses its likelihood.',
    }),
    name: t.string({ required: false, description: 'What may happen, or has.' }),
    impact: t.int({ required: false, description: 'From 1 to the scale of the plan.' }),
    ...said(t),
  }),
})

commandField('editRisk', {
  description: 'Changes what a risk says, whom it belongs to and who may know of it.',
  input: EditRiskInput,
  command: editRisk,
})

const RescoreRiskInput = builder.inputRef<RescoredRisk>('RescoreRiskInput').implement({
  description: 'How a risk stands now. What is left out stays as it is; null clears it.',
  fields: (t) => ({
    riskId: riskId(t),
    likelihood: likelihood(t),
    impact: t.int({ required: false, description: 'From 1 to the scale of the plan.' }),
    response: response(t),
  }),
})

commandField('rescoreRisk', {
  description: 'Scores a risk again, with what is done about it. Its owner may do this too.',
  input: RescoreRiskInput,
  command: rescoreRisk,
})

const CloseRiskInput = builder.inputRef<InputOf<typeof closeRisk>>('CloseRiskInput').implement({
  description: 'A risk that is over.',
  fields: (t) => ({ riskId: riskId(t), reason: t.string({ description: 'Why it is closed.' }) }),
})

commandField('closeRisk', {
  description: 'Closes a risk with a reason. It stays on record.',
  input: CloseRiskInput,
  command: closeRisk,
})

const ReopenRiskInput = builder.inputRef<InputOf<typeof reopenRisk>>('ReopenRiskInput').implement({
  description: 'A risk that is not over after all.',
  fields: (t) => ({ riskId: riskId(t), reason: t.string({ description: 'Why it is opened again.' }) }),
})

commandField('reopenRisk', {
  description: 'Opens a risk again that had been closed.',
  input: ReopenRiskInput,
  command: reopenRisk,
})
