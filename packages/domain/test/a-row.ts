import type { Day } from '../src/day.ts'
import {
  type Action,
  type Assignment,
  type AssumptionRow,
  type BudgetLine,
  type BudgetReport,
  blankRow,
  type Condition,
  type Cycle,
  type DeficitRecord,
  type Dependency,
  type Entity,
  type ForecastVersion,
  type ForecastYear,
  type FundingLine,
  type Milestone,
  type Person,
  type PlanDetails,
  type PlanEvent,
  type Risk,
  type Row,
  type Saving,
  type SavingProposal,
  type SavingYear,
  type ScenarioRow,
  type Source,
  type Strand,
  type Update,
} from '../src/model.ts'
import { NOTHING, pounds } from '../src/money.ts'
import type { HeldRole, Viewer } from '../src/viewer.ts'
import type { Role } from '../src/vocabulary.ts'

export const TODAY: Day = '2020-03-31'
export const PLAN_ID = 'plan-1'

/** Somebody with one role, on the whole plan unless the test says what on. */
export function aViewer(role: Role, on: Partial<HeldRole> = {}): Viewer {
  return { personId: 'person-1', roles: [{ role, strandId: null, actionId: null, ...on }] }
}

/** A row of any kind: every field empty, then what the kind usually holds, then what the test says. */
function aRow<E extends Entity>(entity: E, usual: Partial<Row<E>>, fields: Partial<Row<E>>): Row<E> {
  return { ...blankRow(entity), ...usual, ...fields } as unknown as Row<E>
}

const cited = { sourceId: 'source-1' }
const open = { visibility: 'PUBLIC' } as const

export const aSource = (fields: Partial<Source> = {}) =>
  aRow(
    'source',
    { id: 'source-1', title: 'Newsletter', publisher: 'Council', provenance: 'PUBLISHED' },
    fields,
  )

export const someDetails = (fields: Partial<PlanDetails> = {}) =>
  aRow(
    'plan',
    {
      id: PLAN_ID,
      title: 'High needs recovery plan',
      vehicle: 'RECOVERY_PLAN',
      strandLabel: 'Strand',
      why: 'Spending is more than the grant',
      firstYear: 2019,
      lastYear: 2024,
      balanceTargetYear: 2022,
      targetWords: 'a balanced budget within three years',
      clockOffsetSeconds: 0,
      ...cited,
    },
    fields,
  )

export const aStrand = (fields: Partial<Strand> = {}) =>
  aRow('strand', { id: 'strand-1', position: 1, name: 'Inclusion Strategy', ...open, ...cited }, fields)

export const anAction = (fields: Partial<Action> = {}) =>
  aRow(
    'action',
    {
      id: 'action-1',
      strandId: 'strand-1',
      position: 1,
      name: 'Placements',
      stage: 'IN_PROGRESS',
      ...open,
      ...cited,
    },
    fields,
  )

export const aMilestone = (fields: Partial<Milestone> = {}) =>
  aRow(
    'milestone',
    {
      id: 'milestone-1',
      actionId: 'action-1',
      position: 1,
      name: 'Panel agreed',
      firstDate: '2020-04-30',
      currentDate: '2020-04-30',
      timesMoved: 0,
      isDone: false,
      ...cited,
    },
    fields,
  )

export const aDependency = (fields: Partial<Dependency> = {}) =>
  aRow('dependency', { id: 'dependency-1', ...cited }, fields)

export const aBudgetLine = (fields: Partial<BudgetLine> = {}) =>
  aRow(
    'budgetLine',
    {
      id: 'line-1',
      year: 2020,
      position: 1,
      name: 'Independent placements',
      isIncome: false,
      budget: pounds(1_200_000),
      scope: 'HIGH_NEEDS_BLOCK',
      ...cited,
    },
    fields,
  )

export const aBudgetReport = (fields: Partial<BudgetReport> = {}) =>
  aRow(
    'budgetReport',
    {
      id: `${fields.lineId ?? 'line-1'}-${fields.asOf ?? '2020-05-31'}`,
      lineId: 'line-1',
      asOf: '2020-05-31',
      toDate: pounds(200_000),
      outturn: pounds(1_200_000),
      ...cited,
    },
    fields,
  )

export const aDeficitRecord = (fields: Partial<DeficitRecord> = {}) =>
  aRow(
    'deficitRecord',
    {
      id: fields.record ?? 'ACCOUNTS',
      record: 'ACCOUNTS',
      asOf: '2020-03-31',
      scope: 'WHOLE_DSG',
      amount: pounds(-6_000_000),
      ...cited,
    },
    fields,
  )

export const aScenario = (fields: Partial<ScenarioRow> = {}) =>
  aRow(
    'scenario',
    { id: 'scenario-1', versionId: 'version-1', name: 'What if', isTransferRefused: false },
    fields,
  )

export const anAssumption = (fields: Partial<AssumptionRow> = {}) =>
  aRow(
    'assumption',
    { id: 'assumption-1', versionId: 'version-1', driver: 'ALLOCATION', value: 100_000_000, ...cited },
    fields,
  )

