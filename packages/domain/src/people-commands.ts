import { type Command, edit, entrySourceId, handOver, type Outcome, refused } from './command.ts'
import { type Day, dayInWords } from './day.ts'
import type { Assignment } from './model.ts'
import { type Subject, toAction, wholePlan } from './permission.ts'
import { findRow, type Plan } from './plan.ts'
import type { Viewer } from './viewer.ts'
import type { Role } from './vocabulary.ts'

type HeldOn = Pick<Assignment, 'role' | 'strandId' | 'actionId'>

/** What a role is held on, as what something is done to; nothing where that is not in this plan. */
function heldOn(plan: Plan, { strandId, actionId }: Omit<HeldOn, 'role'>): Subject[] {
  if (actionId !== null) {
    const action = findRow(plan, 'action', actionId)
    return action ? [toAction(action)] : []
  }
  if (strandId === null) return [{}]
  return findRow(plan, 'strand', strandId) ? [{ strandId }] : []
}

/** What a role that is held is held on; nothing where there is no such role. */
export function heldAs(plan: Plan, { assignmentId }: { readonly assignmentId: string }): Subject[] {
  const held = findRow(plan, 'assignment', assignmentId)
  return held ? heldOn(plan, held) : []
}

/** What is wrong with giving this role to this person: two pairs of eyes are worth nothing when both are one's own. */
function problemWith(role: Role, personId: string, { personId: me }: Viewer): string | null {
  if (role === 'ADMINISTRATOR') return 'Administrators are appointed on the accounts page, not in a plan.'
  const isOfPart = role === 'ACTION_OWNER' || role === 'STRAND_LEAD'
  return personId === me && !isOfPart ? 'Nobody gives a role to themselves: ask somebody else to.' : null
}

/** Adds a person, or a post, who may then be given roles. */
export const addPerson: Command<{ readonly name: string; readonly jobTitle?: string | null | undefined }> = {
  operation: 'HAND_OVER',
  subjects: wholePlan,
  run: (plan, { name, jobTitle = null }, { newId }) =>
    edit(plan, { person: { [newId]: { name, jobTitle, sourceId: entrySourceId(plan) } } }),
  why: (_, { name }) => `Added ${name}`,
}

/** A role to be given to a person from a day, on a strand, an action or (with neither) the whole plan. */
export interface GivenRole {
  readonly personId: string
  readonly role: Role
  readonly strandId?: string | null | undefined
  readonly actionId?: string | null | undefined
  readonly fromDay: Day
}

/** Gives a role to a person, beside whoever else holds it. */
export const giveRole: Command<GivenRole> = {
  operation: 'HAND_OVER',
  subjects: (plan, { strandId, actionId }) =>
    heldOn(plan, { strandId: strandId ?? null, actionId: actionId ?? null }),
  run: (plan, { personId, role, strandId = null, actionId = null, fromDay }, { viewer, newId }) => {
    const problem = problemWith(role, personId, viewer)
    if (problem) return refused('assignment', newId, 'role', problem)
    return edit(plan, { assignment: { [newId]: { personId, role, strandId, actionId, fromDay } } })
  },
  why: (plan, { personId }) => `A role for ${nameOf(plan, personId)}`,
}

/** Hands a role over on a day: what is owed from then on is owed by the next holder, and history stays with the last. */
export const handOverRole: Command<{
  readonly assignmentId: string
  readonly toPersonId: string
  readonly onDay: Day
}> = {
  operation: 'HAND_OVER',
  subjects: heldAs,
  run: (plan, { assignmentId, toPersonId, onDay }, { viewer, newId }) =>
    withHeld(plan, assignmentId, (held) => {
      const problem = problemWith(held.role, toPersonId, viewer)
      if (problem) return refused('assignment', assignmentId, 'toPersonId', problem)
      if (held.personId === toPersonId)
        return refused('assignment', assignmentId, 'toPersonId', 'This person holds the role already.')
      return handOver(plan, assignmentId, { id: newId, personId: toPersonId }, onDay)
    }),
  why: (plan, { toPersonId, onDay }) => `Handed over to ${nameOf(plan, toPersonId)} on ${dayInWords(onDay)}`,
}

/** Ends a role on a day without a next holder. */
export const endRole: Command<{ readonly assignmentId: string; readonly onDay: Day }> = {
  operation: 'HAND_OVER',
  subjects: heldAs,
  run: (plan, { assignmentId, onDay }) =>
    withHeld(plan, assignmentId, ({ toDay }) =>
      toDay
        ? refused('assignment', assignmentId, 'onDay', 'This role has ended already.')
        : edit(plan, { assignment: { [assignmentId]: { toDay: onDay } } }),
    ),
  why: (_, { onDay }) => `Ended on ${dayInWords(onDay)}`,
}

function withHeld(plan: Plan, assignmentId: string, goOn: (held: Assignment) => Outcome): Outcome {
  const held = findRow(plan, 'assignment', assignmentId)
  return held ? goOn(held) : refused('assignment', assignmentId, 'id', 'There is no such role in this plan.')
}

function nameOf(plan: Plan, personId: string): string {
  return findRow(plan, 'person', personId)?.name ?? 'somebody'
}
