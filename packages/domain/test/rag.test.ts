import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, type Day } from '../src/day.ts'
import {
  byWorst,
  countsInWords,
  gapInWords,
  isNotUpdated,
  isOverdue,
  ratingCounts,
  ratingOf,
  ratingWords,
  shownRating,
  strandRating,
  updateInWords,
} from '../src/rag.ts'
import { rags, type Stage, stages } from '../src/vocabulary.ts'
import { anAction, anyDay, aPlan, aStrand, TODAY } from './a-plan.ts'

const anyRag = fc.constantFrom(null, ...(Object.keys(rags) as (keyof typeof rags)[]))
const anyStage = fc.constantFrom(...(Object.keys(stages) as Stage[]))
const anyRated = fc
  .record({ stage: anyStage, deliveryRag: anyRag, benefitRag: anyRag, ratedOn: fc.option(anyDay) })
  .map(anAction)

describe('the rating of an action', () => {
  it('is its own only while it runs: what is complete or stopped is neither red nor green', () => {
    const shown = (stage: Stage, deliveryRag: 'RED' | null) => ratingOf(anAction({ stage, deliveryRag }))
    expect(shown('COMPLETE', 'RED')).toBe('COMPLETE')
    expect(shown('STOPPED', 'RED')).toBe('STOPPED')
    expect(shown('SUPERSEDED', 'RED')).toBe('STOPPED')
    expect(shown('IN_PROGRESS', 'RED')).toBe('RED')
    expect(shown('IN_PROGRESS', null)).toBe('NOT_RATED')
    expect(shown('NOT_STARTED', null)).toBe('NOT_STARTED')
  })

  it('parts delivery from money, and says so when they differ', () => {
    const action = anAction({ deliveryRag: 'GREEN', benefitRag: 'AMBER' })
    expect([ratingOf(action), ratingOf(action, 'benefit')]).toEqual(['GREEN', 'AMBER'])
    expect(gapInWords(action)).toBe('Delivery is green while the money is amber.')
    expect(gapInWords({ ...action, benefitRag: 'GREEN' })).toBeNull()
    expect(gapInWords({ ...action, benefitRag: null })).toBeNull()
    expect(gapInWords({ ...action, stage: 'COMPLETE' })).toBeNull()
  })

  it('is not shown as current when it was not given this month', () => {
    const rated = (ratedOn: Day | null, stage: Stage = 'IN_PROGRESS') =>
      anAction({ deliveryRag: 'GREEN', ratedOn, stage })
    expect(updateInWords(rated('2020-02-13'), TODAY)).toBe(
      'Not updated in March 2020; last on 13 February 2020.',
    )
    expect(updateInWords(rated(null), TODAY)).toBe('Not updated in March 2020; never rated.')
    expect(updateInWords(rated('2020-03-01'), TODAY)).toBeNull()
    expect(isNotUpdated(rated('2019-03-31'), TODAY)).toBe(true)
    expect(isNotUpdated(rated(null, 'COMPLETE'), TODAY)).toBe(false)
  })

  it('is asked for again on the first day of each month', () => {
    fc.assert(
      fc.property(anyRated, anyDay, (action, today) => {
        const isAsked = action.stage === 'IN_PROGRESS' && action.ratedOn?.slice(0, 7) !== today.slice(0, 7)
        expect(isNotUpdated(action, today)).toBe(isAsked)
        expect(updateInWords(action, today) !== null).toBe(isAsked)
      }),
    )
  })
})

