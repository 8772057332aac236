import { expect, it } from 'vitest'
import { pence, pounds } from '../src/money.ts'
import { figureInWords, figuresOf, readingAge, withFigures } from '../src/newsletter.ts'
import {
  balanceChart,
  blocksOf,
  cellInWords,
  chartInText,
  type PaperChart,
  tableOfChart,
  tablesOf,
  withoutCharts,
} from '../src/paper.ts'
import { aForecast, aPlan, aSource, someDetails } from './a-plan.ts'

const plan = aPlan({
  plan: [someDetails({ firstYear: 2020, lastYear: 2021 })],
  source: [aSource()],
  ...aForecast({ unmitigated: { 2020: -5_600_000, 2021: -1_000_000 } }),
})

it('draws the trajectory: a label for each year, a line for each forecast, and the finding as its title', () => {
  const chart = balanceChart(plan, 'inYear')
  expect(chart?.labels).toEqual(['2020-21', '2021-22'])
  expect(chart?.lines).toEqual([
    {
      name: 'Unmitigated forecast',
      look: 'unmitigated',
      values: [pounds(-5_600_000), pounds(-1_000_000)],
    },
    { name: 'Mitigated forecast', look: 'mitigated', values: [pounds(-5_600_000), pounds(-1_000_000)] },
  ])
  expect(chart?.title).toBe('In-year balance not reached within the plan')
  expect(balanceChart(plan, 'cumulative')?.lines[0]?.values).toEqual([pounds(-5_600_000), pounds(-6_600_000)])
  expect(balanceChart(aPlan(), 'inYear')).toBeNull()
})

it('writes a chart down within a text and reads it back as it was, apart from the words around it', () => {
  const chart = balanceChart(plan, 'inYear') as PaperChart
  const text = `Before.\n\n${chartInText(chart)}\n\nAfterwards.`
  expect(blocksOf(text)).toEqual([
    { kind: 'TEXT', markdown: 'Before.' },
    chart,
    { kind: 'TEXT', markdown: 'Afterwards.' },
  ])
  expect(blocksOf('Only words.')).toEqual([{ kind: 'TEXT', markdown: 'Only words.' }])
  expect(withoutCharts(text)).not.toContain('lines')
})

it('is a figure of a newsletter: put in by its name, told by its finding, and not read as prose', () => {
  const figures = figuresOf(plan)
  const [, chart] = blocksOf(withFigures('Look:\n\n{{chart of the cumulative balance}}', figures))
  expect(chart).toEqual(balanceChart(plan, 'cumulative'))
  const of = figures.find(({ name }) => name === 'chart of the in-year balance')
  expect(of && figureInWords(of)).toBe('In-year balance not reached within the plan')
  const words = 'The plan is simple and the cat sat on the mat. '.repeat(5)
  expect(readingAge(`${words}\n\n${chartInText(chart as PaperChart)}`)).toBe(readingAge(words))
})

it('has a table that says the same in exact pounds, with what is not known in words', () => {
  const chart: PaperChart = {
    kind: 'CHART',
    title: 'A finding',
    subtitle: '',
    isIllustrative: false,
    labels: ['2020-21', '2021-22'],
    lines: [{ name: 'Outturn', look: 'outturn', values: [pence(-123_456), null] }],
  }
  const { rows } = tableOfChart(chart)
  expect(rows.map((row) => row.map(cellInWords))).toEqual([
    ['2020-21', '\u2212£1,234.56'],
    ['2021-22', 'not known'],
  ])
  const table = { kind: 'TABLE', caption: 'Another', columns: [{ header: 'A' }], rows: [['b']] } as const
  expect(tablesOf([{ heading: 'Where', blocks: [{ kind: 'TEXT', markdown: 'x' }, chart, table] }])).toEqual([
    tableOfChart(chart),
    table,
  ])
})
