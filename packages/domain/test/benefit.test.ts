import { describe, expect, it } from 'vitest'
import { proposedBenefit, savingsAsOpenAs } from '../src/benefit.ts'
import { pounds } from '../src/money.ts'
import { anAction, aPlan, aSaving, aSavingYear, TODAY } from './a-plan.ts'

const ofAction = { actionId: 'action-1' }
const expecting = (forecast: number, year = 2020) =>
  aPlan({
    action: [anAction()],
    saving: [aSaving(ofAction)],
    savingYear: [aSavingYear({ planned: pounds(1_000_000), forecast: pounds(forecast), year })],
  })
const proposed = (forecast: number, year?: number) =>
  proposedBenefit(expecting(forecast, year), anAction(), TODAY)

describe('the benefit rating that the figures speak for', () => {
  it.each([
    [950_000, 'GREEN'],
    [949_999, 'AMBER'],
    [750_000, 'AMBER'],
    [749_999, 'RED'],
  ] as const)('with £%i forecast of £1.0m planned is %s', (forecast, rag) => {
    expect(proposed(forecast)?.rag).toBe(rag)
  })

  it('says the figures that it rests on', () => {
    expect(proposed(820_000)?.because).toBe('£820k is forecast of £1.0m planned, 82%.')
  })

  it('leaves out years that are over, and is silent with nothing planned', () => {
    expect(proposed(0, 2018)).toBeNull()
    expect(proposed(0, 2019)?.rag).toBe('RED')
    expect(proposedBenefit(aPlan({ action: [anAction()] }), anAction(), TODAY)).toBeNull()
  })

  it('counts only savings of the action that were not withdrawn', () => {
    const saving = [aSaving({ ...ofAction, status: 'WITHDRAWN' }), aSaving({ id: 'saving-2' })]
    const savingYear = [aSavingYear(), aSavingYear({ savingId: 'saving-2' })]
    expect(proposedBenefit(aPlan({ saving, savingYear }), anAction(), TODAY)).toBeNull()
  })

  it('is written beside an action only from savings that are as open as it is', () => {
    const saving = [aSaving(ofAction), aSaving({ ...ofAction, id: 'saving-2', visibility: 'EXEMPT' })]
    const seen = (visibility: 'PUBLIC' | 'EXEMPT') =>
      savingsAsOpenAs(aPlan({ saving }), anAction({ visibility })).map(({ id }) => id)
    expect([seen('PUBLIC'), seen('EXEMPT')]).toEqual([['saving-1'], ['saving-1', 'saving-2']])
  })
})
