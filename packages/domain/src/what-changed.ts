import { type Driver, drivers, type Placement, placements } from './assumption.ts'
import { type Change, difference, isCreation } from './change.ts'
import { type Day, dayInWords } from './day.ts'
import type { Field, Value } from './field.ts'
import { yearLabel } from './financial-year.ts'
import { meetingName } from './meeting.ts'
import { type Entity, entityWords, fieldsOf, type Meeting } from './model.ts'
import { inPounds, type Pence } from './money.ts'
import { findRow, type Plan, strandTitle } from './plan.ts'
import { isSuppressedField } from './small-numbers.ts'
import {
  type DeficitRecordKind,
  deficitRecords,
  forecastSeries,
  inSentence,
  riskKinds,
  roles,
  type SchoolPhase,
  schoolPhases,
} from './vocabulary.ts'

/** One change told as a sentence, with the item that it is about so that a reader can go there. */
export interface News {
  readonly entity: Entity
  readonly id: string
  readonly strandId: string | null
  readonly actionId: string | null
  readonly words: string
}

/** What changed between two values of a plan, in words: only what both sides of the viewer's knowledge show. */
export function whatChanged(from: Plan, to: Plan): News[] {
  return tell(difference(from, to), from, to)
}

/** Tells changes as sentences. A new row is one sentence; bookkeeping, sources among it, is left out. */
export function tell(changes: readonly Change[], from: Plan, to: Plan): News[] {
  const whole = new Set(
    changes.filter((change) => change.field === 'id').map((change) => `${change.entity}/${change.id}`),
  )
  return (
    changes
      .filter(({ entity }) => entity !== 'source')
      .filter(
        ({ entity, id, field }) =>
          field === 'id' || (!whole.has(`${entity}/${id}`) && !fieldsOf(entity)[field]?.isQuiet),
      )
      // Shown on one day and too small to show on the other, a number has been neither set nor cleared.
      .filter(({ entity, id, field }) => ![from, to].some((at) => isSuppressedField(at, entity, id, field)))
      .map((change) => {
        const { entity, id } = change
        const place = placeOf(entity, id, findRow(to, entity, id) ? to : from)
        return { ...place, words: sentence(change, from, to) }
      })
  )
}

/** The strand and the action that an item belongs to, where it belongs to one. */
export function placeOf(entity: Entity, id: string, plan: Plan): Omit<News, 'words'> {
  const row = (findRow(plan, entity, id) ?? {}) as {
    strandId?: string | null
    actionId?: string | null
    savingId?: string
  }
  const saving = row.savingId ? findRow(plan, 'saving', row.savingId) : undefined
  const actionId = entity === 'action' ? id : (row.actionId ?? saving?.actionId ?? null)
  const strandId =
    entity === 'strand'
      ? id
      : (row.strandId ?? saving?.strandId ?? findRow(plan, 'action', actionId)?.strandId ?? null)
  return { entity, id, strandId, actionId }
}

function sentence(change: Change, from: Plan, to: Plan): string {
  const { entity, id, field, before, after } = change
  if (isCreation(change)) return begun(change, to)
  if (field === 'id') return ended(`No longer shown: ${nameOf(from, entity, id)}`)
  const of = fieldsOf(entity)[field]
  if (!of) return `${nameOf(to, entity, id)} changed.`
  const subject = `${capital(nameOf(to, entity, id))}: ${inSentence(of.label)}`
  if (of.kind === 'flag') return `${subject}: ${valueInWords(to, of, after)}.`
  if (before === null) return ended(`${subject} set to ${valueInWords(to, of, after)}`)
  if (after === null) return ended(`${subject} cleared, was ${valueInWords(from, of, before)}`)
  if (of.kind === 'text') return ended(`${subject} reworded to ${valueInWords(to, of, after)}`)
  const verb = of.kind === 'day' ? 'moved' : 'changed'
  return `${subject} ${verb} from ${valueInWords(from, of, before)} to ${valueInWords(to, of, after)}.`
}

/** A new row in a sentence. An update is told by what it says. */
function begun({ entity, id }: Change, to: Plan): string {
  const update = entity === 'update' ? findRow(to, 'update', id) : undefined
  if (!update) return ended(`Added: ${nameOf(to, entity, id)}`)
  const said = update.isNoChange ? 'no change' : update.progress ? `“${update.progress}”` : 'ratings only'
  return ended(`${capital(nameOf(to, entity, id))}: ${said}`)
}

/** A value as people read it: money in pounds, days and years in words, choices and references by name. */
export function valueInWords(plan: Plan, field: Field, value: Value): string {
  if (value === null) return 'nothing'
  switch (field.kind) {
    case 'pence':
      return inPounds(value as Pence)
    case 'day':
      return dayInWords(value as Day)
    case 'year':
      return yearLabel(value as number)
    case 'flag':
      return value ? 'yes' : 'no'
    case 'choice':
      return inSentence(field.choices?.[String(value)] ?? String(value))
    case 'reference':
      return nameOf(plan, field.refersTo as Entity, String(value))
    case 'text':
      return `“${value}”`
    case 'integer':
    case 'quantity':
      return String(value)
  }
}

