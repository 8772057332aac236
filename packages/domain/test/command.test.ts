import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyTo } from '../src/change.ts'
import { edit, handOver, moveMilestone, type Outcome } from '../src/command.ts'
import type { Day } from '../src/day.ts'
import { slipInWords } from '../src/forthcoming.ts'
import { findRow, holdersOf, type Plan } from '../src/plan.ts'
import {
  aMilestone,
  anAction,
  anAssignment,
  anyDay,
  anyPlan,
  anyStep,
  aPerson,
  aPlan,
  aStrand,
  changesOf,
} from './a-plan.ts'

const plan = aPlan({
  strand: [aStrand()],
  action: [anAction({ description: 'Review of placements', dueOn: '2020-06-30' })],
  milestone: [aMilestone(), aMilestone({ id: 'undated', firstDate: null, currentDate: null })],
  person: [aPerson(), aPerson({ id: 'person-2', name: 'B. Next' })],
  assignment: [anAssignment()],
})

function done(from: Plan, outcome: Outcome): Plan {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...from, tables: applyTo(from.tables, outcome.changes) }
}
const message = (outcome: Outcome) => (outcome.ok ? null : outcome.problems[0]?.message)

describe('an edit', () => {
  it('that says what the plan says already is no change', () => {
    expect(
      edit(plan, { action: { 'action-1': { name: 'Placements', description: 'Review of placements' } } }),
    ).toEqual({
      ok: true,
      changes: [],
    })
  })

  it('of blanks empties a field, so that a cleared date is no date', () => {
    const next = done(plan, edit(plan, { action: { 'action-1': { description: ' ', dueOn: '' as Day } } }))
    expect(findRow(next, 'action', 'action-1')).toMatchObject({ description: null, dueOn: null })
  })

  it('begins an item as public, not done and never moved, with nothing else made up', () => {
    const { id: _, isDone, timesMoved, ...fields } = aMilestone()
    const next = done(plan, edit(plan, { milestone: { new: fields } }))
    expect(findRow(next, 'milestone', 'new')).toEqual({
      ...aMilestone(),
      id: 'new',
      isDone: false,
      timesMoved: 0,
    })
    const { id: __, visibility, ...strand } = aStrand({ position: 2 })
    const more = done(plan, edit(plan, { strand: { new: strand } }))
    expect(findRow(more, 'strand', 'new')).toEqual(aStrand({ id: 'new', position: 2, visibility: 'PUBLIC' }))
  })

  it('changes only what it names', () => {
    const next = done(plan, edit(plan, { action: { 'action-1': { name: 'Panel' } } }))
    expect(next.tables).toEqual({
      ...plan.tables,
      action: { 'action-1': { ...plan.tables.action['action-1'], name: 'Panel' } },
    })
  })

  it('says of every change what was there before', () => {
    fc.assert(
      fc.property(anyPlan, anyStep, (start, step) => {
        for (const { entity, id, field, before, after } of changesOf(start, step)) {
          const row = findRow(start, entity, id) as unknown as Record<string, unknown> | undefined
          expect(before).toBe(row?.[field] ?? null)
          expect(after).not.toBe(before)
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('a milestone', () => {
  it('that moves keeps its first date and counts its moves', () => {
    fc.assert(
      fc.property(fc.array(anyDay, { minLength: 1, maxLength: 6 }), (days) => {
        const moved = days.reduce((now, day) => done(now, moveMilestone(now, 'milestone-1', day)), plan)
        const wanted = ['2020-04-30', ...days].filter((day, at, all) => at > 0 && day !== all[at - 1]).length
        expect(findRow(moved, 'milestone', 'milestone-1')).toMatchObject({
          firstDate: '2020-04-30',
          currentDate: days.at(-1),
          timesMoved: wanted,
        })
      }),
    )
  })

  it('moved to the date that it has has not moved', () => {
    expect(moveMilestone(plan, 'milestone-1', '2020-04-30')).toEqual({ ok: true, changes: [] })
  })

  it('without a date is given its first, and its slip is told from there', () => {
    const dated = done(plan, moveMilestone(plan, 'undated', '2020-05-01'))
    expect(findRow(dated, 'milestone', 'undated')).toMatchObject({ firstDate: '2020-05-01', timesMoved: 0 })
    const moved = findRow(done(dated, moveMilestone(dated, 'undated', '2020-05-31')), 'milestone', 'undated')
    expect(moved && slipInWords(moved)).toBe('Moved once, 30 days later than first planned.')
  })

  it('that is done cannot move, nor one that is not there', () => {
    const finished = done(plan, edit(plan, { milestone: { 'milestone-1': { isDone: true } } }))
    expect(message(moveMilestone(finished, 'milestone-1', '2020-07-01'))).toBe(
      'A milestone that is done cannot move.',
    )
    expect(message(moveMilestone(plan, 'none', '2020-07-01'))).toBe(
      'There is no such milestone in this plan.',
    )
  })
})

describe('a role', () => {
  const next = (on: Day, to = { id: 'assignment-2', personId: 'person-2' }) =>
    handOver(plan, 'assignment-1', to, on)
  const lead = (of: Plan, today: Day) =>
    holdersOf(of, 'STRAND_LEAD', today, { strandId: 'strand-1' }).map(({ name }) => name)

  it('is held by one person on every day, before and after it is handed over', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (on, today) => {
        fc.pre(on >= '2020-01-01' && today >= '2020-01-01')
        expect(lead(done(plan, next(on)), today)).toEqual([today < on ? 'A. Lead' : 'B. Next'])
      }),
    )
    expect(lead(plan, '2019-12-31')).toEqual([])
  })

  it('cannot end before it began, be handed over twice, or pass to somebody unknown', () => {
    expect(message(next('2019-12-31'))).toBe('A role cannot end before it began.')
    const after = done(plan, next('2020-04-01'))
    const twice = handOver(after, 'assignment-1', { id: 'assignment-3', personId: 'person-2' }, '2020-05-01')
    expect(message(twice)).toBe('This role has already been handed over.')
    expect(message(next('2020-04-01', { id: 'new', personId: 'nobody' }))).toBe(
      'Person: there is no such person in this plan.',
    )
    expect(message(handOver(plan, 'none', { id: 'new', personId: 'person-2' }, '2020-04-01'))).toBe(
      'There is no such role in this plan.',
    )
  })

  it('handed over does not write over a role that is already there', () => {
    expect(message(next('2020-04-01', { id: 'assignment-1', personId: 'person-2' }))).toBe(
      'There is already a role with this id.',
    )
  })
})
