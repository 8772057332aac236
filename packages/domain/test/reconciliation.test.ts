import { describe, expect, it } from 'vitest'
import { applyTo } from '../src/change.ts'
import type { Asked, Command } from '../src/command.ts'
import { pounds } from '../src/money.ts'
import type { Plan } from '../src/plan.ts'
import {
  dropDifference,
  explainDifference,
  keepDeficitRecord,
  reconciliationsOf,
} from '../src/reconciliation.ts'
import { aDeficitRecord, aPlan, aSource, aViewer, someDetails } from './a-plan.ts'

const plan = aPlan({
  plan: [someDetails({ entrySourceId: 'entered' })],
  source: [aSource(), aSource({ id: 'entered', title: 'Entered here', provenance: 'ENTERED' })],
  deficitRecord: [
    aDeficitRecord(),
    aDeficitRecord({ record: 'SECTION_251', amount: pounds(-5_940_000) }),
    aDeficitRecord({ record: 'DSG_NOTE' }),
    aDeficitRecord({ id: 'before', asOf: '2019-03-31', amount: pounds(-2_000_000) }),
    aDeficitRecord({ id: 'block', scope: 'HIGH_NEEDS_BLOCK', amount: pounds(-7_000_000) }),
  ],
})
const asked = (newId = 'new'): Asked => ({
  viewer: aViewer('FINANCE_BUSINESS_PARTNER'),
  today: '2020-06-01',
  newId,
})

function then<Input>(of: Plan, command: Command<Input>, input: Input, newId = 'new'): Plan {
  const outcome = command.run(of, input, asked(newId))
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...of, tables: applyTo(of.tables, outcome.changes) }
}

const whole = (of: Plan) => {
  const found = reconciliationsOf(of).find(
    ({ asOf, scope }) => asOf === '2020-03-31' && scope === 'WHOLE_DSG',
  )
  if (!found) throw new Error('nothing is recorded')
  return found
}

describe('the records of a deficit', () => {
  it('are compared of one day and one scope alone, the newest day first', () => {
    expect(reconciliationsOf(plan).map(({ asOf, scope }) => [asOf, scope])).toEqual([
      ['2020-03-31', 'HIGH_NEEDS_BLOCK'],
      ['2020-03-31', 'WHOLE_DSG'],
      ['2019-03-31', 'WHOLE_DSG'],
    ])
  })

  it('that differ without a reason are worth the lowest of them', () => {
    const { records, isExplained, taken, atStake } = whole(plan)
    expect(
      records.map(({ row, difference, unexplained }) => [row?.record, difference / 100, unexplained / 100]),
    ).toEqual([
      ['SECTION_251', 60_000, 60_000],
      ['DSG_NOTE', 0, 0],
      [undefined, 0, 0],
      [undefined, 0, 0],
      ['ACCOUNTS', 0, 0],
    ])
    expect([isExplained, taken / 100, atStake / 100]).toEqual([false, -5_940_000, 60_000])
  })

  it('stand once every difference has its reasons, to the penny', () => {
    const part = then(plan, explainDifference, {
      recordId: 'SECTION_251',
      name: 'Early years',
      amount: pounds(50_000),
    })
    expect([whole(part).isExplained, whole(part).records[0]?.unexplained]).toEqual([false, pounds(10_000)])
    const all = then(
      part,
      explainDifference,
      { recordId: 'SECTION_251', name: 'Rent', amount: pounds(10_000) },
      'b',
    )
    expect([whole(all).isExplained, whole(all).taken / 100, whole(all).atStake / 100]).toEqual([
      true,
      -6_000_000,
      60_000,
    ])
    const dropped = then(all, dropDifference, { differenceId: 'b' })
    expect(whole(dropped).isExplained).toBe(false)
    expect(dropped.tables.deficitDifference.b?.droppedOn).toBe('2020-06-01')
  })

  it('that agree have nothing to explain', () => {
    const agreed = then(plan, keepDeficitRecord, {
      record: 'SECTION_251',
      asOf: '2020-03-31',
      scope: 'WHOLE_DSG',
      amount: pounds(-6_000_000),
    })
    expect([whole(agreed).isExplained, whole(agreed).atStake]).toEqual([true, 0])
    expect(Object.keys(agreed.tables.deficitRecord)).toHaveLength(5)
  })

  it('are of a 31 March that has been', () => {
    const sent = { record: 'ACCOUNTS', scope: 'WHOLE_DSG', amount: pounds(-1) } as const
    const refusal = (asOf: '2020-04-30' | '2021-03-31') => {
      const outcome = keepDeficitRecord.run(plan, { ...sent, asOf }, asked())
      return outcome.ok ? 'allowed' : outcome.problems[0]?.message
    }
    expect([refusal('2020-04-30'), refusal('2021-03-31')]).toEqual([
      'A deficit is recorded as at 31 March.',
      'It cannot have been recorded for a day to come.',
    ])
    const none = explainDifference.run(plan, { recordId: 'none', name: 'x', amount: pounds(1) }, asked())
    const noReason = dropDifference.run(plan, { differenceId: 'none' }, asked())
    expect([none.ok, noReason.ok]).toEqual([false, false])
  })
})
