import { linedDrivers } from './assumption.ts'
import type { Change } from './change.ts'
import { problemsWithCondition } from './condition.ts'
import { problemsWithConsultation } from './consultation.ts'
import { problemsWithDependency } from './dependency.ts'
import { isBlank, problemWithValue, type Value } from './field.ts'
import { problemsWithMeeting } from './meeting.ts'
import type {
  Action,
  Assignment,
  AssumptionRow,
  Condition,
  Consultation,
  Entity,
  ForecastYear,
  Meeting,
  Milestone,
  PhaseSpend,
  PlanDetails,
  Risk,
  Row,
  Saving,
  SavingProposal,
  SavingYear,
} from './model.ts'
import { entityWords, fieldsOf } from './model.ts'
import { findRow, type Plan } from './plan.ts'
import { problemsWithRisk, problemsWithRiskScale } from './risk.ts'

/** A refusal: which field of which row is wrong, and a sentence that says what to do. */
export interface Problem {
  readonly entity: Entity
  readonly id: string
  readonly field: string
  readonly message: string
}

type FieldProblem = Pick<Problem, 'field' | 'message'>

/** What is wrong with the plan after these changes, in the rows that they touch; empty when all is well. */
export function problemsAfter(next: Plan, changes: readonly Change[]): Problem[] {
  const deletions = changes.filter(({ field, after }) => field === 'id' && after === null)
  const deleted = new Set(deletions.map(({ entity, id }) => `${entity}/${id}`))
  const touched = new Map(changes.map(({ entity, id }) => [`${entity}/${id}`, { entity, id }]))
  return [
    ...changes.flatMap(problemsWithChange),
    ...repeated(changes),
    ...movedUncounted(changes),
    ...[...touched].flatMap(([key, { entity, id }]) =>
      deleted.has(key) ? [] : problemsWithRow(next, entity, id),
    ),
  ]
}

/** True for what may be the id of a plan or a row: it stands in addresses. */
export function isId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(text)
}

/** Two changes of one field in one proposal: which of them was meant cannot be known. */
function repeated(changes: readonly Change[]): Problem[] {
  const fields = new Set<string>()
  return changes.flatMap(({ entity, id, field }) => {
    const key = `${entity}/${id}/${field}`
    if (!fields.has(key)) {
      fields.add(key)
      return []
    }
    return [{ entity, id, field, message: 'This field is changed twice at once: change it once.' }]
  })
}

/** A date that changes without being counted as a move would make a slip look like the first plan. */
function movedUncounted(changes: readonly Change[]): Problem[] {
  const isCounted = ({ id }: Change) => changes.some((of) => of.id === id && of.field === 'timesMoved')
  return changes
    .filter(
      ({ entity, field, before }) => entity === 'milestone' && field === 'currentDate' && before !== null,
    )
    .filter((change) => !isCounted(change))
    .map(({ entity, id, field }) => ({ entity, id, field, message: 'Move the milestone, with the reason.' }))
}

/** Some fields are written once: the first date of a milestone is what its slip is measured from. */
function problemsWithChange({ entity, id, field, before, after }: Change): Problem[] {
  if (field !== 'id' && !Object.hasOwn(fieldsOf(entity), field)) {
    return [{ entity, id, field, message: `There is no field ${field}.` }]
  }
  if (field === 'id' && after === null) {
    return [{ entity, id, field, message: 'Nothing is deleted: stop, supersede or end it instead.' }]
  }
  if (field === 'id' && !isId(id)) {
    return [{ entity, id, field, message: 'An id must be 1 to 64 letters, digits and hyphens.' }]
  }
  if (field === 'id' && after !== id)
    return [{ entity, id, field, message: 'A row keeps the id that it began with.' }]
  if (entity === 'milestone' && field === 'firstDate' && before !== null) {
    return [
      {
        entity,
        id,
        field,
        message: 'The first date of a milestone is kept: change its current date instead.',
      },
    ]
  }
  return []
}

function problemsWithRow(plan: Plan, entity: Entity, id: string): Problem[] {
  const row = findRow(plan, entity, id)
  if (!row)
    return [{ entity, id, field: 'id', message: `There is no such ${entityWords[entity]} in this plan.` }]
  const values = row as unknown as Record<string, Value>
  const fieldProblems = Object.entries(fieldsOf(entity)).flatMap(([name, field]): FieldProblem[] => {
    const message = problemWithValue(field, values[name])
    if (message) return [{ field: name, message }]
    const isLost =
      field.refersTo && values[name] && !findRow(plan, field.refersTo as Entity, String(values[name]))
    return isLost
      ? [{ field: name, message: `${field.label}: there is no such ${field.refersTo} in this plan.` }]
      : []
  })
  const problems = fieldProblems.length > 0 ? fieldProblems : rulesFor(plan, entity, row)
  return problems.map((problem) => ({ entity, id, ...problem }))
}

