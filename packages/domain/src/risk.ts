import type { PlanDetails, Risk } from './model.ts'
import { detailsOf, type Plan, rowsOf } from './plan.ts'
import { type Rag, rags, riskKinds } from './vocabulary.ts'

/** How far likelihood and impact go, each from 1: a matrix of three by three, or of five by five. */
export type RiskScale = 3 | 5

export const riskScales = [3, 5] as const satisfies readonly RiskScale[]

/** The scale of a plan: three by three until another is chosen. */
export function riskScaleOf(plan: Plan): RiskScale {
  return detailsOf(plan).riskScale === 5 ? 5 : 3
}

/** What the numbers of each scale mean, from 1. */
const likelihoods: Readonly<Record<RiskScale, readonly string[]>> = {
  3: ['Unlikely', 'Possible', 'Likely'],
  5: ['Rare', 'Unlikely', 'Possible', 'Likely', 'Almost certain'],
}
const impacts: Readonly<Record<RiskScale, readonly string[]>> = {
  3: ['Minor', 'Moderate', 'Major'],
  5: ['Negligible', 'Minor', 'Moderate', 'Major', 'Severe'],
}

/** How likely a risk is, in words: "3 Likely". Without a number it is an issue, which has happened. */
export function likelihoodInWords(likelihood: number | null, scale: RiskScale): string {
  if (likelihood === null) return 'Has happened'
  return [likelihood, likelihoods[scale][likelihood - 1]].filter(Boolean).join(' ')
}

/** How much a risk would do, in words: "2 Moderate". */
export function impactInWords(impact: number, scale: RiskScale): string {
  return [impact, impacts[scale][impact - 1]].filter(Boolean).join(' ')
}

/**
 * The lowest score of amber and of red on each scale. On three by three, red begins at 6 of 9 and amber at 3; on five by
 * five, red begins at 15 of 25 and amber at 6. These are the product's own bands: no council's are published as a standard,
 * but the top of the small scale is Solihull's "Red 9, the highest level" (2019).
 */
const bands: Readonly<Record<RiskScale, { readonly amber: number; readonly red: number }>> = {
  3: { amber: 3, red: 6 },
  5: { amber: 6, red: 15 },
}

/** The rating of a score on a scale: the one place that says where amber and red begin. */
export function ratingOfScore(score: number, scale: RiskScale): Rag {
  const { amber, red } = bands[scale]
  return score >= red ? 'RED' : score >= amber ? 'AMBER' : 'GREEN'
}

/** The bands of a scale in words, to stand beside the choice. */
export function bandsInWords(scale: RiskScale): string {
  const { amber, red } = bands[scale]
  return `Score = likelihood × impact. Red from ${red} of ${scale * scale}, amber from ${amber}, green below. An issue has happened, so it counts as the highest likelihood.`
}

/** Likelihood times impact. An issue has happened, so it counts as the highest likelihood of the scale. */
export function riskScore(
  { likelihood, impact }: Pick<Risk, 'likelihood' | 'impact'>,
  scale: RiskScale,
): number {
  return (likelihood ?? scale) * impact
}

/** The risks and issues that are open, the highest score first and then the oldest. */
export function risksOf(plan: Plan): Risk[] {
  const scale = riskScaleOf(plan)
  return rowsOf(plan, 'risk')
    .filter(({ closedOn }) => closedOn === null)
    .sort((a, b) => riskScore(b, scale) - riskScore(a, scale) || a.raisedOn.localeCompare(b.raisedOn))
}

/** The risks and issues that are closed, the last closed first. They keep their numbers, and have no score any more. */
export function closedRisksOf(plan: Plan): Risk[] {
  return rowsOf(plan, 'risk')
    .filter(({ closedOn }) => closedOn !== null)
    .sort((a, b) => (b.closedOn ?? '').localeCompare(a.closedOn ?? ''))
}

type Scored = Pick<Risk, 'kind' | 'likelihood' | 'impact'>

