import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyTo } from '../src/change.ts'
import { edit } from '../src/command.ts'
import { listInWords, neededInWords, waitingInWords } from '../src/dependency.ts'
import { rowsOf } from '../src/plan.ts'
import { aDependency, anAction, aPlan, aStrand, someDetails } from './a-plan.ts'

const strand = [1, 2, 3, 4].map((position) => aStrand({ id: `strand-${position}`, position }))
const action = [anAction(), anAction({ id: 'action-2', strandId: 'strand-2', name: 'Transport' })]
const waits = (waiting: number, needed: number) =>
  aDependency({
    id: `${waiting}-${needed}`,
    waitingStrandId: `strand-${waiting}`,
    neededStrandId: `strand-${needed}`,
  })

function saying(
  existing: ReturnType<typeof aDependency>[],
  wanted: ReturnType<typeof aDependency>,
): string | null {
  const { id, ...fields } = wanted
  const outcome = edit(aPlan({ strand, action, dependency: existing }), { dependency: { [id]: fields } })
  return outcome.ok ? null : (outcome.problems[0]?.message ?? '')
}

describe('a dependency', () => {
  it('that closes a circle is refused, and the circle is named', () => {
    expect(saying([waits(2, 3), waits(3, 4)], waits(4, 2))).toBe(
      'This would make a circle: Strand 4 waits for Strand 2 waits for Strand 3 waits for Strand 4.',
    )
    expect(saying([], waits(2, 2))).toBe('This would make a circle: Strand 2 waits for Strand 2.')
    expect(saying([waits(2, 3), waits(3, 4)], waits(2, 4))).toBeNull()
  })

  it('between actions names the actions of the circle', () => {
    const between = (id: string, waitingActionId: string, neededActionId: string) =>
      aDependency({ id, waitingActionId, neededActionId })
    expect(saying([between('a', 'action-1', 'action-2')], between('b', 'action-2', 'action-1'))).toBe(
      'This would make a circle: “Transport” waits for “Placements” waits for “Transport”.',
    )
  })

  it('is refused exactly when a way back exists, whatever the order in which they are drawn', () => {
    const anyEnd = fc.integer({ min: 1, max: 4 })
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEnd, anyEnd), { maxLength: 10 }), (arrows) => {
        let plan = aPlan({ strand })
        const reached = new Set<string>()
        arrows.forEach(([from, to], at) => {
          const { id: _, ...fields } = waits(from, to)
          const outcome = edit(plan, { dependency: { [`arrow-${at}`]: fields } })
          expect(outcome.ok).toBe(from !== to && !reached.has(`${to}>${from}`))
          if (!outcome.ok) return
          plan = { ...plan, tables: applyTo(plan.tables, outcome.changes) }
          const before = [from, ...[1, 2, 3, 4].filter((end) => reached.has(`${end}>${from}`))]
          const after = [to, ...[1, 2, 3, 4].filter((end) => reached.has(`${to}>${end}`))]
          for (const one of before) for (const two of after) reached.add(`${one}>${two}`)
        })
        expect(rowsOf(plan, 'dependency').length).toBeLessThanOrEqual(arrows.length)
      }),
      { numRuns: 300 },
    )
  })

  it('has one end that waits and one that it waits for', () => {
    expect(saying([], aDependency({ neededStrandId: 'strand-1' }))).toBe(
      'Choose the one strand or action that waits.',
    )
    expect(saying([], aDependency({ waitingStrandId: 'strand-1' }))).toBe(
      'Choose the one strand or action that it waits for.',
    )
    expect(saying([], { ...waits(1, 2), waitingActionId: 'action-1' })).toBe(
      'Choose the one strand or action that waits.',
    )
  })
})

describe('dependencies in words', () => {
  const mixed = aDependency({ id: 'mixed', waitingStrandId: 'strand-4', neededActionId: 'action-1' })
  const plan = aPlan({ strand, action, dependency: [waits(4, 3), waits(4, 2), mixed] })

  it('are one sentence from each side', () => {
    expect(waitingInWords(plan, 'strand', 'strand-4')).toBe(
      'Strand 4 waits for strands 2 and 3 and “Placements”.',
    )
    expect(neededInWords(plan, 'strand', 'strand-2')).toBe('Strand 2 is needed by strand 4.')
    expect(neededInWords(plan, 'action', 'action-1')).toBe('“Placements” is needed by strand 4.')
    expect(waitingInWords(plan, 'strand', 'strand-1')).toBeNull()
  })

  it('use the word that the council has for a strand', () => {
    const details = [someDetails({ strandLabel: 'Workstream' })]
    const elsewhere = aPlan({ plan: details, strand, dependency: [waits(4, 3), waits(4, 2)] })
    expect(waitingInWords(elsewhere, 'strand', 'strand-4')).toBe(
      'Workstream 4 waits for workstreams 2 and 3.',
    )
  })

  it('list as a person does', () => {
    expect([[], ['2'], ['2', '3'], ['2', '3', '5']].map(listInWords)).toEqual([
      '',
      '2',
      '2 and 3',
      '2, 3 and 5',
    ])
  })
})