function rulesFor(plan: Plan, entity: Entity, row: Row<Entity>): FieldProblem[] {
  const problems = problemsWithVisibility(row)
  if (entity === 'plan') problems.push(...problemsWithYears(row as PlanDetails))
  if (entity === 'plan') problems.push(...problemsWithRiskScale(plan, row as PlanDetails))
  if (entity === 'risk') problems.push(...problemsWithRisk(plan, row as Risk))
  if (entity === 'condition') problems.push(...problemsWithCondition(plan, row as Condition))
  if (entity === 'action') problems.push(...problemsWithAction(plan, row as Action))
  if (entity === 'milestone') problems.push(...problemsWithMilestone(row as Milestone))
  if (entity === 'saving' || entity === 'savingProposal')
    problems.push(...problemsWithSaving(row as Saving | SavingProposal))
  if (entity === 'savingYear') problems.push(...problemsWithConfirmed(row as SavingYear))
  if (entity === 'assignment') problems.push(...problemsWithAssignment(row as Assignment))
  if (entity === 'savingYear') problems.push(...problemsWithTwin(plan, entity, row, ['savingId', 'year']))
  if (entity === 'forecastYear')
    problems.push(...problemsWithTwin(plan, entity, row, ['versionId', 'series', 'year']))
  if (entity === 'forecastYear') problems.push(...problemsWithRange(row as ForecastYear))
  if (entity === 'assumption') problems.push(...problemsWithAssumption(plan, row as AssumptionRow))
  if (entity === 'budgetReport') problems.push(...problemsWithTwin(plan, entity, row, ['lineId', 'asOf']))
  if (entity === 'deficitRecord')
    problems.push(...problemsWithTwin(plan, entity, row, ['record', 'asOf', 'scope']))
  if (entity === 'newsletter' || entity === 'pack')
    problems.push(...problemsWithTwin(plan, entity, row, ['number'], NUMBER_TAKEN))
  if (entity === 'meeting') problems.push(...problemsWithMeeting(row as Meeting))
  if (entity === 'consultation') problems.push(...problemsWithConsultation(row as Consultation))
  if (entity === 'phaseSpend') problems.push(...problemsWithPhaseSpend(plan, row as PhaseSpend))
  if (entity === 'dependency') problems.push(...problemsWithDependency(plan, row as Row<'dependency'>))
  return problems
}

function problemsWithVisibility(row: object): FieldProblem[] {
  const { visibility, visibilityReason } = row as { visibility?: string; visibilityReason?: string | null }
  return visibility && visibility !== 'PUBLIC' && isMissing(visibilityReason)
    ? [
        {
          field: 'visibilityReason',
          message: 'Say why this is not public, for example "Schedule 12A, paragraph 3".',
        },
      ]
    : []
}

function problemsWithAction(plan: Plan, action: Action): FieldProblem[] {
  const problems: FieldProblem[] = []
  const isOffTrack = [action.deliveryRag, action.benefitRag].some((rag) => rag === 'RED' || rag === 'AMBER')
  if (isOffTrack && isMissing(action.reason))
    problems.push({ field: 'reason', message: 'Say why the rating is not green.' })
  if (isOffTrack && isMissing(action.pathToGreen)) {
    problems.push({ field: 'pathToGreen', message: 'Say what will bring it back to green.' })
  }
  if ((action.deliveryRag || action.benefitRag) && !action.ratedOn) {
    problems.push({ field: 'ratedOn', message: 'Give the day on which it was rated.' })
  }
  if ((action.stage === 'STOPPED' || action.stage === 'SUPERSEDED') && isMissing(action.stageReason)) {
    problems.push({ field: 'stageReason', message: 'Say why the action was stopped or superseded.' })
  }
  if (isPartOfItself(plan, action))
    problems.push({ field: 'parentId', message: 'An action cannot be part of itself.' })
  if (action.startsOn && action.dueOn && action.dueOn < action.startsOn) {
    problems.push({ field: 'dueOn', message: 'The due date must not be before the start.' })
  }
  return problems
}

/** True when the way up from an action, through what it is part of, leads back to it. */
function isPartOfItself(plan: Plan, action: Action): boolean {
  const above = new Set<string>()
  for (
    let at = action.parentId;
    at !== null && !above.has(at);
    at = findRow(plan, 'action', at)?.parentId ?? null
  )
    above.add(at)
  return above.has(action.id)
}

function isMissing(words: string | null | undefined): boolean {
  return words === null || words === undefined || isBlank(words)
}

function problemsWithYears(plan: PlanDetails): FieldProblem[] {
  return plan.lastYear < plan.firstYear
    ? [{ field: 'lastYear', message: 'The last year must not be before the first.' }]
    : []
}

