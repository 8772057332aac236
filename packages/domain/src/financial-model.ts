import { type Driver, type Placement, placementCategories, placements, type Register } from './assumption.ts'
import { addMonths, type Day } from './day.ts'
import { type FinancialYear, monthsLeft, yearOf, yearsFrom } from './financial-year.ts'
import { allocationBeforeDeductions, partYear, placeDeduction, placeSplits } from './funding.ts'
import { NOTHING, type Pence, pence, share, total } from './money.ts'

/** What the model works on beside its assumptions. All of one scope; money in pence, deficits negative, savings positive. */
export interface ModelBase {
  readonly firstYear: FinancialYear
  readonly lastYear: FinancialYear
  /** Cumulative balance on 1 April of the first year. */
  readonly openingBalance: Pence
  readonly mitigations: readonly Mitigation[]
  /** Savings as finance has agreed them year by year. */
  readonly savings: readonly YearAmount[]
  /** Transfers that have been agreed; those only asked for stay out. */
  readonly transfers: readonly YearAmount[]
  /** Below the line: payments of the Department for Education and contributions of the council. */
  readonly payments: readonly YearAmount[]
}

export interface YearAmount {
  readonly name: string
  readonly year: FinancialYear
  readonly amount: Pence
}

/** A saving that acts on a driver: fewer places of a category from a day on, at what a place costs in the model. */
export interface Mitigation {
  readonly name: string
  readonly category: Placement
  /** Hundredths of a place. */
  readonly fewerPlaces: number
  readonly from: Day
  /** The cost of a place that is saved, in pence a year; null is what the model gives the category. */
  readonly costOfPlace: Pence | null
  /** The part of the cost that the place taken instead costs, in pence a year. */
  readonly costInstead: Pence
}

/** One category in one year. Places in hundredths, cost in pence a year. */
export interface CategoryYear {
  readonly category: Placement
  readonly places: number
  readonly starts: number
  readonly unissued: number
  readonly costOfPlace: number
  /** What the places at 1 April, the starts for their part of the year, and the unissued plans cost. */
  readonly spend: { readonly places: Pence; readonly starts: Pence; readonly unissued: Pence }
}

export interface ModelYear {
  readonly year: FinancialYear
  readonly allocation: Pence
  readonly deduction: Pence
  readonly categories: readonly CategoryYear[]
  readonly lines: readonly YearAmount[]
  readonly spend: Pence
  readonly saved: readonly YearAmount[]
  readonly savings: Pence
  readonly transfer: Pence
  readonly payments: Pence
  readonly unmitigated: Balance
  readonly mitigated: Balance
  /** What borrowing against the deficit costs the General Fund; never part of the balance of the grant. */
  readonly carrying: Pence
}

/** The in-year balance before and after transfer, and the cumulative balance at 31 March. Negative in deficit. */
export interface Balance {
  readonly beforeTransfer: Pence
  readonly inYear: Pence
  readonly cumulative: Pence
}

/**
 * Works out every year of the plan from its assumptions. `values` takes the place of the values of the register, so that
 * a simulation or a scenario need not sort the assumptions again. Rounded to the penny line by line; nothing else is.
 */
export function project(
  base: ModelBase,
  register: Register,
  values: ArrayLike<number> = register.assumptions.map(({ value }) => value),
): ModelYear[] {
  const categories = placementCategories.filter((category) => isUsed(register, base, category))
  let before: ModelYear | null = null
  return yearsFrom(base.firstYear, base.lastYear).map((year) => {
    before = yearAfter(before, { base, register, values, categories }, year)
    return before
  })
}

interface Model {
  readonly base: ModelBase
  readonly register: Register
  readonly values: ArrayLike<number>
  readonly categories: readonly Placement[]
}

function isUsed(register: Register, { firstYear, lastYear }: ModelBase, category: Placement): boolean {
  return yearsFrom(firstYear, lastYear).some((year) =>
    (['PLACES', 'STARTS', 'UNISSUED'] as const).some(
      (driver) =>
        register.findExactly(driver, category, year) >= 0 || register.find(driver, category, year) >= 0,
    ),
  )
}

