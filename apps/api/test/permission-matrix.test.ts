import { readFileSync } from 'node:fs'
import path from 'node:path'
import { rowsOf } from '@strandline/domain/plan'
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
} from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { aDemonstration } from './demonstration.ts'

const schema = buildSchema(readFileSync(path.join(import.meta.dirname, '../schema.graphql'), 'utf8'))
const demonstration = aDemonstration()
const installation = aDemonstration()
let administratorCookie = ''

/** Who asks: a person of the demonstration for each role, and for the roles that are held on something, one elsewhere too. */
const askers = {
  public: null,
  'reference group': 'primary-head',
  'cabinet member': 'cabinet-member',
  lead: 'head-of-processes',
  'other lead': 'head-of-support-services',
  owner: 'placements-manager',
  'other owner': 'inclusion-adviser',
  finance: 'finance-business-partner',
  section151: 'section-151-officer',
  manager: 'programme-manager',
  director: 'director-of-childrens-services',
  /** Not a person of the plan: an account of an installation of its own, where nobody may choose who to be. */
  administrator: 'administrator',
} as const
type Asker = keyof typeof askers
const everybody = Object.keys(askers) as Asker[]

/** Every input is filled in by the name of its field: they name things of one strand and one of its actions. */
const byName: Record<string, unknown> = {
  id: 'solihull',
  planId: 'solihull',
  strandId: 'processes',
  actionId: 'placements',
  actionIds: ['placements'],
  waitingActionId: 'placements',
  neededActionId: 'advice-process',
  asAt: null,
  since: 0,
  settled: [],
  role: 'ACTION_OWNER',
}

beforeAll(async () => {
  const plan = await demonstration.store.plan('solihull')
  if (!plan) throw new Error('the demonstration has no plan')
  const saving = rowsOf(plan, 'saving').find(({ actionId }) => actionId === 'placements')
  byName.milestoneId = rowsOf(plan, 'milestone').find(({ actionId }) => actionId === 'placements')?.id
  // Not a role of anybody who asks: some of these are really ended.
  byName.assignmentId = rowsOf(plan, 'assignment').find(({ actionId }) => actionId === 'advice-process')?.id
  byName.savingId = saving?.id
  byName.savingYearId = rowsOf(plan, 'savingYear').find(({ savingId }) => savingId === saving?.id)?.id
  byName.proposalId = rowsOf(plan, 'savingProposal')[0]?.id
  byName.questionId = rowsOf(plan, 'question').find(({ strandId }) => strandId === 'processes')?.id
  byName.meetingId = 'reference-group-2020-03'
  byName.consultationId = 'send-strategy'
  byName.riskId = 'advice-late'
  byName.conditionId = 'agreement-2'
  byName.versionId = 'version-1'
  byName.fromId = 'version-1'
  byName.dependencyId = 'support-services-after-inclusion'
  byName.cycleId = rowsOf(plan, 'cycle').at(-1)?.id
  const { accounts, sessions } = installation.store
  const account = { email: 'administrator@example.gov.uk', name: 'Administrator', isAdministrator: true }
  const token = await sessions.begin({ accountId: await accounts.create(account) }, 'a test')
  administratorCookie = `session=${token}`
})

function inputFor(name: string, type: GraphQLInputType): unknown {
  if (name in byName) return byName[name]
  if (!isNonNullType(type)) return undefined
  const of = getNullableType(type)
  if (isListType(of)) return []
  if (isInputObjectType(of)) return inputsFor(Object.values(of.getFields()))
  if (isEnumType(of)) return of.getValues()[0]?.name
  switch (getNamedType(of).name) {
    case 'Boolean':
      return false
    case 'Day':
      return '2020-03-31'
    case 'Int':
    case 'Pence':
    case 'Quantity':
    case 'FinancialYear':
      return 2020
    default:
      return 'none'
  }
}

function inputsFor(fields: readonly { readonly name: string; readonly type: GraphQLInputType }[]) {
  return Object.fromEntries(fields.map(({ name, type }) => [name, inputFor(name, type)]))
}

/** The least that can be asked of a type. */
function selectionOf(type: GraphQLOutputType): string {
  const of = getNamedType(type)
  return isObjectType(of) || isUnionType(of) ? '{ __typename }' : ''
}

let requests = 0

function questionOf(kind: 'query' | 'mutation', of: GraphQLField<unknown, unknown>, isOfPlan = false) {
  const { name, args, type } = of
  const inBrackets = (parts: readonly string[]) => (parts.length > 0 ? `(${parts.join(', ')})` : '')
  const declared = inBrackets(args.map((arg) => `$${arg.name}: ${arg.type}`))
  const field = `${name}${inBrackets(args.map((arg) => `${arg.name}: $${arg.name}`))} ${selectionOf(type)}`
  const asked = isOfPlan ? `plan(id: "solihull") { ... on Plan { ${field} } }` : field
  requests += 1
  const requestId = kind === 'mutation' ? { requestId: `matrix-${requests}` } : {}
  return { query: `${kind}${declared} { ${asked} }`, variables: { ...inputsFor(args), ...requestId } }
}

