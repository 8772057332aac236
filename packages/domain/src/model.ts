import { driverWords, placementWords } from './assumption.ts'
import {
  choice,
  day,
  type Field,
  flag,
  integer,
  optional,
  pence,
  quantity,
  quiet,
  reference,
  text,
  weak,
  year,
} from './field.ts'
import {
  consultationStages,
  cycleStages,
  deficitRecords,
  eventKinds,
  figureUnits,
  forecastSeries,
  fundingKinds,
  fundingSources,
  meetingBodies,
  newsletterStatuses,
  packBodies,
  packStatuses,
  packSteps,
  planCharts,
  proposalOutcomes,
  provenances,
  questionStatuses,
  rags,
  recurrences,
  rhythms,
  riskKinds,
  roles,
  savingStatuses,
  savingTypes,
  schoolPhases,
  scopes,
  stages,
  transferStatuses,
  vehicles,
  versionStatuses,
  visibilities,
} from './vocabulary.ts'

/** What a saving does to a driver of the model: so many fewer places of a category, at what one costs. */
const placesSaved = {
  placement: optional(choice('Placement category', placementWords)),
  fewerPlaces: optional(quantity('Fewer places')),
  costOfPlace: optional(pence('Cost of a place')),
  costInstead: optional(pence('Cost of what is provided instead')),
}

/**
 * Every kind of row that a plan is made of. A kind stands after the kinds that it refers to, so that reading the list
 * from the top never meets a reference to something not yet known. The store's schema has one table for each.
 */
