import { pounds } from '@strandline/domain/money'
import { expect, test } from 'vitest'
import { aDemonstration } from './demonstration.ts'

const { ask } = aDemonstration()
const FINANCE = 'finance-business-partner'
let requests = 0

interface Answer {
  readonly __typename?: string
  readonly code?: string
  readonly problems?: readonly { readonly field: string; readonly message: string }[]
}

async function doing(name: string, input: object, personId = FINANCE): Promise<Answer> {
  requests += 1
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const query = `mutation($input: ${type}!) {
    ${name}(planId: "solihull", requestId: "forecast-${requests}", input: $input) {
      __typename ... on Refused { problems { field message } } } }`
  const { data, errors } = await ask(query, { input }, personId)
  return (data?.[name] ?? errors?.[0]?.extensions ?? {}) as Answer
}

interface Year {
  readonly year: number
  readonly allocation: number
  readonly deduction: number
  readonly beforeTransfer: number
  readonly inYear: number
  readonly cumulative: number
  readonly unmitigatedInYear: number
}

interface VersionRead {
  readonly id: string
  readonly status: string
  readonly register: readonly { readonly id: string; readonly driver: string; readonly value: number }[]
  readonly years: readonly Year[]
  readonly yearsIfLate: readonly Year[]
  readonly explanation: readonly { readonly depth: number; readonly label: string; readonly value: string }[]
  readonly sensitivities: readonly { readonly atLow: number; readonly atHigh: number }[]
  readonly simulation: { readonly p5: number; readonly p50: number; readonly p95: number }
  readonly movementFrom: readonly { readonly name: string; readonly amount: number }[]
}

async function version(id: string, fields: string, personId: string | null = FINANCE): Promise<VersionRead> {
  const query = `{ plan(id: "solihull") { ... on Plan { forecastVersion(id: "${id}") { ${fields} } } } }`
  const { data, errors } = await ask<{ plan: { forecastVersion: VersionRead } }>(query, {}, personId)
  expect(errors).toBeUndefined()
  return data.plan.forecastVersion
}

const years = 'years { year allocation deduction beforeTransfer inYear cumulative unmitigatedInYear }'

/** A draft with no assumptions of its own, for one test. */
async function aDraft(name: string, rows: readonly object[]): Promise<string> {
  expect(await doing('beginVersion', { name, fromId: 'version-1' })).toEqual({ __typename: 'Committed' })
  const query = '{ plan(id: "solihull") { ... on Plan { forecastVersions { id name } } } }'
  const { data } = await ask<{ plan: { forecastVersions: { id: string; name: string }[] } }>(
    query,
    {},
    FINANCE,
  )
  const id = data.plan.forecastVersions.find((of) => of.name === name)?.id ?? ''
  const change = { versionId: id, rows, droppedIds: [], reason: 'A case to be reproduced' }
  expect(await doing('changeAssumptions', change)).toEqual({ __typename: 'Committed' })
  return id
}

test('the allocation and the deduction for places are as published, within a pound (cases C1 and C2)', async () => {
  const part = (driver: string, year: number, value: number) => ({ driver, year, value })
  const places = (line: string, early: number, late: number, rate: number, category?: string) =>
    [
      ['DEDUCTED_EARLY', early * 100],
      ['DEDUCTED_LATE', late * 100],
      ['DEDUCTED_RATE', rate * 100],
    ].map(([driver, value]) => ({ driver, line, year: 2020, value, ...(category ? { category } : {}) }))
  const id = await aDraft('Cases C1 and C2', [
    part('FORMULA', 2020, pounds(26_737_952)),
    part('BASIC_ENTITLEMENT', 2020, pounds(4020.7)),
    part('SPECIAL_PUPILS', 2020, 81_800),
    part('IMPORT_EXPORT', 2020, pounds(222_000)),
    part('FORMULA', 2021, pounds(29_249_896)),
    part('BASIC_ENTITLEMENT', 2021, pounds(4684.11)),
    part('SPECIAL_PUPILS', 2021, 82_000),
    part('IMPORT_EXPORT', 2021, pounds(207_000)),
    part('SUPPLEMENTS', 2021, pounds(175_553)),
    ...places('Mainstream units £6k', 80, 79, 6000),
    ...places('Mainstream units £10k', 17, 13, 10_000),
    ...places('Special academies', 92, 96, 10_000),
    ...places('AP academies', 17, 27, 10_000),
    ...places('16-19 academies', 10, 10, 6000, 'POST_16'),
    ...places('FE and ILP', 85, 85, 6000, 'POST_16'),
  ])
  const [first, second] = (await version(id, years)).years
  expect(Math.abs((first?.allocation ?? 0) - pounds(30_248_885))).toBeLessThanOrEqual(100)
  expect(Math.abs((second?.allocation ?? 0) - pounds(33_473_420))).toBeLessThanOrEqual(100)
  expect(Math.abs((first?.deduction ?? 0) - pounds(2_364_835))).toBeLessThanOrEqual(100)
})

