import { describe, expect, it } from 'vitest'
import { LONGEST_TEXT, optional, problemWithValue, type Value } from '../src/field.ts'
import { blankRow, entities, fieldsOf, model } from '../src/model.ts'

const problem = (field: Parameters<typeof problemWithValue>[0]) => (value: Value) =>
  problemWithValue(field, value)
const { name } = model.strand
const { dueOn } = model.action
const { planned } = model.savingYear

describe('what is entered in a field', () => {
  it('must be something where it is needed, and blanks are nothing', () => {
    expect(['', '   ', '\n', null].map(problem(name))).toEqual(Array(4).fill('Enter name.'))
    expect(['', '   ', null].map(problem(optional(name)))).toEqual([null, null, null])
  })

  it('may be a long text but not an endless one', () => {
    expect(problemWithValue(name, 'a'.repeat(LONGEST_TEXT))).toBeNull()
    expect(problemWithValue(name, 'a'.repeat(LONGEST_TEXT + 1))).toBe(
      'Name must be 4000 characters or fewer.',
    )
    expect(problemWithValue(name, 7)).toBe('Name must be text.')
  })

  it('holds only characters that the record can keep and give back', () => {
    expect(['School’s “café” 🏫', 'line\nline'].map(problem(name))).toEqual([null, null])
    expect(['a\0b', 'a\ud800b'].map(problem(name))).toEqual(
      Array(2).fill('Name holds a character that cannot be kept.'),
    )
  })

  it('is a day that exists, or a sentence that shows how to write one', () => {
    expect(problemWithValue(dueOn, '2020-02-29')).toBeNull()
    expect(problemWithValue(dueOn, '2021-02-29')).toBe('Due on must be a real date, such as 2020-02-13.')
  })

  it('is whole pence where money is wanted', () => {
    expect([560_000_000, -1, 0].map(problem(planned))).toEqual([null, null, null])
    expect([0.5, '5', 2 ** 53].map(problem(planned))).toEqual(
      Array(3).fill('Planned must be an amount in whole pence.'),
    )
  })

  it('is a financial year of this century', () => {
    const { year } = model.savingYear
    expect([2000, 2100].map(problem(year))).toEqual([null, null])
    expect([1999, 2101, 2020.5, 'last year'].map(problem(year))).toEqual(
      Array(4).fill('Year must be a financial year between 2000-01 and 2100-01.'),
    )
  })

  it('is one of the words on the list, and not a word that only sounds like one', () => {
    expect(problemWithValue(model.action.stage, 'STOPPED')).toBeNull()
    const words = 'Stage must be one of: Not started, In progress, Complete, Stopped, Superseded.'
    expect(['Stopped', 'toString', true].map(problem(model.action.stage))).toEqual([words, words, words])
    expect([true, 'yes'].map(problem(model.milestone.isDone))).toEqual([null, 'Done must be yes or no.'])
  })

  it('is a whole number where one is counted', () => {
    const { confidencePercent } = model.saving
    expect([75, 7.5, 2 ** 31].map(problem(confidencePercent))).toEqual([
      null,
      'Confidence in per cent must be a whole number.',
      'Confidence in per cent must be a whole number.',
    ])
  })
})

describe('the kinds of row', () => {
  it('refer only to kinds that stand before them, or to their own', () => {
    entities.forEach((entity, at) => {
      const named = Object.values(fieldsOf(entity)).flatMap(({ refersTo }) => (refersTo ? [refersTo] : []))
      const known: string[] = entities.slice(0, at + 1)
      expect(named.filter((kind) => !known.includes(kind))).toEqual([])
    })
  })

  it('begin with every field empty', () => {
    expect(blankRow('person')).toMatchObject({ id: null, name: null, jobTitle: null })
    for (const entity of entities)
      expect(Object.keys(blankRow(entity))).toEqual(['id', ...Object.keys(fieldsOf(entity))])
  })
})
