import type { Value } from './field.ts'
import { type Entity, entities, fieldsOf } from './model.ts'
import type { Plan, Tables } from './plan.ts'
import { type Suppression, suppressionOf, thresholdOf } from './small-numbers.ts'
import type { Viewer } from './viewer.ts'
import type { Role, Visibility } from './vocabulary.ts'

/** People who may know the same things share an audience, and so share answers. */
export type Audience = 'PUBLIC' | 'GROUP' | 'MEMBERS' | 'TEAM'

const visibleToAudience: Readonly<Record<Audience, readonly Visibility[]>> = {
  PUBLIC: ['PUBLIC'],
  GROUP: ['PUBLIC'],
  MEMBERS: ['PUBLIC', 'RESTRICTED'],
  TEAM: ['PUBLIC', 'RESTRICTED', 'EXEMPT'],
}

const audiences: Readonly<Record<Role, Audience>> = {
  REFERENCE_GROUP_MEMBER: 'GROUP',
  CABINET_MEMBER: 'MEMBERS',
  STRAND_LEAD: 'MEMBERS',
  ACTION_OWNER: 'MEMBERS',
  ADMINISTRATOR: 'MEMBERS',
  FINANCE_BUSINESS_PARTNER: 'TEAM',
  SECTION_151_OFFICER: 'TEAM',
  PROGRAMME_MANAGER: 'TEAM',
  DIRECTOR_OF_CHILDRENS_SERVICES: 'TEAM',
}

/** Working papers of the people who run the plan: not for the public, whatever they are about. */
const workingKinds: readonly Entity[] = [
  'savingProposal',
  'settledConflict',
  'scenario',
  'budgetLine',
  'budgetReport',
  'deficitRecord',
  'deficitDifference',
]

/** The audience of the most trusted of a viewer's roles. Exempt items (Schedule 12A, Local Government Act 1972) are for the team. */
export function audienceOf(viewer: Viewer): Audience {
  const of = new Set(viewer.roles.map(({ role }) => audiences[role]))
  return (['TEAM', 'MEMBERS', 'GROUP'] as const).find((audience) => of.has(audience)) ?? 'PUBLIC'
}

/** Viewers with the same key may know the same: their audience, and the strands and actions that are their own. */
export function knowledgeKey(viewer: Viewer): string {
  const audience = audienceOf(viewer)
  return audience === 'MEMBERS' ? [audience, ...[...ownKeys(viewer)].sort()].join(' ') : audience
}

/** Whoever leads a strand or owns an action may know it and what belongs to it, exempt or not. */
function ownKeys({ roles }: Viewer): Set<string> {
  return new Set(
    roles.flatMap(({ strandId, actionId }) => [
      ...(strandId ? [`strand/${strandId}`] : []),
      ...(actionId ? [`action/${actionId}`] : []),
    ]),
  )
}

/** Whether a row is, or belongs to, what is a viewer's own. */
const isOwnIn = (own: ReadonlySet<string>) => (entity: Entity, row: LooseRow) =>
  own.has(`${entity}/${row.id}`) || own.has(`strand/${row.strandId}`) || own.has(`action/${row.actionId}`)

type LooseRow = Readonly<Record<string, Value>>
type LooseTables = Record<Entity, Record<string, LooseRow>>

/**
 * The plan that this viewer may know. A hidden row is absent; so is every row that refers to one, and every source or
 * person that only hidden rows refer to. What a viewer's totals hold is therefore what that viewer can add up. Outside
 * the team counts under the threshold are suppressed: that of the plan itself, unless another (today's, for a plan as at an
 * earlier day) is given.
 */
export function visibleTo(plan: Plan, viewer: Viewer, threshold: number = thresholdOf(plan)): Plan {
  const audience = audienceOf(viewer)
  const all = plan.tables as unknown as LooseTables
  const own = ownKeys(viewer)
  const hidden = hiddenRows(all, audience, own)
  if (hidden.size > 0) withholdGivingAway(all, hidden)
  const small = suppressionOf(all, {
    threshold: audience === 'TEAM' ? 0 : threshold,
    isAbsent: (entity, { id }) => hidden.has(`${entity}/${id}`),
    isOwn: isOwnIn(own),
  })
  for (const key of small.hidden) hidden.add(key)
  if (hidden.size === 0 && small.masked.size === 0) return plan
  addOrphans(all, hidden)
  const tables = Object.fromEntries(
    entities.map((entity) => [entity, visibleRows(entity, all[entity], hidden, small.masked)]),
  )
  return { ...plan, tables: tables as unknown as Tables, ...marks(plan, hidden, small) }
}

/** What is suppressed in rows that are there: of what had been suppressed before as well. */
function marks(plan: Plan, hidden: ReadonlySet<string>, { masked }: Suppression): Pick<Plan, 'suppressed'> {
  const of = [...(plan.suppressed ?? []), ...masked].filter(([key]) => !hidden.has(key))
  return of.length > 0 ? { suppressed: new Map(of) } : {}
}