test('published series and identities stand in the plan (cases C3 to C5 and C7)', async () => {
  const { data } = await ask<{ plan: { figures: { subject: string; period: string; value: number }[] } }>(
    '{ plan(id: "solihull") { ... on Plan { figures { subject period value } } } }',
  )
  const figureOf = (subject: RegExp, period: string) =>
    data.plan.figures.find((of) => subject.test(of.subject) && of.period === period)?.value
  const funding = [24.1, 24.7, 25.1, 26.6, 27.2, 27.81, 30.25, 33.47, 37.76, 41.44].map((of) =>
    Math.round(of * 1e8),
  )
  const periods = Array.from({ length: 10 }, (_, at) => `${2014 + at}-${15 + at}`)
  expect(periods.map((period) => figureOf(/^High needs funding/, period))).toEqual(funding)
  expect(['2018/19', '2019/20', '2020/21'].map((period) => figureOf(/^EHC plans$/, period))).toEqual([
    1461, 1618, 1743,
  ])
  const share = figureOf(/as a share of DSG income/, '31 March 2020') ?? 0
  const income = figureOf(/^Total DSG income/, '31 March 2020') ?? 0
  expect(((share / 10_000) * income) / 1e8).toBeCloseTo(-5.94, 2)
  const newsletter = await version('version-1', 'id status')
  expect(newsletter.status).toBe('APPROVED')
})

test('the identities of council papers hold in a model: opening and in-year make the cumulative balance (case C6)', async () => {
  // Torbay 2021/22: £5.826m cumulative and £2.992m forecast in-year make £8.818m.
  const id = await aDraft('Case C6', [{ driver: 'SPEND', line: 'All', year: 2020, value: pounds(2_992_000) }])
  const read = await version(id, years)
  expect(read.years[0]).toMatchObject({ unmitigatedInYear: pounds(-2_992_000) })
  for (const [at, { inYear, cumulative }] of read.years.entries()) {
    const before = at === 0 ? pounds(-5_000_000) : (read.years[at - 1]?.cumulative ?? 0)
    expect(cumulative - before).toBe(inYear)
  }
})

test('a version is explained to its inputs, weighed, simulated and compared, all from one model', async () => {
  const fields = `${years} register { id driver value } explanation(year: 2021) { depth label value }
    sensitivities { atLow atHigh } simulation(runs: 500, seed: 3) { p5 p50 p95 } movementFrom(versionId: "draft-2") { name amount }`
  const read = await version('draft-2', fields)
  expect(read.years.map(({ unmitigatedInYear }) => unmitigatedInYear)).toEqual(
    [-5_600_000, -7_200_000, -8_400_000, -9_300_000].map(pounds),
  )
  expect(read.explanation[0]).toMatchObject({ depth: 0, value: '\u2212£4,440,000' })
  expect(read.explanation.some(({ label }) => label.startsWith('Inflation of costs'))).toBe(true)
  expect(read.sensitivities.length).toBeGreaterThan(5)
  expect(read.simulation.p5).toBeLessThan(read.simulation.p50)
  expect(read.movementFrom).toEqual([])
  const again = await version('draft-2', 'simulation(runs: 500, seed: 3) { p5 p50 p95 }')
  expect(again.simulation).toEqual(read.simulation)
})

test('an action that is late moves its savings and nothing else', async () => {
  const read = await version(
    'draft-2',
    `${years} yearsIfLate(actionId: "placements", months: 6) { inYear unmitigatedInYear }`,
  )
  expect(read.yearsIfLate.map(({ unmitigatedInYear }) => unmitigatedInYear)).toEqual(
    read.years.map(({ unmitigatedInYear }) => unmitigatedInYear),
  )
  expect(read.yearsIfLate[0]?.inYear).toBeLessThan(read.years[0]?.inYear ?? 0)
  expect(read.yearsIfLate.at(-1)?.inYear).toBe(read.years.at(-1)?.inYear)
})

test('a draft is a working paper for the public and the reference group, in every field that tells of it', async () => {
  const fields = `register { id } ${years} explanation(year: 2020) { label } sensitivities { atLow } simulation { p5 }`
  for (const personId of [null, 'primary-head']) {
    expect(await version('draft-2', fields, personId)).toBeNull()
  }
})

test('a submitted version is approved by somebody else, and is then what everybody reads', async () => {
  const { plan: before } = (
    await ask<{ plan: object }>('{ plan(id: "solihull") { ... on Plan { headline } } }', {}, null)
  ).data
  const submit = { versionId: 'draft-2', spread: pounds(500_000), basis: 'Judgement: +/- £500k' }
  expect(await doing('submitVersion', submit, 'section-151-officer')).toEqual({ __typename: 'Committed' })
  const approve = { versionId: 'draft-2', isApproved: true, approvedBy: 'Full Cabinet' }
  const own = await doing('decideVersion', approve, 'section-151-officer')
  expect(own.problems?.[0]?.message).toMatch('Nobody approves what they have submitted')
  expect(await doing('decideVersion', approve, FINANCE)).toMatchObject({ code: 'FORBIDDEN' })
  expect(await doing('decideVersion', approve, 'director-of-childrens-services')).toEqual({
    __typename: 'Committed',
  })
  const query =
    '{ plan(id: "solihull") { ... on Plan { headline trajectory { version { id } unmitigated { positions { year inYear { low central high } } } } } } }'
  const { data } = await ask<{
    plan: { trajectory: { version: { id: string }; unmitigated: { positions: object[] } } }
  }>(query, {}, null)
  expect(data.plan.trajectory.version.id).toBe('draft-2')
  expect(data.plan.trajectory.unmitigated.positions).toContainEqual({
    year: 2020,
    inYear: { low: pounds(-6_100_000), central: pounds(-5_600_000), high: pounds(-5_100_000) },
  })
  expect(data.plan).toMatchObject(before)
  expect((await version('draft-2', 'register { id }', null)).register.length).toBeGreaterThan(20)
})
