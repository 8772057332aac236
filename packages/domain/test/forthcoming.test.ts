import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../src/day.ts'
import { forthcomingOf, overdueOf, slipInWords } from '../src/forthcoming.ts'
import {
  aMilestone,
  anAction,
  anEvent,
  anyDay,
  anyPlan,
  aPlan,
  aStrand,
  commandSequence,
  play,
  someDetails,
  TODAY,
} from './a-plan.ts'

const yesterday = addDays(TODAY, -1)
const tomorrow = addDays(TODAY, 1)

describe('what is to come', () => {
  it('and what is overdue are never the same thing, and together are all that is open', () => {
    fc.assert(
      fc.property(anyPlan, commandSequence, anyDay, (start, steps, today) => {
        const { plan } = play(start, steps)
        const late = overdueOf(plan, today)
        const coming = forthcomingOf(plan, today)
        expect(late.every(({ day }) => day !== null && day < today)).toBe(true)
        expect(coming.every(({ day }) => day === null || day >= today)).toBe(true)
        const all = forthcomingOf(plan, '0001-01-01').map(({ id }) => id)
        expect([...late, ...coming].map(({ id }) => id)).toEqual([
          ...late.map(({ id }) => id),
          ...all.filter((id) => !late.some((of) => of.id === id)),
        ])
        expect(all).toHaveLength(late.length + coming.length)
      }),
      { numRuns: 200 },
    )
  })

  it('is in the order of its dates, and what has no date comes last', () => {
    const event = [
      anEvent({ id: 'undated', dayWords: 'Spring 2020' }),
      anEvent({ id: 'later', day: '2020-06-30' }),
      anEvent({ id: 'sooner', day: tomorrow }),
    ]
    const coming = forthcomingOf(aPlan({ event }), TODAY)
    expect(coming.map(({ id, when }) => [id, when])).toEqual([
      ['sooner', '1 April 2020'],
      ['later', '30 June 2020'],
      ['undated', 'Spring 2020'],
    ])
  })

  it('holds events, milestones, actions and the day the plan is due, each with who decides', () => {
    const plan = aPlan({
      plan: [someDetails({ dueToDfeOn: '2020-06-30' })],
      strand: [aStrand()],
      action: [anAction({ dueOn: '2020-05-31' })],
      milestone: [aMilestone({ outsideDecisionMaker: 'Schools Forum' })],
      event: [anEvent({ day: TODAY, body: 'Item 7' })],
    })
    expect(
      forthcomingOf(plan, TODAY).map(({ kind, detail, decidedBy, when }) => [kind, detail, decidedBy, when]),
    ).toEqual([
      ['EVENT', 'Meeting, Item 7', null, '31 March 2020'],
      ['MILESTONE', 'Milestone', 'Schools Forum', '30 April 2020'],
      ['ACTION', 'Action due to be complete', null, '31 May 2020'],
      ['PLAN', 'Deadline', null, '30 June 2020'],
    ])
  })
})

describe('what is overdue', () => {
  it('begins the day after its date, the longest overdue first', () => {
    const milestone = [yesterday, '2020-01-31' as const, TODAY].map((currentDate) =>
      aMilestone({ id: currentDate, currentDate }),
    )
    const late = overdueOf(aPlan({ strand: [aStrand()], action: [anAction()], milestone }), TODAY)
    expect(late.map(({ id }) => id)).toEqual(['2020-01-31', yesterday])
  })

  it('is nothing that is done, stopped or has had its outcome', () => {
    const action = [
      anAction({ stage: 'STOPPED', dueOn: yesterday }),
      anAction({ id: 'action-2', stage: 'COMPLETE', dueOn: yesterday }),
      anAction({ id: 'action-3' }),
    ]
    const late = { firstDate: yesterday, currentDate: yesterday }
    const milestone = [
      aMilestone(late),
      aMilestone({ ...late, id: 'done', actionId: 'action-3', isDone: true }),
    ]
    const event = [anEvent({ day: yesterday, outcome: 'Agreed' })]
    expect(overdueOf(aPlan({ strand: [aStrand()], action, milestone, event }), TODAY)).toEqual([])
  })
})

describe('a milestone that moved', () => {
  const moved = (timesMoved: number, days: number) =>
    slipInWords(aMilestone({ timesMoved, currentDate: addDays('2020-04-30', days) }))

  it('says how often and how far from its first date', () => {
    expect(moved(1, 1)).toBe('Moved once, 1 day later than first planned.')
    expect(moved(2, 31)).toBe('Moved twice, 31 days later than first planned.')
    expect(moved(3, -30)).toBe('Moved 3 times, 30 days earlier than first planned.')
    expect(moved(2, 0)).toBe('Moved twice, now back at its first date.')
  })

  it('says nothing when it never moved or has no date', () => {
    expect(moved(0, 0)).toBeNull()
    expect(slipInWords(aMilestone({ timesMoved: 1, currentDate: null }))).toBeNull()
  })
})
