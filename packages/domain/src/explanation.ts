import {
  type Assumption,
  type Driver,
  driverParts,
  drivers,
  type Placement,
  placements,
  type Register,
  type Unit,
} from './assumption.ts'
import { type CategoryYear, type ModelBase, type ModelYear, project } from './financial-model.ts'
import { type FinancialYear, yearLabel } from './financial-year.ts'
import { placeSplits } from './funding.ts'
import { inPounds, type Pence, pence } from './money.ts'

/** A figure with how it was worked out, down to the inputs. */
export interface Explained {
  readonly label: string
  readonly value: number
  readonly unit: Unit
  /** The formula in words, or for an input where it comes from. */
  readonly how: string
  /** True where the parts add up to the value; otherwise `how` says what is done with them. */
  readonly isSum: boolean
  readonly parts: readonly Explained[]
}

/** A value in the words of its unit: £52,000, 120 places, 3%. */
export function quantityInWords(value: number, unit: Unit): string {
  switch (unit) {
    case 'PENCE':
      return inPounds(pence(Math.round(value)))
    case 'HUNDREDTHS':
      return trimmed(value / 100)
    case 'BASIS_POINTS':
      return `${trimmed(value / 100)}%`
  }
}

function trimmed(value: number): string {
  return value
    .toFixed(2)
    .replace(/\.?0+$/, '')
    .replace('-', '\u2212')
}

/** The mitigated in-year balance of a year, explained; null for a year that the model does not reach. */
export function explainYear(base: ModelBase, register: Register, year: FinancialYear): Explained | null {
  const years = project(base, register)
  const at = years.findIndex((of) => of.year === year)
  const now = years[at]
  return now ? balanceOf(register, now, years[at - 1] ?? null) : null
}

type Parts = readonly Explained[]

const money = (label: string, value: Pence, how: string, parts: Parts = []): Explained => ({
  ...{ label, value, how, parts },
  ...{ unit: 'PENCE', isSum: false },
})

const sum = (label: string, value: Pence, how: string, parts: Parts): Explained => ({
  ...money(label, value, how, parts),
  isSum: true,
})

/** What is taken off: it stands as an amount below nothing, and so do the parts that add up to it. */
function negative(of: Explained): Explained {
  return { ...of, value: 0 - of.value, parts: of.isSum ? of.parts.map(negative) : of.parts }
}

function balanceOf(register: Register, now: ModelYear, before: ModelYear | null): Explained {
  const { year, mitigated, transfer } = now
  return sum(`In-year balance, ${yearLabel(year)}`, mitigated.inYear, 'Before transfer + transfer', [
    sum('Before transfer', mitigated.beforeTransfer, 'Allocation − deduction − spend + savings', [
      givenOrGrown(register, now.allocation, before?.allocation, 'ALLOCATION', 'ALLOCATION_GROWTH', year),
      negative(givenOrGrown(register, now.deduction, before?.deduction, 'DEDUCTION', null, year)),
      negative(spendOf(register, now, before)),
      sum(
        'Savings',
        now.savings,
        'All that are agreed or act on a driver',
        now.saved.map(({ name, amount }) => money(name, amount, 'In this year')),
      ),
    ]),
    money('Transfer', transfer, 'Agreed transfers between blocks'),
  ])
}

/** An assumption as the leaf of an explanation. */
function input({ driver, category, line, value, source, asOf }: Assumption): Explained {
  const of = category ? `, ${placements[category].name}` : ''
  const { name, unit } = drivers[driver]
  return {
    ...{
      label: driver === 'SPEND' ? (line ?? name) : `${name}${line ? `, ${line}` : ''}${of}`,
      value,
      unit,
      isSum: false,
      parts: [],
    },
    how: asOf ? `${source}, as of ${asOf}` : source,
  }
}

function inputsFor(
  register: Register,
  names: readonly Driver[],
  category: Placement | null,
  year: FinancialYear,
): Explained[] {
  return names.flatMap((driver) => {
    const found = register.assumptions[register.find(driver, category, year)]
    return found ? [input(found)] : []
  })
}

