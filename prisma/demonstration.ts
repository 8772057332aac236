import { readFileSync } from 'node:fs'
import path from 'node:path'
import { advance, type Revision } from '@strandline/domain/change'
import { type Edits, edit } from '@strandline/domain/command'
import { type Day, type Instant, isDay } from '@strandline/domain/day'
import type { Value } from '@strandline/domain/field'
import { type Entity, entities, fieldsOf } from '@strandline/domain/model'
import { pounds } from '@strandline/domain/money'
import { type Authority, emptyPlan } from '@strandline/domain/plan'
import { parse } from 'yaml'

/** A plan told as the dated edits that made it, with the moment on its own clock at which it is handed over. */
export interface Story {
  readonly authority: Authority
  readonly plan: { readonly id: string; readonly beganOn: Day }
  readonly startsAt: Instant
  readonly revisions: readonly StoryRevision[]
}

interface StoryRevision {
  readonly at: Instant
  readonly by: string
  readonly why: string
  readonly edits: Edits
}

type WrittenEdits = Record<string, Record<string, Record<string, Value>>>
type WrittenRevision = Omit<StoryRevision, 'edits'> & { readonly edits: WrittenEdits }
type WrittenStory = Omit<Story, 'revisions'> & { readonly revisions: readonly WrittenRevision[] }

const solihull = path.join(import.meta.dirname, 'solihull.yaml')

/** Reads a story, with its pounds turned into pence. Throws where it is out of order or names what no plan has. */
export function readStory(file = solihull): Story {
  const written = parse(readFileSync(file, 'utf8')) as WrittenStory
  requireOrder(written)
  const revisions = written.revisions.map((revision) => ({ ...revision, edits: toEdits(revision) }))
  return { ...written, revisions }
}

function requireOrder({ plan, startsAt, revisions }: WrittenStory): void {
  if (!isDay(plan.beganOn)) throw new Error(`${plan.beganOn} is not a day on which a plan can begin`)
  if (!revisions[0]?.at.startsWith(plan.beganOn))
    throw new Error('the first revision must be of the first day')
  for (const { at, by, why } of revisions)
    if (!by || !why) throw new Error(`${titleOf(at)}: say by whom and why`)
  const moments = [...revisions.map(({ at }) => at), startsAt]
  for (const [index, at] of moments.entries()) {
    if (Number.isNaN(Date.parse(at)) || new Date(at).toISOString() !== at) {
      throw new Error(`${titleOf(at)}: write the moment as 2020-02-13T09:30:00.000Z`)
    }
    const before = moments[index - 1]
    if (before && before >= at) throw new Error(`${titleOf(at)} must be after that of ${before}`)
  }
}

const titleOf = (at: Instant) => `the revision of ${at}`

function toEdits({ at, edits }: WrittenRevision): Edits {
  const tables = Object.entries(edits).map(([entity, rows]) => {
    if (!isEntity(entity)) throw new Error(`${titleOf(at)}: a plan has no ${entity}`)
    const read = Object.entries(rows).map(([id, row]) => [
      id,
      toRow(`${titleOf(at)}: ${entity} ${id}`, entity, row),
    ])
    return [entity, Object.fromEntries(read)]
  })
  return Object.fromEntries(tables) as Edits
}

function isEntity(name: string): name is Entity {
  return (entities as readonly string[]).includes(name)
}

function toRow(place: string, entity: Entity, row: Record<string, Value>): Record<string, Value> {
  const fields = fieldsOf(entity)
  const values = Object.entries(row).map(([name, value]): [string, Value] => {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field) throw new Error(`${place} has no field ${name}`)
    return [name, field.kind === 'pence' ? toPence(`${place}, ${name}`, value) : value]
  })
  return Object.fromEntries(values)
}

/** YAML 1.2 reads 5_600_000 as text. */
function toPence(place: string, written: Value): Value {
  if (written === null) return null
  const amount = /^-?\d{1,3}(_\d{3})*$/.test(String(written))
    ? Number(String(written).replaceAll('_', ''))
    : written
  if (!Number.isSafeInteger(amount)) throw new Error(`${place}: ${written} is not a number of whole pounds`)
  return pounds(Number(amount))
}

/** What each revision changes in the plan so far, for the store to commit. Throws where the domain refuses one. */
export function storyChanges(story: Story, clockOffsetSeconds: number): Omit<Revision, 'number'>[] {
  let plan = emptyPlan(story.plan.id, story.authority, story.startsAt, story.plan.beganOn)
  return story.revisions.map(({ at, by, why, edits }, index) => {
    const outcome = edit(plan, index === 0 ? withClock(story.plan.id, edits, clockOffsetSeconds) : edits)
    if (!outcome.ok) {
      const problems = outcome.problems.map(({ entity, id, message }) => `${entity} ${id}: ${message}`)
      throw new Error(`${titleOf(at)} is refused.\n${problems.join('\n')}`)
    }
    const revision = { at, by, why, changes: outcome.changes }
    plan = advance(plan, { ...revision, number: index + 1 })
    return revision
  })
}

function withClock(planId: string, edits: Edits, clockOffsetSeconds: number): Edits {
  return { ...edits, plan: { [planId]: { ...edits.plan?.[planId], clockOffsetSeconds } } }
}
