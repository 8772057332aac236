import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyTo, type Change, difference } from '../src/change.ts'
import { type Edits, edit } from '../src/command.ts'
import { problemsAfter } from '../src/integrity.ts'
import type { Action } from '../src/model.ts'
import { pence, pounds } from '../src/money.ts'
import {
  aForecast,
  aForecastYear,
  aMilestone,
  anAction,
  anAssignment,
  anyPence,
  anyPlan,
  anyStep,
  aPerson,
  aPlan,
  aSaving,
  aSavingYear,
  aStrand,
  changesOf,
  PLAN_ID,
} from './a-plan.ts'

const plan = aPlan({
  strand: [aStrand()],
  action: [anAction(), anAction({ id: 'action-2', parentId: 'action-1' })],
  milestone: [aMilestone()],
  saving: [aSaving()],
  savingYear: [aSavingYear()],
  person: [aPerson()],
  assignment: [anAssignment()],
  ...aForecast({ unmitigated: { 2020: -5_600_000 } }),
})

/** What the rules say of these edits: the sentences, or nothing. */
function saying(edits: Edits): string[] {
  const outcome = edit(plan, edits)
  return outcome.ok ? [] : outcome.problems.map(({ message }) => message)
}
const onAction = (fields: Partial<Omit<Action, 'id'>>) => saying({ action: { 'action-1': fields } })
const given = (change: Change) =>
  problemsAfter({ ...plan, tables: applyTo(plan.tables, [change]) }, [change]).map(({ message }) => message)

describe('a rating', () => {
  const rated = { ratedOn: '2020-03-31' } as const

  it.each(['RED', 'AMBER'] as const)(
    'that is %s is refused without its reason and its path to green',
    (rag) => {
      const both = ['Say why the rating is not green.', 'Say what will bring it back to green.']
      expect(onAction({ ...rated, deliveryRag: rag })).toEqual(both)
      expect(onAction({ ...rated, benefitRag: rag })).toEqual(both)
      expect(onAction({ ...rated, deliveryRag: rag, reason: 'Panel delayed' })).toEqual([both[1]])
      expect(onAction({ ...rated, deliveryRag: rag, reason: ' ', pathToGreen: '\n' })).toEqual(both)
      expect(
        onAction({ ...rated, deliveryRag: rag, reason: 'Panel delayed', pathToGreen: 'Extra panel' }),
      ).toEqual([])
    },
  )

  it('has no reason in blanks, even where the change comes from a file and not from a form', () => {
    const blank = { reason: ' ', pathToGreen: 'Extra panel', deliveryRag: 'RED', ratedOn: '2020-03-31' }
    const changes = Object.entries(blank).map(
      ([field, after]): Change => ({ entity: 'action', id: 'action-1', field, before: null, after }),
    )
    const problems = problemsAfter({ ...plan, tables: applyTo(plan.tables, changes) }, changes)
    expect(problems.map(({ message }) => message)).toEqual(['Say why the rating is not green.'])
  })

  it('that is green needs no reason, but the day on which it was given', () => {
    expect(onAction({ ...rated, deliveryRag: 'GREEN' })).toEqual([])
    expect(onAction({ deliveryRag: 'GREEN' })).toEqual(['Give the day on which it was rated.'])
  })
})

describe('an action', () => {
  it.each(['STOPPED', 'SUPERSEDED'] as const)('that is %s needs a reason', (stage) => {
    expect(onAction({ stage })).toEqual(['Say why the action was stopped or superseded.'])
    expect(onAction({ stage, stageReason: 'Replaced' })).toEqual([])
  })

  it('cannot be part of itself, however far up', () => {
    expect(onAction({ parentId: 'action-1' })).toEqual(['An action cannot be part of itself.'])
    expect(onAction({ parentId: 'action-2' })).toEqual(['An action cannot be part of itself.'])
  })

  it('cannot be due before it starts', () => {
    expect(onAction({ startsOn: '2020-04-02', dueOn: '2020-04-01' })).toEqual([
      'The due date must not be before the start.',
    ])
    expect(onAction({ startsOn: '2020-04-01', dueOn: '2020-04-01' })).toEqual([])
  })

  it('belongs to a strand of this plan', () => {
    expect(onAction({ strandId: 'strand-9' })).toEqual(['Strand: there is no such strand in this plan.'])
  })

  it('is not hidden without saying why', () => {
    expect(onAction({ visibility: 'EXEMPT' })).toEqual([
      'Say why this is not public, for example "Schedule 12A, paragraph 3".',
    ])
    expect(onAction({ visibility: 'EXEMPT', visibilityReason: 'Schedule 12A, paragraph 3' })).toEqual([])
  })
})