describe('the rating of a strand', () => {
  it('is that of its worst action, so that nothing red hides behind an average', () => {
    fc.assert(
      fc.property(fc.array(anyRated, { minLength: 1, maxLength: 8 }), (rated) => {
        const action = rated.map((row, at) => ({ ...row, id: `action-${at}`, position: at }))
        const { rating, worst, counts } = strandRating(
          aPlan({ strand: [aStrand()], action }),
          aStrand(),
          TODAY,
        )
        expect(action.every((of) => byWorst(rating, shownRating(of, 'delivery', TODAY)) <= 0)).toBe(true)
        expect(worst && shownRating(worst, 'delivery', TODAY)).toBe(rating)
        expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(action.length)
        expect(counts[0]?.rating).toBe(rating)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves out the actions of other strands, and is not rated with none', () => {
    const action = [anAction({ strandId: 'strand-2', deliveryRag: 'RED' })]
    const plan = aPlan({ strand: [aStrand(), aStrand({ id: 'strand-2' })], action })
    expect(strandRating(plan, aStrand(), TODAY)).toEqual({ rating: 'NOT_RATED', worst: null, counts: [] })
  })

  it('goes by the money when the money is asked for', () => {
    const action = [anAction({ deliveryRag: 'GREEN', benefitRag: 'RED', ratedOn: TODAY })]
    const plan = aPlan({ strand: [aStrand()], action })
    expect([
      strandRating(plan, aStrand(), TODAY).rating,
      strandRating(plan, aStrand(), TODAY, 'benefit').rating,
    ]).toEqual(['GREEN', 'RED'])
  })
})

describe('a rating that nobody confirmed this month', () => {
  const last = { ratedOn: addMonths(TODAY, -1) }

  it('is not counted as green', () => {
    expect(shownRating(anAction({ deliveryRag: 'GREEN', ...last }), 'delivery', TODAY)).toBe('NOT_UPDATED')
    expect(shownRating(anAction({ deliveryRag: 'GREEN', ratedOn: TODAY }), 'delivery', TODAY)).toBe('GREEN')
  })

  it('stays red or amber, for silence must not make it look better', () => {
    for (const deliveryRag of ['RED', 'AMBER'] as const) {
      expect(shownRating(anAction({ deliveryRag, ...last }), 'delivery', TODAY)).toBe(deliveryRag)
    }
  })

  it('keeps a strand from being green', () => {
    const action = [
      anAction({ id: 'a', deliveryRag: 'GREEN', ratedOn: TODAY }),
      anAction({ id: 'b', deliveryRag: 'GREEN', ...last }),
    ]
    const { rating, worst } = strandRating(aPlan({ strand: [aStrand()], action }), aStrand(), TODAY)
    expect([rating, worst?.id]).toEqual(['NOT_UPDATED', 'b'])
  })
})

describe('ratings in words', () => {
  it('are counted, worst first, and none is left out or named with nothing', () => {
    const given = [...Array(3).fill('RED'), ...Array(2).fill('GREEN'), 'AMBER', null]
    const actions = given.map((deliveryRag) => anAction({ deliveryRag, ratedOn: TODAY }))
    expect(countsInWords(ratingCounts([...actions, anAction({ stage: 'COMPLETE' })], TODAY))).toBe(
      '3 red, 1 amber, 1 not rated, 2 green, 1 complete',
    )
    expect(countsInWords([])).toBe('No actions yet')
  })

  it('have a word for every colour', () => {
    expect(Object.values(ratingWords)).toEqual([
      'Red',
      'Amber',
      'Green',
      'Complete',
      'Not started',
      'Not rated',
      'Not updated',
      'Stopped',
    ])
  })
})

describe('an action past its due date', () => {
  it('is overdue from the day after, unless it is done, stopped or has no date', () => {
    const due = (dueOn: Day | null, stage: Stage = 'IN_PROGRESS') =>
      isOverdue(anAction({ dueOn, stage }), TODAY)
    expect([due('2020-03-30'), due('2020-03-31'), due(null)]).toEqual([true, false, false])
    expect(due('2020-03-30', 'NOT_STARTED')).toBe(true)
    expect((['COMPLETE', 'STOPPED', 'SUPERSEDED'] as const).map((stage) => due('2020-03-30', stage))).toEqual(
      [false, false, false],
    )
  })
})
