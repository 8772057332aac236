import { type Command, edit, entrySourceId, refused } from './command.ts'
import { type Day, dayInWords } from './day.ts'
import type { DeficitDifference, DeficitRecord } from './model.ts'
import { type Pence, pence, total } from './money.ts'
import { wholePlan } from './permission.ts'
import { findRow, type Plan, rowsOf } from './plan.ts'
import { type DeficitRecordKind, deficitRecords, type Scope } from './vocabulary.ts'

/** One of the five records of a deficit, beside the largest deficit of them. Balances in pence, negative in deficit. */
export interface RecordedDeficit {
  readonly kind: DeficitRecordKind
  /** Null where nothing is recorded yet. */
  readonly row: DeficitRecord | null
  /** Its balance less the largest deficit recorded: nothing, or a smaller deficit. */
  readonly difference: Pence
  readonly reasons: readonly DeficitDifference[]
  /** What the reasons leave. */
  readonly unexplained: Pence
}

/** The same deficit in up to five records. Where they differ without a reason, the Department for Education takes the lowest. */
export interface Reconciliation {
  readonly asOf: Day
  readonly scope: Scope
  readonly records: readonly RecordedDeficit[]
  readonly isExplained: boolean
  /** The balance that would be taken: the largest deficit where every difference is explained, else the smallest. */
  readonly taken: Pence
  /** What an unexplained difference would cost the council. */
  readonly atStake: Pence
}

/** The deficits that are recorded, of one day and scope each, the newest first. */
export function reconciliationsOf(plan: Plan): Reconciliation[] {
  const rows = rowsOf(plan, 'deficitRecord')
  const keys = new Map(rows.map(({ asOf, scope }) => [`${asOf} ${scope}`, { asOf, scope }]))
  return [...keys.values()]
    .sort((a, b) => b.asOf.localeCompare(a.asOf) || a.scope.localeCompare(b.scope))
    .map(({ asOf, scope }) => {
      const of = rows.filter((row) => row.asOf === asOf && row.scope === scope)
      return { asOf, scope, ...reconciled(plan, of) }
    })
}

function reconciled(plan: Plan, rows: readonly DeficitRecord[]): Omit<Reconciliation, 'asOf' | 'scope'> {
  const amounts = rows.map(({ amount }) => amount)
  const [largest, smallest] = [pence(Math.min(...amounts)), pence(Math.max(...amounts))]
  const records = (Object.keys(deficitRecords) as DeficitRecordKind[]).map((kind): RecordedDeficit => {
    const row = rows.find(({ record }) => record === kind) ?? null
    const reasons = row
      ? rowsOf(plan, 'deficitDifference').filter((of) => of.recordId === row.id && of.droppedOn === null)
      : []
    const difference = pence(row ? row.amount - largest : 0)
    const unexplained = pence(difference - total(reasons.map(({ amount }) => amount)))
    return { kind, row, difference, reasons, unexplained }
  })
  const isExplained = records.every(({ unexplained }) => unexplained === 0)
  const taken = isExplained ? largest : smallest
  return { records, isExplained, taken, atStake: pence(smallest - largest) }
}

/** The balance as one record has it; negative in deficit. */
export interface KeptRecord {
  readonly record: DeficitRecordKind
  readonly asOf: Day
  readonly scope: Scope
  readonly amount: Pence
  readonly note?: string | null | undefined
}

/** Writes down what one of the five records says, or corrects it. */
export const keepDeficitRecord: Command<KeptRecord> = {
  operation: 'EDIT_FORECAST',
  subjects: wholePlan,
  run: (plan, { note, ...sent }, { today, newId }) => {
    if (!sent.asOf.endsWith('-03-31'))
      return refused('deficitRecord', newId, 'asOf', 'A deficit is recorded as at 31 March.')
    if (sent.asOf > today)
      return refused('deficitRecord', newId, 'asOf', 'It cannot have been recorded for a day to come.')
    const known = rowsOf(plan, 'deficitRecord').find(
      (of) => of.record === sent.record && of.asOf === sent.asOf && of.scope === sent.scope,
    )
    const row = { ...sent, note: note ?? null, sourceId: entrySourceId(plan) }
    return edit(plan, { deficitRecord: { [known?.id ?? newId]: row } })
  },
  why: (_, { record, asOf }) => `Wrote down the deficit of ${dayInWords(asOf)}: ${deficitRecords[record]}`,
}

/** Gives a reason why a record differs from the largest deficit recorded, with its amount. */
export const explainDifference: Command<{
  readonly recordId: string
  readonly name: string
  readonly amount: Pence
}> = {
  operation: 'EDIT_FORECAST',
  subjects: wholePlan,
  run: (plan, sent, { newId }) =>
    findRow(plan, 'deficitRecord', sent.recordId)
      ? edit(plan, { deficitDifference: { [newId]: { ...sent, sourceId: entrySourceId(plan) } } })
      : refused('deficitRecord', sent.recordId, 'id', 'There is no such record in this plan.'),
  why: (_, { name }) => `Explained a difference between records: ${name}`,
}

/** Drops a reason that does not hold; it stays on record. */
export const dropDifference: Command<{ readonly differenceId: string }> = {
  operation: 'EDIT_FORECAST',
  subjects: wholePlan,
  run: (plan, { differenceId }, { today }) =>
    findRow(plan, 'deficitDifference', differenceId)
      ? edit(plan, { deficitDifference: { [differenceId]: { droppedOn: today } } })
      : refused('deficitDifference', differenceId, 'id', 'There is no such reason in this plan.'),
  why: (plan, { differenceId }) =>
    `Dropped the reason “${findRow(plan, 'deficitDifference', differenceId)?.name ?? ''}”`,
}