/** Some roles are held on an action or a strand, and the others on the whole plan: nothing else is a role. */
function problemsWithAssignment(held: Assignment): FieldProblem[] {
  const { role, strandId, actionId } = held
  if (held.toDay !== null && held.toDay < held.fromDay)
    return [{ field: 'toDay', message: 'A role cannot end before it began.' }]
  if ((role === 'ACTION_OWNER') !== (actionId !== null))
    return [{ field: 'actionId', message: 'An action owner, and nobody else, owns an action: choose it.' }]
  return (role === 'STRAND_LEAD') === (strandId !== null)
    ? []
    : [{ field: 'strandId', message: 'A strand lead, and nobody else, leads a strand: choose it.' }]
}

/** A second row for the same year would count its money twice. */
const NUMBER_TAKEN = 'That number was taken just now. Load the page again.'

function problemsWithTwin(
  plan: Plan,
  entity: Entity,
  row: Row<Entity>,
  key: readonly string[],
  message = 'This year is there already: change it instead.',
): FieldProblem[] {
  const rows: readonly object[] = Object.values(plan.tables[entity])
  const mine = row as unknown as Record<string, Value>
  const isTwin = (other: Record<string, Value>) =>
    other.id !== mine.id && key.every((field) => other[field] === mine[field])
  return rows.some((other) => isTwin(other as Record<string, Value>))
    ? [{ field: key.at(-1) ?? 'id', message }]
    : []
}

/** Money goes to a phase once in a year: a second row would count it twice. */
function problemsWithPhaseSpend(plan: Plan, row: PhaseSpend): FieldProblem[] {
  return row.amount < 0
    ? [{ field: 'amount', message: 'Write spending as a positive amount.' }]
    : problemsWithTwin(plan, 'phaseSpend', row, ['year', 'phase', 'scope'])
}

function problemsWithMilestone(milestone: Milestone): FieldProblem[] {
  return milestone.doneOn && !milestone.isDone
    ? [{ field: 'isDone', message: 'A milestone with a day on which it was done must be marked done.' }]
    : []
}

/** What finance confirms is what was reported: a report that changes in the same moment is not confirmed unseen. */
function problemsWithConfirmed({ delivered, confirmed }: SavingYear): FieldProblem[] {
  return confirmed === null || confirmed === delivered
    ? []
    : [{ field: 'confirmed', message: 'Only what has been reported as delivered can be confirmed.' }]
}

/** Places say the whole of it, or nothing. */
function problemsWithPlaces(saving: Saving | SavingProposal): FieldProblem[] {
  const { placement, fewerPlaces, costOfPlace, costInstead } = saving
  const parts = { placement, fewerPlaces, costOfPlace }
  if (Object.values(parts).every((part) => part === null)) return []
  if (placement === null)
    return [{ field: 'placement', message: 'Choose the category in which places are saved.' }]
  if (fewerPlaces === null || fewerPlaces <= 0)
    return [{ field: 'fewerPlaces', message: 'Write how many fewer places, such as 12.' }]
  if (costOfPlace === null || costOfPlace <= (costInstead ?? 0))
    return [
      { field: 'costOfPlace', message: 'Write what a place costs: more than what is provided instead.' },
    ]
  return []
}

/** A figure that nobody can work out again is not a figure. */
function problemsWithSaving(saving: Saving | SavingProposal): FieldProblem[] {
  if (saving.fullYearValue !== null && isMissing(saving.baseline))
    return [{ field: 'baseline', message: 'Say what the figure is measured against.' }]
  if (saving.fullYearValue !== null && isMissing(saving.method))
    return [{ field: 'method', message: 'Say how the figure is worked out.' }]
  const places = problemsWithPlaces(saving)
  if (places.length > 0) return places
  const percent = saving.confidencePercent
  if (percent === null) return []
  if (percent < 0 || percent > 100) {
    return [{ field: 'confidencePercent', message: 'Confidence must be between 0 and 100 per cent.' }]
  }
  return isMissing(saving.confidenceReason)
    ? [{ field: 'confidenceReason', message: 'Say what the confidence rests on.' }]
    : []
}

function problemsWithRange(forecast: ForecastYear): FieldProblem[] {
  return forecast.low <= forecast.central && forecast.central <= forecast.high
    ? []
    : [{ field: 'central', message: 'Low, central and high must be in order, the largest deficit first.' }]
}

/** Two assumptions for the same thing would leave it open which of them was meant. */
function problemsWithAssumption(plan: Plan, row: AssumptionRow): FieldProblem[] {
  if (row.droppedOn !== null) return []
  if ((row.low ?? row.value) > row.value || (row.high ?? row.value) < row.value)
    return [{ field: 'value', message: 'The value must lie between low and high.' }]
  if (linedDrivers.includes(row.driver) !== !isMissing(row.line))
    return [
      { field: 'line', message: 'A line of spend or of deductions, and nothing else, has a name: write it.' },
    ]
  const isTwin = (of: AssumptionRow) =>
    of.id !== row.id &&
    of.droppedOn === null &&
    (['versionId', 'driver', 'category', 'year', 'line'] as const).every((name) => of[name] === row[name])
  return Object.values(plan.tables.assumption).some(isTwin)
    ? [{ field: 'driver', message: 'This is there already for the same year: change it instead.' }]
    : []
}