export const aPerson = (fields: Partial<Person> = {}) =>
  aRow('person', { id: 'person-1', name: 'A. Lead', ...cited }, fields)

export const anAssignment = (fields: Partial<Assignment> = {}) =>
  aRow(
    'assignment',
    {
      id: 'assignment-1',
      personId: 'person-1',
      role: 'STRAND_LEAD',
      strandId: 'strand-1',
      fromDay: '2020-01-01',
    },
    fields,
  )

export const aSaving = (fields: Partial<Saving> = {}) =>
  aRow(
    'saving',
    {
      id: 'saving-1',
      strandId: 'strand-1',
      name: 'Fewer independent placements',
      type: 'COST_REDUCTION',
      recurrence: 'RECURRENT',
      fundingSource: 'DSG',
      status: 'PLANNED',
      ...open,
      ...cited,
    },
    fields,
  )

/** A year of a saving, planned and forecast alike unless said otherwise. */
export const aSavingYear = (fields: Partial<SavingYear> = {}) =>
  aRow(
    'savingYear',
    {
      id: `${fields.savingId ?? 'saving-1'}-${fields.year ?? 2020}`,
      savingId: 'saving-1',
      year: 2020,
      planned: pounds(1_000_000),
      forecast: fields.planned ?? pounds(1_000_000),
    },
    fields,
  )

export const aVersion = (fields: Partial<ForecastVersion> = {}) =>
  aRow(
    'forecastVersion',
    {
      id: 'version-1',
      position: 1,
      name: 'Approved plan',
      status: 'APPROVED',
      preparedOn: '2020-02-13',
      scope: 'HIGH_NEEDS_BLOCK',
      openingYear: 2019,
      openingBalance: NOTHING,
      ...cited,
    },
    fields,
  )

/** A forecast of one year; low and high are the central amount unless said otherwise. */
export const aForecastYear = (fields: Partial<ForecastYear> = {}) => {
  const central = fields.central ?? NOTHING
  const usual = { versionId: 'version-1', year: 2020, series: 'UNMITIGATED', basis: 'Judgement' } as const
  const id = `${fields.versionId ?? 'version-1'}-${fields.series ?? 'UNMITIGATED'}-${fields.year ?? 2020}`
  return aRow('forecastYear', { id, ...usual, low: central, central, high: central, ...cited }, fields)
}

export const aFundingLine = (fields: Partial<FundingLine> = {}) =>
  aRow(
    'fundingLine',
    {
      id: 'funding-1',
      year: 2020,
      kind: 'BLOCK_TRANSFER',
      name: 'Transfer',
      amount: pounds(500_000),
      scope: 'HIGH_NEEDS_BLOCK',
      ...cited,
    },
    fields,
  )

export const anEvent = (fields: Partial<PlanEvent> = {}) =>
  aRow(
    'event',
    {
      id: 'event-1',
      position: 1,
      kind: 'MEETING',
      title: 'Schools Forum',
      isMarker: false,
      ...open,
      ...cited,
    },
    fields,
  )

export const aCycle = (fields: Partial<Cycle> = {}) =>
  aRow(
    'cycle',
    {
      id: 'cycle-1',
      name: 'March 2020',
      opensOn: '2020-03-02',
      dueOn: '2020-03-20',
      graceUntil: '2020-03-24',
      stage: 'OPEN',
    },
    fields,
  )

export const anUpdate = (fields: Partial<Update> = {}) =>
  aRow(
    'update',
    {
      id: 'update-1',
      cycleId: 'cycle-1',
      actionId: 'action-1',
      personId: 'person-1',
      submittedOn: '2020-03-10',
      isNoChange: false,
      deliveryRag: 'GREEN',
      progress: 'Panel dates are set',
    },
    fields,
  )

/** A risk that is open, possible and moderate. */
export const aRisk = (fields: Partial<Risk> = {}) =>
  aRow(
    'risk',
    {
      id: 'risk-1',
      kind: 'RISK',
      name: 'Advice comes late',
      likelihood: 2,
      impact: 2,
      raisedOn: '2020-03-04',
      ...open,
      ...cited,
    },
    fields,
  )

export const aCondition = (fields: Partial<Condition> = {}) =>
  aRow(
    'condition',
    {
      id: 'condition-1',
      agreement: 'Safety Valve',
      number: 1,
      words: 'Report each term',
      ...open,
      ...cited,
    },
    fields,
  )

export const aProposal = (fields: Partial<SavingProposal> = {}) =>
  aRow(
    'savingProposal',
    {
      id: 'proposal-1',
      savingId: 'saving-1',
      personId: 'person-1',
      proposedOn: '2020-03-10',
      type: 'COST_AVOIDANCE',
      recurrence: 'RECURRENT',
      fundingSource: 'DSG',
      status: 'PLANNED',
      outcome: 'WAITING',
    },
    fields,
  )