function yearAfter(before: ModelYear | null, model: Model, year: FinancialYear): ModelYear {
  const { base, register, values } = model
  const categories = model.categories.map((category) => {
    const last = before?.categories.find((of) => of.category === category) ?? null
    return categoryAfter(last, model, category, year)
  })
  const lines = register.lines('SPEND', year).map((index): YearAmount => {
    const name = register.assumptions[index]?.line ?? 'Other spend'
    return { name, year, amount: rounded(values[index] ?? 0) }
  })
  const spend = total([
    ...categories.flatMap((of) => [of.spend.places, of.spend.starts, of.spend.unissued]),
    ...lines.map(({ amount }) => amount),
  ])
  const allocation = grown(
    before?.allocation,
    model,
    'ALLOCATION',
    'ALLOCATION_GROWTH',
    byFormula(model, year),
    year,
  )
  const deduction = grown(before?.deduction, model, 'DEDUCTION', null, byPlaces(model, year), year)
  const saved = [
    ...base.savings.filter((of) => of.year === year),
    ...base.mitigations.map(
      (of): YearAmount => ({ name: of.name, year, amount: savedBy(of, categories, year) }),
    ),
  ]
  const savings = total(saved.map(({ amount }) => amount))
  const transfer = sumIn(base.transfers, year)
  const payments = sumIn(base.payments, year)
  const balance = (from: Pence | undefined, gross: Pence): Balance => {
    const inYear = total([gross, transfer])
    return {
      beforeTransfer: gross,
      inYear,
      cumulative: total([from ?? base.openingBalance, inYear, payments]),
    }
  }
  const gross = pence(allocation - deduction - spend)
  const mitigated = balance(before?.mitigated.cumulative, total([gross, savings]))
  const opening = before?.mitigated.cumulative ?? base.openingBalance
  const interest = valueAt(model, 'INTEREST', null, year) ?? 0
  return {
    ...{ year, allocation, deduction, categories, lines, spend, saved, savings, transfer, payments },
    unmitigated: balance(before?.unmitigated.cumulative, gross),
    mitigated,
    carrying: rounded((Math.max(0, -(opening + mitigated.cumulative) / 2) * interest) / 10_000),
  }
}

/** Places go on from the year before with its starts and its unissued plans, unless they are given for this year. */
function categoryAfter(
  last: CategoryYear | null,
  model: Model,
  category: Placement,
  year: FinancialYear,
): CategoryYear {
  const { register, values } = model
  const exactly = (driver: Driver) => {
    const index = register.findExactly(driver, category, year)
    return index >= 0 ? values[index] : undefined
  }
  const carried = last ? last.places + last.starts + last.unissued : undefined
  const places = exactly('PLACES') ?? carried ?? valueAt(model, 'PLACES', category, year) ?? 0
  const unissued = exactly('UNISSUED') ?? 0
  const growth = valueAt(model, 'GROWTH', category, year) ?? 0
  const starts = valueAt(model, 'STARTS', category, year) ?? (places * growth) / 10_000
  const inflation = valueAt(model, 'INFLATION', category, year) ?? 0
  const costBefore = last?.costOfPlace ?? valueAt(model, 'UNIT_COST', category, year) ?? 0
  const costOfPlace = exactly('UNIT_COST') ?? (last ? costBefore * (1 + inflation / 10_000) : costBefore)
  const [, months] = placeSplits[placements[category].split]
  const cost = (count: number, ofTwelve: number) => rounded((count * costOfPlace * ofTwelve) / 1200)
  return {
    ...{ category, places, starts, unissued, costOfPlace },
    spend: { places: cost(places, 12), starts: cost(starts, months), unissued: cost(unissued, 12) },
  }
}

function valueAt(
  { register, values }: Model,
  driver: Driver,
  category: Placement | null,
  year: FinancialYear,
): number | undefined {
  const index = register.find(driver, category, year)
  return index >= 0 ? values[index] : undefined
}

/** The allocation by the formula of the Department for Education; null for a year without its parts. */
function byFormula(model: Model, year: FinancialYear): Pence | null {
  const part = (driver: Driver) => {
    const index = model.register.findExactly(driver, null, year)
    return index >= 0 ? (model.values[index] ?? 0) : null
  }
  const formula = part('FORMULA')
  if (formula === null) return null
  return allocationBeforeDeductions({
    formula: rounded(formula),
    basicEntitlement: rounded(part('BASIC_ENTITLEMENT') ?? 0),
    pupils: (part('SPECIAL_PUPILS') ?? 0) / 100,
    importExport: rounded(part('IMPORT_EXPORT') ?? 0),
    specialFreeSchools: rounded(part('FREE_SCHOOLS') ?? 0),
    supplements: rounded(part('SUPPLEMENTS') ?? 0),
    additional: rounded(part('ADDITIONAL') ?? 0),
  })
}

/** The deduction for directly funded places, line by line; null for a year without such lines. */
function byPlaces({ register, values }: Model, year: FinancialYear): Pence | null {
  const rates = register.lines('DEDUCTED_RATE', year)
  if (rates.length === 0) return null
  const of = (driver: Driver, line: string | null) => {
    const index = register.lines(driver, year).find((at) => register.assumptions[at]?.line === line)
    return index === undefined ? 0 : (values[index] ?? 0) / 100
  }
  return total(
    rates.map((index) => {
      const { line = null, category = null } = register.assumptions[index] ?? {}
      const rate = rounded(values[index] ?? 0)
      const split = category ? placements[category].split : 'SCHOOLS'
      return placeDeduction({
        first: of('DEDUCTED_EARLY', line),
        second: of('DEDUCTED_LATE', line),
        rate,
        split,
      })
    }),
  )
}