describe('the record', () => {
  it('loses nothing: no item of any kind can be deleted', () => {
    fc.assert(
      fc.property(anyPlan, (whole) => {
        for (const { entity, id } of difference(aPlan({ plan: [], source: [] }), whole).filter(
          ({ field }) => field === 'id',
        )) {
          const removal: Change = { entity, id, field: 'id', before: id, after: null }
          const next = { ...whole, tables: applyTo(whole.tables, [removal]) }
          expect(problemsAfter(next, [removal])).toMatchObject([
            { entity, id, message: 'Nothing is deleted: stop, supersede or end it instead.' },
          ])
        }
      }),
      { numRuns: 50 },
    )
  })

  it('keeps the first date of a milestone', () => {
    expect(saying({ milestone: { 'milestone-1': { firstDate: '2020-06-30' } } })).toEqual([
      'The first date of a milestone is kept: change its current date instead.',
    ])
  })

  it('keeps each id, and holds no field that the plan does not know', () => {
    expect(
      given({ entity: 'action', id: 'action-1', field: 'id', before: 'action-1', after: 'action-9' }),
    ).toEqual(['A row keeps the id that it began with.'])
    expect(given({ entity: 'action', id: 'action-1', field: 'toString', before: null, after: 'x' })).toEqual([
      'There is no field toString.',
    ])
  })

  it('refuses nothing that a command allowed', () => {
    fc.assert(
      fc.property(anyPlan, anyStep, (whole, step) => {
        const changes = changesOf(whole, step)
        expect(problemsAfter({ ...whole, tables: applyTo(whole.tables, changes) }, changes)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

describe('money', () => {
  it('is forecast with the largest deficit as low and the smallest as high (cases C7)', () => {
    const range = (low: number, central: number, high: number) =>
      saying({
        forecastYear: {
          'version-1-UNMITIGATED-2020': { low: pounds(low), central: pounds(central), high: pounds(high) },
        },
      })
    expect(range(-6_100_000, -5_600_000, -5_100_000)).toEqual([])
    const refusal = ['Low, central and high must be in order, the largest deficit first.']
    expect(range(-5_100_000, -5_600_000, -6_100_000)).toEqual(refusal)
    expect(range(5_100_000, 5_600_000, -6_100_000)).toEqual(refusal)
  })

  it('is forecast in order or not at all', () => {
    fc.assert(
      fc.property(
        fc.array(anyPence, { minLength: 3, maxLength: 3 }),
        ([low = pence(0), central = low, high = low]) => {
          const isRefused =
            saying({ forecastYear: { 'version-1-UNMITIGATED-2020': { low, central, high } } }).length > 0
          expect(isRefused).toBe(!(low <= central && central <= high))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('of one year is written once, so that it is not counted twice', () => {
    const twice = ['This year is there already: change it instead.']
    const { id: _, ...year } = aSavingYear()
    expect(saying({ savingYear: { another: year } })).toEqual(twice)
    expect(saying({ savingYear: { another: { ...year, year: 2021 } } })).toEqual([])
    const { id: __, ...forecast } = aForecastYear()
    expect(saying({ forecastYear: { another: forecast } })).toEqual(twice)
    expect(saying({ forecastYear: { another: { ...forecast, series: 'MITIGATED' } } })).toEqual([])
  })

  it('is saved with a confidence from 0 to 100 that rests on something', () => {
    const confident = (confidencePercent: number, confidenceReason: string | null) =>
      saying({ saving: { 'saving-1': { confidencePercent, confidenceReason } } })
    expect(confident(75, 'Contract signed')).toEqual([])
    expect(confident(75, null)).toEqual(['Say what the confidence rests on.'])
    for (const percent of [-1, 101]) {
      expect(confident(percent, 'Hope')).toEqual(['Confidence must be between 0 and 100 per cent.'])
    }
  })
})

describe('dates and roles', () => {
  it('of a milestone that is done include that it is done', () => {
    const done = (isDone: boolean) =>
      saying({ milestone: { 'milestone-1': { doneOn: '2020-04-01', isDone } } })
    expect(done(false)).toEqual(['A milestone with a day on which it was done must be marked done.'])
    expect(done(true)).toEqual([])
  })

  it('end after they begin', () => {
    expect(saying({ assignment: { 'assignment-1': { toDay: '2019-12-31' } } })).toEqual([
      'A role cannot end before it began.',
    ])
    expect(saying({ plan: { [PLAN_ID]: { lastYear: 2018 } } })).toEqual([
      'The last year must not be before the first.',
    ])
  })
})

describe('what cannot be written', () => {
  const begin = (id: string) =>
    edit(aPlan(), { source: { [id]: { title: 'T', publisher: 'P', provenance: 'PUBLISHED' } } })

  it.each(['', '__proto__', 'a b', 'a/b', 'x'.repeat(65)])('an id such as “%s” is refused', (id) => {
    expect(begin(id).ok).toBe(false)
  })

  it('a name that every object has is an id like any other', () => {
    const outcome = begin('constructor')
    expect(outcome.ok && applyTo(aPlan().tables, outcome.changes).source.constructor).toMatchObject({
      title: 'T',
    })
  })

  it('one field changed twice at once is refused, for which was meant cannot be known', () => {
    const change = (before: string, after: string) => ({
      entity: 'strand' as const,
      id: 'strand-1',
      field: 'name',
      before,
      after,
    })
    const plan = aPlan({ strand: [aStrand({ name: 'A' })] })
    const changes = [change('A', 'B'), change('B', 'C')]
    const next = { ...plan, tables: applyTo(plan.tables, changes) }
    expect(problemsAfter(next, changes).map(({ message }) => message)).toContain(
      'This field is changed twice at once: change it once.',
    )
  })
})
