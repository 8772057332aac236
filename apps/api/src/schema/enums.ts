import { driverWords, placementWords } from '@strandline/domain/assumption'
import { entityWords } from '@strandline/domain/model'
import { lineLooks } from '@strandline/domain/paper'
import { ratingWords } from '@strandline/domain/rag'
import * as words from '@strandline/domain/vocabulary'
import { enumOf } from './builder.ts'

export const Vehicle = enumOf(
  'Vehicle',
  'The kind of plan, as the Department for Education names it.',
  words.vehicles,
)
export const Stage = enumOf('Stage', 'How far an action has come.', words.stages)
export const Rating = enumOf('Rating', 'A rating as shown, by word, shape and colour.', ratingWords)
export const Visibility = enumOf('Visibility', 'Who may know of an item.', words.visibilities)
export const Role = enumOf('Role', 'What a person does for a plan.', words.roles)
export const SavingType = enumOf('SavingType', 'How a saving lowers the forecast.', words.savingTypes)
export const SavingStatus = enumOf('SavingStatus', 'How firm a saving is.', words.savingStatuses)
export const ProposalOutcome = enumOf(
  'ProposalOutcome',
  'What came of a proposal for a saving.',
  words.proposalOutcomes,
)
export const Recurrence = enumOf(
  'Recurrence',
  'Whether a saving comes once or every year.',
  words.recurrences,
)
export const FundingSource = enumOf('FundingSource', 'Whose money a saving saves.', words.fundingSources)
export const Scope = enumOf(
  'Scope',
  'What a figure covers. Figures of different scopes are never added.',
  words.scopes,
)
export const VersionStatus = enumOf(
  'VersionStatus',
  'Whether a forecast version has been approved.',
  words.versionStatuses,
)
export const PlanChart = enumOf('PlanChart', 'A chart that people ask about.', words.planCharts)
export const QuestionStatus = enumOf('QuestionStatus', 'What came of a question.', words.questionStatuses)
export const MeetingBody = enumOf('MeetingBody', 'Who meets about the plan.', words.meetingBodies)
export const ConsultationStage = enumOf(
  'ConsultationStage',
  'How far a consultation has come.',
  words.consultationStages,
)
export const SchoolPhase = enumOf(
  'SchoolPhase',
  'A phase of education between which spending is divided.',
  words.schoolPhases,
)
export const RiskKind = enumOf('RiskKind', 'Whether it may happen or has happened.', words.riskKinds)
export const NewsletterStatus = enumOf(
  'NewsletterStatus',
  'How far an issue of the newsletter has come.',
  words.newsletterStatuses,
)
export const PackBody = enumOf('PackBody', 'Whom a pack is for.', words.packBodies)
export const PackStatus = enumOf('PackStatus', 'How far a pack has come.', words.packStatuses)
export const PackStep = enumOf('PackStep', 'A step of the chain in which a pack is signed.', words.packSteps)
export const DeficitRecordKind = enumOf(
  'DeficitRecordKind',
  'A place in which the Department for Education looks a deficit up.',
  words.deficitRecords,
)
export const ForecastSeries = enumOf(
  'ForecastSeries',
  'What a written year of a version says.',
  words.forecastSeries,
)
export const Driver = enumOf('Driver', 'What an assumption of the financial model is.', driverWords)
export const Placement = enumOf(
  'Placement',
  'A placement category of the DSG management plan.',
  placementWords,
)
export const FundingKind = enumOf('FundingKind', 'What a funding line is.', words.fundingKinds)
export const TransferStatus = enumOf(
  'TransferStatus',
  'How far a block transfer has been agreed.',
  words.transferStatuses,
)
export const FigureUnit = enumOf('FigureUnit', 'What a figure is counted in.', words.figureUnits)
export const EventKind = enumOf('EventKind', 'What sort of event it is.', words.eventKinds)
export const Provenance = enumOf(
  'Provenance',
  'Whether a figure was published or invented for illustration.',
  words.provenances,
)
export const ItemKind = enumOf('ItemKind', 'The kinds of item that a plan is made of.', entityWords)
export const RatingKind = enumOf('RatingKind', 'The two ratings of an action.', {
  delivery: 'Is it being done',
  benefit: 'Is its money coming',
})
export const LineLook = enumOf('LineLook', 'How a line of a chart on paper is drawn.', lineLooks)
export const Rag = enumOf('Rag', 'A rating as given.', words.rags)
export const CycleStage = enumOf('CycleStage', 'How far a reporting cycle has come.', words.cycleStages)
export const OwedState = enumOf('OwedState', 'How an update that is asked for stands.', {
  OWED: 'Not yet given, and in time',
  IN_GRACE: 'Past the deadline, and not yet late',
  LATE: 'Late',
  SUBMITTED: 'Given',
})
