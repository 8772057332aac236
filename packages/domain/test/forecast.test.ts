import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  currentVersion,
  type Line,
  peakOf,
  trajectoryOf,
  yearOfClearance,
  yearOfInYearBalance,
} from '../src/forecast.ts'
import { pence, pounds } from '../src/money.ts'
import type { Plan } from '../src/plan.ts'
import { savingsTable } from '../src/savings-table.ts'
import { waterfallOf } from '../src/waterfall.ts'
import {
  aForecast,
  aForecastYear,
  aFundingLine,
  anyPlan,
  aPlan,
  aSaving,
  aSavingYear,
  aSource,
  aStrand,
  aVersion,
  commandSequence,
  play,
  someDetails,
} from './a-plan.ts'

// Hundreds of plans a law: more than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const RUNS = { numRuns: 200 }
const YEARS = [2019, 2020, 2021, 2022]

function linesOf(plan: Plan) {
  const trajectory = trajectoryOf(plan)
  if (!trajectory) throw new Error('the plan has no forecast')
  return trajectory
}
const inYears = (line: Line) => line.positions.map((at) => at.inYear.central)
const closings = (line: Line) => line.positions.map((at) => at.cumulative.central)
const aSavingOf = (planned: number, forecast = planned, year = 2021, savingId = 'saving-1') =>
  aSavingYear({ savingId, year, planned: pounds(planned), forecast: pounds(forecast) })

describe('the forecast', () => {
  it('closes each year with the balance of the year before, the year itself and the payments below the line', () => {
    fc.assert(
      fc.property(anyPlan, commandSequence, (start, steps) => {
        const { plan } = play(start, steps)
        const trajectory = linesOf(plan)
        const payments = (year: number) =>
          Object.values(plan.tables.fundingLine)
            .filter(
              (line) =>
                line.year === year && line.kind === 'DFE_PAYMENT' && line.scope === 'HIGH_NEEDS_BLOCK',
            )
            .reduce((sum, line) => sum + line.amount, 0)
        for (const line of [
          trajectory.outturn,
          trajectory.unmitigated,
          trajectory.mitigated,
          trajectory.delivered,
        ]) {
          let opening: number = trajectory.version.openingBalance
          for (const at of line.positions) {
            expect(at.cumulative.central).toBe(opening + at.inYear.central + payments(at.year))
            opening = at.cumulative.central
          }
        }
      }),
      RUNS,
    )
  })

  it('keeps low, central and high in order in every year of every line', () => {
    fc.assert(
      fc.property(anyPlan, commandSequence, (start, steps) => {
        const { outturn, unmitigated, mitigated, delivered } = linesOf(play(start, steps).plan)
        for (const { inYear, cumulative } of [outturn, unmitigated, mitigated, delivered].flatMap(
          (of) => of.positions,
        )) {
          for (const { low, central, high } of [inYear, cumulative]) {
            expect(low <= central && central <= high).toBe(true)
          }
        }
      }),
      RUNS,
    )
  })

  it('carries each end of the £5.6m of the newsletter, £500,000 either way (cases C7)', () => {
    const range = { low: pounds(-6_100_000), central: pounds(-5_600_000), high: pounds(-5_100_000) }
    const plan = aPlan({
      forecastVersion: [aVersion({ openingBalance: pounds(-3_000_000) })],
      forecastYear: [aForecastYear({ year: 2020, ...range }), aForecastYear({ year: 2021, ...range })],
    })
    const [first, second] = linesOf(plan).unmitigated.positions
    expect(first?.inYear).toEqual(range)
    expect(second?.cumulative).toEqual({
      low: pounds(-15_200_000),
      central: pounds(-14_200_000),
      high: pounds(-13_200_000),
    })
  })

  it('counts a year once, by its outturn, when the outturn of a forecast year is entered', () => {
    const outturn = { 2019: -3_000_000, 2020: -4_000_000 }
    const plan = aPlan({
      ...aForecast({
        outturn,
        unmitigated: { 2020: -5_600_000, 2021: -2_000_000 },
        mitigated: { 2020: -5_000_000 },
      }),
      fundingLine: [aFundingLine({ kind: 'COUNCIL_CONTRIBUTION', amount: pounds(1_000_000) })],
    })
    const { mitigated, versions } = linesOf(plan)
    expect(closings(mitigated)).toEqual([-3_000_000, -6_000_000, -8_000_000].map(pounds))
    expect(mitigated.positions.map(({ isOutturn }) => isOutturn)).toEqual([true, true, false])
    expect(versions.map(inYears)).toEqual([[-3_000_000, -5_000_000].map(pounds)])
  })

  it('adds what Schools Forum agreed to the year, and leaves out what was only asked for', () => {
    const forecast = aForecast({ unmitigated: { 2020: -5_600_000 } })
    const inYear = (transferStatus: 'REQUESTED' | 'FORUM_APPROVED') =>
      inYears(linesOf(aPlan({ ...forecast, fundingLine: [aFundingLine({ transferStatus })] })).mitigated)
    expect(inYear('REQUESTED')).toEqual([pounds(-5_600_000)])
    expect(inYear('FORUM_APPROVED')).toEqual([pounds(-5_100_000)])
  })

  it('of the whole grant adds its own payments, and no transfer that only moves money between its blocks', () => {
    const { forecastYear } = aForecast({ unmitigated: { 2020: -5_600_000 } })
    const whole = { forecastVersion: [aVersion({ scope: 'WHOLE_DSG' })], forecastYear }
    const transfer = aFundingLine({ transferStatus: 'FORUM_APPROVED' })
    const payment = (id: string, amount: number, scope: 'WHOLE_DSG' | 'HIGH_NEEDS_BLOCK') =>
      aFundingLine({ id, kind: 'DFE_PAYMENT', amount: pounds(amount), scope })
    const payments = [payment('whole', 600_000, 'WHOLE_DSG'), payment('block', 7000, 'HIGH_NEEDS_BLOCK')]
    const { unmitigated } = linesOf(aPlan({ ...whole, fundingLine: [transfer, ...payments] }))
    expect([inYears(unmitigated), closings(unmitigated)]).toEqual([
      [pounds(-5_600_000)],
      [pounds(-5_000_000)],
    ])
  })

  it('runs on the newest version that was approved, and not on a newer draft', () => {
    const version = (id: string, position: number, status: 'DRAFT' | 'APPROVED') =>
      aVersion({ id, position, status })
    const drafts = [version('a', 1, 'DRAFT'), version('b', 2, 'DRAFT')]
    expect(currentVersion(aPlan({ forecastVersion: drafts }))?.id).toBe('b')
    expect(currentVersion(aPlan({ forecastVersion: [...drafts, version('c', 0, 'APPROVED')] }))?.id).toBe('c')
    expect(trajectoryOf(aPlan())).toBeNull()
  })

  it('is illustrative from the first figure that is, and in-year published again after it', () => {
    const source = [aSource(), aSource({ id: 'source-2', provenance: 'ILLUSTRATIVE' })]
    const { forecastVersion, forecastYear } = aForecast({ unmitigated: { 2020: -5, 2021: -4, 2022: -3 } })
    const years = forecastYear.map((row) => (row.year === 2021 ? { ...row, sourceId: 'source-2' } : row))
    const { positions } = linesOf(aPlan({ source, forecastVersion, forecastYear: years })).unmitigated
    expect(positions.map((at) => at.provenance)).toEqual(['PUBLISHED', 'ILLUSTRATIVE', 'PUBLISHED'])
    expect(positions.map((at) => at.cumulativeProvenance)).toEqual([
      'PUBLISHED',
      'ILLUSTRATIVE',
      'ILLUSTRATIVE',
    ])
  })
})

