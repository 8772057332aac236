import fc from 'fast-check'
import { advance, type Change, type Revision } from '../src/change.ts'
import { type Edits, edit, handOver, moveMilestone, type Outcome } from '../src/command.ts'
import { addDays, type Day } from '../src/day.ts'
import type { Entity, Row } from '../src/model.ts'
import { pence } from '../src/money.ts'
import { type Plan, rowsOf } from '../src/plan.ts'
import { visibilities } from '../src/vocabulary.ts'
import { TODAY } from './a-row.ts'

/** Text as people write it: quotation marks, accents and emoji included, never blank. */
export const anyText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() !== '' && text.isWellFormed())
export const anyDay: fc.Arbitrary<Day> = fc
  .integer({ min: -800, max: 2500 })
  .map((days) => addDays(TODAY, days))
export const anyPence = fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }).map(pence)
export const anyVisibility = fc.constantFrom(...(Object.keys(visibilities) as (keyof typeof visibilities)[]))

/** A command not yet held against a plan: `pick` chooses among the rows that are there when it is played. */
export const anyStep = fc.record({
  command: fc.nat(),
  pick: fc.nat(),
  other: fc.nat(),
  text: anyText,
  day: anyDay,
  amount: anyPence,
  visibility: anyVisibility,
  rag: fc.constantFrom('RED', 'AMBER', 'GREEN'),
})
export type Step = typeof anyStep extends fc.Arbitrary<infer T> ? T : never

type Command = (plan: Plan, step: Step, newId: string) => Edits | Outcome | null

/** A command about one row of a kind; it does nothing while the plan has none. */
function on<E extends Entity>(
  entity: E,
  command: (row: Row<E>, step: Step, plan: Plan, id: string) => Edits | Outcome,
): Command {
  return (plan, step, newId) => {
    const rows = rowsOf(plan, entity)
    const row = rows[step.pick % Math.max(1, rows.length)]
    return row ? command(row, step, plan, newId) : null
  }
}

const cite = (plan: Plan) => ({ sourceId: rowsOf(plan, 'source')[0]?.id ?? '' })
const other = <E extends Entity>(plan: Plan, entity: E, { other: pick }: Step) => {
  const rows = rowsOf(plan, entity)
  return rows[pick % Math.max(1, rows.length)]?.id ?? null
}
const hiddenFor = (step: Step) => ({ visibility: step.visibility, visibilityReason: `Because ${step.text}` })

const commands: readonly Command[] = [
  on('strand', ({ id }, { text }) => ({ strand: { [id]: { name: text } } })),
  on('strand', ({ id }, step) => ({ strand: { [id]: hiddenFor(step) } })),
  on('action', ({ id }, step) => ({ action: { [id]: hiddenFor(step) } })),
  on('action', ({ id }, { text, day }) => ({
    action: { [id]: { description: text, dueOn: day, startsOn: null } },
  })),
  on('action', ({ id }, { text }) => ({ action: { [id]: { stage: 'STOPPED', stageReason: text } } })),
  on('action', ({ id }, step, plan) => ({
    action: {
      [id]: { stage: 'SUPERSEDED', stageReason: step.text, supersededById: other(plan, 'action', step) },
    },
  })),
  on('action', ({ id }, { rag, text, day }) => ({
    action: {
      [id]: { deliveryRag: rag, benefitRag: 'GREEN', reason: text, pathToGreen: text, ratedOn: day },
    },
  })),
  on('action', ({ id }, { text, day }, plan, newId) => ({
    milestone: {
      [newId]: { actionId: id, position: 9, name: text, firstDate: day, currentDate: day, ...cite(plan) },
    },
  })),
  on('strand', ({ id }, step, plan, newId) => ({
    action: {
      [newId]: {
        strandId: id,
        position: 9,
        name: step.text,
        stage: 'NOT_STARTED',
        ...hiddenFor(step),
        ...cite(plan),
      },
    },
  })),
  on('milestone', ({ id }, { day }, plan) => moveMilestone(plan, id, day)),
  on('milestone', ({ id }, { day }) => ({ milestone: { [id]: { isDone: true, doneOn: day } } })),
  on('assignment', ({ id }, step, plan, newId) =>
    handOver(plan, id, { id: newId, personId: other(plan, 'person', step) ?? '' }, step.day),
  ),
  on('strand', ({ id }, { text, amount, day }, plan, newId) => ({
    saving: {
      [newId]: {
        strandId: id,
        name: text,
        type: 'COST_AVOIDANCE',
        recurrence: 'RECURRENT',
        fundingSource: 'DSG',
        status: 'PLANNED',
        startsOn: day,
        fullYearValue: amount,
        ...cite(plan),
      },
    },
    savingYear: { [`${newId}-2021`]: { savingId: newId, year: 2021, planned: amount, forecast: amount } },
  })),
  on('savingYear', ({ id }, { amount }) => ({
    savingYear: { [id]: { forecast: amount, delivered: amount } },
  })),
  on('strand', ({ id }, step, plan, newId) => ({
    dependency: {
      [newId]: { waitingStrandId: id, neededStrandId: other(plan, 'strand', step), ...cite(plan) },
    },
  })),
  on('forecastYear', ({ id }, { amount }) => ({
    forecastYear: { [id]: { low: pence(amount - 100), central: amount, high: pence(amount + 100) } },
  })),
  (plan, { text, day }, newId) => ({
    event: { [newId]: { position: 9, kind: 'MEETING', title: text, day, ...cite(plan) } },
  }),
  (plan, { text, amount }, newId) => ({
    fundingLine: {
      [newId]: {
        year: 2021,
        kind: 'DFE_PAYMENT',
        name: text,
        amount,
        scope: 'HIGH_NEEDS_BLOCK',
        ...cite(plan),
      },
    },
  }),
]

/** The changes that a step makes of this plan; none where the rules refuse it. */
export function changesOf(plan: Plan, step: Step, newId = `new-${plan.revision + 1}`): readonly Change[] {
  const answer = commands[step.command % commands.length]?.(plan, step, newId)
  if (!answer) return []
  const outcome = 'ok' in answer ? (answer as Outcome) : edit(plan, answer as Edits)
  return outcome.ok ? outcome.changes : []
}

/** The next revision of a plan, made by these changes. */
export function aRevision(plan: Plan, changes: readonly Change[], fields: Partial<Revision> = {}): Revision {
  const at = `${addDays(TODAY, plan.revision)}T09:00:00.000Z`
  return { number: plan.revision + 1, at, by: 'A. Lead', why: 'Monthly update', changes, ...fields }
}

/** Plays steps one after the other: the revisions they made, and every value of the plan from first to last. */
export function play(
  plan: Plan,
  steps: readonly Step[],
): { plan: Plan; plans: Plan[]; revisions: Revision[] } {
  const plans = [plan]
  const revisions: Revision[] = []
  for (const step of steps) {
    const now = plans.at(-1) ?? plan
    const changes = changesOf(now, step)
    if (changes.length === 0) continue
    const revision = aRevision(now, changes)
    revisions.push(revision)
    plans.push(advance(now, revision))
  }
  return { plan: plans.at(-1) ?? plan, plans, revisions }
}

/** Steps to `play` on a plan; each is valid when its turn comes, or makes no revision. */
export const commandSequence: fc.Arbitrary<Step[]> = fc.array(anyStep, { minLength: 1, maxLength: 12 })

/** The changes of one valid command on this plan. */
export function anyEdits(plan: Plan): fc.Arbitrary<readonly Change[]> {
  return anyStep.map((step) => changesOf(plan, step)).filter((changes) => changes.length > 0)
}
