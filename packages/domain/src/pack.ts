import { needingAttention } from './attention.ts'
import { conditionRating, conditionsOf } from './condition.ts'
import { isSilent } from './cycle.ts'
import { type Day, dayInWords } from './day.ts'
import { neededInWords, waitingInWords } from './dependency.ts'
import { yearLabel } from './financial-year.ts'
import { forthcomingOf } from './forthcoming.ts'
import { headlineOf, targetInWords } from './headline.ts'
import type { Action, Meeting, Pack, PackSignature, Strand } from './model.ts'
import { figuresOf, withFigures } from './newsletter.ts'
import { type Block, balanceChart, type Cell, type PaperColumn, type PaperSection } from './paper.ts'
import { actionsOf, findRow, holdersOf, milestonesOf, type Plan, rowsOf, strandTitle } from './plan.ts'
import {
  countsInWords,
  isNotUpdated,
  isOverdue,
  ratingCounts,
  ratingWords,
  shownRating,
  strandRating,
} from './rag.ts'
import {
  bandsInWords,
  impactInWords,
  likelihoodInWords,
  ratingOfScore,
  riskScaleOf,
  riskScore,
  risksInWords,
  risksOf,
} from './risk.ts'
import { savingsTable } from './savings-table.ts'
import type { Viewer } from './viewer.ts'
import {
  inSentence,
  packBodies,
  packStatuses,
  packSteps,
  provenances,
  type Role,
  rags,
  riskKinds,
} from './vocabulary.ts'

/** The packs, the newest first. */
export function packsOf(plan: Plan): Pack[] {
  return rowsOf(plan, 'pack').sort((a, b) => b.number - a.number)
}

/** What every page of the exempt version says (Local Government Act 1972, Schedule 12A). */
export const EXEMPT_MARK = 'EXEMPT: not for publication (Schedule 12A, Local Government Act 1972).'

/** For whom a pack is, and as at when: its first line. */
export function leadOf({ body, meetingOn, asAt, status, withdrawReason }: Pack, today: Day): string {
  const meeting = meetingOn ? `, ${dayInWords(meetingOn)}` : ''
  const withdrawn = status === 'WITHDRAWN' ? ` Withdrawn: ${withdrawReason}` : ''
  const state = `${packStatuses[status]}, as at ${dayInWords(asAt ?? today)}.`
  return `For ${packBodies[body]}${meeting}. ${state}${withdrawn}`
}

/** The paper of a meeting: the one written for it, or else the newest that was signed off as at its day or before. */
export function packFor(plan: Plan, { body, day }: Pick<Meeting, 'body' | 'day'>): Pack | undefined {
  const packs = packsOf(plan).filter(({ status }) => status !== 'WITHDRAWN')
  const isSigned = ({ status, asAt }: Pack) =>
    (status === 'SIGNED_OFF' || status === 'PUBLISHED') && asAt !== null && asAt <= day
  return packs.find((of) => of.meetingOn === day && of.body === body) ?? packs.find(isSigned)
}

/** The signatures of a pack that stand, in the order of the chain. */
export function signaturesOf(plan: Plan, packId: string): PackSignature[] {
  const order = Object.keys(packSteps)
  return rowsOf(plan, 'packSignature')
    .filter((of) => of.packId === packId && of.endedOn === null)
    .sort((a, b) => order.indexOf(a.step) - order.indexOf(b.step))
}

export type PackStep = keyof typeof packSteps

/** The role that signs at each step of the chain. */
const stepRoles: Readonly<Record<PackStep, Role>> = {
  STRAND_LEAD: 'STRAND_LEAD',
  FINANCE: 'FINANCE_BUSINESS_PARTNER',
  DIRECTOR: 'DIRECTOR_OF_CHILDRENS_SERVICES',
  SECTION_151: 'SECTION_151_OFFICER',
  PORTFOLIO_HOLDER: 'CABINET_MEMBER',
}

/** A signature that the chain asks for: at a step, and for strand leads of a strand. */
export interface Awaited {
  readonly step: PackStep
  readonly strandId: string | null
}

/**
 * The signatures that a pack waits for now: those of the first step that is not complete. A strand that nobody leads and a
 * role that nobody holds are passed over. Empty when the chain is complete.
 */