describe('a saving in the forecast', () => {
  const strand = [aStrand()]
  const forecast = aForecast({ unmitigated: { 2020: -5_000_000, 2021: -6_000_000, 2022: -7_000_000 } })

  it('that is delayed moves its remainder to the next year, and what was budgeted stays in sight', () => {
    const savingYear = [aSavingOf(2_000_000, 500_000, 2020), aSavingOf(0, 1_500_000, 2021)]
    const plan = aPlan({ ...forecast, strand, saving: [aSaving()], savingYear })
    expect(inYears(linesOf(plan).mitigated)).toEqual([-4_500_000, -4_500_000, -7_000_000].map(pounds))
    const [, year2020, year2021] = savingsTable(plan)
    expect(year2020).toMatchObject({
      budgeted: pounds(2_000_000),
      forecast: pounds(500_000),
      yearEnd: pounds(-4_500_000),
    })
    expect(year2021).toMatchObject({ budgeted: 0, forecast: pounds(1_500_000), yearEnd: pounds(-9_000_000) })
  })

  it('shows as delivered only what has been delivered', () => {
    const savingYear = [
      { ...aSavingOf(2_000_000, 2_000_000, 2020), delivered: pounds(300_000), confirmed: pounds(200_000) },
    ]
    const plan = aPlan({ ...forecast, strand, saving: [aSaving()], savingYear })
    expect(inYears(linesOf(plan).delivered)[0]).toBe(pounds(-4_700_000))
    expect(savingsTable(plan)[1]).toMatchObject({ achieved: pounds(300_000), confirmed: pounds(200_000) })
  })

  it('has a line in the table for every year of the plan, and no balance where nothing is forecast', () => {
    const table = savingsTable(
      aPlan({ ...forecast, plan: [someDetails({ firstYear: 2020, lastYear: 2023 })] }),
    )
    expect(table.map(({ year, yearEnd }) => [year, yearEnd])).toEqual([
      [2020, pounds(-5_000_000)],
      [2021, pounds(-11_000_000)],
      [2022, pounds(-18_000_000)],
      [2023, null],
    ])
  })
})

