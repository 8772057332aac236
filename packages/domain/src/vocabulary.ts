/** The closed lists of the plan, each value with the words people see. Source of terms: the field glossary. */
export type Words<T extends string = string> = Readonly<Record<T, string>>

/** Words that begin a label, as they stand inside a sentence: names and abbreviations keep their capitals. */
export function inSentence(words: string): string {
  return /^.[A-Z]|^\S+ [A-Z][a-z]/.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

export const vehicles = {
  RECOVERY_PLAN: 'DSG deficit recovery plan',
  DSG_MANAGEMENT_PLAN: 'DSG management plan',
  SAFETY_VALVE: 'Safety Valve agreement',
  DELIVERING_BETTER_VALUE: 'Delivering Better Value in SEND programme',
  LOCAL_SEND_REFORM_PLAN: 'local SEND reform plan',
} as const satisfies Words

export const stages = {
  NOT_STARTED: 'Not started',
  IN_PROGRESS: 'In progress',
  COMPLETE: 'Complete',
  STOPPED: 'Stopped',
  SUPERSEDED: 'Superseded',
} as const satisfies Words

export const rags = { RED: 'Red', AMBER: 'Amber', GREEN: 'Green' } as const satisfies Words

export const visibilities = {
  PUBLIC: 'Public',
  RESTRICTED: 'Restricted',
  EXEMPT: 'Exempt',
} as const satisfies Words

export const roles = {
  CABINET_MEMBER: 'Cabinet member',
  STRAND_LEAD: 'Strand lead',
  ACTION_OWNER: 'Action owner',
  FINANCE_BUSINESS_PARTNER: 'Finance business partner',
  SECTION_151_OFFICER: 'Section 151 officer',
  PROGRAMME_MANAGER: 'Programme manager',
  DIRECTOR_OF_CHILDRENS_SERVICES: "Director of Children's Services",
  REFERENCE_GROUP_MEMBER: 'Head-teacher reference group member',
  ADMINISTRATOR: 'Administrator',
} as const satisfies Words

export const savingTypes = {
  COST_REDUCTION: 'Cost reduction',
  COST_AVOIDANCE: 'Cost avoidance',
  INCOME_OR_CONTRIBUTION: 'Income or contribution',
  BLOCK_TRANSFER: 'Block transfer',
  GRANT_FUNDING: 'Grant funding',
} as const satisfies Words

export const savingStatuses = {
  TO_BE_IDENTIFIED: 'To be identified',
  UNDER_DEVELOPMENT: 'Under development',
  PLANNED: 'Planned',
  ON_TRACK: 'On track',
  AT_RISK: 'At risk',
  DELIVERED: 'Delivered',
  CONFIRMED: 'Confirmed by finance',
  NOT_DELIVERABLE: 'Not deliverable',
  WITHDRAWN: 'Withdrawn',
} as const satisfies Words

export const recurrences = { ONE_OFF: 'One-off', RECURRENT: 'Recurrent' } as const satisfies Words

export const fundingSources = {
  DSG: 'Dedicated Schools Grant',
  GENERAL_FUND: 'General Fund',
  GRANT: 'Grant',
  CAPITAL: 'Capital',
  PARTNER: 'Partner',
} as const satisfies Words

export const scopes = {
  HIGH_NEEDS_BLOCK: 'High Needs Block',
  WHOLE_DSG: 'Whole DSG',
  LOCAL_AUTHORITY: 'Local authority area',
} as const satisfies Words

export const forecastSeries = {
  OUTTURN: 'Outturn',
  UNMITIGATED: 'Unmitigated forecast',
  MITIGATED: 'Mitigated forecast',
} as const satisfies Words

export const versionStatuses = {
  DRAFT: 'Draft',
  SUBMITTED: 'Submitted',
  APPROVED: 'Approved',
} as const satisfies Words

export const fundingKinds = {
  ALLOCATION: 'High needs block allocation before deductions',
  PLACE_DEDUCTION: 'Deduction for directly funded places',
  BLOCK_TRANSFER: 'Block transfer',
  DFE_PAYMENT: 'Payment from DfE',
  COUNCIL_CONTRIBUTION: 'Council contribution',
} as const satisfies Words

/** The charts of a plan that people ask about, by what they show. */
export const planCharts = {
  IN_YEAR: 'the chart of the in-year balance',
  CUMULATIVE: 'the chart of the cumulative balance',
  SAVINGS: 'the chart of what savings do to a year',
} as const satisfies Words

export const questionStatuses = {
  OPEN: 'Waiting for an answer',
  ANSWERED: 'Answered',
  CHANGED_THE_PLAN: 'Has changed the plan',
} as const satisfies Words
/** Who meets about the plan. */
export const meetingBodies = {
  REFERENCE_GROUP: 'Head-teacher reference group',
  SCHOOLS_FORUM: 'Schools Forum',
  CABINET: 'Cabinet',
  SCRUTINY: 'Scrutiny',
  PROGRAMME_BOARD: 'Programme board',
  OTHER: 'Another body',
} as const satisfies Words
export const consultationStages = {
  PLANNED: 'Planned',
  OPEN: 'Open',
  CLOSED: 'Closed',
  REPORTED: 'Reported',
} as const satisfies Words
/** The phases of education between which spending is divided. */
export const schoolPhases = {
  EARLY_YEARS: 'Early years',
  PRIMARY: 'Primary',
  SECONDARY: 'Secondary',
  SPECIAL: 'Special',
  POST_16: 'Post-16',
  ALTERNATIVE_PROVISION: 'Alternative provision',
  NOT_BY_PHASE: 'Not by phase',
} as const satisfies Words
export const riskKinds = { RISK: 'Risk', ISSUE: 'Issue' } as const satisfies Words

export const newsletterStatuses = {
  DRAFT: 'Draft',
  IN_REVIEW: 'In review',
  APPROVED: 'Approved',
  PUBLISHED: 'Published',
} as const satisfies Words
export const packBodies = {
  CABINET: 'Cabinet',
  SCHOOLS_FORUM: 'Schools Forum',
  SCRUTINY: 'Scrutiny',
} as const satisfies Words

export const packStatuses = {
  DRAFT: 'Draft',
  IN_SIGN_OFF: 'In sign-off',
  SIGNED_OFF: 'Signed off',
  PUBLISHED: 'Published',
  WITHDRAWN: 'Withdrawn',
} as const satisfies Words

/** The steps of the chain in which a pack is signed, in their order. */
export const packSteps = {
  STRAND_LEAD: 'Strand lead',
  FINANCE: 'Finance',
  DIRECTOR: "Director of Children's Services",
  SECTION_151: 'Section 151 officer',
  PORTFOLIO_HOLDER: 'Portfolio holder',
} as const satisfies Words

/** The places in which the Department for Education looks the same deficit up. */
export const deficitRecords = {
  SECTION_251: 'Section 251 outturn',
  DSG_NOTE: 'DSG note',
  S151_ASSURANCE: 'Section 151 officer’s assurance',
  REVENUE_OUTTURN: 'Revenue outturn',
  ACCOUNTS: 'Published accounts',
} as const satisfies Words
export type DeficitRecordKind = keyof typeof deficitRecords
export const transferStatuses = {
  REQUESTED: 'Requested',
  FORUM_APPROVED: 'Approved by Schools Forum',
  FORUM_REFUSED: 'Refused by Schools Forum',
  DISAPPLICATION_SUBMITTED: 'Disapplication submitted',
  APPROVED: 'Approved by the Secretary of State',
  DECLINED: 'Declined by the Secretary of State',
} as const satisfies Words

export const figureUnits = {
  PENCE: 'pounds',
  COUNT: 'count',
  BASIS_POINTS: 'per cent',
} as const satisfies Words

export const eventKinds = {
  DECISION: 'Decision',
  MEETING: 'Meeting',
  CONSULTATION: 'Consultation',
  DEADLINE: 'Deadline',
  ACTIVITY: 'Activity',
} as const satisfies Words

export const provenances = {
  PUBLISHED: 'Published',
  ILLUSTRATIVE: 'Illustrative',
  ENTERED: 'Entered by the council',
} as const satisfies Words

export const rhythms = {
  MONTHLY: 'Monthly',
  QUARTERLY: 'Quarterly',
  TERMLY: 'Termly',
} as const satisfies Words

export const cycleStages = {
  PLANNED: 'Planned',
  OPEN: 'Open for updates',
  IN_REVIEW: 'In review',
  SIGNED_OFF: 'Signed off',
} as const satisfies Words

export const proposalOutcomes = {
  WAITING: 'Waiting for finance',
  AGREED: 'Agreed by finance',
  RETURNED: 'Returned by finance',
  REPLACED: 'Replaced by a newer proposal',
} as const satisfies Words

export type Rag = keyof typeof rags
export type Stage = keyof typeof stages
export type Visibility = keyof typeof visibilities
export type Role = keyof typeof roles
export type Scope = keyof typeof scopes
export type Provenance = keyof typeof provenances
export type SavingStatus = keyof typeof savingStatuses
export type Rhythm = keyof typeof rhythms
export type CycleStage = keyof typeof cycleStages
export type ProposalOutcome = keyof typeof proposalOutcomes
export type SchoolPhase = keyof typeof schoolPhases
export type ConsultationStage = keyof typeof consultationStages
