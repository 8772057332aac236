import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { advance, applyTo, difference, inverted, rewind } from '../src/change.ts'
import { problemsAfter } from '../src/integrity.ts'
import { canonical } from '../src/plan.ts'
import { anAction, anyPlan, aPlan, aRevision, aStrand, commandSequence, play } from './a-plan.ts'

// Hundreds of plans a law: more than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const RUNS = { numRuns: 300 }

describe('the history of a plan', () => {
  it('undoes any revision and has the plan as it was, letter for letter', () => {
    fc.assert(
      fc.property(anyPlan, commandSequence, (start, steps) => {
        const { plans, revisions } = play(start, steps)
        revisions.forEach(({ changes }, step) => {
          const before = plans[step] ?? start
          const after = plans[step + 1] ?? start
          expect(canonical(after)).not.toBe(canonical(before))
          const undone = { ...before, tables: applyTo(after.tables, inverted(changes)) }
          expect(canonical(undone)).toBe(canonical(before))
        })
      }),
      RUNS,
    )
  })

  it('leads back from today to the plan as it was at every earlier revision', () => {
    fc.assert(
      fc.property(anyPlan, commandSequence, (start, steps) => {
        const { plan, plans, revisions } = play(start, steps)
        plans.forEach((earlier) => {
          const later = revisions.slice(earlier.revision).reverse()
          expect(canonical(rewind(plan, later, earlier.at))).toBe(canonical(earlier))
        })
      }),
      RUNS,
    )
  })

  it('never alters a value of the plan that somebody still holds', () => {
    fc.assert(
      fc.property(anyPlan, commandSequence, (start, steps) => {
        const text = canonical(start)
        play(start, steps)
        expect(canonical(start)).toBe(text)
      }),
      RUNS,
    )
  })

  it('begins with a plan in which every row keeps the rules', () => {
    fc.assert(
      fc.property(anyPlan, commandSequence, (start, steps) => {
        for (const plan of play(start, steps).plans) {
          const empty = { ...plan, tables: aPlan({ plan: [], source: [] }).tables }
          expect(problemsAfter(plan, difference(empty, plan))).toEqual([])
        }
      }),
      { numRuns: 100 },
    )
  })

  it('refuses a revision out of its turn, and a way back with a step missing', () => {
    const start = aPlan({ strand: [aStrand()] })
    expect(() => advance(start, aRevision(start, [], { number: 2 }))).toThrow(
      'revision 2 cannot follow revision 0',
    )
    const first = aRevision(start, [])
    const second = aRevision(advance(start, first), [])
    const now = advance(advance(start, first), second)
    expect(() => rewind(now, [first], start.at)).toThrow('revision 2 of plan plan-1 is missing')
  })
})

describe('the comparison of two dates', () => {
  it('holds exactly the changes that lead from one date to the other, forwards and backwards', () => {
    fc.assert(
      fc.property(anyPlan, commandSequence, (start, steps) => {
        const { plan } = play(start, steps)
        const there = { ...plan, tables: applyTo(start.tables, difference(start, plan)) }
        const back = { ...start, tables: applyTo(plan.tables, difference(plan, start)) }
        expect(canonical(there)).toBe(canonical(plan))
        expect(canonical(back)).toBe(canonical(start))
        expect(difference(plan, there)).toEqual([])
      }),
      RUNS,
    )
  })

  it('leads between two plans that share nothing', () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (one, two) => {
        expect(canonical({ ...two, tables: applyTo(one.tables, difference(one, two)) })).toBe(canonical(two))
      }),
      RUNS,
    )
  })

  it('names only the fields that differ', () => {
    const before = aPlan({ strand: [aStrand()], action: [anAction()] })
    const after = aPlan({ strand: [aStrand()], action: [anAction({ name: 'Post-16 placements' })] })
    expect(difference(before, after)).toEqual([
      { entity: 'action', id: 'action-1', field: 'name', before: 'Placements', after: 'Post-16 placements' },
    ])
  })
})
