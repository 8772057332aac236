import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pounds } from '../src/money.ts'
import {
  countedInYear,
  countedSavings,
  isCounted,
  savingMeasures,
  savingTotals,
  yearsOfSaving,
} from '../src/saving.ts'
import { fundingSources, type SavingStatus, savingStatuses } from '../src/vocabulary.ts'
import { anyPence, aPlan, aSaving, aSavingYear, aStrand } from './a-plan.ts'

const strand = [aStrand()]

describe('a saving', () => {
  it('counts once it is planned, and not while it is an idea or after it has failed', () => {
    const counted = (Object.keys(savingStatuses) as SavingStatus[]).filter((status) =>
      isCounted(aSaving({ status })),
    )
    expect(counted).toEqual(['PLANNED', 'ON_TRACK', 'AT_RISK', 'DELIVERED', 'CONFIRMED'])
  })

  it('counts for the grant only when it is the grant that it saves', () => {
    const sources = Object.keys(fundingSources) as (keyof typeof fundingSources)[]
    expect(sources.filter((fundingSource) => isCounted(aSaving({ fundingSource })))).toEqual(['DSG'])
  })

  it('has its years in order, and only its own', () => {
    const savingYear = [2022, 2020, 2021].map((year) => aSavingYear({ year }))
    const other = aSavingYear({ savingId: 'saving-2', year: 2019 })
    const plan = aPlan({
      strand,
      saving: [aSaving(), aSaving({ id: 'saving-2' })],
      savingYear: [...savingYear, other],
    })
    expect(yearsOfSaving(plan, 'saving-1').map(({ year }) => year)).toEqual([2020, 2021, 2022])
  })
})

describe('totals of savings', () => {
  const anyYears = fc.array(fc.tuple(anyPence, anyPence, fc.option(anyPence), fc.option(anyPence)), {
    minLength: 1,
    maxLength: 4,
  })

  it('add up by year to the whole, and planned, forecast, delivered and confirmed are never mixed', () => {
    fc.assert(
      fc.property(anyYears, (years) => {
        const savingYear = years.map(([planned, forecast, delivered, confirmed], at) =>
          aSavingYear({ year: 2020 + at, planned, forecast, delivered, confirmed }),
        )
        const plan = aPlan({ strand, saving: [aSaving()], savingYear })
        const whole = savingTotals(plan, countedSavings(plan))
        savingMeasures.forEach((measure, column) => {
          const byYear = years.map((_, at) => countedInYear(plan, 2020 + at, measure))
          expect(byYear).toEqual(years.map((row) => row[column] ?? 0))
          expect(byYear.reduce((sum: number, amount) => sum + amount, 0)).toBe(whole[measure])
        })
      }),
      { numRuns: 200 },
    )
  })

  it('are weighted by the confidence in each, and whole where none is given', () => {
    const saving = [
      aSaving({ confidencePercent: 25, confidenceReason: 'No contract' }),
      aSaving({ id: 'saving-2' }),
    ]
    const savingYear = ['saving-1', 'saving-2'].map((savingId) =>
      aSavingYear({ savingId, planned: pounds(800_000) }),
    )
    const totals = savingTotals(aPlan({ strand, saving, savingYear }), saving)
    expect(totals).toMatchObject({ forecast: pounds(1_600_000), weighted: pounds(1_000_000), delivered: 0 })
  })

  it('are of the savings named and no others', () => {
    const saving = [aSaving(), aSaving({ id: 'saving-2', status: 'TO_BE_IDENTIFIED' })]
    const savingYear = [aSavingYear(), aSavingYear({ savingId: 'saving-2', planned: pounds(14_000_000) })]
    const plan = aPlan({ strand, saving, savingYear })
    expect(countedInYear(plan, 2020, 'forecast')).toBe(pounds(1_000_000))
    expect(savingTotals(plan, saving).forecast).toBe(pounds(15_000_000))
    expect(savingTotals(plan, []).forecast).toBe(0)
  })
})
