import { expect, test } from 'vitest'
import { aDemonstration } from './demonstration.ts'

const demonstration = aDemonstration()

const onPlan = (fields: string, args = '') =>
  `{ plan(id: "solihull"${args}) { __typename ... on Plan { ${fields} } } }`

async function plan<T>(fields: string, args = ''): Promise<T> {
  const { data, errors } = await demonstration.ask<{ plan: T }>(onPlan(fields, args))
  expect(errors).toBeUndefined()
  return data.plan
}

test('a cabinet member reads the headline, the target and the two facts that are not the same', async () => {
  const read = await plan('headline target inYearBalance clearance today isCurrent')
  expect(read).toMatchObject({
    today: '2020-03-31',
    isCurrent: true,
    inYearBalance: 'In-year balance in 2022-23',
  })
  expect(read).toMatchObject({ clearance: 'Cumulative deficit not cleared within the plan' })
  expect((read as { headline: string }).headline).toMatch(
    /^Deficit forecast to peak at £\d+\.\dm in 2021-22; in-year balance in 2022-23/,
  )
})

test('the published overspend of 2020-21 is £5.6m within £500k, and says that it is published', async () => {
  const fields =
    'trajectory { unmitigated { positions { year provenance cumulativeProvenance inYear { low central high } sources { title } } } }'
  const { trajectory } = await plan<{ trajectory: { unmitigated: { positions: { year: number }[] } } }>(
    fields,
  )
  expect(trajectory.unmitigated.positions.find(({ year }) => year === 2020)).toMatchObject({
    provenance: 'PUBLISHED',
    cumulativeProvenance: 'ILLUSTRATIVE',
    inYear: { low: -610_000_000, central: -560_000_000, high: -510_000_000 },
  })
})

test('everything the newsletter does not publish is marked illustrative', async () => {
  const fields = `savings { source { provenance } } savingsTable { provenance }
    trajectory { mitigated { positions { year isOutturn provenance } } }`
  const read = await plan<{
    savings: { source: { provenance: string } }[]
    savingsTable: { provenance: string }[]
    trajectory: { mitigated: { positions: { provenance: string }[] } }
  }>(fields)
  const marks = [
    ...read.savings.map(({ source }) => source),
    ...read.savingsTable,
    ...read.trajectory.mitigated.positions,
  ]
  expect(marks.length).toBeGreaterThan(10)
  expect(new Set(marks.map(({ provenance }) => provenance))).toEqual(new Set(['ILLUSTRATIVE']))
})

test('five strands in order, with what strand 4 waits for said in words', async () => {
  const { strands } = await plan<{ strands: { title: string; waitsFor: string | null }[] }>(
    'strands { title waitsFor }',
  )
  expect(strands.map(({ title }) => title)).toEqual([
    'Strand 1',
    'Strand 2',
    'Strand 3',
    'Strand 4',
    'Strand 5',
  ])
  expect(strands[3]?.waitsFor).toBe('Strand 4 waits for strands 2 and 3.')
})

test('as at a day before Cabinet approved Version 1, the plan still runs on the draft', async () => {
  const fields = 'today isCurrent trajectory { version { name } } strands { title }'
  expect(await plan(fields, ', asAt: "2020-01-31"')).toMatchObject({
    today: '2020-01-31',
    isCurrent: false,
    trajectory: { version: { name: 'Draft 0.1' } },
  })
  expect(await plan(fields)).toMatchObject({ trajectory: { version: { name: 'Version 1' } } })
})

test('a comparison of two days tells what changed in words, whichever day is named first', async () => {
  const compare = (asAt: string, day: string) =>
    plan<{ compareTo: { from: string; to: string; news: { words: string }[] } }>(
      `compareTo(day: "${day}") { ... on Comparison { from to news { words } } }`,
      `, asAt: "${asAt}"`,
    )
  const forwards = await compare('2020-02-29', '2020-01-31')
  const backwards = await compare('2020-01-31', '2020-02-29')
  expect(forwards).toEqual(backwards)
  expect(forwards.compareTo).toMatchObject({ from: '2020-01-31', to: '2020-02-29' })
  expect(forwards.compareTo.news.map(({ words }) => words)).toContain('Added: forecast version “Version 1”.')
})

test('a plan that is not there, a day before the plan began and a day to come are answers, not faults', async () => {
  const refusal = (args: string) =>
    demonstration.ask(`{ plan(${args}) { __typename ... on NoSuchPlan { message } ... on PlanNotBegun { message beganOn }
      ... on DateNotReached { message today } } }`)
  expect((await refusal('id: "elsewhere"')).data.plan).toMatchObject({ __typename: 'NoSuchPlan' })
  expect((await refusal('id: "solihull", asAt: "2019-12-01"')).data.plan).toMatchObject({
    __typename: 'PlanNotBegun',
    beganOn: '2019-12-02',
    message: 'This plan began on 2 December 2019. Choose that day or a later one.',
  })
  expect((await refusal('id: "solihull", asAt: "2020-04-01"')).data.plan).toMatchObject({
    __typename: 'DateNotReached',
    today: '2020-03-31',
  })
})

test('totals of savings by status add up to the total of all', async () => {
  const statuses = [
    'TO_BE_IDENTIFIED',
    'UNDER_DEVELOPMENT',
    'PLANNED',
    'ON_TRACK',
    'AT_RISK',
    'DELIVERED',
    'NOT_DELIVERABLE',
  ]
  const parts = statuses.map(
    (status) => `${status}: savingTotals(year: 2022, status: ${status}) { planned forecast }`,
  )
  const { all, ...byStatus } = await plan<Record<string, { planned: number; forecast: number }>>(
    `all: savingTotals(year: 2022) { planned forecast } ${parts.join(' ')}`,
  )
  const sum = (measure: 'planned' | 'forecast') =>
    statuses.reduce((total, status) => total + (byStatus[status]?.[measure] ?? 0), 0)
  expect(all).toEqual({ planned: sum('planned'), forecast: sum('forecast') })
  expect(all?.planned).toBeGreaterThan(0)
})

test('the history of an action tells who changed what and when, newest first', async () => {
  const { actions } = await plan<{ actions: { id: string; deliveryRating: string }[] }>(
    'actions { id deliveryRating }',
  )
  const red = actions.find(({ deliveryRating }) => deliveryRating === 'RED')
  const { history } = await plan<{ history: { at: string; by: string; news: { words: string }[] }[] }>(
    `history(kind: action, id: "${red?.id}") { at by why news { words } }`,
  )
  expect(history.map(({ at }) => at)).toEqual(
    history
      .map(({ at }) => at)
      .toSorted()
      .reverse(),
  )
  expect(
    history.flatMap(({ news }) => news.map(({ words }) => words)).some((words) => / to red\./.test(words)),
  ).toBe(true)
  expect(history.every(({ by }) => by.length > 0)).toBe(true)
})

test('a figure published after the day of the plan says so', async () => {
  const { fundingLines } = await plan<{
    fundingLines: { source: { isLaterThanPlan: boolean; publishedOn: string } }[]
  }>('fundingLines { source { isLaterThanPlan publishedOn } }')
  expect(fundingLines.length).toBeGreaterThan(0)
  for (const { source } of fundingLines)
    expect(source.isLaterThanPlan).toBe(source.publishedOn > '2020-03-31')
})