/** An amount that is given for a year, follows from its parts, or goes on from the year before with its growth. */
function grown(
  before: Pence | undefined,
  model: Model,
  driver: Driver,
  growth: Driver | null,
  parts: Pence | null,
  year: FinancialYear,
): Pence {
  const index = model.register.findExactly(driver, null, year)
  if (index >= 0) return rounded(model.values[index] ?? 0)
  if (parts !== null) return parts
  if (before === undefined) return rounded(valueAt(model, driver, null, year) ?? 0)
  const rate = growth ? (valueAt(model, growth, null, year) ?? 0) : 0
  return rounded(before * (1 + rate / 10_000))
}

/** The cumulative balance at the end of the last year: what versions and assumptions are weighed by. */
export function finalBalance(years: readonly ModelYear[]): Pence {
  return years.at(-1)?.mitigated.cumulative ?? NOTHING
}

/** What a mitigation saves in a year: the months from its start, at the cost of a place less what is paid instead. */
function savedBy(
  { category, fewerPlaces, from, costOfPlace, costInstead }: Mitigation,
  categories: readonly CategoryYear[],
  year: FinancialYear,
): Pence {
  const start = yearOf(from)
  if (year < start) return NOTHING
  const cost = costOfPlace ?? categories.find((of) => of.category === category)?.costOfPlace ?? 0
  const fullYear = rounded((fewerPlaces * (cost - costInstead)) / 100)
  return year === start ? partYear(fullYear, monthsLeft(from)).first : fullYear
}

/** The same mitigation, some months later. */
export function delayed(mitigation: Mitigation, months: number): Mitigation {
  return { ...mitigation, from: addMonths(mitigation.from, months) }
}

function sumIn(amounts: readonly YearAmount[], year: FinancialYear): Pence {
  return total(amounts.filter((of) => of.year === year).map(({ amount }) => amount))
}

/** To the nearest penny, half away from zero. */
function rounded(amount: number): Pence {
  return pence(Math.sign(amount) * Math.round(Math.abs(amount)))
}

/** What the model expects of one category in each month of a year, April first; the months add up to the year. */
export function spendByMonth({ category, spend }: CategoryYear): Pence[] {
  const [early, late] = placeSplits[placements[category].split]
  const weights = [...Array<number>(early).fill(0), ...Array<number>(late).fill(1)]
  const starts = share(spend.starts, weights)
  const whole = share(pence(spend.places + spend.unissued), Array<number>(12).fill(1))
  return whole.map((amount, month) => pence(amount + (starts[month] ?? 0)))
}

/** One month of a year: what comes in, goes out and is saved in it, and the in-year balance up to its end. */
export interface ModelMonth {
  /** 0 is April. */
  readonly month: number
  readonly income: Pence
  readonly spend: Pence
  readonly savings: Pence
  readonly toDate: Pence
}

/**
 * A year by month. Income, transfers, lines of spend and savings agreed by year come in twelfths, places as they begin and
 * end, and a saving of places from its first month. The months add up to the year.
 */
export function monthsOf(base: ModelBase, year: ModelYear): ModelMonth[] {
  const twelfths = (amount: Pence) => share(amount, Array<number>(12).fill(1))
  const income = twelfths(pence(year.allocation - year.deduction + year.transfer))
  const spends = [...year.categories.map(spendByMonth), ...year.lines.map(({ amount }) => twelfths(amount))]
  const savings = year.saved.map(({ name, amount }) => {
    const begun = base.mitigations.find((of) => of.name === name && yearOf(of.from) === year.year)
    const left = begun ? monthsLeft(begun.from) : 12
    return share(amount, [...Array<number>(12 - left).fill(0), ...Array<number>(left).fill(1)])
  })
  const sumAt = (of: readonly (readonly Pence[])[], month: number) =>
    total(of.map((amounts) => amounts[month] ?? NOTHING))
  let toDate = NOTHING
  return income.map((received, month) => {
    const [spend, saved] = [sumAt(spends, month), sumAt(savings, month)]
    toDate = pence(toDate + received - spend + saved)
    return { month, income: received, spend, savings: saved, toDate }
  })
}

/** Places of a category on a day of a year, in hundredths: those of 1 April, its starts once they have begun, less what is saved. */
export function placesOn(base: ModelBase, year: ModelYear, category: Placement, day: Day): number | null {
  const found = year.categories.find((of) => of.category === category)
  if (!found) return null
  const [early] = placeSplits[placements[category].split]
  const haveBegun = 12 - monthsLeft(day) >= early
  const saved = base.mitigations
    .filter((of) => of.category === category && of.from <= day)
    .reduce((sum, { fewerPlaces }) => sum + fewerPlaces, 0)
  return Math.round(found.places + found.unissued + (haveBegun ? found.starts : 0) - saved)
}