function givenOrGrown(
  register: Register,
  value: Pence,
  before: Pence | undefined,
  driver: Driver,
  growth: Driver | null,
  year: FinancialYear,
): Explained {
  const { name } = drivers[driver]
  const own = register.assumptions[register.findExactly(driver, null, year)]
  if (own) return { ...input(own), value }
  const parts = partsOf(register, driver, year)
  if (parts.length > 0) return money(name, value, formulas[driver] ?? '', parts)
  if (before === undefined) return money(name, value, 'As given', inputsFor(register, [driver], null, year))
  const rates = growth ? inputsFor(register, [growth], null, year) : []
  const how = rates.length > 0 ? 'Year before × (1 + growth)' : 'As the year before'
  return money(name, value, how, [money('Year before', before, 'From the year before'), ...rates])
}

const formulas: Readonly<Partial<Record<Driver, string>>> = {
  ALLOCATION: 'A + B × C + D + E + F + H',
  DEDUCTION: 'Each line: places × rate × 5/12, then × 7/12; post-16 4/12 and 8/12; rounded up to the pound',
}

/** What an amount of a year is worked out from, where it is not given itself. */
function partsOf(register: Register, driver: Driver, year: FinancialYear): Explained[] {
  const names = driver === 'ALLOCATION' || driver === 'DEDUCTION' ? driverParts[driver] : []
  return names.flatMap((part) => {
    const lines = register.lines(part, year)
    const own = register.findExactly(part, null, year)
    return [...lines, ...(own >= 0 ? [own] : [])].flatMap((index) => {
      const found = register.assumptions[index]
      return found ? [input(found)] : []
    })
  })
}

function spendOf(register: Register, now: ModelYear, before: ModelYear | null): Explained {
  const categories = now.categories.map((of) => {
    const last = before?.categories.find(({ category }) => category === of.category) ?? null
    return categoryOf(register, of, last, now.year)
  })
  const lines = now.lines.map(({ name, amount }) => money(name, amount, 'As entered'))
  return sum('Spend', now.spend, 'All categories and lines', [...categories, ...lines])
}

function categoryOf(
  register: Register,
  of: CategoryYear,
  last: CategoryYear | null,
  year: FinancialYear,
): Explained {
  const { category, spend } = of
  const { name, split } = placements[category]
  const [, months] = placeSplits[split]
  const cost: Explained = {
    label: 'Average cost of a place',
    value: of.costOfPlace,
    unit: 'PENCE',
    isSum: false,
    ...(last && register.findExactly('UNIT_COST', category, year) < 0
      ? { how: 'Year before × (1 + inflation)', parts: inputsFor(register, ['INFLATION'], category, year) }
      : { how: 'As given', parts: inputsFor(register, ['UNIT_COST'], category, year) }),
  }
  const isGiven = register.findExactly('PLACES', category, year) >= 0 || last === null
  const count = (label: string, value: number, how: string, names: readonly Driver[]): Explained => ({
    ...{ label, value, how, parts: inputsFor(register, names, category, year) },
    unit: 'HUNDREDTHS',
    isSum: false,
  })
  const places = isGiven
    ? count('Places at 1 April', of.places, 'As given', ['PLACES'])
    : count('Places at 1 April', of.places, 'Year before, with its starts and unissued plans', [])
  const starts = count('Net new places', of.starts, 'As given, or places × growth', ['STARTS', 'GROWTH'])
  const unissued = count('Unissued plans', of.unissued, 'As given', ['UNISSUED'])
  const amount = total3(spend)
  const parts = [
    money('Places there all year', spend.places, 'Places at 1 April × average cost', [places, cost]),
    money('New places', spend.starts, `Net new places × average cost × ${months}/12`, [starts, cost]),
    money('Known but unissued plans', spend.unissued, 'Unissued plans × average cost', [unissued, cost]),
  ]
  return sum(
    name,
    amount,
    'Places + new places + unissued plans',
    parts.filter(({ value }) => value !== 0),
  )
}

function total3({ places, starts, unissued }: CategoryYear['spend']): Pence {
  return pence(places + starts + unissued)
}

/** An explanation as indented lines, for a document or a terminal. */
export function explainedInLines({ label, value, unit, how, parts }: Explained, depth = 0): string[] {
  const line = `${'  '.repeat(depth)}${label}: ${quantityInWords(value, unit)} (${how})`
  return [line, ...parts.flatMap((part) => explainedInLines(part, depth + 1))]
}
