import type { Day } from './day.ts'
import { yearOf } from './financial-year.ts'
import type { Action, Saving } from './model.ts'
import { inShort, type Pence, total } from './money.ts'
import { type Plan, rowsOf } from './plan.ts'
import type { Rag } from './vocabulary.ts'

/** The benefit rating that the figures of an action speak for, and the figures in a sentence. */
export interface ProposedBenefit {
  readonly rag: Rag
  readonly because: string
  readonly planned: Pence
  readonly forecast: Pence
}

/** Green from this share of the plan, amber from the next: field practice, not a rule of the department. */
const GREEN_FROM = 95
const AMBER_FROM = 75

/** The savings that an action is expected to make; one that was withdrawn is expected no more. */
export function savingsOf(plan: Plan, actionId: string): Saving[] {
  return rowsOf(plan, 'saving').filter((of) => of.actionId === actionId && of.status !== 'WITHDRAWN')
}

/** The savings of an action that whoever may know the action may know too: only their sums may be written beside it. */
export function savingsAsOpenAs(plan: Plan, { id, visibility }: Action): Saving[] {
  return savingsOf(plan, id).filter((of) => of.visibility === 'PUBLIC' || of.visibility === visibility)
}

/**
 * The benefit rating that savings speak for: forecast against planned, in the financial year of `today` and all later
 * ones. Null where nothing is planned. A person decides; this is proposed.
 */
export function proposedBenefit(
  plan: Plan,
  action: Action,
  today: Day,
  savings: readonly Saving[] = savingsOf(plan, action.id),
): ProposedBenefit | null {
  const ids = new Set(savings.map(({ id }) => id))
  const years = rowsOf(plan, 'savingYear').filter((of) => ids.has(of.savingId) && of.year >= yearOf(today))
  const planned = total(years.map((of) => of.planned))
  const forecast = total(years.map((of) => of.forecast))
  if (planned <= 0) return null
  // Rounded down, so that 94.9 per cent is not called 95.
  const percent = Math.floor((forecast * 100) / planned)
  const rag = percent >= GREEN_FROM ? 'GREEN' : percent >= AMBER_FROM ? 'AMBER' : 'RED'
  const because = `${inShort(forecast)} is forecast of ${inShort(planned)} planned, ${percent}%.`
  return { rag, because, planned, forecast }
}