/** A place in the matrix: a likelihood (none for issues), an impact, and what stands there. */
export interface RiskCell<R extends Scored> {
  readonly impact: number
  readonly score: number
  readonly rating: Rag
  readonly risks: readonly R[]
}

export interface RiskMatrixRow<R extends Scored> {
  readonly likelihood: number | null
  readonly cells: readonly RiskCell<R>[]
}

/** The matrix of likelihood by impact: what has happened first, then the likeliest; impacts from 1. */
export function riskMatrix<R extends Scored>(risks: readonly R[], scale: RiskScale): RiskMatrixRow<R>[] {
  const numbers = Array.from({ length: scale }, (_, index) => index + 1)
  return [null, ...numbers.toReversed()].map((likelihood) => ({
    likelihood,
    cells: numbers.map((impact) => {
      const score = riskScore({ likelihood, impact }, scale)
      const isHere = (risk: R) => risk.likelihood === likelihood && risk.impact === impact
      return { impact, score, rating: ratingOfScore(score, scale), risks: risks.filter(isHere) }
    }),
  }))
}

/** Counts as text: "2 open risks, 1 open issue: 1 red, 2 amber." */
export function risksInWords(risks: readonly Scored[], scale: RiskScale): string {
  if (risks.length === 0) return 'No open risk or issue.'
  const kinds = (Object.keys(riskKinds) as Risk['kind'][]).flatMap((kind) => {
    const count = risks.filter((risk) => risk.kind === kind).length
    return count > 0 ? [`${count} open ${riskKinds[kind].toLowerCase()}${count === 1 ? '' : 's'}`] : []
  })
  const ratings = (Object.keys(rags) as Rag[]).flatMap((rag) => {
    const count = risks.filter((risk) => ratingOfScore(riskScore(risk, scale), scale) === rag).length
    return count > 0 ? [`${count} ${rags[rag].toLowerCase()}`] : []
  })
  return `${kinds.join(', ')}: ${ratings.join(', ')}.`
}

type FieldProblem = { readonly field: string; readonly message: string }

/** What is wrong with a risk: a score that is missing or off the scale, or a closing without its reason. */
export function problemsWithRisk(plan: Plan, risk: Risk): FieldProblem[] {
  if (risk.closedOn !== null)
    return risk.closeReason ? [] : [{ field: 'closeReason', message: 'Say why it is closed.' }]
  return problemsWithScore(risk, riskScaleOf(plan))
}

function problemsWithScore({ kind, likelihood, impact }: Risk, scale: RiskScale): FieldProblem[] {
  const isOff = (number: number) => number < 1 || number > scale
  const problems: FieldProblem[] = []
  if (kind === 'ISSUE' && likelihood !== null)
    problems.push({ field: 'likelihood', message: 'An issue has happened, so it has no likelihood.' })
  if (kind === 'RISK' && (likelihood === null || isOff(likelihood)))
    problems.push({ field: 'likelihood', message: `Say how likely it is, from 1 to ${scale}.` })
  if (isOff(impact)) problems.push({ field: 'impact', message: `Say what it would do, from 1 to ${scale}.` })
  return problems
}

/** What is wrong with a scale of risks: one that is not there, or one that open risks do not fit. */
export function problemsWithRiskScale(plan: Plan, { riskScale }: PlanDetails): FieldProblem[] {
  if (riskScale !== null && riskScale !== 3 && riskScale !== 5)
    return [{ field: 'riskScale', message: 'Choose a scale of 3 or of 5.' }]
  const scale = riskScale ?? 3
  const outside = risksOf(plan).filter((risk) => Math.max(risk.likelihood ?? 1, risk.impact) > scale)
  if (outside.length === 0) return []
  const names = outside.map(({ name }) => `“${name}”`).join(', ')
  return [
    { field: 'riskScale', message: `Score these between 1 and ${scale} first, or close them: ${names}.` },
  ]
}