export function awaitedFor(plan: Plan, packId: string, today: Day): Awaited[] {
  const signed = signaturesOf(plan, packId)
  const isSigned = ({ step, strandId }: Awaited) =>
    signed.some((of) => of.step === step && of.strandId === strandId)
  for (const step of Object.keys(packSteps) as PackStep[]) {
    const missing = askedAt(plan, step, today).filter((of) => !isSigned(of))
    if (missing.length > 0) return missing
  }
  return []
}

function askedAt(plan: Plan, step: PackStep, today: Day): Awaited[] {
  if (step !== 'STRAND_LEAD')
    return holdersOf(plan, stepRoles[step], today).length > 0 ? [{ step, strandId: null }] : []
  return openStrands(plan)
    .filter(({ id }) => holdersOf(plan, 'STRAND_LEAD', today, { strandId: id }).length > 0)
    .map(({ id }) => ({ step, strandId: id }))
}

/** True where the viewer holds the role that signs at this step, on the strand where it is a strand's. */
export function isSigner(viewer: Viewer, { step, strandId }: Awaited): boolean {
  return viewer.roles.some((held) => held.role === stepRoles[step] && held.strandId === strandId)
}

/** True where the viewer has signed at another step: nobody stands twice in the chain. */
export function hasSignedElsewhere(
  plan: Plan,
  packId: string,
  { personId }: Viewer,
  step: PackStep,
): boolean {
  return signaturesOf(plan, packId).some((of) => of.personId === personId && of.step !== step)
}

const openStrands = (plan: Plan): Strand[] => rowsOf(plan, 'strand').filter(({ endedOn }) => endedOn === null)

/** What officers write for a pack; the rest is the plan. Markdown, with figures of the plan by name. */
export type PackTexts = Pick<Pack, 'recommendation' | 'officerText' | 'decisions' | 'nextSteps'>

const INVENTED = ' (illustrative)'

/**
 * The paper for a meeting from what its readers may know of the plan: the texts that officers have written, and around
 * them what the plan says on the day. What is made up says so.
 */
export function composePack(plan: Plan, texts: PackTexts, today: Day): PaperSection[] {
  const written = (text: string | null): Block[] =>
    text ? [{ kind: 'TEXT', markdown: withFigures(text, figuresOf(plan)) }] : []
  const charts = [balanceChart(plan, 'inYear'), balanceChart(plan, 'cumulative')].filter((of) => of !== null)
  const sections: PaperSection[] = [
    { heading: 'Recommendation', blocks: written(texts.recommendation) },
    { heading: 'Summary', blocks: [...summary(plan, today), ...written(texts.officerText)] },
    { heading: 'Savings and year-end position', blocks: savings(plan) },
    { heading: 'Trajectory', blocks: charts },
    { heading: `How each ${nounOf(plan)} stands`, blocks: byStrand(plan, today) },
    { heading: 'Needs attention', blocks: attention(plan, today) },
    { heading: 'Risks and issues', blocks: risks(plan) },
    { heading: 'Conditions', blocks: conditions(plan) },
    { heading: 'Decisions asked for', blocks: written(texts.decisions) },
    { heading: 'Dependencies', blocks: dependencies(plan) },
    { heading: 'Next steps', blocks: [...written(texts.nextSteps), ...coming(plan, today)] },
    { heading: 'Sources', blocks: sources(plan) },
  ]
  return sections.filter(({ blocks }) => blocks.length > 0)
}

const nounOf = (plan: Plan) => rowsOf(plan, 'plan')[0]?.strandLabel.toLowerCase() ?? 'strand'

/** A table, or nothing where it would have no rows. */
function table(
  caption: string,
  columns: readonly PaperColumn[],
  rows: readonly (readonly Cell[])[],
): Block[] {
  return rows.length > 0 ? [{ kind: 'TABLE', caption, columns, rows }] : []
}

const markOf = (plan: Plan, sourceId: string | null) =>
  findRow(plan, 'source', sourceId)?.provenance === 'ILLUSTRATIVE' ? INVENTED : ''

function summary(plan: Plan, today: Day): Block[] {
  const invented = savingsTable(plan).some(({ provenance }) => provenance === 'ILLUSTRATIVE') ? INVENTED : ''
  const counts = countsInWords(ratingCounts(rowsOf(plan, 'action'), today))
  const lines = [
    `As at ${dayInWords(today)}.`,
    `${headlineOf(plan).replace(/\.$/, '')}${invented}.`,
    targetInWords(plan),
    `Delivery of actions: ${counts}.`,
  ]
  return [{ kind: 'TEXT', markdown: lines.join('\n\n') }]
}

