import type { Day } from './day.ts'
import type { FinancialYear } from './financial-year.ts'
import type { Words } from './vocabulary.ts'

/** The placement categories of the DSG management plan, in its order, with the part of a year that new places cost. */
export const placements = {
  MAINSTREAM: { name: 'Mainstream schools or academies', split: 'SCHOOLS' },
  RESOURCED: { name: 'Resourced provision or SEN units', split: 'SCHOOLS' },
  SPECIAL: { name: 'Maintained special schools or special academies', split: 'SCHOOLS' },
  INDEPENDENT: { name: 'Non-maintained special schools or independent', split: 'SCHOOLS' },
  ALTERNATIVE: { name: 'Hospital schools or alternative provision', split: 'SCHOOLS' },
  POST_16: { name: 'Post 16 and further education', split: 'POST_16' },
  OTHER: { name: 'Other placements or direct payments', split: 'SCHOOLS' },
} as const satisfies Record<string, { name: string; split: 'SCHOOLS' | 'POST_16' }>
export const placementWords = Object.fromEntries(
  Object.entries(placements).map(([placement, { name }]) => [placement, name]),
) as Words<keyof typeof placements>
export type Placement = keyof typeof placements
export const placementCategories = Object.keys(placements) as Placement[]

/** What an assumption is counted in. Places may be parts of a place: hundredths. Rates are hundredths of a per cent. */
export type Unit = 'PENCE' | 'HUNDREDTHS' | 'BASIS_POINTS'

/** Everything that the model can be told, each with its unit. */
export const drivers = {
  PLACES: { name: 'Places at 1 April', unit: 'HUNDREDTHS' },
  STARTS: { name: 'Net new places of the academic year', unit: 'HUNDREDTHS' },
  GROWTH: { name: 'Growth of places with the academic year', unit: 'BASIS_POINTS' },
  UNISSUED: { name: 'Known but unissued plans', unit: 'HUNDREDTHS' },
  UNIT_COST: { name: 'Average cost of a place', unit: 'PENCE' },
  INFLATION: { name: 'Inflation of costs', unit: 'BASIS_POINTS' },
  SPEND: { name: 'Spend as entered', unit: 'PENCE' },
  ALLOCATION: { name: 'High needs block allocation before deductions', unit: 'PENCE' },
  ALLOCATION_GROWTH: { name: 'Growth of the allocation', unit: 'BASIS_POINTS' },
  FORMULA: { name: 'A: national funding formula elements', unit: 'PENCE' },
  BASIC_ENTITLEMENT: { name: 'B: basic entitlement factor for a pupil', unit: 'PENCE' },
  SPECIAL_PUPILS: { name: 'C: pupils in special schools and academies', unit: 'HUNDREDTHS' },
  IMPORT_EXPORT: { name: 'D: import/export adjustment', unit: 'PENCE' },
  FREE_SCHOOLS: { name: 'E: special free schools', unit: 'PENCE' },
  SUPPLEMENTS: { name: 'F: hospital education and other supplements', unit: 'PENCE' },
  ADDITIONAL: { name: 'H: additional allocation', unit: 'PENCE' },
  DEDUCTION: { name: 'Deduction for directly funded places', unit: 'PENCE' },
  DEDUCTED_EARLY: { name: 'Deducted places, to the change of academic year', unit: 'HUNDREDTHS' },
  DEDUCTED_LATE: { name: 'Deducted places, from the change of academic year', unit: 'HUNDREDTHS' },
  DEDUCTED_RATE: { name: 'Deducted for a place', unit: 'PENCE' },
  INTEREST: { name: 'Interest on the deficit', unit: 'BASIS_POINTS' },
} as const satisfies Record<string, { name: string; unit: Unit }>
export type Driver = keyof typeof drivers

/** Drivers of which there are several, each with a name of its own. */
export const linedDrivers: readonly Driver[] = ['SPEND', 'DEDUCTED_EARLY', 'DEDUCTED_LATE', 'DEDUCTED_RATE']

export const driverWords = Object.fromEntries(
  Object.entries(drivers).map(([driver, { name }]) => [driver, name]),
) as Words<Driver>

/** What an amount of a year is worked out from where it is not given itself. */
export const driverParts = {
  ALLOCATION: [
    'FORMULA',
    'BASIC_ENTITLEMENT',
    'SPECIAL_PUPILS',
    'IMPORT_EXPORT',
    'FREE_SCHOOLS',
    'SUPPLEMENTS',
    'ADDITIONAL',
  ],
  DEDUCTION: ['DEDUCTED_RATE', 'DEDUCTED_EARLY', 'DEDUCTED_LATE'],
} as const satisfies Partial<Record<Driver, readonly Driver[]>>

/** One input of the model, with its range and where it comes from. Whole numbers of its driver's unit. */
export interface Assumption {
  readonly id: string
  readonly driver: Driver
  /** Null is every category, where the driver has categories. */
  readonly category: Placement | null
  /** Null is every year that has none of its own. */
  readonly year: FinancialYear | null
  /** What it is called where there are several of a driver: the lines of spend as entered. */
  readonly line: string | null
  readonly value: number
  readonly low: number | null
  readonly high: number | null
  readonly source: string
  readonly asOf: Day | null
}

/** Where each thing that the model asks for is found among the assumptions. */
export interface Register {
  readonly assumptions: readonly Assumption[]
  /** The index of the assumption that answers for a year: its own, else one for every year; -1 where there is none. */
  find(driver: Driver, category: Placement | null, year: FinancialYear): number
  /** The index of the assumption for exactly this year; -1 where there is none. */
  findExactly(driver: Driver, category: Placement | null, year: FinancialYear): number
  /** The indexes that answer for a year of each line of a driver. */
  lines(driver: Driver, year: FinancialYear): readonly number[]
}

/** Sorts assumptions so that the model finds each at once. The nearest answers: of the category before of all, of the year before of every year. */
export function registerOf(assumptions: readonly Assumption[]): Register {
  const key = (driver: Driver, category: Placement | null, year: FinancialYear | null) =>
    `${driver}/${category ?? ''}/${year ?? ''}`
  const found = new Map<string, number>()
  assumptions.forEach((of, index) => {
    if (!linedDrivers.includes(of.driver)) found.set(key(of.driver, of.category, of.year), index)
  })
  const at = (driver: Driver, category: Placement | null, year: FinancialYear | null) =>
    found.get(key(driver, category, year)) ?? -1
  const first = (...indexes: readonly number[]) => indexes.find((index) => index >= 0) ?? -1
  return {
    assumptions,
    find: (driver, category, year) =>
      first(
        at(driver, category, year),
        at(driver, category, null),
        at(driver, null, year),
        at(driver, null, null),
      ),
    findExactly: (driver, category, year) => first(at(driver, category, year), at(driver, null, year)),
    lines: (driver, year) => linesIn(assumptions, driver, year),
  }
}

function linesIn(assumptions: readonly Assumption[], driver: Driver, year: FinancialYear): number[] {
  const byLine = new Map<string, number>()
  assumptions.forEach((of, index) => {
    if (of.driver !== driver || (of.year !== null && of.year !== year)) return
    const line = of.line ?? ''
    const known = byLine.get(line)
    if (known === undefined || of.year !== null) byLine.set(line, index)
  })
  return [...byLine.values()]
}
