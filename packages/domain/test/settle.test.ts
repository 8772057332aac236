import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyTo, type Change, isCreation, settle } from '../src/change.ts'
import { problemsAfter } from '../src/integrity.ts'
import { canonical } from '../src/plan.ts'
import { anAction, anyPlan, anyStep, anyText, aPlan, aStrand, changesOf } from './a-plan.ts'

const plan = aPlan({
  strand: [aStrand()],
  action: [anAction({ reason: 'Panel delayed', pathToGreen: 'Extra panel' })],
})

function wanted(field: string, before: Change['before'], after: Change['after']): Change {
  return { entity: 'action', id: 'action-1', field, before, after }
}

const applied = (changes: readonly Change[], from = plan) => ({
  ...from,
  tables: applyTo(from.tables, changes),
})

describe('two people who edit the same action', () => {
  it('both succeed when they change different fields', () => {
    fc.assert(
      fc.property(anyText, anyText, (description, impact) => {
        const mine = [wanted('description', null, description)]
        const yours = [wanted('impact', null, impact)]
        const { changes, conflicts } = settle(applied(mine), yours)
        expect(conflicts).toEqual([])
        expect(applied(changes, applied(mine)).tables.action['action-1']).toMatchObject({
          description,
          impact,
        })
      }),
    )
  })

  it('are shown both values when they change the same field, and nothing is overwritten', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, two) => {
        fc.pre(one !== two)
        const second = wanted('description', null, two)
        expect(settle(applied([wanted('description', null, one)]), [second])).toEqual({
          changes: [],
          conflicts: [{ change: second, current: one }],
        })
      }),
    )
  })

  it('do not quarrel when they want the same', () => {
    const change = wanted('dueOn', null, '2020-06-30')
    expect(settle(applied([change]), [change])).toEqual({ changes: [], conflicts: [] })
  })

  it('are held to the rules together, where each alone would have passed', () => {
    const rated = applied([wanted('deliveryRag', null, 'RED'), wanted('ratedOn', null, '2020-03-31')])
    const { changes, conflicts } = settle(rated, [wanted('reason', 'Panel delayed', null)])
    expect(conflicts).toEqual([])
    expect(problemsAfter(plan, changes)).toEqual([])
    expect(problemsAfter(applied(changes, rated), changes)[0]?.message).toBe(
      'Say why the rating is not green.',
    )
  })
})

describe('a change held against the plan', () => {
  it('stands as it is while nothing has moved on', () => {
    fc.assert(
      fc.property(anyPlan, anyStep, (start, step) => {
        const changes = changesOf(start, step)
        expect(settle(start, changes)).toEqual({ changes, conflicts: [] })
      }),
      { numRuns: 300 },
    )
  })

  it('changes nothing when it arrives a second time', () => {
    fc.assert(
      fc.property(anyPlan, anyStep, (start, step) => {
        const changes = changesOf(start, step)
        const once = applied(changes, start)
        const again = settle(once, changes)
        expect(canonical(applied(again.changes, once))).toBe(canonical(once))
        expect(again.conflicts.map(({ change }) => change)).toEqual(changes.filter(isCreation))
      }),
      { numRuns: 300 },
    )
  })

  it('does not begin an item under an id that somebody else has just used', () => {
    const begin: Change = { entity: 'strand', id: 'strand-1', field: 'id', before: null, after: 'strand-1' }
    expect(settle(plan, [begin]).conflicts).toEqual([{ change: begin, current: 'strand-1' }])
  })

  it('is a conflict when its item is not there', () => {
    const lost: Change = { ...wanted('name', 'Placements', 'Panel'), id: 'action-9' }
    expect(settle(plan, [lost]).conflicts).toEqual([{ change: lost, current: undefined }])
  })
})