function savings(plan: Plan): Block[] {
  const money = { isMoney: true }
  return table(
    'Savings budgeted and achieved, and the balance at year end (negative in deficit)',
    [
      { header: 'Year' },
      { header: 'Savings budgeted', ...money },
      { header: 'Savings achieved', ...money },
      { header: 'Confirmed by finance', ...money },
      { header: 'Cumulative balance at year end', ...money },
      { header: 'Published or illustrative' },
    ],
    savingsTable(plan).map(({ year, budgeted, achieved, confirmed, yearEnd, provenance }) => [
      yearLabel(year),
      budgeted,
      achieved,
      confirmed,
      yearEnd,
      provenances[provenance],
    ]),
  )
}

function byStrand(plan: Plan, today: Day): Block[] {
  return table(
    `Rating of each ${nounOf(plan)} by its worst action, with reason, mitigation and impact`,
    [
      { header: rowsOf(plan, 'plan')[0]?.strandLabel ?? 'Strand' },
      { header: 'Delivery' },
      { header: 'Savings' },
      { header: 'Reason', isProse: true },
      { header: 'Mitigation', isProse: true },
      { header: 'Impact', isProse: true },
    ],
    openStrands(plan).map((strand) => {
      const { rating, worst } = strandRating(plan, strand, today)
      const isGreen = rating === 'GREEN' || rating === 'COMPLETE'
      return [
        `${strandTitle(plan, strand)}: ${strand.name}`,
        `${ratingWords[rating]}${markOf(plan, worst?.ratingSourceId ?? null)}`,
        ratingWords[strandRating(plan, strand, today, 'benefit').rating],
        worst?.reason ?? '',
        isGreen ? '' : (worst?.pathToGreen ?? ''),
        isGreen ? '' : (worst?.impact ?? ''),
      ]
    }),
  )
}

function attention(plan: Plan, today: Day): Block[] {
  const rated = openStrands(plan).flatMap((strand) =>
    actionsOf(plan, strand.id).map((action) => ({
      action,
      strand,
      deliveryRating: shownRating(action, 'delivery', today),
      benefitRating: shownRating(action, 'benefit', today),
      isOverdue: isOverdue(action, today),
      isNotUpdated: isNotUpdated(action, today),
    })),
  )
  return table(
    'Actions that are red or amber, overdue or silent, the worst first',
    [
      { header: 'Action' },
      { header: rowsOf(plan, 'plan')[0]?.strandLabel ?? 'Strand' },
      { header: 'Delivery' },
      { header: 'Why it is here', isProse: true },
      { header: 'Path to green', isProse: true },
    ],
    needingAttention(rated).map(({ action, strand, deliveryRating }) => [
      `${action.name}${markOf(plan, action.sourceId)}`,
      strandTitle(plan, strand),
      ratingWords[deliveryRating],
      whyHere(plan, action, today),
      action.pathToGreen ?? '',
    ]),
  )
}

/** Why an action needs attention, beside its rating: late, unheard of, or with dates that have moved. */
function whyHere(plan: Plan, action: Action, today: Day): string {
  const moves = milestonesOf(plan, action.id)
    .filter(({ timesMoved, droppedOn }) => timesMoved > 0 && droppedOn === null)
    .map(({ name, timesMoved }) => `${name} moved ${timesMoved === 1 ? 'once' : `${timesMoved} times`}`)
  const isUnheard = isSilent(plan, action, today) || isNotUpdated(action, today)
  const reasons = [
    ...(action.reason ? [action.reason.replace(/\.$/, '')] : []),
    ...(isOverdue(action, today) && action.dueOn ? [`Overdue since ${dayInWords(action.dueOn)}`] : []),
    ...(isUnheard ? ['No update this month'] : []),
    ...moves,
  ]
  return reasons.map((reason) => `${reason}.`).join(' ')
}