export const model = {
  source: {
    title: text('Title'),
    publisher: text('Publisher'),
    publishedOn: optional(day('Published on')),
    provenance: choice('Published or illustrative', provenances),
    url: optional(text('Address')),
    licence: optional(text('Licence')),
    note: optional(text('Note')),
  },
  plan: {
    title: text('Title'),
    vehicle: choice('Kind of plan', vehicles),
    strandLabel: text('Word for a strand'),
    why: text('Why the plan is needed'),
    firstYear: year('First year'),
    lastYear: year('Last year'),
    balanceTargetYear: year('Target year for in-year balance'),
    targetWords: text('Target'),
    dueToDfeOn: optional(day('Due to the Department for Education')),
    /** Real time plus this many seconds is the plan's own time. Zero for a live plan. */
    clockOffsetSeconds: quiet(integer('Clock offset in seconds')),
    sourceId: quiet(reference('Source', 'source')),
    /** How often the plan is brought up to date; none until the programme manager has chosen. */
    rhythm: optional(choice('Reporting cycle', rhythms)),
    /** Days after the deadline in which an update is still taken without being called late. */
    graceDays: optional(integer('Days of grace')),
    /** Counts of children below this are not shown outside the team; five where nothing is chosen, none below 2. */
    smallNumberThreshold: optional(integer('Threshold for small numbers')),
    /** Where the public reaches those who run the plan. */
    contactEmail: optional(text('E-mail address for the public')),
    /** What people enter in the product is cited as this. */
    entrySourceId: quiet(optional(reference('Source of what is entered', 'source'))),
    /** Likelihood and impact of risks go from 1 to this, 3 or 5; 3 until one is chosen. */
    riskScale: optional(integer('Scale of risks')),
  },
  strand: {
    position: quiet(integer('Number')),
    name: text('Name'),
    summary: optional(text('Summary')),
    visibility: choice('Visibility', visibilities),
    visibilityReason: optional(text('Reason for the visibility')),
    sourceId: quiet(reference('Source', 'source')),
    endedOn: optional(day('Ended on')),
    endReason: optional(text('Reason for the end')),
  },
  action: {
    strandId: reference('Strand', 'strand'),
    /** Set for a stage or part of a larger action. */
    parentId: optional(reference('Part of', 'action')),
    position: quiet(integer('Order')),
    name: text('Name'),
    description: optional(text('Description')),
    stage: choice('Stage', stages),
    stageReason: optional(text('Reason for the stage')),
    supersededById: optional(weak(reference('Superseded by', 'action'))),
    startsOn: optional(day('Starts on')),
    dueOn: optional(day('Due on')),
    deliveryRag: optional(choice('Delivery rating', rags)),
    benefitRag: optional(choice('Benefit rating', rags)),
    reason: optional(text('Reason for the rating')),
    pathToGreen: optional(text('Path to green')),
    impact: optional(text('Impact if not put right')),
    ratedOn: quiet(optional(day('Rated on'))),
    visibility: choice('Visibility', visibilities),
    visibilityReason: optional(text('Reason for the visibility')),
    sourceId: quiet(reference('Source', 'source')),
    ratingSourceId: quiet(optional(reference('Source of the rating', 'source'))),
    /** Where the start and due dates come from, where that is not where the action comes from. */
    datesSourceId: quiet(optional(reference('Source of the dates', 'source'))),
    askOfSchools: optional(text('What schools are asked to do')),
    askSourceId: quiet(optional(reference('Source of what schools are asked to do', 'source'))),
  },
  milestone: {
    actionId: reference('Action', 'action'),
    position: quiet(integer('Order')),
    name: text('Name'),
    firstDate: optional(day('First date')),
    currentDate: optional(day('Date')),
    timesMoved: quiet(integer('Times moved')),
    doneOn: quiet(optional(day('Done on'))),
    /** A milestone can be known to be done without its day being known. */
    isDone: flag('Done'),
    outsideDecisionMaker: optional(text('Decision maker outside the council')),
    sourceId: quiet(reference('Source', 'source')),
    moveReason: optional(text('Reason for the move')),
    droppedOn: quiet(optional(day('Dropped on'))),
    dropReason: optional(text('Reason for dropping it')),
  },
  dependency: {
    waitingStrandId: optional(reference('Waiting strand', 'strand')),
    waitingActionId: optional(reference('Waiting action', 'action')),
    neededStrandId: optional(reference('Needed strand', 'strand')),
    neededActionId: optional(reference('Needed action', 'action')),
    reason: optional(text('Reason')),
    sourceId: quiet(reference('Source', 'source')),
    endedOn: optional(day('Ended on')),
  },
  person: {
    name: text('Name'),
    jobTitle: optional(text('Job title')),
    sourceId: quiet(reference('Source', 'source')),
  },
  assignment: {
    personId: reference('Person', 'person'),
    role: choice('Role', roles),
    strandId: optional(reference('Strand', 'strand')),
    actionId: optional(reference('Action', 'action')),
    fromDay: day('From'),
    toDay: optional(day('To')),
  },
  saving: {
    strandId: reference('Strand', 'strand'),
    actionId: optional(reference('Action', 'action')),
    name: text('Name'),
    type: choice('Type', savingTypes),
    recurrence: choice('One-off or recurrent', recurrences),
    fundingSource: choice('Funding source', fundingSources),
    status: choice('Status', savingStatuses),
    confidencePercent: optional(integer('Confidence in per cent')),
    confidenceReason: optional(text('Reason for the confidence')),
    fullYearValue: optional(pence('Full-year effect')),
    startsOn: optional(day('Starts on')),
    baseline: optional(text('Baseline')),
    method: optional(text('Method')),
    visibility: choice('Visibility', visibilities),
    visibilityReason: optional(text('Reason for the visibility')),
    sourceId: quiet(reference('Source', 'source')),
    /** The budget line that the money comes from, as the council's budget names it. */
    budgetLine: optional(text('Budget line')),
    ...placesSaved,
  },
  savingYear: {
    savingId: reference('Saving', 'saving'),
    year: year('Year'),
    planned: pence('Planned'),
    forecast: pence('Forecast'),
    delivered: optional(pence('Delivered')),
    confirmed: optional(pence('Confirmed by finance')),
    /** Why finance did not confirm what was reported as delivered. */
    returnReason: optional(text('Reason for the return')),
    /** Whoever reported what was delivered, and so may not confirm it. */
    reportedById: quiet(optional(reference('Reported by', 'person'))),
  },
  /** What a saving should become: a strand lead proposes it, and it counts for nothing until finance agrees. */
  savingProposal: {
    savingId: reference('Saving', 'saving'),
    personId: quiet(reference('Proposed by', 'person')),
    proposedOn: quiet(day('Proposed on')),
    type: choice('Type', savingTypes),
    recurrence: choice('One-off or recurrent', recurrences),
    fundingSource: choice('Funding source', fundingSources),
    status: choice('Status', savingStatuses),
    fullYearValue: optional(pence('Full-year effect')),
    startsOn: optional(day('Starts on')),
    confidencePercent: optional(integer('Confidence in per cent')),
    confidenceReason: optional(text('Reason for the confidence')),
    baseline: optional(text('Baseline')),
    method: optional(text('Method')),
    budgetLine: optional(text('Budget line')),
    ...placesSaved,
    note: optional(text('Note to finance')),
    outcome: choice('Outcome', proposalOutcomes),
    outcomeReason: optional(text('Reason for the outcome')),
    decidedById: quiet(optional(reference('Decided by', 'person'))),
    decidedOn: quiet(optional(day('Decided on'))),
  },
  forecastVersion: {
    position: quiet(integer('Order')),
    name: text('Name'),
    status: choice('Status', versionStatuses),
    preparedOn: day('Prepared on'),
    approvedOn: optional(day('Approved on')),
    approvedBy: optional(text('Approved by')),
    scope: choice('Scope', scopes),
    openingYear: year('First year shown'),
    /** Cumulative balance on 1 April of the opening year; negative in deficit. */
    openingBalance: pence('Opening balance'),
    assumptions: optional(text('Assumptions')),
    sourceId: quiet(reference('Source', 'source')),
    /** Whoever submitted it, and so may not approve it. */
    submittedById: quiet(optional(reference('Submitted by', 'person'))),
    submittedOn: optional(day('Submitted on')),
    returnReason: optional(text('Reason for the return')),
    /** It was once submitted with a count too small to show outside the team. */
    heldSmallNumbers: quiet(optional(flag('Held small numbers'))),
  },
  /** One input of the financial model of a version; whole numbers of the unit of its driver. */
  assumption: {
    versionId: reference('Forecast version', 'forecastVersion'),
    driver: choice('What it is', driverWords),
    category: optional(choice('Placement category', placementWords)),
    year: optional(year('Year')),
    line: optional(text('Line')),
    value: quantity('Value'),
    low: optional(quantity('Low')),
    high: optional(quantity('High')),
    /** What it turned out to be, as that comes in. */
    actual: optional(quantity('Actual')),
    asOf: optional(day('As of')),
    ownerId: optional(reference('Owner', 'person')),
    note: optional(text('Where it comes from')),
    sourceId: quiet(reference('Source', 'source')),
    droppedOn: optional(day('Dropped on')),
  },
  /** A named "what if" of a version, kept beside the plan and never part of it. Points are hundredths of a per cent. */
  scenario: {
    versionId: reference('Forecast version', 'forecastVersion'),
    name: text('Name'),
    growthBy: optional(integer('Growth of places')),
    inflationBy: optional(integer('Inflation')),
    allocationBy: optional(integer('Growth of the allocation')),
    lateActionId: optional(reference('Action that is late', 'action')),
    lateMonths: optional(integer('Months late')),
    isTransferRefused: flag('Transfers refused'),
    /** The statutory override ends on 31 March of this year: the deficit then falls on the General Fund. */
    overrideEnds: optional(year('Year in which the statutory override ends')),
    droppedOn: optional(day('Dropped on')),
  },
  /** A line of the budget of a year, as the council monitors it. */
  budgetLine: {
    year: year('Year'),
    position: quiet(integer('Order')),
    name: text('Name'),
    isIncome: flag('Income'),
    category: optional(choice('Placement category', placementWords)),
    budget: pence('Budget'),
    scope: choice('Scope', scopes),
    sourceId: quiet(reference('Source', 'source')),
    droppedOn: optional(day('Dropped on')),
  },
  /** A line at the end of a month: what it has come to, and what the year is now expected to come to. */
  budgetReport: {
    lineId: reference('Budget line', 'budgetLine'),
    asOf: day('As at'),
    toDate: pence('To date'),
    outturn: pence('Forecast outturn'),
    /** Places or plans of the category, in hundredths. */
    places: optional(quantity('Places')),
    note: optional(text('Note')),
    sourceId: quiet(reference('Source', 'source')),
  },
  /** The cumulative balance (negative in deficit) as one of the five records has it. */
  deficitRecord: {
    record: choice('Record', deficitRecords),
    asOf: day('As at'),
    scope: choice('Scope', scopes),
    amount: pence('Balance'),
    note: optional(text('Note')),
    sourceId: quiet(reference('Source', 'source')),
  },
  /** Why a record differs from the largest deficit recorded: the reasons add up to the difference. */
  deficitDifference: {
    recordId: reference('Record', 'deficitRecord'),
    name: text('Reason'),
    amount: pence('Amount'),
    sourceId: quiet(reference('Source', 'source')),
    droppedOn: optional(day('Dropped on')),
  },
  /** An in-year balance (negative in deficit) of one year in one series of a version; low <= central <= high. */
  forecastYear: {
    versionId: reference('Forecast version', 'forecastVersion'),
    year: year('Year'),
    series: choice('Series', forecastSeries),
    low: pence('Low'),
    central: pence('Central'),
    high: pence('High'),
    basis: text('Basis of the range'),
    sourceId: quiet(reference('Source', 'source')),
  },
  fundingLine: {
    year: year('Year'),
    kind: choice('Kind', fundingKinds),
    name: text('Name'),
    amount: pence('Amount'),
    scope: choice('Scope', scopes),
    transferStatus: optional(choice('Status of the transfer', transferStatuses)),
    /** An allocation is published several times a year: each is a line of its own. */
    publishedOn: optional(day('Published on')),
    sourceId: quiet(reference('Source', 'source')),
  },
  /** A published or illustrative number that the plan refers to but does not calculate with. */
  figure: {
    subject: text('Subject'),
    period: text('Period'),
    scope: choice('Scope', scopes),
    value: quantity('Value'),
    unit: choice('Unit', figureUnits),
    sourceId: quiet(reference('Source', 'source')),
  },
  event: {
    position: quiet(integer('Order')),
    kind: choice('Kind', eventKinds),
    title: text('Title'),
    body: optional(text('Body')),
    day: optional(day('Date')),
    dayWords: optional(text('Date as written')),
    outcome: optional(text('Outcome')),
    isMarker: flag('Shown on the trajectory'),
    strandId: optional(reference('Strand', 'strand')),
    visibility: choice('Visibility', visibilities),
    visibilityReason: optional(text('Reason for the visibility')),
    sourceId: quiet(reference('Source', 'source')),
  },
  /** A round of updates: opened, answered, reviewed, signed off. What is signed off is kept as a snapshot. */
  cycle: {
    name: text('Name'),
    opensOn: day('Opens on'),
    dueOn: day('Due on'),
    /** The last day on which an update is not late. */
    graceUntil: day('Grace until'),
    stage: choice('Stage', cycleStages),
    reviewedOn: quiet(optional(day('Reviewed on'))),
    reviewedById: quiet(optional(reference('Reviewed by', 'person'))),
    signedOffOn: quiet(optional(day('Signed off on'))),
    signedOffById: quiet(optional(reference('Signed off by', 'person'))),
    statement: optional(text('Statement')),
  },
  /** What a person answered for an action, in a cycle or between two. The ratings of an action change only with one. */
  update: {
    cycleId: optional(reference('Reporting cycle', 'cycle')),
    actionId: reference('Action', 'action'),
    personId: quiet(reference('By', 'person')),
    submittedOn: quiet(day('Submitted on')),
    isNoChange: flag('No change'),
    deliveryRag: optional(choice('Delivery rating', rags)),
    benefitRag: optional(choice('Benefit rating', rags)),
    /** What the figures said when the person decided, so that a difference stays visible. */
    proposedBenefitRag: quiet(optional(choice('Benefit rating from the figures', rags))),
    proposedBecause: quiet(optional(text('Why the figures say so'))),
    progress: optional(text('Progress')),
    reason: optional(text('Reason for the rating')),
    pathToGreen: optional(text('Path to green')),
  },
  /** An issue of the newsletter. Once published it stays as it is, but for corrections that can be seen. */
  newsletter: {
    number: integer('Number'),
    title: text('Title'),
    /** What has changed is told from this day. */
    fromDay: optional(day('From')),
    asAt: day('As at'),
    status: choice('Status', newsletterStatuses),
    sentById: quiet(optional(reference('Sent for review by', 'person'))),
    returnReason: optional(text('Reason for the return')),
    approvedById: quiet(optional(reference('Approved by', 'person'))),
    approvedOn: optional(day('Approved on')),
    publishedOn: optional(day('Published on')),
  },
  newsletterSection: {
    newsletterId: reference('Newsletter', 'newsletter'),
    position: quiet(integer('Order')),
    heading: text('Heading'),
    /** Markdown, with figures of the plan by name: {{in-year 2020-21}}. */
    body: text('Text'),
    /** The text as it was composed from the plan, to tell what no longer agrees. */
    composed: quiet(optional(text('Text as composed'))),
    /** The text as it was published, with its figures. */
    published: quiet(optional(text('Text as published'))),
    droppedOn: optional(day('Dropped on')),
  },
  newsletterCorrection: {
    newsletterId: reference('Newsletter', 'newsletter'),
    correctedOn: day('Corrected on'),
    words: text('Correction'),
  },
  /** A paper for a meeting. Once sent for sign-off it tells the plan as it was then, and stays as it is. */
  pack: {
    number: integer('Number'),
    title: text('Title'),
    body: choice('For', packBodies),
    meetingOn: optional(day('Meeting on')),
    status: choice('Status', packStatuses),
    /** Written by officers: Markdown, with figures of the plan by name. */
    recommendation: optional(text('Recommendation')),
    officerText: optional(text('What officers say')),
    decisions: optional(text('Decisions asked for')),
    nextSteps: optional(text('Next steps')),
    /** The day, the revision of the plan and its hash that were sent for sign-off. */
    asAt: optional(day('As at')),
    planRevision: quiet(optional(integer('Revision of the plan'))),
    planHash: quiet(optional(text('Hash of the plan'))),
    returnReason: optional(text('Reason for the return')),
    publishedOn: optional(day('Published on')),
    withdrawnOn: optional(day('Withdrawn on')),
    withdrawReason: optional(text('Reason for withdrawing it')),
    /** The pack that this one is issued in place of. */
    replacesId: optional(weak(reference('In place of', 'pack'))),
  },
  packSignature: {
    packId: reference('Pack', 'pack'),
    step: choice('Step', packSteps),
    strandId: optional(reference('Strand', 'strand')),
    personId: quiet(reference('Signed by', 'person')),
    name: text('Name'),
    statement: text('Statement'),
    signedOn: day('Signed on'),
    /** Set where the pack went back to its draft: what was signed was not what is sent again. */
    endedOn: optional(day('Ended on')),
  },
  /** What somebody asked or said of the plan, and what came of it. For the reference group until it is made public. */
  question: {
    personId: quiet(reference('Asked by', 'person')),
    askedOn: quiet(day('Asked on')),
    strandId: optional(reference('Strand', 'strand')),
    actionId: optional(reference('Action', 'action')),
    chart: optional(choice('Chart', planCharts)),
    words: text('Question'),
    status: choice('Status', questionStatuses),
    answer: optional(text('Answer')),
    answeredById: quiet(optional(reference('Answered by', 'person'))),
    answeredOn: quiet(optional(day('Answered on'))),
    /** The action that it has changed or brought about. */
    changedActionId: optional(weak(reference('Action that it changed', 'action'))),
    isPublic: flag('Public'),
    withdrawnOn: optional(day('Withdrawn on')),
    withdrawReason: optional(text('Reason for withdrawing it')),
    sourceId: quiet(reference('Source', 'source')),
  },
  /** When a body meets about the plan, what is on its agenda, and what it said. */
  meeting: {
    body: choice('Body', meetingBodies),
    /** What it is called, where the body alone does not say. */
    title: optional(text('Title')),
    day: day('Day'),
    startsAt: optional(text('Time')),
    place: optional(text('Place')),
    /** One item on each line. */
    agenda: optional(text('Agenda')),
    notes: optional(text('Notes')),
    visibility: choice('Visibility', visibilities),
    visibilityReason: optional(text('Reason for the visibility')),
    cancelledOn: optional(day('Cancelled on')),
    cancelReason: optional(text('Reason for cancelling it')),
    sourceId: quiet(reference('Source', 'source')),
  },
  /** How many people of a role or a body were there. Nobody is named. */
  attendance: {
    meetingId: reference('Meeting', 'meeting'),
    position: quiet(integer('Order')),
    who: text('Role or body'),
    present: integer('Present'),
    droppedOn: optional(day('Dropped on')),
  },
  /** An action of the plan that arose from a meeting. */
  actionArising: {
    meetingId: reference('Meeting', 'meeting'),
    actionId: reference('Action', 'action'),
  },
  consultation: {
    title: text('Title'),
    strandId: optional(reference('Strand', 'strand')),
    stage: choice('Stage', consultationStages),
    opensOn: optional(day('Opens on')),
    /** As its source wrote it, where that is no exact day. */
    opensWords: optional(text('Opening as written')),
    closesOn: optional(day('Closes on')),
    takePart: optional(text('How to take part')),
    url: optional(text('Address to take part')),
    /** How many responses there were; none until it has closed. */
    responses: optional(integer('Responses')),
    outcome: optional(text('Outcome')),
    visibility: choice('Visibility', visibilities),
    visibilityReason: optional(text('Reason for the visibility')),
    withdrawnOn: optional(day('Withdrawn on')),
    withdrawReason: optional(text('Reason for withdrawing it')),
    sourceId: quiet(reference('Source', 'source')),
  },
  /** What a year's high needs spending comes to in a phase of education. */
  phaseSpend: {
    year: year('Year'),
    phase: choice('Phase', schoolPhases),
    amount: pence('Amount'),
    scope: choice('Scope', scopes),
    sourceId: quiet(reference('Source', 'source')),
  },
  /** What may happen to the plan, or (as an issue) has happened. Numbers go from 1 to the plan's scale of risks. */
  risk: {
    kind: choice('Risk or issue', riskKinds),
    name: text('Name'),
    cause: optional(text('Cause')),
    effect: optional(text('Effect')),
    /** None for an issue: it has happened. */
    likelihood: optional(integer('Likelihood')),
    impact: integer('Impact'),
    ownerId: optional(reference('Owner', 'person')),
    response: optional(text('What is done about it')),
    strandId: optional(reference('Strand', 'strand')),
    savingId: optional(reference('Saving', 'saving')),
    visibility: choice('Visibility', visibilities),
    visibilityReason: optional(text('Reason for the visibility')),
    raisedOn: quiet(day('Raised on')),
    closedOn: optional(day('Closed on')),
    closeReason: optional(text('Reason for closing it')),
    sourceId: quiet(reference('Source', 'source')),
  },
  /** A numbered condition of an agreement, such as Safety Valve, with how it stands and what shows it. */
  condition: {
    agreement: text('Agreement'),
    number: integer('Number'),
    words: text('Condition'),
    rag: optional(choice('Delivery rating', rags)),
    ratedOn: quiet(optional(day('Rated on'))),
    evidence: optional(text('Evidence')),
    evidenceOn: optional(day('Day of the evidence')),
    metOn: optional(day('Met on')),
    ownerId: optional(reference('Owner', 'person')),
    visibility: choice('Visibility', visibilities),
    visibilityReason: optional(text('Reason for the visibility')),
    droppedOn: optional(day('Dropped on')),
    dropReason: optional(text('Reason for dropping it')),
    sourceId: quiet(reference('Source', 'source')),
  },
  /** Two people wrote the same field: what was kept, and what was not. */
  settledConflict: {
    strandId: optional(reference('Strand', 'strand')),
    actionId: optional(reference('Action', 'action')),
    subject: text('Item'),
    field: text('Field'),
    kept: text('Kept'),
    refused: text('Not kept'),
    keptBy: text('Kept words of'),
    refusedBy: text('Other words of'),
    personId: quiet(reference('Settled by', 'person')),
    settledOn: quiet(day('Settled on')),
  },
} as const satisfies Record<string, Record<string, Field>>

