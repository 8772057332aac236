import type { Day } from './day.ts'
import type { Action, Cycle, Update } from './model.ts'
import { findRow, holdersOf, type Plan, rowsOf } from './plan.ts'
import { byWorst, shownRating } from './rag.ts'

/** How an update that is asked for stands on a day. */
export type OwedState = 'OWED' | 'IN_GRACE' | 'LATE' | 'SUBMITTED'

/** An update that a cycle asks for, and whose it is to give. */
export interface Owed {
  readonly action: Action
  readonly personIds: readonly string[]
  readonly state: OwedState
}

/** The cycle in which updates are taken now, or null between two. */
export function openCycle(plan: Plan): Cycle | null {
  return rowsOf(plan, 'cycle').find(({ stage }) => stage === 'OPEN') ?? null
}

/** The update of an action in a cycle, or null while there is none. */
export function updateIn(plan: Plan, cycle: Cycle, actionId: string): Update | null {
  return rowsOf(plan, 'update').find((of) => of.cycleId === cycle.id && of.actionId === actionId) ?? null
}

/** Every update that a cycle asks for, worst rating first: one for each action that has not ended. */
export function owedIn(plan: Plan, cycle: Cycle, today: Day): Owed[] {
  const shown = (action: Action) => shownRating(action, 'delivery', today)
  return rowsOf(plan, 'action')
    .filter(({ stage }) => stage === 'NOT_STARTED' || stage === 'IN_PROGRESS')
    .sort((a, b) => byWorst(shown(a), shown(b)))
    .map((action) => ({
      action,
      personIds: owersOf(plan, action, today),
      state: updateIn(plan, cycle, action.id) ? 'SUBMITTED' : stateOn(cycle, today),
    }))
}

/** What one person is still to answer in a cycle, or has answered, worst rating first. */
export function owedBy(plan: Plan, cycle: Cycle, personId: string, today: Day): Owed[] {
  return owedIn(plan, cycle, today).filter(({ personIds }) => personIds.includes(personId))
}

/** The owner of an action answers for it; where nobody owns it, the lead of its strand. */
function owersOf(plan: Plan, { id, strandId }: Action, today: Day): string[] {
  const owners = holdersOf(plan, 'ACTION_OWNER', today, { actionId: id })
  const people = owners.length > 0 ? owners : holdersOf(plan, 'STRAND_LEAD', today, { strandId })
  return people.map((person) => person.id)
}

function stateOn({ dueOn, graceUntil }: Cycle, today: Day): OwedState {
  if (today <= dueOn) return 'OWED'
  return today <= graceUntil ? 'IN_GRACE' : 'LATE'
}

/** True for an action whose last two cycles found it at the red or amber that it still has: its path to green did not work. */
export function isStale(plan: Plan, action: Action): boolean {
  const last = rowsOf(plan, 'update')
    .filter((of) => of.actionId === action.id && of.cycleId !== null)
    .sort((a, b) => (opened(plan, a) < opened(plan, b) ? 1 : -1))
    .slice(0, 2)
  const isUnmoved = (field: 'deliveryRag' | 'benefitRag') =>
    (action[field] === 'RED' || action[field] === 'AMBER') && last.every((of) => of[field] === action[field])
  return last.length === 2 && (isUnmoved('deliveryRag') || isUnmoved('benefitRag'))
}

function opened(plan: Plan, { cycleId }: Update): string {
  return findRow(plan, 'cycle', cycleId)?.opensOn ?? ''
}

/** True for an action of which the open cycle has heard nothing, with the deadline past. */
export function isSilent(plan: Plan, action: Action, today: Day): boolean {
  const cycle = openCycle(plan)
  if (!cycle || today <= cycle.dueOn) return false
  return owedIn(plan, cycle, today).some((of) => of.action.id === action.id && of.state !== 'SUBMITTED')
}
