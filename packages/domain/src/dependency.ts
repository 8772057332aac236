import type { Dependency } from './model.ts'
import { findRow, type Plan, requireRow, rowsOf, strandTitle } from './plan.ts'

/** What waits, or is waited for: a strand or an action. */
interface End {
  readonly kind: 'strand' | 'action'
  readonly id: string
}

function endOf(strandId: string | null, actionId: string | null): End | null {
  if (strandId !== null && actionId === null) return { kind: 'strand', id: strandId }
  if (actionId !== null && strandId === null) return { kind: 'action', id: actionId }
  return null
}

const waitingEnd = (of: Dependency) => endOf(of.waitingStrandId, of.waitingActionId)
const neededEnd = (of: Dependency) => endOf(of.neededStrandId, of.neededActionId)
const keyOf = (end: End) => `${end.kind}/${end.id}`

/** What is wrong with a dependency: an end missing or doubled, or a circle of things that wait for each other. */
export function problemsWithDependency(
  plan: Plan,
  dependency: Dependency,
): { field: string; message: string }[] {
  const waiting = waitingEnd(dependency)
  const needed = neededEnd(dependency)
  if (!waiting) return [{ field: 'waitingStrandId', message: 'Choose the one strand or action that waits.' }]
  if (!needed)
    return [{ field: 'neededStrandId', message: 'Choose the one strand or action that it waits for.' }]
  const circle = dependency.endedOn === null ? circleFrom(plan, waiting) : null
  if (!circle) return []
  const names = circle.map((end) => endName(plan, end)).join(' waits for ')
  return [{ field: 'neededStrandId', message: `This would make a circle: ${names}.` }]
}

/** What an end waits for: by itself, through what it is made of, and through what it is a part of. */
function neededBy(plan: Plan, end: End): End[] {
  const whole = [end, ...holdersOf(plan, end)].map(keyOf)
  const needed = inForce(plan).flatMap((of) => {
    const waiting = waitingEnd(of)
    const other = neededEnd(of)
    return waiting && other && whole.includes(keyOf(waiting)) ? [other] : []
  })
  return [...needed, ...partsOf(plan, end)]
}

function partsOf(plan: Plan, { kind, id }: End): End[] {
  return rowsOf(plan, 'action')
    .filter(({ strandId, parentId }) => (kind === 'strand' ? strandId : parentId) === id)
    .map((action): End => ({ kind: 'action', id: action.id }))
}

/** The strand and the larger actions that an action is a part of: what they wait for, it waits for too. */
function holdersOf(plan: Plan, { kind, id }: End): End[] {
  const action = kind === 'action' ? findRow(plan, 'action', id) : undefined
  if (!action) return []
  const holders: End[] = [{ kind: 'strand', id: action.strandId }]
  for (let at = action.parentId; at !== null; at = findRow(plan, 'action', at)?.parentId ?? null) {
    if (holders.some((of) => of.id === at)) break
    holders.push({ kind: 'action', id: at })
  }
  return holders
}

function inForce(plan: Plan): Dependency[] {
  return rowsOf(plan, 'dependency').filter(({ endedOn }) => endedOn === null)
}

/** The way from an end back to itself along what it waits for, or null where there is none. */
function circleFrom(plan: Plan, start: End): End[] | null {
  const visited = new Set<string>()
  const walk = (end: End, path: readonly End[]): End[] | null => {
    for (const needed of neededBy(plan, end)) {
      if (keyOf(needed) === keyOf(start)) return [...path, needed]
      if (visited.has(keyOf(needed))) continue
      visited.add(keyOf(needed))
      const found = walk(needed, [...path, needed])
      if (found) return found
    }
    return null
  }
  return walk(start, [start])
}

function endName(plan: Plan, end: End): string {
  if (end.kind === 'strand') return strandTitle(plan, requireRow(plan, 'strand', end.id))
  return `“${requireRow(plan, 'action', end.id).name}”`
}

/** What a strand or an action waits for, in one sentence ("Strand 4 waits for strands 2 and 3."), or null. */
export function waitingInWords(plan: Plan, kind: 'strand' | 'action', id: string): string | null {
  return sentence(plan, { kind, id }, 'waits for', waitingEnd, neededEnd)
}

/** What a strand or an action waits for, one by one, with the id of each dependency. */
export function waitedForBy(
  plan: Plan,
  kind: 'strand' | 'action',
  id: string,
): { id: string; name: string }[] {
  return inForce(plan).flatMap((dependency) => {
    const waiting = waitingEnd(dependency)
    const needed = neededEnd(dependency)
    const isMine = waiting && keyOf(waiting) === keyOf({ kind, id })
    return isMine && needed ? [{ id: dependency.id, name: endName(plan, needed) }] : []
  })
}

/** What waits for a strand or an action, in one sentence ("Strand 2 is needed by strand 4."), or null. */
export function neededInWords(plan: Plan, kind: 'strand' | 'action', id: string): string | null {
  return sentence(plan, { kind, id }, 'is needed by', neededEnd, waitingEnd)
}

type EndReader = (of: Dependency) => End | null

function sentence(plan: Plan, subject: End, verb: string, own: EndReader, other: EndReader): string | null {
  const others = inForce(plan).flatMap((dependency) => {
    const mine = own(dependency)
    const theirs = other(dependency)
    return mine && theirs && keyOf(mine) === keyOf(subject) ? [theirs] : []
  })
  if (others.length === 0 || !findRow(plan, subject.kind, subject.id)) return null
  return `${endName(plan, subject)} ${verb} ${listEnds(plan, others)}.`
}

function listEnds(plan: Plan, ends: readonly End[]): string {
  const label = (rowsOf(plan, 'plan')[0]?.strandLabel ?? 'Strand').toLowerCase()
  const numbers = ends
    .filter((end) => end.kind === 'strand')
    .map((end) => requireRow(plan, 'strand', end.id).position)
    .sort((a, b) => a - b)
  const strands =
    numbers.length > 0 ? [`${label}${numbers.length > 1 ? 's' : ''} ${listInWords(numbers.map(String))}`] : []
  return listInWords([
    ...strands,
    ...ends.filter((end) => end.kind === 'action').map((end) => endName(plan, end)),
  ])
}

/** Items as a person lists them: "2, 3 and 5". */
export function listInWords(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}