/** The name of a kind of row. */
export type Entity = keyof typeof model

/** One row of a kind: its id and its fields. */
export type Row<E extends Entity> = { readonly id: string } & {
  readonly [K in keyof (typeof model)[E]]: (typeof model)[E][K] extends Field<infer T> ? T : never
}

export const entities = Object.keys(model) as Entity[]

/** The fields of a kind, by name. */
export function fieldsOf(entity: Entity): Readonly<Record<string, Field>> {
  return model[entity]
}

/** A row of a kind with its id and every field empty: where each row starts before its first change. */
export function blankRow(entity: Entity): Record<string, null> {
  return Object.fromEntries(['id', ...Object.keys(model[entity])].map((name) => [name, null]))
}

/** What one row of a kind is called in a sentence. */
export const entityWords: Readonly<Record<Entity, string>> = {
  source: 'source',
  plan: 'plan',
  strand: 'strand',
  action: 'action',
  milestone: 'milestone',
  dependency: 'dependency',
  person: 'person',
  assignment: 'role',
  saving: 'saving',
  savingYear: 'saving in a year',
  forecastVersion: 'forecast version',
  forecastYear: 'forecast of a year',
  fundingLine: 'funding line',
  figure: 'figure',
  event: 'event',
  savingProposal: 'proposal for a saving',
  cycle: 'reporting cycle',
  update: 'update',
  settledConflict: 'settled conflict',
  assumption: 'assumption',
  scenario: 'scenario',
  question: 'question',
  meeting: 'meeting',
  attendance: 'attendance',
  actionArising: 'action arising',
  consultation: 'consultation',
  phaseSpend: 'spending of a phase',
  newsletter: 'newsletter',
  newsletterSection: 'section of a newsletter',
  newsletterCorrection: 'correction of a newsletter',
  pack: 'pack',
  packSignature: 'signature of a pack',
  budgetLine: 'budget line',
  budgetReport: 'budget report',
  deficitRecord: 'record of the deficit',
  deficitDifference: 'reason for a difference',
  risk: 'risk',
  condition: 'condition',
}

