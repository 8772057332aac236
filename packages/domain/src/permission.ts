import type { Action, Saving } from './model.ts'
import type { Viewer } from './viewer.ts'
import type { Role } from './vocabulary.ts'

/** What something is done to: a strand, an action of a strand, or (with neither) the whole plan. */
export interface Subject {
  readonly strandId?: string | null
  readonly actionId?: string | null
  /** The person who answers for it by name, as the owner of a risk does. */
  readonly ownerId?: string | null
}

/**
 * How far a role may do something: anywhere; on the strand that it leads or the action that it owns; or only on the
 * actions of the strand that it leads.
 */
type Reach = 'ANYWHERE' | 'OWN' | 'OWN_ACTIONS'
type Grants = Readonly<Partial<Record<Role, Reach>>>

/** Everything that needs permission, and who has it. What is not named here nobody may do. */
const grants = {
  UPDATE_ACTION: { PROGRAMME_MANAGER: 'ANYWHERE', STRAND_LEAD: 'OWN', ACTION_OWNER: 'OWN' },
  MOVE_MILESTONE: { PROGRAMME_MANAGER: 'ANYWHERE', STRAND_LEAD: 'OWN', ACTION_OWNER: 'OWN' },
  EDIT_ACTION: { PROGRAMME_MANAGER: 'ANYWHERE', STRAND_LEAD: 'OWN' },
  ADD_ACTION: { PROGRAMME_MANAGER: 'ANYWHERE', STRAND_LEAD: 'OWN' },
  EDIT_STRAND: { PROGRAMME_MANAGER: 'ANYWHERE', STRAND_LEAD: 'OWN' },
  ADD_STRAND: { PROGRAMME_MANAGER: 'ANYWHERE' },
  EDIT_PLAN: { PROGRAMME_MANAGER: 'ANYWHERE' },
  HAND_OVER: {
    PROGRAMME_MANAGER: 'ANYWHERE',
    DIRECTOR_OF_CHILDRENS_SERVICES: 'ANYWHERE',
    ADMINISTRATOR: 'ANYWHERE',
    STRAND_LEAD: 'OWN_ACTIONS',
  },
  PROPOSE_SAVING: {
    FINANCE_BUSINESS_PARTNER: 'ANYWHERE',
    PROGRAMME_MANAGER: 'ANYWHERE',
    STRAND_LEAD: 'OWN',
    ACTION_OWNER: 'OWN',
  },
  EDIT_SAVING: { FINANCE_BUSINESS_PARTNER: 'ANYWHERE', PROGRAMME_MANAGER: 'ANYWHERE', STRAND_LEAD: 'OWN' },
  DECIDE_SAVING: { FINANCE_BUSINESS_PARTNER: 'ANYWHERE', SECTION_151_OFFICER: 'ANYWHERE' },
  EDIT_FORECAST: { FINANCE_BUSINESS_PARTNER: 'ANYWHERE', SECTION_151_OFFICER: 'ANYWHERE' },
  APPROVE_FORECAST: { SECTION_151_OFFICER: 'ANYWHERE', DIRECTOR_OF_CHILDRENS_SERVICES: 'ANYWHERE' },
  MANAGE_CYCLES: { PROGRAMME_MANAGER: 'ANYWHERE' },
  SIGN_OFF_CYCLE: { DIRECTOR_OF_CHILDRENS_SERVICES: 'ANYWHERE', SECTION_151_OFFICER: 'ANYWHERE' },
  ASK: {
    REFERENCE_GROUP_MEMBER: 'ANYWHERE',
    CABINET_MEMBER: 'ANYWHERE',
    PROGRAMME_MANAGER: 'ANYWHERE',
    DIRECTOR_OF_CHILDRENS_SERVICES: 'ANYWHERE',
  },
  ANSWER: { PROGRAMME_MANAGER: 'ANYWHERE', DIRECTOR_OF_CHILDRENS_SERVICES: 'ANYWHERE', STRAND_LEAD: 'OWN' },
  EDIT_MEETING: { PROGRAMME_MANAGER: 'ANYWHERE', DIRECTOR_OF_CHILDRENS_SERVICES: 'ANYWHERE' },
  EDIT_CONSULTATION: { PROGRAMME_MANAGER: 'ANYWHERE', DIRECTOR_OF_CHILDRENS_SERVICES: 'ANYWHERE' },
  MODERATE: { PROGRAMME_MANAGER: 'ANYWHERE' },
  EDIT_NEWSLETTER: { PROGRAMME_MANAGER: 'ANYWHERE' },
  APPROVE_NEWSLETTER: { DIRECTOR_OF_CHILDRENS_SERVICES: 'ANYWHERE', SECTION_151_OFFICER: 'ANYWHERE' },
  EDIT_PACK: { PROGRAMME_MANAGER: 'ANYWHERE' },
  SIGN_PACK: {
    STRAND_LEAD: 'OWN',
    FINANCE_BUSINESS_PARTNER: 'ANYWHERE',
    DIRECTOR_OF_CHILDRENS_SERVICES: 'ANYWHERE',
    SECTION_151_OFFICER: 'ANYWHERE',
    CABINET_MEMBER: 'ANYWHERE',
  },
  EDIT_RISK: {
    PROGRAMME_MANAGER: 'ANYWHERE',
    FINANCE_BUSINESS_PARTNER: 'ANYWHERE',
    SECTION_151_OFFICER: 'ANYWHERE',
    DIRECTOR_OF_CHILDRENS_SERVICES: 'ANYWHERE',
    STRAND_LEAD: 'OWN',
  },
  RESCORE_RISK: {
    PROGRAMME_MANAGER: 'ANYWHERE',
    FINANCE_BUSINESS_PARTNER: 'ANYWHERE',
    SECTION_151_OFFICER: 'ANYWHERE',
    DIRECTOR_OF_CHILDRENS_SERVICES: 'ANYWHERE',
    STRAND_LEAD: 'OWN',
  },
  EDIT_CONDITION: {
    PROGRAMME_MANAGER: 'ANYWHERE',
    FINANCE_BUSINESS_PARTNER: 'ANYWHERE',
    SECTION_151_OFFICER: 'ANYWHERE',
    DIRECTOR_OF_CHILDRENS_SERVICES: 'ANYWHERE',
  },
  RATE_CONDITION: {
    PROGRAMME_MANAGER: 'ANYWHERE',
    FINANCE_BUSINESS_PARTNER: 'ANYWHERE',
    SECTION_151_OFFICER: 'ANYWHERE',
    DIRECTOR_OF_CHILDRENS_SERVICES: 'ANYWHERE',
  },
  SEE_WHO_OWES: {
    PROGRAMME_MANAGER: 'ANYWHERE',
    FINANCE_BUSINESS_PARTNER: 'ANYWHERE',
    SECTION_151_OFFICER: 'ANYWHERE',
    DIRECTOR_OF_CHILDRENS_SERVICES: 'ANYWHERE',
    STRAND_LEAD: 'OWN',
  },
  SEE_MAIL: { PROGRAMME_MANAGER: 'ANYWHERE', ADMINISTRATOR: 'ANYWHERE' },
  MANAGE_ACCOUNTS: { ADMINISTRATOR: 'ANYWHERE' },
  CREATE_PLAN: { ADMINISTRATOR: 'ANYWHERE' },
} as const satisfies Record<string, Grants>

