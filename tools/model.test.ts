import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { registerOf } from '../packages/domain/src/assumption.ts'
import { explainedInLines, explainYear } from '../packages/domain/src/explanation.ts'
import { project } from '../packages/domain/src/financial-model.ts'
import { modelAsCsv } from '../packages/domain/src/model-csv.ts'
import { readModel } from '../packages/domain/src/model-file.ts'
import { ROOT } from './run.ts'

const docs = path.join(ROOT, 'docs')
const page = readFileSync(path.join(docs, 'model.md'), 'utf8')
const text = readFileSync(path.join(docs, 'model-example.yaml'), 'utf8')

/** What stands between the fences of one kind. */
const fenced = (kind: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${kind}\n(.*?)^\`\`\`$`, 'gms'))].map(([, inside]) => inside)

function example() {
  const read = readModel(parse(text))
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return { base: read.model.base, register: registerOf(read.model.assumptions) }
}

test('the page on the model says what the code gives: the years, and how two of them are made', () => {
  const { base, register } = example()
  expect(fenced('csv')).toEqual([modelAsCsv(project(base, register))])
  const explained = [2020, 2021].map((year) => {
    const found = explainYear(base, register, year)
    return `${(found ? explainedInLines(found) : []).join('\n')}\n`
  })
  expect(fenced('text')).toEqual(explained)
})

test('the figures that the page works out by hand are those of the model', () => {
  const { base, register } = example()
  const [first, second] = project(base, register)
  const special = first?.categories.find(({ category }) => category === 'SPECIAL')
  expect(special?.spend).toEqual({
    places: 400 * 24_000 * 100,
    starts: (20 * 24_000 * 7 * 100) / 12,
    unissued: 5 * 24_000 * 100,
  })
  expect(first?.savings).toBe((12 * 18_000 * 7 * 100) / 12)
  expect(second?.categories.find(({ category }) => category === 'SPECIAL')?.spend.places).toBe(
    425 * 24_480 * 100,
  )
})

test.each([
  ['last year: 2022-23', 'last year: 2022-24', 'last year: Write a financial year such as 2020-21.'],
  [
    'driver: places, category: special',
    'driver: placs, category: special',
    'assumptions, 1, driver: choose one of places',
  ],
  ['"£24,000"', 'about £24k', 'assumptions, 2, value: Write an amount in pounds'],
  ['value: 5%, low: 3%', 'value: 5%, low: 6%', 'assumptions, 3: the value must lie between low and high.'],
  [', source: Judgement }', ' }', 'source: it is missing.'],
  ['from: 2020-09-01', 'from: 2020-02-30', 'mitigations, 1, from: write a day such as 2020-09-01.'],
  ['driver: unissued, category: special', 'driver: places, category: special', 'is there twice.'],
  ['fewer places: 12', 'fewer places: 12%', 'Write a number of places, such as 12 or 12.5.'],
])('a fault is named, with what to do: %s becomes %s', (from, to, problem) => {
  expect(text).toContain(from)
  const read = readModel(parse(text.replace(from, to)))
  expect(read).toMatchObject({ ok: false })
  expect(read.ok ? '' : read.problems.join('\n')).toContain(problem)
})

test('every fault of a file is named at once, and what is no file at all', () => {
  const read = readModel(parse(text.replace('2022-23', 'soon').replace('£11m', 'much')))
  expect(read.ok ? [] : read.problems).toHaveLength(2)
  expect(readModel('words')).toMatchObject({ ok: false })
})
