import { type Command, edit, type Outcome, refused } from './command.ts'
import { isBlank } from './field.ts'
import { type FinancialYear, yearLabel, yearOf } from './financial-year.ts'
import type { Saving, SavingYear } from './model.ts'
import { NOTHING, type Pence } from './money.ts'
import { findRow, type Plan } from './plan.ts'
import { isAgreed, yearsOfSaving } from './saving.ts'
import { noSuchSaving, savingName, theSaving } from './saving-commands.ts'
import type { SavingStatus } from './vocabulary.ts'

interface OfYear {
  readonly savingId: string
  readonly year: FinancialYear
}

/** Goes on with a year that the saving has. */
function withYear(
  plan: Plan,
  { savingId, year }: OfYear,
  goOn: (row: SavingYear, saving: Saving) => Outcome,
): Outcome {
  const saving = findRow(plan, 'saving', savingId)
  if (!saving) return noSuchSaving(savingId)
  const row = yearsOfSaving(plan, savingId).find((of) => of.year === year)
  return row
    ? goOn(row, saving)
    : refused('saving', savingId, 'year', `Nothing is planned for ${yearLabel(year)}.`)
}

export interface Delivery extends OfYear {
  /** Saved in this year so far, in pence; negative where it has cost money instead. */
  readonly delivered: Pence
}

/** Reports what a saving has saved in a year so far. Finance has still to confirm it. */
export const reportDelivered: Command<Delivery> = {
  operation: 'PROPOSE_SAVING',
  subjects: theSaving,
  run: (plan, { delivered, ...of }, { viewer, today }) =>
    withYear(plan, of, (row, saving) => {
      if (!isAgreed(saving))
        return refused('savingYear', row.id, 'delivered', 'Finance has not agreed this saving yet.')
      if (row.year > yearOf(today))
        return refused('savingYear', row.id, 'delivered', `${yearLabel(row.year)} has not begun.`)
      if (row.confirmed !== null)
        return refused(
          'savingYear',
          row.id,
          'delivered',
          'Finance has confirmed this year: ask finance to return it first.',
        )
      const reported = { delivered, confirmed: null, returnReason: null, reportedById: viewer.personId }
      return withStatus(plan, saving, row, reported)
    }),
  why: (plan, { savingId, year }) =>
    `Reported what “${savingName(plan, savingId)}” has saved in ${yearLabel(year)}`,
}

export interface Confirmation extends OfYear {
  readonly isConfirmed: boolean
  /** The amount that is confirmed or returned, as it was shown, in pence: another is not confirmed unseen. */
  readonly delivered: Pence
  readonly reason?: string | null | undefined
}

/** Finance confirms what was reported for a year, or returns it with a reason. Nobody confirms their own report. */
export const confirmDelivered: Command<Confirmation> = {
  operation: 'DECIDE_SAVING',
  subjects: theSaving,
  run: (plan, { isConfirmed, delivered, reason, ...of }, { viewer, today }) =>
    withYear(plan, of, (row, saving) => {
      const no = (field: string, message: string) => refused('savingYear', row.id, field, message)
      if (row.delivered === null) return no('confirmed', 'Nothing has been reported for this year.')
      if (row.year > yearOf(today)) return no('confirmed', `${yearLabel(row.year)} has not begun.`)
      if (row.delivered !== delivered)
        return no('confirmed', 'Another amount has been reported since: look at it first.')
      if (isConfirmed && row.confirmed !== null) return no('confirmed', 'This year is confirmed already.')
      if (row.reportedById !== null && row.reportedById === viewer.personId)
        return no('confirmed', 'Nobody confirms what they have reported: ask a colleague.')
      if (!isConfirmed && (reason == null || isBlank(reason)))
        return no('reason', 'Say why this cannot be confirmed.')
      const decided = isConfirmed
        ? { confirmed: row.delivered, returnReason: null }
        : { confirmed: null, returnReason: reason ?? null }
      return withStatus(plan, saving, row, decided)
    }),
  why: (plan, { savingId, year, isConfirmed, reason }) =>
    reason ||
    `${isConfirmed ? 'Confirmed' : 'Returned'} what “${savingName(plan, savingId)}” has saved in ${yearLabel(year)}`,
}

export interface RevisedForecast extends OfYear {
  readonly forecast: Pence
  readonly reason: string
}

/** Finance sets what a saving is now expected to make in one year. What was budgeted stays beside it. */
export const reviseSavingForecast: Command<RevisedForecast> = {
  operation: 'DECIDE_SAVING',
  subjects: theSaving,
  run: (plan, { forecast, reason, ...of }) =>
    withYear(plan, of, (row) =>
      isBlank(reason)
        ? refused('savingYear', row.id, 'reason', 'Say why the forecast changes.')
        : edit(plan, { savingYear: { [row.id]: { forecast } } }),
    ),
  why: (_, { reason }) => reason,
}

/** Writes a year, and with it the status that all the years of the saving now speak for. */
function withStatus(plan: Plan, saving: Saving, row: SavingYear, fields: Partial<SavingYear>): Outcome {
  const years = yearsOfSaving(plan, saving.id).map((of) => (of.id === row.id ? { ...of, ...fields } : of))
  const expected = years.filter((of) => of.planned !== NOTHING || of.forecast !== NOTHING)
  const status = statusFrom(saving.status, expected)
  return edit(plan, {
    savingYear: { [row.id]: fields },
    ...(status === saving.status ? {} : { saving: { [saving.id]: { status } } }),
  })
}

function statusFrom(status: SavingStatus, expected: readonly SavingYear[]): SavingStatus {
  if (expected.length > 0 && expected.every(({ confirmed }) => confirmed !== null)) return 'CONFIRMED'
  if (expected.length > 0 && expected.every(({ delivered }) => delivered !== null)) return 'DELIVERED'
  return status === 'CONFIRMED' || status === 'DELIVERED' ? 'ON_TRACK' : status
}
