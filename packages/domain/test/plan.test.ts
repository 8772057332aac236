import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Entity, entities } from '../src/model.ts'
import {
  actionsOf,
  canonical,
  detailsOf,
  findRow,
  holdersOf,
  milestonesOf,
  type Plan,
  requireRow,
  rowsOf,
  sourceOf,
  strandTitle,
  type Tables,
} from '../src/plan.ts'
import { isPublishedAfter } from '../src/source.ts'
import {
  aMilestone,
  anAction,
  anAssignment,
  anyPlan,
  aPerson,
  aPlan,
  aSource,
  aStrand,
  someDetails,
} from './a-plan.ts'

/** The same rows, read in another order and with their columns in another order. */
function shuffled(plan: Plan): Plan {
  const turned = (entity: Entity) =>
    rowsOf(plan, entity)
      .reverse()
      .map((row) => [row.id, Object.fromEntries(Object.entries(row).reverse())])
  const tables = Object.fromEntries(entities.map((entity) => [entity, Object.fromEntries(turned(entity))]))
  const { id, name, oldCode, newCode } = plan.authority
  return { ...plan, authority: { newCode, oldCode, name, id }, tables: tables as Tables }
}

describe('a plan as text', () => {
  it('is the same however its rows and columns were read', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        expect(canonical(shuffled(plan))).toBe(canonical(plan))
      }),
      { numRuns: 200 },
    )
  })

  it('differs when anything in it does', () => {
    const plan = aPlan({ strand: [aStrand()] })
    const others = [
      aPlan({ strand: [aStrand({ summary: 'New' })] }),
      aPlan({ strand: [aStrand({ name: 'null' })] }),
      { ...plan, revision: 1 },
      { ...plan, authority: { ...plan.authority, name: 'Elsewhere' } },
    ]
    expect(new Set([plan, ...others].map(canonical)).size).toBe(5)
  })
})

describe('the rows of a plan', () => {
  it('come by their number, and by id where numbers are alike', () => {
    const strand = [
      aStrand({ id: 'c', position: 1 }),
      aStrand({ id: 'a', position: 2 }),
      aStrand({ id: 'b', position: 1 }),
    ]
    expect(rowsOf(aPlan({ strand }), 'strand').map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  })

  it('are found by their own id only', () => {
    const plan = aPlan({ strand: [aStrand()] })
    expect(findRow(plan, 'strand', 'strand-1')?.name).toBe('Inclusion Strategy')
    expect([null, 'none', 'toString', '__proto__'].map((id) => findRow(plan, 'strand', id))).toEqual(
      Array(4).fill(undefined),
    )
    expect(() => requireRow(plan, 'strand', 'none')).toThrow('no strand none in plan plan-1')
    expect(() => detailsOf(aPlan({ plan: [] }))).toThrow('plan plan-1 has no details')
  })

  it('belong to their strand and their action', () => {
    const action = [anAction(), anAction({ id: 'action-2', strandId: 'strand-2' })]
    const milestone = [aMilestone(), aMilestone({ id: 'milestone-2', actionId: 'action-2' })]
    const plan = aPlan({ strand: [aStrand(), aStrand({ id: 'strand-2' })], action, milestone })
    expect(actionsOf(plan, 'strand-2').map(({ id }) => id)).toEqual(['action-2'])
    expect(milestonesOf(plan, 'action-2').map(({ id }) => id)).toEqual(['milestone-2'])
  })

  it('call a strand what the council calls it', () => {
    expect(strandTitle(aPlan(), aStrand({ position: 2 }))).toBe('Strand 2')
    expect(
      strandTitle(aPlan({ plan: [someDetails({ strandLabel: 'Workstream' })] }), aStrand({ position: 2 })),
    ).toBe('Workstream 2')
  })

  it('cite a source, which nobody can have known before it was published', () => {
    const plan = aPlan({ source: [aSource({ publishedOn: '2020-03-01' })], strand: [aStrand()] })
    const source = sourceOf(plan, aStrand())
    expect(isPublishedAfter(source, '2020-02-29')).toBe(true)
    expect(isPublishedAfter(source, '2020-03-01')).toBe(false)
    expect(isPublishedAfter(aSource(), '2020-03-01')).toBe(false)
  })
})

describe('a role', () => {
  it('is held on what it names and nothing else, from its first day until the day it ends', () => {
    const assignment = [
      anAssignment({ toDay: '2020-03-01' }),
      anAssignment({ id: 'assignment-2', personId: 'person-2', strandId: null, fromDay: '2020-03-01' }),
    ]
    const plan = aPlan({
      strand: [aStrand()],
      person: [aPerson(), aPerson({ id: 'person-2', name: 'B. Whole' })],
      assignment,
    })
    const lead = (
      today: '2019-12-31' | '2020-01-01' | '2020-02-29' | '2020-03-01',
      on?: { strandId: string },
    ) => holdersOf(plan, 'STRAND_LEAD', today, on).map(({ name }) => name)
    const on = { strandId: 'strand-1' }
    expect([lead('2019-12-31', on), lead('2020-01-01', on), lead('2020-02-29', on)]).toEqual([
      [],
      ['A. Lead'],
      ['A. Lead'],
    ])
    expect([lead('2020-03-01', on), lead('2020-03-01'), lead('2020-02-29')]).toEqual([[], ['B. Whole'], []])
    expect(holdersOf(plan, 'CABINET_MEMBER', '2020-02-01', on)).toEqual([])
  })
})
