import { type Command, edit, entrySourceId, refused } from './command.ts'
import { type FinancialYear, yearLabel } from './financial-year.ts'
import type { PhaseSpend } from './model.ts'
import { type Pence, pence, share, total } from './money.ts'
import { wholePlan } from './permission.ts'
import { findRow, type Plan, rowsOf } from './plan.ts'
import { type SchoolPhase, type Scope, schoolPhases, scopes } from './vocabulary.ts'

/** What one phase has of a year's spending; its share is in tenths of a per cent. */
export interface PhaseShare {
  readonly row: PhaseSpend
  readonly share: number
}

/** A year's spending by phase, within one scope: scopes are never added. */
export interface YearByPhase {
  readonly year: FinancialYear
  readonly scope: Scope
  readonly phases: readonly PhaseShare[]
  readonly total: Pence
}

/** Where the money goes by phase, the newest year first. The shares of a year add up to the whole. */
export function spendByPhase(plan: Plan): YearByPhase[] {
  const rows = rowsOf(plan, 'phaseSpend')
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => b - a)
  return years.flatMap((year) =>
    (Object.keys(scopes) as Scope[]).flatMap((scope) => {
      const of = rows.filter((row) => row.year === year && row.scope === scope)
      return of.length > 0 ? [byPhase(year, scope, of)] : []
    }),
  )
}

function byPhase(year: FinancialYear, scope: Scope, of: readonly PhaseSpend[]): YearByPhase {
  const phases = Object.keys(schoolPhases) as SchoolPhase[]
  const rows = phases.flatMap((phase) => of.find((row) => row.phase === phase) ?? [])
  const sum = total(rows.map(({ amount }) => amount))
  const shares =
    sum > 0
      ? share(
          pence(WHOLE),
          rows.map(({ amount }) => amount),
        )
      : []
  return { year, scope, total: sum, phases: rows.map((row, at) => ({ row, share: shares[at] ?? 0 })) }
}

/** The whole in tenths of a per cent. */
const WHOLE = 1000

/** A share in tenths of a per cent as people read it: 12.5%. */
export function shareInWords(tenths: number): string {
  return `${(tenths / 10).toFixed(1)}%`
}

/** What a phase has of a year. */
export interface PhaseAmount {
  readonly phase: SchoolPhase
  readonly amount: Pence
}

/** What finance writes down of a year; it cites a source of the plan, or else what is entered here. */
export interface RecordedPhases {
  readonly year: FinancialYear
  readonly scope: Scope
  readonly parts: readonly PhaseAmount[]
  readonly sourceId?: string | null | undefined
}

/** Writes down where the money of a year goes by phase, or corrects it. A phase that is not named stays as it is. */
export const recordPhaseSpend: Command<RecordedPhases> = {
  operation: 'EDIT_FORECAST',
  subjects: wholePlan,
  run: (plan, { year, scope, parts, sourceId }, { newId }) => {
    const no = (field: string, message: string) => refused('phaseSpend', newId, field, message)
    if (parts.length === 0) return no('parts', 'Write the amount of at least one phase.')
    if (new Set(parts.map(({ phase }) => phase)).size < parts.length)
      return no('parts', 'A phase is there twice: write it once.')
    if (sourceId && !findRow(plan, 'source', sourceId))
      return no('sourceId', 'There is no such source in this plan.')
    const cited = sourceId ?? entrySourceId(plan)
    const known = rowsOf(plan, 'phaseSpend').filter((row) => row.year === year && row.scope === scope)
    const rows = parts.map(({ phase, amount }, at): [string, Partial<PhaseSpend>] => [
      known.find((row) => row.phase === phase)?.id ?? (at === 0 ? newId : `${newId}-${at + 1}`),
      { year, scope, phase, amount, sourceId: cited },
    ])
    return edit(plan, { phaseSpend: Object.fromEntries(rows) })
  },
  why: (_, { year }) => `Wrote down where the money of ${yearLabel(year)} goes by phase`,
}
