import type { Placement } from './assumption.ts'
import { type Command, type Edits, edit, entrySourceId, refused } from './command.ts'
import { type Day, lastOfMonth } from './day.ts'
import { nextPosition } from './editing.ts'
import { type FinancialYear, yearLabel, yearOf } from './financial-year.ts'
import type { BudgetReport } from './model.ts'
import type { Pence } from './money.ts'
import { wholePlan } from './permission.ts'
import { findRow, rowsOf } from './plan.ts'
import type { Scope } from './vocabulary.ts'

/** A line of the budget: there already, where it has an id, or new. */
export interface KeptBudgetLine {
  readonly lineId?: string | null | undefined
  readonly year: FinancialYear
  readonly name: string
  readonly isIncome: boolean
  readonly category?: Placement | null | undefined
  readonly budget: Pence
  readonly scope: Scope
}

/** Writes down a line of the budget of a year, or changes it. Spend and income are both written as positive amounts. */
export const keepBudgetLine: Command<KeptBudgetLine> = {
  operation: 'EDIT_FORECAST',
  subjects: wholePlan,
  run: (plan, { lineId, category, ...sent }, { newId }) => {
    const known = lineId ? findRow(plan, 'budgetLine', lineId) : undefined
    const id = lineId ?? newId
    if (lineId && !known) return refused('budgetLine', id, 'id', 'There is no such budget line in this plan.')
    if (sent.budget < 0)
      return refused('budgetLine', id, 'budget', 'Write spend and income both as positive amounts.')
    const position = known?.position ?? nextPosition(rowsOf(plan, 'budgetLine'))
    const row = { ...sent, category: category ?? null, position, sourceId: entrySourceId(plan) }
    return edit(plan, { budgetLine: { [id]: row } })
  },
  why: (_, { name, year }) => `Wrote down the budget of ${name} for ${yearLabel(year)}`,
}

/** Drops a line from a budget; it stays on record with its reports. */
export const dropBudgetLine: Command<{ readonly lineId: string }> = {
  operation: 'EDIT_FORECAST',
  subjects: wholePlan,
  run: (plan, { lineId }, { today }) =>
    findRow(plan, 'budgetLine', lineId)
      ? edit(plan, { budgetLine: { [lineId]: { droppedOn: today } } })
      : refused('budgetLine', lineId, 'id', 'There is no such budget line in this plan.'),
  why: (plan, { lineId }) => `Dropped the budget line “${findRow(plan, 'budgetLine', lineId)?.name ?? ''}”`,
}

/** One line of a report. */
export interface ReportedLine {
  readonly lineId: string
  readonly toDate: Pence
  readonly outturn: Pence
  /** Hundredths of a place. */
  readonly places?: number | null | undefined
  readonly note?: string | null | undefined
}

/** Reports the lines of a year at the end of a month, all at once. A report of the same day is corrected; what it was stays in the history. */
export const reportBudget: Command<{ readonly asOf: Day; readonly lines: readonly ReportedLine[] }> = {
  operation: 'EDIT_FORECAST',
  subjects: wholePlan,
  run: (plan, { asOf, lines }, { today, newId }) => {
    const no = (field: string, message: string) => refused('budgetReport', newId, field, message)
    if (asOf !== lastOfMonth(asOf)) return no('asOf', 'A report is as at the last day of a month.')
    if (asOf > today) return no('asOf', 'A report cannot be of a day to come.')
    if (lines.length === 0) return no('asOf', 'Report at least one line.')
    const strange = lines.find(({ lineId }) => {
      const line = findRow(plan, 'budgetLine', lineId)
      return !line || line.droppedOn !== null || line.year !== yearOf(asOf)
    })
    if (strange)
      return no('lineId', `There is no such budget line in ${yearLabel(yearOf(asOf))}: ${strange.lineId}.`)
    const sourceId = entrySourceId(plan)
    const known = rowsOf(plan, 'budgetReport').filter((of) => of.asOf === asOf)
    const rows = lines.map(({ lineId, toDate, outturn, places, note }): [string, Partial<BudgetReport>] => [
      known.find((of) => of.lineId === lineId)?.id ?? `${lineId.slice(0, 50)}-${asOf}`,
      { lineId, asOf, toDate, outturn, places: places ?? null, note: note ?? null, sourceId },
    ])
    return edit(plan, { budgetReport: Object.fromEntries(rows) } satisfies Edits)
  },
  why: (_, { asOf }) => `Reported the year so far, at ${asOf}`,
}
