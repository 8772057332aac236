import { expect, test } from 'vitest'
import { aDemonstration } from './demonstration.ts'

/** In June 2020, so that there is a year in which something can have been delivered. */
const { ask } = aDemonstration({ daysLater: 75 })
let requests = 0

interface Answer {
  readonly __typename?: string
  readonly code?: string
  readonly problems?: readonly { readonly field: string; readonly message: string }[]
}

/** Sends a mutation as a person and gives its answer. */
async function doing(name: string, type: string, input: object, personId: string): Promise<Answer> {
  requests += 1
  const query = `mutation($input: ${type}!) {
    ${name}(planId: "solihull", requestId: "savings-${requests}", input: $input) {
      __typename ... on Refused { problems { field message } } } }`
  const { data, errors } = await ask(query, { input }, personId)
  return (data?.[name] ?? errors?.[0]?.extensions ?? {}) as Answer
}

interface YearRead {
  readonly delivered: number | null
  readonly confirmed: number | null
  readonly returnReason: string | null
  readonly viewerCanReport: boolean
  readonly viewerCanConfirm: boolean
}

interface PlanRead {
  readonly saving: { readonly status: string; readonly years: readonly YearRead[] }
  readonly savingsTable: readonly {
    readonly forecast: number
    readonly confirmed: number
    readonly net: number
  }[]
  readonly waitingProposals: readonly { readonly id: string; readonly viewerCanDecide: boolean }[]
  readonly doubleCounts: readonly { readonly gross: number; readonly net: number }[]
}

async function reading(fields: string, personId: string | null): Promise<PlanRead> {
  const { data } = await ask(`{ plan(id: "solihull") { ... on Plan { ${fields} } } }`, {}, personId)
  return data?.plan as PlanRead
}

const saving =
  'saving(id: "placements-at-best-value") { status years { delivered confirmed returnReason viewerCanReport viewerCanConfirm } }'

test('a lead reports what is delivered; finance returns it with a reason, and confirms the next report', async () => {
  const report = { savingId: 'placements-at-best-value', year: 2020, delivered: 4_000_000 }
  const decide = { ...report, isConfirmed: true }
  const before = (await reading('savingsTable { confirmed }', null)).savingsTable[0]?.confirmed ?? 0
  expect(await doing('reportDelivered', 'ReportDeliveredInput', report, 'head-of-processes')).toEqual({
    __typename: 'Committed',
  })
  expect((await reading(saving, 'head-of-processes')).saving.years[0]).toMatchObject({
    delivered: 4_000_000,
    viewerCanConfirm: false,
  })
  expect((await reading(saving, 'finance-business-partner')).saving.years[0]).toMatchObject({
    viewerCanConfirm: true,
  })
  const no = { ...decide, isConfirmed: false }
  const withoutReason = await doing(
    'confirmDelivered',
    'ConfirmDeliveredInput',
    no,
    'finance-business-partner',
  )
  expect(withoutReason.problems?.[0]).toEqual({
    field: 'reason',
    message: 'Say why this cannot be confirmed.',
  })
  await doing(
    'confirmDelivered',
    'ConfirmDeliveredInput',
    { ...no, reason: 'Two invoices are missing' },
    'finance-business-partner',
  )
  expect((await reading(saving, null)).saving.years[0]).toMatchObject({
    confirmed: null,
    returnReason: 'Two invoices are missing',
  })
  await doing(
    'reportDelivered',
    'ReportDeliveredInput',
    { ...report, delivered: 3_500_000 },
    'head-of-processes',
  )
  const unseen = await doing('confirmDelivered', 'ConfirmDeliveredInput', decide, 'finance-business-partner')
  expect(unseen.problems?.[0]?.message).toMatch('Another amount has been reported since')
  await doing(
    'confirmDelivered',
    'ConfirmDeliveredInput',
    { ...decide, delivered: 3_500_000 },
    'section-151-officer',
  )
  const after = await reading(`${saving} savingsTable { confirmed }`, null)
  expect(after.saving.years[0]).toMatchObject({
    confirmed: 3_500_000,
    returnReason: null,
    viewerCanReport: false,
  })
  expect(after.savingsTable[0]?.confirmed).toBe(before + 3_500_000)
})

test('finance may not confirm its own report, nor a lead anything', async () => {
  const report = { savingId: 'needs-met-in-mainstream', year: 2020, delivered: 100 }
  await doing('reportDelivered', 'ReportDeliveredInput', report, 'finance-business-partner')
  const decide = { ...report, isConfirmed: true }
  const own = await doing('confirmDelivered', 'ConfirmDeliveredInput', decide, 'finance-business-partner')
  expect(own.problems?.[0]?.message).toMatch('Nobody confirms what they have reported')
  expect(await doing('confirmDelivered', 'ConfirmDeliveredInput', decide, 'head-of-processes')).toMatchObject(
    { code: 'FORBIDDEN' },
  )
})

test('a proposal is for the people of the plan, and moves no figure until it is agreed', async () => {
  const fields = 'savingsTable { forecast } waitingProposals { id viewerCanDecide }'
  const before = await reading(fields, 'finance-business-partner')
  expect(before.waitingProposals).toEqual([{ id: 'shared-outreach-planned', viewerCanDecide: true }])
  expect((await reading(fields, null)).waitingProposals).toEqual([])
  expect((await reading(fields, 'primary-head')).waitingProposals).toEqual([])
  expect((await reading(fields, 'head-of-processes')).waitingProposals).toEqual([
    { id: 'shared-outreach-planned', viewerCanDecide: false },
  ])
  const agree = { proposalId: 'shared-outreach-planned', isAgreed: true }
  expect(await doing('decideSaving', 'DecideSavingInput', agree, 'finance-business-partner')).toEqual({
    __typename: 'Committed',
  })
  const after = await reading(fields, 'finance-business-partner')
  // Seven twelfths of £360,000 from September 2021, and whole years after.
  expect(
    after.savingsTable.map(({ forecast }, index) => forecast - (before.savingsTable[index]?.forecast ?? 0)),
  ).toEqual([0, 21_000_000, 36_000_000, 36_000_000])
})

test('savings on one budget line are gross in the forecast, and net beside it', async () => {
  const { doubleCounts, savingsTable } = await reading(
    'savingsTable { forecast net } doubleCounts { gross net }',
    null,
  )
  expect(doubleCounts).toHaveLength(4)
  savingsTable.forEach(({ forecast, net }, index) => {
    const found = doubleCounts[index]
    expect(forecast - net).toBe((found?.gross ?? 0) - (found?.net ?? 0))
  })
})