/** What a row is called in a sentence: strand 2 (Inclusion Strategy), action “Placements”. */
export function nameOf(plan: Plan, entity: Entity, id: string): string {
  const row = findRow(plan, entity, id) as Readonly<Record<string, Value>> | undefined
  if (!row) return entityWords[entity]
  switch (entity) {
    case 'plan':
      return 'the plan'
    case 'strand': {
      const strand = findRow(plan, 'strand', id)
      return strand ? `${inSentence(strandTitle(plan, strand))} (${strand.name})` : 'strand'
    }
    case 'savingYear':
      return `${nameOf(plan, 'saving', String(row.savingId))} in ${yearLabel(Number(row.year))}`
    case 'forecastYear':
      return `${inSentence(forecastSeries[row.series as keyof typeof forecastSeries])} of ${nameOf(plan, 'forecastVersion', String(row.versionId))} for ${yearLabel(Number(row.year))}`
    case 'assignment':
      return assignmentName(plan, row)
    case 'dependency':
      return dependencyName(plan, row)
    case 'savingProposal':
      return `proposal for ${nameOf(plan, 'saving', String(row.savingId))}`
    case 'update':
      return `update of ${nameOf(plan, 'action', String(row.actionId))}`
    case 'assumption':
      return assumptionName(row)
    case 'budgetReport':
      return `${nameOf(plan, 'budgetLine', String(row.lineId))} at ${dayInWords(row.asOf as Day)}`
    case 'deficitRecord':
      return `${deficitRecords[row.record as DeficitRecordKind]} at ${dayInWords(row.asOf as Day)}`
    case 'question':
      return `question “${row.words}”`
    case 'meeting':
      return meetingName(row as unknown as Meeting)
    case 'attendance':
      return `attendance of ${row.who} at ${nameOf(plan, 'meeting', String(row.meetingId))}`
    case 'actionArising':
      return `${nameOf(plan, 'action', String(row.actionId))}, arising from ${nameOf(plan, 'meeting', String(row.meetingId))}`
    case 'phaseSpend':
      return `spending on ${inSentence(schoolPhases[row.phase as SchoolPhase])} in ${yearLabel(Number(row.year))}`
    case 'newsletter':
      return `newsletter ${row.number}`
    case 'newsletterSection':
      return `“${row.heading}” of ${nameOf(plan, 'newsletter', String(row.newsletterId))}`
    case 'newsletterCorrection':
      return `correction of ${nameOf(plan, 'newsletter', String(row.newsletterId))}`
    case 'pack':
      return `pack ${row.number} “${row.title}”`
    case 'packSignature':
      return `signature of ${row.name} on ${nameOf(plan, 'pack', String(row.packId))}`
    case 'risk':
      return `${inSentence(riskKinds[row.kind as keyof typeof riskKinds])} “${row.name}”`
    case 'condition':
      return `condition ${row.number} of “${row.agreement}”`
    case 'settledConflict':
      return `two versions of ${row.subject}`
    case 'figure':
      return `figure “${row.subject}” for ${row.period}`
    default:
      return `${entityWords[entity]} “${row.name ?? row.title}”`
  }
}

function assumptionName(row: Readonly<Record<string, Value>>): string {
  const { name } = drivers[row.driver as Driver]
  const category = row.category ? placements[row.category as Placement].name : null
  const what = row.driver === 'SPEND' ? row.line : [name, row.line].filter(Boolean).join(', ')
  const of = [what, category, row.year ? yearLabel(Number(row.year)) : null]
  return `assumption “${of.filter(Boolean).join(', ')}”`
}

function assignmentName(plan: Plan, row: Readonly<Record<string, Value>>): string {
  const person = findRow(plan, 'person', String(row.personId))?.name ?? 'somebody'
  const on = row.actionId
    ? ` of ${nameOf(plan, 'action', String(row.actionId))}`
    : row.strandId
      ? ` of ${nameOf(plan, 'strand', String(row.strandId))}`
      : ''
  return `${person} as ${inSentence(roles[row.role as keyof typeof roles])}${on}`
}

function dependencyName(plan: Plan, row: Readonly<Record<string, Value>>): string {
  const end = (strandId: Value | undefined, actionId: Value | undefined) =>
    strandId ? nameOf(plan, 'strand', String(strandId)) : nameOf(plan, 'action', String(actionId))
  return `${end(row.waitingStrandId, row.waitingActionId)} waits for ${end(row.neededStrandId, row.neededActionId)}`
}

/** A full stop, unless the words that are quoted last bring one. */
function ended(words: string): string {
  return /[.?!]”$/.test(words) ? words : `${words}.`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