interface Answered {
  readonly errors?: readonly {
    readonly path?: readonly unknown[]
    readonly extensions: { readonly code: string }
  }[]
}

async function ask(
  { query, variables }: { query: string; variables: object },
  asker: Asker,
): Promise<Answered> {
  if (asker !== 'administrator') return demonstration.ask(query, variables, askers[asker])
  const headers = { cookie: administratorCookie }
  const payload = { query, variables }
  const answer = await installation.app.inject({ method: 'POST', url: '/graphql', payload, headers })
  return answer.json()
}

/** What came of asking. A question that is badly put is no answer to who may ask it. */
async function answerTo(question: { query: string; variables: object }, asker: Asker): Promise<string> {
  const [error] = (await ask(question, asker)).errors ?? []
  // An error with a path was met by whoever had been let in: there is no account called "none".
  const isLetIn = error?.path !== undefined && error.extensions.code === 'BAD_USER_INPUT'
  return isLetIn ? 'allowed' : (error?.extensions.code ?? 'allowed')
}

const managers: readonly Asker[] = ['manager']
const actionPeople: readonly Asker[] = ['lead', 'owner', 'manager']
const savingPeople: readonly Asker[] = ['lead', 'owner', 'finance', 'manager']
const finance: readonly Asker[] = ['finance', 'section151']
const strandPeople: readonly Asker[] = ['lead', 'manager']
const team: readonly Asker[] = ['finance', 'section151', 'manager', 'director']
const administrators: readonly Asker[] = ['administrator']

/** Who may do each thing. A mutation that is not here fails the test: say who may. */
const mayDo: Readonly<Record<string, readonly Asker[]>> = {
  closeAccount: administrators,
  createPlan: administrators,
  endSessions: administrators,
  inviteAccount: administrators,
  linkAccount: administrators,
  markMilestoneDone: actionPeople,
  markSeen: everybody.filter((asker) => asker !== 'public'),
  moveMilestone: actionPeople,
  addAction: strandPeople,
  editAction: strandPeople,
  endAction: strandPeople,
  reopenAction: strandPeople,
  placeAction: strandPeople,
  changeActions: strandPeople,
  // There is nothing to undo here, so nobody may: bulk-change.test.ts undoes something.
  undoChange: [],
  addDependency: strandPeople,
  endDependency: ['other lead', 'manager'],
  addMilestone: actionPeople,
  dropMilestone: actionPeople,
  addStrand: managers,
  editStrand: strandPeople,
  endStrand: managers,
  reopenStrand: managers,
  placeStrand: managers,
  beginVersion: finance,
  changeAssumptions: finance,
  recordActual: finance,
  keepScenario: finance,
  askQuestion: ['reference group', 'cabinet member', 'manager', 'director'],
  answerQuestion: ['lead', 'manager', 'director'],
  showQuestion: managers,
  withdrawQuestion: managers,
  planMeeting: ['manager', 'director'],
  editMeeting: ['manager', 'director'],
  cancelMeeting: ['manager', 'director'],
  recordAttendance: ['manager', 'director'],
  raiseAction: strandPeople,
  planConsultation: ['manager', 'director'],
  editConsultation: ['manager', 'director'],
  openConsultation: ['manager', 'director'],
  closeConsultation: ['manager', 'director'],
  reportConsultation: ['manager', 'director'],
  withdrawConsultation: ['manager', 'director'],
  recordPhaseSpend: finance,
  raiseRisk: ['lead', ...team],
  editRisk: ['lead', ...team],
  rescoreRisk: ['lead', ...team],
  closeRisk: ['lead', ...team],
  reopenRisk: ['lead', ...team],
  addCondition: team,
  editCondition: team,
  // The owner of the condition is the lead of the processes.
  rateCondition: ['lead', ...team],
  dropCondition: team,
  beginNewsletter: managers,
  editSection: managers,
  addSection: managers,
  placeSection: managers,
  dropSection: managers,
  sendNewsletter: managers,
  decideNewsletter: ['section151', 'director'],
  publishNewsletter: managers,
  correctNewsletter: managers,
  beginPack: managers,
  editPack: managers,
  sendPack: managers,
  signPack: ['cabinet member', 'lead', 'finance', 'section151', 'director'],
  returnPack: ['cabinet member', 'lead', 'finance', 'section151', 'director'],
  publishPack: managers,
  withdrawPack: managers,
  reissuePack: managers,
  dropScenario: finance,
  keepFundingLine: finance,
  keepBudgetLine: finance,
  dropBudgetLine: finance,
  reportBudget: finance,
  keepDeficitRecord: finance,
  explainDifference: finance,
  dropDifference: finance,
  submitVersion: finance,
  decideVersion: ['section151', 'director'],
  proposeNewSaving: savingPeople,
  proposeSaving: savingPeople,
  editSaving: ['lead', 'finance', 'manager'],
  reportDelivered: savingPeople,
  decideSaving: finance,
  confirmDelivered: finance,
  reviseSavingForecast: finance,
  editPlan: managers,
  addPerson: ['manager', 'director', 'administrator'],
  giveRole: ['lead', 'manager', 'director', 'administrator'],
  handOverRole: ['lead', 'manager', 'director', 'administrator'],
  endRole: ['lead', 'manager', 'director', 'administrator'],
  openReportingCycle: managers,
  renewLink: administrators,
  reviewCycle: managers,
  signOffCycle: ['section151', 'director'],
  submitUpdate: actionPeople,
}