describe('the waterfall', () => {
  it('leads from the unmitigated balance to the mitigated balance, step by step, in every forecast year', () => {
    fc.assert(
      fc.property(anyPlan, commandSequence, (start, steps) => {
        const { plan } = play(start, steps)
        const { unmitigated, mitigated } = linesOf(plan)
        for (const year of YEARS.slice(1)) {
          const [first, ...rest] = waterfallOf(plan, year)
          const last = rest.pop()
          expect(first?.to).toBe(unmitigated.positions.find((at) => at.year === year)?.inYear.central)
          expect(last?.to).toBe(mitigated.positions.find((at) => at.year === year)?.inYear.central)
          expect([first, last].map((total) => total?.isTotal)).toEqual([true, true])
          const ends = [first?.to, ...rest.map(({ to }) => to)]
          expect([...rest.map(({ from }) => from), last?.to]).toEqual(ends)
        }
      }),
      RUNS,
    )
  })

  it('has none for an outturn, which holds its savings already, nor for a year without a forecast', () => {
    const savingYear = [aSavingOf(1_000_000, 1_000_000, 2019)]
    const forecast = aForecast({ outturn: { 2019: -3_000_000 }, unmitigated: { 2020: -5_000_000 } })
    const plan = aPlan({ ...forecast, strand: [aStrand()], saving: [aSaving()], savingYear })
    expect([waterfallOf(plan, 2019), waterfallOf(plan, 2025)]).toEqual([[], []])
  })

  it('has one step for each strand that saves, and none for a saving that does not count', () => {
    const strand = [aStrand(), aStrand({ id: 'strand-2', position: 2, name: 'Post-16' })]
    const saving = [aSaving(), aSaving({ id: 'saving-2', strandId: 'strand-2', status: 'UNDER_DEVELOPMENT' })]
    const savingYear = [aSavingOf(2_000_000), aSavingOf(900_000, 900_000, 2021, 'saving-2')]
    const plan = aPlan({ ...aForecast({ unmitigated: { 2021: -6_000_000 } }), strand, saving, savingYear })
    expect(waterfallOf(plan, 2021).map(({ name, from, to }) => [name, from, to])).toEqual([
      ['Unmitigated', 0, pounds(-6_000_000)],
      ['Inclusion Strategy', pounds(-6_000_000), pounds(-4_000_000)],
      ['Left after savings', 0, pounds(-4_000_000)],
    ])
  })
})

describe('in-year balance and clearance', () => {
  const lineOf = (opening: number, amounts: readonly number[]) =>
    linesOf(
      aPlan(
        aForecast({
          opening,
          unmitigated: Object.fromEntries(amounts.map((amount, at) => [2020 + at, amount])),
        }),
      ),
    ).mitigated

  it('are two facts: a year can balance while the deficit of earlier years remains', () => {
    const line = lineOf(-3_000_000, [-5_000_000, 0, 2_000_000])
    expect([yearOfInYearBalance(line), yearOfClearance(line), peakOf(line)?.year]).toEqual([2021, null, 2020])
  })

  it('come in that order whenever there is a deficit to clear without payments from outside', () => {
    const amounts = fc.array(fc.integer({ min: -9_000_000, max: 9_000_000 }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(fc.integer({ min: -20_000_000, max: 0 }), amounts, (opening, years) => {
        const line = lineOf(opening, years)
        const [balanced, cleared, peak] = [yearOfInYearBalance(line), yearOfClearance(line), peakOf(line)]
        if (cleared !== null) expect(balanced).toBeLessThanOrEqual(cleared)
        if (cleared !== null && peak) expect(cleared).toBeGreaterThan(peak.year)
        if (peak) expect(Math.min(...closings(line))).toBe(peak.cumulative.central)
        else expect(Math.min(...closings(line))).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 500 },
    )
  })

  it('are not claimed from a surplus that is only being spent', () => {
    const line = lineOf(4_000_000, [-1_000_000, -5_000_000, -6_000_000])
    expect(closings(line)).toEqual([3_000_000, -2_000_000, -8_000_000].map(pounds))
    expect(yearOfClearance(line)).toBeNull()
  })

  it('is cleared by a penny and not before', () => {
    const { forecastVersion } = aForecast({ opening: -1 })
    const year = (of: number, central: number) => aForecastYear({ year: of, central: pence(central) })
    const cleared = (by: number) =>
      yearOfClearance(
        linesOf(aPlan({ forecastVersion, forecastYear: [year(2020, -1), year(2021, by)] })).mitigated,
      )
    expect([cleared(100), cleared(101)]).toEqual([null, 2021])
  })
})

describe('an outturn that is entered before that of an earlier year', () => {
  it('takes its own place in the years, and its balance carries the year before it', () => {
    const plan = aPlan(aForecast({ unmitigated: { 2020: -1000, 2022: -10 }, outturn: { 2021: -50 } }))
    const positions = trajectoryOf(plan)?.mitigated.positions ?? []
    expect(positions.map(({ year }) => year)).toEqual([2020, 2021, 2022])
    expect(positions[1]?.cumulative.central).toBe(pounds(-1050))
  })
})
