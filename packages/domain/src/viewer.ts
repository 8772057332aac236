import type { Day } from './day.ts'
import { findRow, isHeldOn, type Plan, rowsOf } from './plan.ts'
import type { Role } from './vocabulary.ts'

/** A role and what it is held on: a strand, an action, or (with neither) the whole plan. */
export interface HeldRole {
  readonly role: Role
  readonly strandId: string | null
  readonly actionId: string | null
}

/** Who is looking: a person of the plan with the roles held today, or (with neither) the public. */
export interface Viewer {
  readonly personId: string | null
  readonly roles: readonly HeldRole[]
}

/** Anybody at all, not signed in. */
export const THE_PUBLIC: Viewer = { personId: null, roles: [] }

/** A person as a viewer, with the roles that the plan gives that person on a day. */
export function viewerOf(plan: Plan, personId: string | null, today: Day): Viewer {
  if (!findRow(plan, 'person', personId)) return THE_PUBLIC
  const roles = rowsOf(plan, 'assignment')
    .filter((held) => held.personId === personId && isHeldOn(held, today))
    .map(({ role, strandId, actionId }) => ({ role, strandId, actionId }))
  return { personId, roles }
}

/** The same viewer with a role on the whole plan besides: an administrator of the installation. */
export function withRole(viewer: Viewer, role: Role): Viewer {
  return { ...viewer, roles: [...viewer.roles, { role, strandId: null, actionId: null }] }
}