export type Source = Row<'source'>
export type PlanDetails = Row<'plan'>
export type Strand = Row<'strand'>
export type Action = Row<'action'>
export type Milestone = Row<'milestone'>
export type Dependency = Row<'dependency'>
export type Person = Row<'person'>
export type Assignment = Row<'assignment'>
export type Saving = Row<'saving'>
export type SavingYear = Row<'savingYear'>
export type ForecastVersion = Row<'forecastVersion'>
export type ForecastYear = Row<'forecastYear'>
export type FundingLine = Row<'fundingLine'>
export type Figure = Row<'figure'>
export type PlanEvent = Row<'event'>
export type SavingProposal = Row<'savingProposal'>
export type Cycle = Row<'cycle'>
export type Update = Row<'update'>
export type AssumptionRow = Row<'assumption'>
export type Question = Row<'question'>
export type Meeting = Row<'meeting'>
export type Attendance = Row<'attendance'>
export type Consultation = Row<'consultation'>
export type PhaseSpend = Row<'phaseSpend'>
export type Newsletter = Row<'newsletter'>
export type NewsletterSection = Row<'newsletterSection'>
export type Pack = Row<'pack'>
export type PackSignature = Row<'packSignature'>
export type ScenarioRow = Row<'scenario'>
export type BudgetLine = Row<'budgetLine'>
export type BudgetReport = Row<'budgetReport'>
export type DeficitRecord = Row<'deficitRecord'>
export type DeficitDifference = Row<'deficitDifference'>
export type Risk = Row<'risk'>
export type Condition = Row<'condition'>
export type SettledConflict = Row<'settledConflict'>
