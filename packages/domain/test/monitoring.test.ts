import { describe, expect, it } from 'vitest'
import { applyTo } from '../src/change.ts'
import type { Asked, Command } from '../src/command.ts'
import { type Pence, pounds, total } from '../src/money.ts'
import { budgetLinesOf, inYearAt, monitoredYears } from '../src/monitoring.ts'
import { dropBudgetLine, keepBudgetLine, reportBudget } from '../src/monitoring-commands.ts'
import type { Plan } from '../src/plan.ts'
import { visibleTo } from '../src/visibility.ts'
import {
  aBudgetLine,
  aBudgetReport,
  anAssumption,
  aPerson,
  aPlan,
  aSource,
  aVersion,
  aViewer,
  someDetails,
} from './a-plan.ts'

const line = { category: 'INDEPENDENT' } as const
const year = { firstYear: 2020, lastYear: 2022, entrySourceId: 'entered' }
const entered = aSource({ id: 'entered', title: 'Entered here', provenance: 'ENTERED' })
const asked: Asked = {
  viewer: { ...aViewer('FINANCE_BUSINESS_PARTNER'), personId: 'person-1' },
  today: '2020-07-15',
  newId: 'new',
}
const budgeted = aPlan({
  plan: [someDetails(year)],
  source: [aSource(), entered],
  person: [aPerson()],
  budgetLine: [
    aBudgetLine(line),
    aBudgetLine({ id: 'income', position: 2, name: 'Allocation', isIncome: true, budget: pounds(900_000) }),
    aBudgetLine({ id: 'other-year', year: 2019 }),
    aBudgetLine({ id: 'dropped', droppedOn: '2020-04-02' }),
  ],
  budgetReport: [
    aBudgetReport(),
    aBudgetReport({ asOf: '2020-06-30', toDate: pounds(310_000), outturn: pounds(1_250_000), places: 2350 }),
    aBudgetReport({ lineId: 'income', toDate: pounds(150_000), outturn: pounds(900_000) }),
    aBudgetReport({
      lineId: 'income',
      asOf: '2020-06-30',
      toDate: pounds(225_000),
      outturn: pounds(910_000),
    }),
  ],
})

const inPounds = (amount: Pence | null | undefined) => (amount == null ? amount : amount / 100)

function then<Input>(plan: Plan, command: Command<Input>, input: Input): Plan {
  const outcome = command.run(plan, input, asked)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...plan, tables: applyTo(plan.tables, outcome.changes) }
}

function refusal<Input>(command: Command<Input>, input: Input): string {
  const outcome = command.run(budgeted, input, asked)
  return outcome.ok ? 'allowed' : (outcome.problems[0]?.message ?? '')
}

describe('a year that is monitored', () => {
  it('shows its newest report, beside the budget and the report before', () => {
    const { asOf, reports, lines, balance, modelledBy } = inYearAt(budgeted, 2020)
    expect([asOf, reports, modelledBy]).toEqual(['2020-06-30', ['2020-06-30', '2020-05-31'], null])
    expect(
      lines.map((at) => [inPounds(at.budgetToDate), inPounds(at.variance), inPounds(at.movement)]),
    ).toEqual([
      [300_000, 50_000, 50_000],
      [225_000, 10_000, 10_000],
    ])
    expect(Object.values(balance).map(inPounds)).toEqual([-300_000, -85_000, -340_000, -40_000])
  })

  it('shows an earlier report when asked, and its first has no movement', () => {
    const { asOf, lines, balance } = inYearAt(budgeted, 2020, '2020-05-31')
    expect([asOf, lines[0]?.movement, balance.movement]).toEqual(['2020-05-31', null, null])
    expect(inPounds(balance.outturn)).toBe(-300_000)
  })

  it('before any report counts on its budget', () => {
    const { asOf, balance, lines } = inYearAt(budgeted, 2019)
    expect([asOf, lines[0]?.report, inPounds(balance.outturn)]).toEqual([null, null, -1_200_000])
    expect([inPounds(balance.toDate), lines[0]?.variance, lines[0]?.budgetToDate]).toEqual([0, null, 0])
  })

  it('leaves out lines that were dropped, and names the years that have a budget', () => {
    expect(budgetLinesOf(budgeted, 2020).map(({ id }) => id)).toEqual(['line-1', 'income'])
    expect(monitoredYears(budgeted)).toEqual([2020, 2019])
  })

  it('with a model, spreads a budget as places begin, and says how many places there should be', () => {
    const modelled = {
      ...budgeted,
      tables: {
        ...budgeted.tables,
        ...aPlan({
          source: [aSource(), entered],
          forecastVersion: [aVersion({ name: 'Version 2', openingYear: 2020 })],
          assumption: [
            anAssumption(),
            anAssumption({ id: 'places', driver: 'PLACES', category: 'INDEPENDENT', value: 2000 }),
            anAssumption({ id: 'cost', driver: 'UNIT_COST', category: 'INDEPENDENT', value: 5_000_000 }),
            anAssumption({
              id: 'starts',
              driver: 'STARTS',
              category: 'INDEPENDENT',
              value: 1200,
              year: 2020,
            }),
          ],
          budgetLine: Object.values(budgeted.tables.budgetLine),
          budgetReport: [
            aBudgetReport({ asOf: '2020-08-31' }),
            aBudgetReport({ asOf: '2020-09-30' }),
            aBudgetReport({ asOf: '2021-03-31' }),
          ],
        }).tables,
      },
    }
    const at = (day: '2020-08-31' | '2020-09-30' | '2021-03-31') => inYearAt(modelled, 2020, day).lines[0]
    // A month of 20 places costs £83,333.33 of £1,350,000, and one of 32 places £133,333.33.
    expect(inPounds(at('2020-08-31')?.budgetToDate)).toBeCloseTo((1_200_000 * 5 * 20) / (5 * 20 + 7 * 32), -1)
    expect(inPounds(at('2021-03-31')?.budgetToDate)).toBe(1_200_000)
    expect(at('2020-08-31')?.placesPlanned).toBe(2000)
    expect(at('2020-09-30')?.placesPlanned).toBe(3200)
    expect(inYearAt(modelled, 2020).modelledBy).toBe('Version 2')
    expect(inYearAt(modelled, 2020).lines[1]?.placesPlanned).toBeNull()
  })

  it('is a working paper: not for the public, but for members', () => {
    const seenBy = (role: Parameters<typeof aViewer>[0]) =>
      inYearAt(visibleTo(budgeted, aViewer(role)), 2020).lines.length
    expect([seenBy('REFERENCE_GROUP_MEMBER'), seenBy('CABINET_MEMBER')]).toEqual([0, 2])
  })
})

