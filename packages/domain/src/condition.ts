import { isBlank } from './field.ts'
import type { Condition } from './model.ts'
import { type Plan, rowsOf } from './plan.ts'
import { byWorst, type Rating } from './rag.ts'

/** The conditions that stand, by agreement and then by their number. */
export function conditionsOf(plan: Plan): Condition[] {
  return rowsOf(plan, 'condition')
    .filter(({ droppedOn }) => droppedOn === null)
    .sort((a, b) => a.agreement.localeCompare(b.agreement) || a.number - b.number)
}

/** How a condition is shown: blue once it is met, else as it is rated. */
export function conditionRating({ rag, metOn }: Pick<Condition, 'rag' | 'metOn'>): Rating {
  return metOn ? 'COMPLETE' : (rag ?? 'NOT_RATED')
}

/** Counts as text: "3 conditions: 1 amber, 1 green, 1 met." */
export function conditionsInWords(conditions: readonly Pick<Condition, 'rag' | 'metOn'>[]): string {
  if (conditions.length === 0) return 'No condition is written down.'
  const ratings = conditions.map(conditionRating).sort(byWorst)
  const counts = [...new Set(ratings)].map(
    (rating) => `${ratings.filter((of) => of === rating).length} ${conditionWords(rating)}`,
  )
  return `${conditions.length} condition${conditions.length === 1 ? '' : 's'}: ${counts.join(', ')}.`
}

function conditionWords(rating: Rating): string {
  if (rating === 'COMPLETE') return 'met'
  return rating === 'NOT_RATED' ? 'not rated' : rating.toLowerCase()
}

type FieldProblem = { readonly field: string; readonly message: string }

const sameName = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase()

/**
 * What is wrong with a condition. Green, and that it is met, are claims to the Department for Education: they need evidence
 * and its day. Red and amber can be said without, for silence must not be the easier answer.
 */
export function problemsWithCondition(plan: Plan, condition: Condition): FieldProblem[] {
  if (condition.droppedOn !== null)
    return isMissing(condition.dropReason) ? [{ field: 'dropReason', message: 'Say why it is dropped.' }] : []
  return [...problemsWithNumber(plan, condition), ...problemsWithRating(condition)]
}

function problemsWithNumber(plan: Plan, { id, agreement, number }: Condition): FieldProblem[] {
  if (number < 1) return [{ field: 'number', message: 'Give the number that the condition has, from 1.' }]
  const isTwin = (of: Condition) => of.id !== id && of.number === number && sameName(of.agreement, agreement)
  return conditionsOf(plan).some(isTwin)
    ? [{ field: 'number', message: 'The agreement has a condition with this number: change that one.' }]
    : []
}

function problemsWithRating({ rag, ratedOn, evidence, evidenceOn, metOn }: Condition): FieldProblem[] {
  const problems: FieldProblem[] = []
  if (metOn && rag !== 'GREEN')
    problems.push({
      field: 'rag',
      message: 'A condition that is met is green: rate it so, or take back the day.',
    })
  if ((rag === 'GREEN' || metOn) && isMissing(evidence))
    problems.push({ field: 'evidence', message: 'Say what shows that it is green or met.' })
  if (!isMissing(evidence) && !evidenceOn)
    problems.push({ field: 'evidenceOn', message: 'Give the day of the evidence.' })
  if (evidenceOn && isMissing(evidence))
    problems.push({ field: 'evidence', message: 'Say what the evidence of that day is.' })
  if (rag && !ratedOn) problems.push({ field: 'ratedOn', message: 'Give the day on which it was rated.' })
  return problems
}

function isMissing(words: string | null): boolean {
  return words === null || isBlank(words)
}