/** Root fields, and fields of a plan, that are for everybody: each person gets the value that they may know. */
const forEverybody = new Set(
  `Query.plan Query.plans Query.viewer
  Plan.action Plan.actions Plan.authority Plan.balanceTargetYear Plan.beganOn Plan.clearance Plan.compareTo Plan.cumulativeFinding Plan.cycles Plan.demonstrationPeople Plan.doubleCounts Plan.dueToDfeOn Plan.events Plan.figures Plan.hasSuppressedFigures Plan.firstYear Plan.forecastVersion Plan.forecastVersions Plan.forthcoming Plan.fundingLines Plan.headline Plan.history Plan.id Plan.inYear Plan.monitoredYears Plan.newsletter Plan.newsletters Plan.contactEmail Plan.smallNumberThreshold Plan.publicPage Plan.pack Plan.packs Plan.viewerCanEditPacks Plan.questions Plan.viewerCanAsk Plan.meetings Plan.viewerCanEditMeetings Plan.consultations Plan.viewerCanEditConsultations Plan.spendByPhase Plan.progress Plan.boundFigures Plan.viewerCanEditNewsletter Plan.reconciliations Plan.inYearBalance Plan.inYearFinding Plan.isCurrent Plan.lastYear Plan.latestDay Plan.me Plan.milestones Plan.myRoles Plan.openCycle Plan.overdue Plan.owedByMe Plan.people Plan.ratingCounts Plan.revisedAt Plan.revision Plan.saving Plan.savingTotals Plan.savings Plan.savingsTable Plan.sinceLastLook Plan.source Plan.sources Plan.strand Plan.strandLabel Plan.strands Plan.target Plan.title Plan.today Plan.trajectory Plan.vehicle Plan.graceDays Plan.rhythm Plan.targetWords Plan.viewerCanAddStrand Plan.viewerCanEdit Plan.viewerCanEditForecast Plan.viewerCanGiveRoles Plan.viewerCanManageCycles Plan.viewerCanSeeMail Plan.viewerCanSeeWhoOwes Plan.viewerCanSignOffCycle Plan.waitingProposals Plan.waterfall Plan.waterfallFinding Plan.risks Plan.closedRisks Plan.riskScale Plan.viewerCanRaiseRisk Plan.conditions Plan.viewerCanEditConditions Plan.why`.split(
    /\s+/,
  ),
)

/** Who may read the others. A field that is in neither list fails the test: say who may. */
const mayRead: Readonly<Record<string, readonly Asker[]>> = {
  'Query.accounts': administrators,
  'Plan.preview': strandPeople,
  'Plan.composedNewsletter': managers,
  'Plan.mail': ['manager', 'administrator'],
  'Plan.owed': ['lead', 'other lead', 'finance', 'section151', 'manager', 'director'],
}

const fieldsOf = (type: string) => {
  const found = schema.getType(type)
  return isObjectType(found) ? Object.values(found.getFields()) : []
}

describe('every mutation, asked by every kind of person', () => {
  test('has an expectation here, and nothing here is not a mutation', () => {
    expect(Object.keys(mayDo).sort()).toEqual(
      fieldsOf('Mutation')
        .map(({ name }) => name)
        .sort(),
    )
  })

  describe.each(fieldsOf('Mutation'))('$name', (mutation) => {
    test.each(everybody)('%s', async (asker) => {
      const isAllowed = mayDo[mutation.name]?.includes(asker)
      const refusal = asker === 'public' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      expect(await answerTo(questionOf('mutation', mutation), asker)).toBe(isAllowed ? 'allowed' : refusal)
    })
  })
})

test('every subscription is known: who hears what is in live.test.ts', () => {
  expect(fieldsOf('Subscription').map(({ name }) => name)).toEqual(['planChanged'])
})

describe('every field of the root and of a plan, asked by every kind of person', () => {
  const fields = ['Query', 'Plan'].flatMap((type) =>
    fieldsOf(type).map((field) => ({ name: `${type}.${field.name}`, type, field })),
  )

  test('has an expectation here, and nothing here is not a field', () => {
    expect([...forEverybody, ...Object.keys(mayRead)].sort()).toEqual(fields.map(({ name }) => name).sort())
  })

  describe.each(fields)('$name', ({ name, type, field }) => {
    test.each(everybody)('%s', async (asker) => {
      const isAllowed = mayRead[name]?.includes(asker) ?? true
      const refusal = asker === 'public' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      const question = questionOf('query', field, type === 'Plan')
      expect(await answerTo(question, asker)).toBe(isAllowed ? 'allowed' : refusal)
    })
  })
})