/** Something that needs permission. */
export type Operation = keyof typeof grants

export const operations = Object.keys(grants) as Operation[]

/** What may be done as well by whoever answers for it by name, in any role. */
const ofItsOwner: readonly Operation[] = ['RESCORE_RISK', 'RATE_CONDITION']

/** True when one of the viewer's roles lets this be done to this. The only author of permission. */
export function can(viewer: Viewer, operation: Operation, subject: Subject = {}): boolean {
  const isOwner = viewer.personId !== null && viewer.personId === (subject.ownerId ?? null)
  if (isOwner && ofItsOwner.includes(operation)) return true
  const allowed: Grants = grants[operation]
  return viewer.roles.some(({ role, strandId, actionId }) => {
    const reach = allowed[role]
    if (reach === undefined) return false
    if (reach === 'ANYWHERE') return true
    const ownsAction = actionId !== null && actionId === (subject.actionId ?? null)
    const leadsStrand = strandId !== null && strandId === (subject.strandId ?? null)
    return reach === 'OWN' ? ownsAction || leadsStrand : leadsStrand && Boolean(subject.actionId)
  })
}

/** The whole plan as what something is done to: for commands that are about no strand and no action. */
export const wholePlan = (): Subject[] => [{}]

/** An action as what something is done to. */
export function toAction({ id, strandId }: Pick<Action, 'id' | 'strandId'>): Subject {
  return { strandId, actionId: id }
}

/** A saving as what something is done to: it belongs to its strand, and to its action where it has one. */
export function toSaving({ strandId, actionId }: Pick<Saving, 'strandId' | 'actionId'>): Subject {
  return { strandId, actionId }
}