/** Rows that are not for this audience, and all that refer to them: repeated until nothing more is found. */
function hiddenRows(tables: LooseTables, audience: Audience, own: ReadonlySet<string>): Set<string> {
  const allowed = visibleToAudience[audience]
  const isInternal = (entity: Entity, row: LooseRow) =>
    !allowed.includes('RESTRICTED') &&
    (workingKinds.includes(entity) ||
      isUnfinished(entity, row) ||
      (entity === 'question' && !isForGroup(row, audience)))
  const isOwn = isOwnIn(own)
  const hidden = new Set<string>()
  let found: number
  do {
    found = hidden.size
    for (const entity of entities) {
      for (const row of Object.values(tables[entity])) {
        const isWithheld =
          typeof row.visibility === 'string' &&
          !allowed.includes(row.visibility as Visibility) &&
          !isOwn(entity, row) &&
          !isOfGroup(entity, row, audience)
        if (
          isWithheld ||
          isInternal(entity, row) ||
          references(entity, row).some((to) => !to.isWeak && hidden.has(to.key))
        )
          hidden.add(`${entity}/${row.id}`)
      }
    }
  } while (hidden.size > found)
  return hidden
}

/** A forecast is a working paper until it is approved, and a newsletter or a pack until it is published. */
function isUnfinished(entity: Entity, row: LooseRow): boolean {
  if (entity === 'newsletter') return row.status !== 'PUBLISHED'
  if (entity === 'newsletterSection') return row.droppedOn !== null
  // What was published can still be read once it is withdrawn, with the reason.
  if (entity === 'pack') return row.publishedOn === null
  return entity === 'forecastVersion' && row.status !== 'APPROVED'
}

/** A question is for the reference group, and for everybody once it is made public; one that was withdrawn for neither. */
function isForGroup({ isPublic, withdrawnOn }: LooseRow, audience: Audience): boolean {
  return withdrawnOn === null && (audience === 'GROUP' || isPublic === true)
}

/** The reference group knows its own meetings while they are restricted; an exempt one is for the team, as all that is. */
function isOfGroup(entity: Entity, { body, visibility }: LooseRow, audience: Audience): boolean {
  return (
    audience === 'GROUP' && entity === 'meeting' && body === 'REFERENCE_GROUP' && visibility === 'RESTRICTED'
  )
}

const neverCounted: readonly Value[] = ['TO_BE_IDENTIFIED', 'UNDER_DEVELOPMENT']

/**
 * A mitigated forecast is the unmitigated less every saving that counted when it was made, so beside the savings that can
 * be seen it would give away the hidden ones by subtraction. It is withheld while a hidden saving is, or may have been,
 * among them; what is worked out from the visible savings takes its place.
 */
function withholdGivingAway(tables: LooseTables, hidden: Set<string>): void {
  const mayHaveCounted = ({ id, status }: LooseRow) =>
    hidden.has(`saving/${id}`) && !neverCounted.includes(status ?? null)
  if (!Object.values(tables.saving).some(mayHaveCounted)) return
  for (const row of Object.values(tables.forecastYear)) {
    if (row.series === 'MITIGATED') hidden.add(`forecastYear/${row.id}`)
  }
}

function references(entity: Entity, row: LooseRow): { key: string; isWeak: boolean }[] {
  return Object.entries(fieldsOf(entity)).flatMap(([name, field]) =>
    field.refersTo && row[name]
      ? [{ key: `${field.refersTo}/${row[name]}`, isWeak: field.isWeak === true }]
      : [],
  )
}

/** A source or a person known only through hidden rows would tell of them, so it is hidden too. */
function addOrphans(tables: LooseTables, hidden: Set<string>): void {
  const found = hidden.size
  const reached = { hidden: new Set<string>(), seen: new Set<string>() }
  for (const entity of entities) {
    for (const row of Object.values(tables[entity])) {
      const side = hidden.has(`${entity}/${row.id}`) ? reached.hidden : reached.seen
      for (const to of references(entity, row)) side.add(to.key)
    }
  }
  for (const key of reached.hidden) {
    if (/^(source|person)\//.test(key) && !reached.seen.has(key)) hidden.add(key)
  }
  // A person hidden here may have been the last to cite a source.
  if (hidden.size > found) addOrphans(tables, hidden)
}

function visibleRows(
  entity: Entity,
  rows: Record<string, LooseRow>,
  hidden: ReadonlySet<string>,
  blanked: Suppression['masked'],
): Record<string, LooseRow> {
  const weak = Object.entries(fieldsOf(entity)).filter(([, field]) => field.isWeak)
  const seen = Object.values(rows).filter((row) => !hidden.has(`${entity}/${row.id}`))
  return Object.fromEntries(
    seen.map((row) => {
      const lost = [
        ...weak.filter(([name, field]) => hidden.has(`${field.refersTo}/${row[name]}`)).map(([name]) => name),
        ...(blanked.get(`${entity}/${row.id}`) ?? []),
      ]
      return [
        row.id,
        lost.length > 0 ? { ...row, ...Object.fromEntries(lost.map((name) => [name, null])) } : row,
      ]
    }),
  )
}
