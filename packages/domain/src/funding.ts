import type { FinancialYear } from './financial-year.ts'
import type { FundingLine } from './model.ts'
import { NOTHING, type Pence, pence, plus, pounds, share, total } from './money.ts'
import { type Plan, rowsOf } from './plan.ts'
import type { Scope } from './vocabulary.ts'

/** The parts of a high needs block allocation (DfE DSG tables, sheet High_needs_block); money in pence. */
export interface AllocationParts {
  /** A: national funding formula elements within floor and gains. */
  readonly formula: Pence
  /** B: basic entitlement factor for one pupil, in pence. */
  readonly basicEntitlement: Pence
  /** C: pupils in special schools and academies; a count that may hold halves. */
  readonly pupils: number
  /** D: import/export adjustment. */
  readonly importExport: Pence
  /** E: special free schools. */
  readonly specialFreeSchools: Pence
  /** F: hospital education and other supplements, from 2021-22. */
  readonly supplements?: Pence
  /** H: additional allocation, from 2022-23. */
  readonly additional?: Pence
}

/** The allocation before deductions: A + B x C + D + E, + F from 2021-22, + H from 2022-23 (DfE DSG tables). */
export function allocationBeforeDeductions(parts: AllocationParts): Pence {
  const entitlement = pence(Math.round(parts.basicEntitlement * parts.pupils))
  return total([
    parts.formula,
    entitlement,
    parts.importExport,
    parts.specialFreeSchools,
    parts.supplements ?? NOTHING,
    parts.additional ?? NOTHING,
  ])
}

/** How DfE splits a year of directly funded places, in months of the first and the second part. */
export const placeSplits = {
  /** April to August, September to March. */
  SCHOOLS: [5, 7],
  /** April to July, August to March. */
  POST_16: [4, 8],
} as const

/** Places that DfE funds directly, before and after the change of academic year, at a rate in pence a year. */
export interface Places {
  readonly first: number
  readonly second: number
  readonly rate: Pence
  readonly split: keyof typeof placeSplits
}

/** The deduction for places: 5/12 + 7/12 for schools, 4/12 + 8/12 post-16, each part rounded up to the pound (DfE). */
export function placeDeduction({ first, second, rate, split }: Places): Pence {
  const [early, late] = placeSplits[split]
  const part = (places: number, months: number) => pounds(Math.ceil((places * rate * months) / 1200 - 1e-9))
  return plus(part(first, early), part(second, late))
}

/** The part of a yearly amount that falls in its first financial year, and the part after; they add up to the whole. */
export function partYear(fullYear: Pence, monthsInFirstYear: number): { first: Pence; later: Pence } {
  if (!Number.isInteger(monthsInFirstYear) || monthsInFirstYear < 0 || monthsInFirstYear > 12) {
    throw new RangeError('a year has between 0 and 12 months')
  }
  const [first, later] = share(fullYear, [monthsInFirstYear, 12 - monthsInFirstYear])
  return { first: first ?? NOTHING, later: later ?? NOTHING }
}

/** The four blocks of the Dedicated Schools Grant, with each block's in-year balance in pence. */
export interface Blocks {
  readonly schools: Pence
  readonly highNeeds: Pence
  readonly earlyYears: Pence
  readonly centralSchoolServices: Pence
}

/** The in-year balance of the whole DSG is the sum of its four blocks. */
export function wholeDsg(blocks: Blocks): Pence {
  return total([blocks.schools, blocks.highNeeds, blocks.earlyYears, blocks.centralSchoolServices])
}

/** The cumulative balance at year end: opening + in-year + DfE payments + other contributions, surplus positive. */
export function rollForward(
  opening: Pence,
  inYear: Pence,
  payments: Pence = NOTHING,
  contributions: Pence = NOTHING,
): Pence {
  return total([opening, inYear, payments, contributions])
}

/** The in-year balance after a transfer between blocks: before + transfer. */
export function afterTransfer(inYear: Pence, transfer: Pence): Pence {
  return plus(inYear, transfer)
}

/** The most that Schools Forum may agree to move out of the Schools Block: 0.5%, in pence, rounded down. */
export function forumTransferLimit(schoolsBlock: Pence): Pence {
  return pence(Math.floor(schoolsBlock / 200))
}

/** True for a transfer that may stand in the central forecast: Schools Forum or the Secretary of State has agreed it. */
export function isAgreedTransfer(line: FundingLine): boolean {
  return (
    line.kind === 'BLOCK_TRANSFER' &&
    (line.transferStatus === 'FORUM_APPROVED' || line.transferStatus === 'APPROVED')
  )
}

/** Transfers agreed for a year and a scope, in pence. Those only asked for stay out. */
export function agreedTransfers(plan: Plan, year: FinancialYear, scope: Scope = 'HIGH_NEEDS_BLOCK'): Pence {
  return sumOfLines(plan, year, scope, isAgreedTransfer)
}

/** Payments and contributions below the line of a year and a scope, in pence. */
export function paymentsBelowTheLine(
  plan: Plan,
  year: FinancialYear,
  scope: Scope = 'HIGH_NEEDS_BLOCK',
): Pence {
  return sumOfLines(plan, year, scope, isBelowTheLine)
}

/** True for what lowers the cumulative deficit and not that of the year. */
export function isBelowTheLine({ kind }: FundingLine): boolean {
  return kind === 'DFE_PAYMENT' || kind === 'COUNCIL_CONTRIBUTION'
}

function sumOfLines(
  plan: Plan,
  year: FinancialYear,
  scope: Scope,
  isWanted: (line: FundingLine) => boolean,
): Pence {
  const lines = rowsOf(plan, 'fundingLine').filter((line) => line.year === year && line.scope === scope)
  return total(lines.filter(isWanted).map((line) => line.amount))
}

/** A balance published as a share of income, in basis points, turned into pence: -2.96% of £200,533,298 is -£5.94m. */
export function balanceFromShare(basisPoints: number, income: Pence): Pence {
  return pence(Math.round((income / 10_000) * basisPoints))
}
