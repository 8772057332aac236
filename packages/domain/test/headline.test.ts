import { describe, expect, it } from 'vitest'
import { trajectoryOf } from '../src/forecast.ts'
import {
  clearanceInWords,
  cumulativeFinding,
  headlineOf,
  inYearFinding,
  lineInWords,
  targetInWords,
  waterfallFinding,
} from '../src/headline.ts'
import { pounds } from '../src/money.ts'
import { waterfallOf } from '../src/waterfall.ts'
import { aForecast, aPlan, aSaving, aSavingYear, aStrand, someDetails } from './a-plan.ts'

/** A plan that opens with this balance and runs with these in-year balances from 2020-21, in £m. */
function running(opening: number, ...inYears: number[]) {
  const unmitigated = Object.fromEntries(inYears.map((amount, at) => [2020 + at, amount * 1_000_000]))
  return aPlan(aForecast({ opening: opening * 1_000_000, unmitigated }))
}
const lineOf = (plan: ReturnType<typeof running>) =>
  trajectoryOf(plan)?.mitigated ?? { name: '', positions: [] }

describe('the headline', () => {
  it('says when the deficit peaks, when a year balances and that the deficit remains', () => {
    expect(headlineOf(running(-3.1, -5.6, -2.4, 0, 1))).toBe(
      'Deficit forecast to peak at £11.1m in 2021-22; in-year balance in 2022-23; cumulative deficit not cleared within the plan.',
    )
  })

  it('says that a deficit is still growing at the end of the plan', () => {
    expect(headlineOf(running(0, -5.6, -6))).toBe(
      'Deficit forecast to reach £11.6m by the end of 2021-22, still growing; in-year balance not reached within the plan; cumulative deficit not cleared within the plan.',
    )
  })

  it('does not call a deficit growing that shrinks in the one year forecast', () => {
    expect(headlineOf(running(-8, 1))).toContain(
      'Deficit forecast to peak at £7.0m in 2020-21; in-year balance in 2020-21;',
    )
  })

  it('says when the deficit is cleared', () => {
    expect(headlineOf(running(-1, -2, 1, 2))).toBe(
      'Deficit forecast to peak at £3.0m in 2020-21; in-year balance in 2021-22; cumulative deficit cleared in 2022-23.',
    )
  })

  it('does not say cleared of a surplus that turns into a deficit', () => {
    expect(clearanceInWords(lineOf(running(4, -1, -5)))).toBe(
      'Cumulative deficit not cleared within the plan',
    )
  })

  it('does not speak of a deficit where there is none', () => {
    expect(headlineOf(running(5, -1))).toBe(
      'No cumulative deficit is forecast; in-year balance not reached within the plan; no cumulative deficit to clear.',
    )
  })

  it('says so when there is no forecast', () => {
    expect([aPlan(), running(0)].map(headlineOf)).toEqual(Array(2).fill('No forecast has been made yet.'))
  })

  it('stands over the charts in the same words', () => {
    const line = lineOf(running(-1, -2, 1, 2))
    expect(inYearFinding(line)).toBe('In-year balance in 2021-22')
    expect(cumulativeFinding(line)).toBe(
      'Deficit forecast to peak at £3.0m in 2020-21; cumulative deficit cleared in 2022-23',
    )
  })
})

describe('the target', () => {
  const towards = (balanceTargetYear: number) => {
    const plan = [someDetails({ balanceTargetYear })]
    return targetInWords(aPlan({ ...aForecast({ unmitigated: { 2020: -5, 2021: -1, 2022: 0 } }), plan }))
  }

  it('is met, or missed by a number of years that is named', () => {
    const aim = 'Target: a balanced budget within three years, in-year by'
    expect(towards(2022)).toBe(`${aim} 2022-23. The forecast meets it.`)
    expect(towards(2021)).toBe(`${aim} 2021-22. The forecast is 1 year late.`)
    expect(towards(2020)).toBe(`${aim} 2020-21. The forecast is 2 years late.`)
  })

  it('is not met by a forecast that never balances, and nothing is said of one that has not been made', () => {
    expect(targetInWords(running(0, -5))).toContain('The forecast does not reach it within the plan.')
    expect(targetInWords(aPlan())).toContain('No forecast has been made yet.')
  })
})

describe('a chart in words', () => {
  it('reads a line from its first year to its last', () => {
    const line = lineOf(running(-3, -5.6, 0.4))
    expect(lineInWords(line, 'inYear')).toBe(
      'Mitigated forecast: in-year position from a deficit of £5.6m in 2020-21 to a surplus of £400k in 2021-22.',
    )
    expect(lineInWords(line, 'cumulative')).toContain(
      'from a deficit of £8.6m in 2020-21 to a deficit of £8.2m in 2021-22.',
    )
  })

  it('reads a year that neither gains nor loses as balanced', () => {
    expect(lineInWords(lineOf(running(0, -1, 0)), 'inYear')).toContain('to a balanced position in 2021-22.')
    expect(lineInWords(lineOf(running(0)), 'inYear')).toBe('There are no figures yet.')
  })

  it('reads the waterfall as what is saved and what is left', () => {
    const saved = (amount: number) => {
      const savingYear = [aSavingYear({ planned: pounds(amount) })]
      const rows = { strand: [aStrand()], saving: [aSaving()], savingYear }
      return waterfallFinding(
        waterfallOf(aPlan({ ...aForecast({ unmitigated: { 2020: -5_600_000 } }), ...rows }), 2020),
        2020,
      )
    }
    expect(saved(5_200_000)).toBe('Savings of £5.2m in 2020-21 leave an in-year deficit of £400k')
    expect(saved(5_600_000)).toBe('Savings of £5.6m in 2020-21 leave the year balanced')
    expect(waterfallFinding([], 2020)).toBe('No forecast for 2020-21')
  })
})
