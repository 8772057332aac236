import { type Command, edit, type Outcome, refused } from './command.ts'
import { openCycle } from './cycle.ts'
import type { Day } from './day.ts'
import { isBlank } from './field.ts'
import type { Cycle } from './model.ts'
import { wholePlan } from './permission.ts'
import { findRow, type Plan, rowsOf } from './plan.ts'

/** A reporting cycle to be opened. */
export interface CycleInput {
  readonly name: string
  readonly opensOn: Day
  readonly dueOn: Day
  readonly graceUntil: Day
}

/** Begins a round of updates. There is one at a time, so that everybody knows which is asked for. */
export const openReportingCycle: Command<CycleInput> = {
  operation: 'MANAGE_CYCLES',
  subjects: wholePlan,
  run: (plan, { name, opensOn, dueOn, graceUntil }) => {
    const id = `cycle-${rowsOf(plan, 'cycle').length + 1}`
    const open = openCycle(plan)
    if (open) return refused('cycle', id, 'stage', `${open.name} is still open: review it first.`)
    if (dueOn < opensOn) return refused('cycle', id, 'dueOn', 'The deadline must not be before the opening.')
    if (graceUntil < dueOn)
      return refused('cycle', id, 'graceUntil', 'The grace must not end before the deadline.')
    return edit(plan, { cycle: { [id]: { name, opensOn, dueOn, graceUntil, stage: 'OPEN' } } })
  },
  why: (_, { name }) => `Opened ${name} for updates`,
}

/** Closes a cycle for updates and records who has read them. */
export const reviewCycle: Command<{ cycleId: string }> = {
  operation: 'MANAGE_CYCLES',
  subjects: wholePlan,
  run: (plan, { cycleId }, { viewer, today }) =>
    inStage(plan, cycleId, 'OPEN', 'Only an open cycle can be reviewed.', viewer.personId, (_, personId) =>
      edit(plan, {
        cycle: { [cycleId]: { stage: 'IN_REVIEW', reviewedOn: today, reviewedById: personId } },
      }),
    ),
  why: (plan, { cycleId }) => `Reviewed ${nameOf(plan, cycleId)}`,
}

/** Signs a reviewed cycle off with a statement, by somebody other than its reviewer: four eyes. */
export const signOffCycle: Command<{ cycleId: string; statement: string }> = {
  operation: 'SIGN_OFF_CYCLE',
  subjects: wholePlan,
  run: (plan, { cycleId, statement }, { viewer, today }) => {
    const message = 'Only a cycle that has been reviewed can be signed off.'
    return inStage(plan, cycleId, 'IN_REVIEW', message, viewer.personId, (cycle, personId) => {
      if (cycle.reviewedById === personId)
        return refused('cycle', cycleId, 'signedOffById', 'Whoever reviewed a cycle may not sign it off.')
      if (isBlank(statement))
        return refused('cycle', cycleId, 'statement', 'Say what you sign off, in a sentence.')
      return edit(plan, {
        cycle: {
          [cycleId]: { stage: 'SIGNED_OFF', signedOffOn: today, signedOffById: personId, statement },
        },
      })
    })
  },
  why: (plan, { cycleId }) => `Signed off ${nameOf(plan, cycleId)}`,
}

function nameOf(plan: Plan, cycleId: string): string {
  return findRow(plan, 'cycle', cycleId)?.name ?? 'a reporting cycle'
}

/** Goes on with a cycle that is there, in this stage, and with a person of the plan to answer for it. */
function inStage(
  plan: Plan,
  cycleId: string,
  stage: Cycle['stage'],
  message: string,
  personId: string | null,
  goOn: (cycle: Cycle, personId: string) => Outcome,
): Outcome {
  const cycle = findRow(plan, 'cycle', cycleId)
  if (!cycle) return refused('cycle', cycleId, 'id', 'There is no such reporting cycle in this plan.')
  if (personId === null)
    return refused('cycle', cycleId, 'stage', 'Only a person of this plan can answer for a cycle.')
  return cycle.stage === stage ? goOn(cycle, personId) : refused('cycle', cycleId, 'stage', message)
}