function risks(plan: Plan): Block[] {
  const scale = riskScaleOf(plan)
  const open = risksOf(plan)
  const listed = table(
    `Risks and issues, the highest score first (of ${scale * scale})`,
    [
      { header: 'Risk or issue', isProse: true },
      { header: 'Likelihood' },
      { header: 'Impact' },
      { header: 'Score' },
      { header: 'Owner' },
      { header: 'What is done about it', isProse: true },
      { header: 'Belongs to' },
    ],
    open.map((risk) => {
      const score = riskScore(risk, scale)
      const strand = findRow(plan, 'strand', risk.strandId)
      const saving = findRow(plan, 'saving', risk.savingId)
      return [
        `${riskKinds[risk.kind]}: ${risk.name}${markOf(plan, risk.sourceId)}`,
        likelihoodInWords(risk.likelihood, scale),
        impactInWords(risk.impact, scale),
        `${score}, ${inSentence(rags[ratingOfScore(score, scale)])}`,
        findRow(plan, 'person', risk.ownerId)?.name ?? 'nobody yet',
        risk.response ?? '',
        [strand && strandTitle(plan, strand), saving?.name].filter(Boolean).join(', '),
      ]
    }),
  )
  return open.length > 0
    ? [{ kind: 'TEXT', markdown: `${risksInWords(open, scale)} ${bandsInWords(scale)}` }, ...listed]
    : []
}

function conditions(plan: Plan): Block[] {
  return table(
    'Conditions of agreements, with how each stands and the evidence',
    [
      { header: 'Condition' },
      { header: 'What it asks', isProse: true },
      { header: 'Rating' },
      { header: 'Evidence', isProse: true },
    ],
    conditionsOf(plan).map((condition) => [
      `${condition.agreement}, ${condition.number}${markOf(plan, condition.sourceId)}`,
      condition.words,
      ratingWords[conditionRating(condition)],
      [condition.evidence, condition.evidenceOn && dayInWords(condition.evidenceOn)]
        .filter(Boolean)
        .join(', '),
    ]),
  )
}

function dependencies(plan: Plan): Block[] {
  const lines = openStrands(plan).flatMap(({ id }) =>
    [waitingInWords(plan, 'strand', id), neededInWords(plan, 'strand', id)].filter((of) => of !== null),
  )
  return lines.length > 0 ? [{ kind: 'TEXT', markdown: lines.map((line) => `- ${line}`).join('\n') }] : []
}

function coming(plan: Plan, today: Day): Block[] {
  return table(
    'What is coming',
    [{ header: 'What' }, { header: 'When' }],
    forthcomingOf(plan, today).map(({ title, when, sourceId }) => [
      `${title}${markOf(plan, sourceId)}`,
      when,
    ]),
  )
}

function sources(plan: Plan): Block[] {
  return table(
    'Where the figures come from',
    [
      { header: 'Source' },
      { header: 'Publisher' },
      { header: 'Date' },
      { header: 'Published or illustrative' },
    ],
    rowsOf(plan, 'source').map(({ title, publisher, publishedOn, provenance }) => [
      title,
      publisher,
      publishedOn ? dayInWords(publishedOn) : 'no date',
      provenances[provenance],
    ]),
  )
}

/** A signature with the moment at which it was given. */
export interface SignedAt extends PackSignature {
  readonly at: string | null
}

/** Who signed a pack, when and with what words, and which value of the plan it was. */
export function signOff(plan: Plan, pack: Pack, signatures: readonly SignedAt[]): PaperSection[] {
  if (signatures.length === 0) return []
  const rows = signatures.map(({ step, strandId, name, statement, signedOn, at }) => {
    const strand = findRow(plan, 'strand', strandId)
    const role = [packSteps[step], strand && strandTitle(plan, strand)].filter(Boolean).join(', ')
    return [role, name, statement, `${dayInWords(signedOn)}${at ? ` at ${at.slice(11, 16)} UTC` : ''}`]
  })
  const of: Block[] = pack.planHash
    ? [
        {
          kind: 'TEXT',
          markdown: `Signed for the plan as at revision ${pack.planRevision}, whose value has the SHA-256 hash ${pack.planHash}.`,
        },
      ]
    : []
  const columns = [
    { header: 'Role' },
    { header: 'Name' },
    { header: 'Statement', isProse: true },
    { header: 'When' },
  ]
  return [{ heading: 'Sign-off', blocks: [...table('Signatures, in their order', columns, rows), ...of] }]
}