describe('a report', () => {
  const lines = [{ lineId: 'line-1', toDate: pounds(400_000), outturn: pounds(1_230_000), places: 2400 }]

  it('of the same day is corrected, not doubled', () => {
    const first = then(budgeted, reportBudget, { asOf: '2020-06-30', lines })
    const corrected = then(first, reportBudget, {
      asOf: '2020-06-30',
      lines: [{ lineId: 'line-1', toDate: pounds(401_000), outturn: pounds(1_230_000), note: 'Corrected' }],
    })
    const [position] = inYearAt(corrected, 2020).lines
    expect([inPounds(position?.report?.toDate), position?.report?.note]).toEqual([401_000, 'Corrected'])
    expect(position?.report?.places).toBeNull()
    expect(Object.keys(corrected.tables.budgetReport)).toHaveLength(4)
  })

  it.each([
    ['of a day within a month', { asOf: '2020-06-29', lines }, 'A report is as at the last day of a month.'],
    ['of a day to come', { asOf: '2020-07-31', lines }, 'A report cannot be of a day to come.'],
    ['of nothing', { asOf: '2020-06-30', lines: [] }, 'Report at least one line.'],
    [
      'of a line of another year',
      { asOf: '2020-06-30', lines: [{ ...lines[0], lineId: 'other-year' }] },
      'There is no such budget line in 2020-21: other-year.',
    ],
    [
      'of a line that was dropped',
      { asOf: '2020-06-30', lines: [{ ...lines[0], lineId: 'dropped' }] },
      'There is no such budget line in 2020-21: dropped.',
    ],
  ] as const)('%s is refused', (_, input, sentence) => {
    expect(refusal(reportBudget, input as never)).toBe(sentence)
  })
})

describe('a budget line', () => {
  const sent = {
    year: 2020,
    name: 'Post-16',
    isIncome: false,
    budget: pounds(100),
    scope: 'HIGH_NEEDS_BLOCK',
  } as const

  it('is added after the others, changed in its place, and dropped with its reports kept', () => {
    const added = then(budgeted, keepBudgetLine, sent)
    expect(budgetLinesOf(added, 2020).map(({ name }) => name)).toEqual([
      'Independent placements',
      'Allocation',
      'Post-16',
    ])
    const changed = then(added, keepBudgetLine, { ...sent, lineId: 'line-1', category: 'POST_16' })
    expect(budgetLinesOf(changed, 2020)[0]).toMatchObject({
      name: 'Post-16',
      category: 'POST_16',
      position: 1,
    })
    const dropped = then(changed, dropBudgetLine, { lineId: 'line-1' })
    expect(budgetLinesOf(dropped, 2020).map(({ id }) => id)).toEqual(['income', 'new'])
    expect(dropped.tables.budgetReport['line-1-2020-05-31']).toBeDefined()
  })

  it('is written as a positive amount, and must be there to be changed', () => {
    expect(refusal(keepBudgetLine, { ...sent, budget: pounds(-1) })).toMatch(/positive/)
    expect(refusal(keepBudgetLine, { ...sent, lineId: 'none' })).toMatch(/no such budget line/)
    expect(refusal(dropBudgetLine, { lineId: 'none' })).toMatch(/no such budget line/)
  })
})

it('the parts of the balance are the lines, income less spend', () => {
  const { lines, balance } = inYearAt(budgeted, 2020)
  const signed = lines.map(
    ({ line: of, report }) => ((of.isIncome ? 1 : -1) * (report?.outturn ?? 0)) as Pence,
  )
  expect(balance.outturn).toBe(total(signed))
})
