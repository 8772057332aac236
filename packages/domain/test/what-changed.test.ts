import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsOf, type Row } from '../src/model.ts'
import { pence, pounds } from '../src/money.ts'
import { canonical, type Plan } from '../src/plan.ts'
import { THE_PUBLIC } from '../src/viewer.ts'
import { visibleTo } from '../src/visibility.ts'
import { inSentence, vehicles } from '../src/vocabulary.ts'
import { valueInWords, whatChanged } from '../src/what-changed.ts'
import {
  aDependency,
  aMilestone,
  anAction,
  anAssignment,
  anyPlan,
  aPerson,
  aPlan,
  aSaving,
  aSavingYear,
  aStrand,
  commandSequence,
  play,
  someDetails,
} from './a-plan.ts'

const words = (from: Plan, to: Plan) => whatChanged(from, to).map((news) => news.words)
const exempt = { visibility: 'EXEMPT', visibilityReason: 'Schedule 12A, paragraph 3' } as const

/** What is told of an action that had these fields and then those. */
function toldOf(before: Partial<Row<'action'>>, after: Partial<Row<'action'>>) {
  const plan = (fields: Partial<Row<'action'>>) => aPlan({ strand: [aStrand()], action: [anAction(fields)] })
  return words(plan(before), plan(after))
}

describe('what changed', () => {
  it('is a sentence for each field, in the words of the page', () => {
    expect(toldOf({ dueOn: '2020-04-30' }, { dueOn: '2020-06-30' })).toEqual([
      'Action “Placements”: due on moved from 30 April 2020 to 30 June 2020.',
    ])
    expect(toldOf({ deliveryRag: 'GREEN' }, { deliveryRag: 'AMBER' })).toEqual([
      'Action “Placements”: delivery rating changed from green to amber.',
    ])
    expect(toldOf({ impact: 'Costs rise' }, {})).toEqual([
      'Action “Placements”: impact if not put right cleared, was “Costs rise”.',
    ])
    expect(toldOf({ name: 'Panel' }, {})).toEqual(['Action “Placements”: name reworded to “Placements”.'])
  })

  it('gives money in pounds, with the saving and the year that it is of', () => {
    const plan = (forecast: number) =>
      aPlan({
        strand: [aStrand()],
        saving: [aSaving()],
        savingYear: [aSavingYear({ forecast: pounds(forecast) })],
      })
    const news = whatChanged(plan(2_000_000), plan(-1_500_000))
    expect(news).toEqual([
      {
        entity: 'savingYear',
        id: 'saving-1-2020',
        strandId: 'strand-1',
        actionId: null,
        words:
          'Saving “Fewer independent placements” in 2020-21: forecast changed from £2,000,000 to \u2212£1,500,000.',
      },
    ])
  })

  it('is one sentence for a new item, and leads to its action and strand', () => {
    const before = aPlan({ strand: [aStrand()], action: [anAction()] })
    const after = aPlan({ strand: [aStrand()], action: [anAction()], milestone: [aMilestone()] })
    expect(whatChanged(before, after)).toMatchObject([
      { words: 'Added: milestone “Panel agreed”.', actionId: 'action-1', strandId: 'strand-1' },
    ])
    expect(words(after, before)).toEqual(['No longer shown: milestone “Panel agreed”.'])
  })

  it('names roles and dependencies by what they join', () => {
    const strand = [aStrand(), aStrand({ id: 'strand-2', position: 2, name: 'Post-16' })]
    const before = aPlan({ strand, person: [aPerson()] })
    const dependency = [aDependency({ waitingStrandId: 'strand-2', neededStrandId: 'strand-1' })]
    const after = aPlan({ strand, person: [aPerson()], assignment: [anAssignment()], dependency })
    expect(words(before, after)).toEqual([
      'Added: strand 2 (Post-16) waits for strand 1 (Inclusion Strategy).',
      'Added: A. Lead as strand lead of strand 1 (Inclusion Strategy).',
    ])
  })

  it('uses the word that the council has for a strand', () => {
    const plan = (name: string) =>
      aPlan({ plan: [someDetails({ strandLabel: 'Workstream' })], strand: [aStrand({ name })] })
    expect(words(plan('Inclusion'), plan('Post-16'))).toEqual([
      'Workstream 1 (Post-16): name reworded to “Post-16”.',
    ])
  })

  it('leaves out bookkeeping, and is nothing between a plan and itself', () => {
    expect(toldOf({ ratedOn: '2020-02-13', position: 2 }, { ratedOn: '2020-03-31' })).toEqual([])
    fc.assert(
      fc.property(anyPlan, commandSequence, (start, steps) => {
        const { plan } = play(start, steps)
        expect(whatChanged(plan, plan)).toEqual([])
        if (whatChanged(start, plan).length > 0) expect(canonical(start)).not.toBe(canonical(plan))
        for (const { words: told } of whatChanged(start, plan))
          expect(told).not.toMatch(/undefined|null|NaN|\[object/)
      }),
      { numRuns: 200 },
    )
  })

  it('tells the public of an item that is published as new, and nothing that it said before', () => {
    const plan = (fields: Partial<Row<'action'>>) =>
      aPlan({ strand: [aStrand()], action: [anAction(fields)] })
    const [before, after] = [plan({ ...exempt, name: 'Close the unit' }), plan({})]
    const anyone = THE_PUBLIC
    expect(words(visibleTo(before, anyone), visibleTo(after, anyone))).toEqual([
      'Added: action “Placements”.',
    ])
  })
})

describe('names and abbreviations inside a sentence', () => {
  it('keep their capitals, and other words do not', () => {
    const labels = [
      'On track',
      'General Fund',
      'Whole DSG',
      'Payment from DfE',
      'DSG management plan',
      'Section 151 officer',
    ]
    expect(labels.map(inSentence)).toEqual([
      'on track',
      'General Fund',
      'whole DSG',
      'payment from DfE',
      'DSG management plan',
      'section 151 officer',
    ])
  })

  it('keep them in the news', () => {
    const plan = (fields: Partial<Row<'plan'>>) => aPlan({ plan: [someDetails(fields)] })
    expect(words(plan({}), plan({ vehicle: 'SAFETY_VALVE', dueToDfeOn: '2020-06-30' }))).toEqual([
      `The plan: kind of plan changed from ${vehicles.RECOVERY_PLAN} to ${vehicles.SAFETY_VALVE}.`,
      'The plan: due to the Department for Education set to 30 June 2020.',
    ])
  })

  it('are read as people write them, each kind in its own way', () => {
    const plan = aPlan({ person: [aPerson()] })
    const read = (
      entity: 'saving' | 'savingYear' | 'assignment' | 'milestone',
      field: string,
      value: string | number | boolean,
    ) => {
      const of = fieldsOf(entity)[field]
      return of && valueInWords(plan, of, value)
    }
    expect(read('savingYear', 'planned', pence(123_456))).toBe('£1,234.56')
    expect(read('savingYear', 'year', 2020)).toBe('2020-21')
    expect(read('saving', 'fundingSource', 'GENERAL_FUND')).toBe('General Fund')
    expect(read('assignment', 'personId', 'person-1')).toBe('person “A. Lead”')
    expect(read('milestone', 'isDone', true)).toBe('yes')
  })
})
