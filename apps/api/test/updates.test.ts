import { expect, test } from 'vitest'
import { aDemonstration } from './demonstration.ts'

const demonstration = aDemonstration()

const owed = async (personId: string) => {
  const question = '{ plan(id: "solihull") { ... on Plan { owedByMe { state action { id } } } } }'
  const { data } = await demonstration.ask<{
    plan: { owedByMe: { state: string; action: { id: string } }[] }
  }>(question, {}, personId)
  return data.plan.owedByMe.map(({ state, action }) => [action.id, state])
}

const SUBMIT = `mutation ($requestId: ID!, $basedOn: Int, $input: SubmitUpdateInput!) {
  submitUpdate(planId: "solihull", requestId: $requestId, basedOn: $basedOn, input: $input) {
    __typename
    ... on Committed { revision plan { action(id: "placements") { deliveryRating lastUpdate { progress } } } }
    ... on Refused { problems { kind field } }
    ... on Conflicted { revision conflicts { field yours theirs theirsBy } }
  }
}`
const placements = { actionId: 'placements', isNoChange: false }
const submit = async (requestId: string, input: object, personId: string, basedOn?: number) => {
  const variables = { requestId, basedOn, input: { ...placements, ...input } }
  return (await demonstration.ask<{ submitUpdate: object }>(SUBMIT, variables, personId)).data.submitUpdate
}
const amber = { deliveryRag: 'AMBER', benefitRag: 'AMBER', pathToGreen: 'Finish it in April.' }

test('an owner owes an update until it is given, and what was left out is not taken for words', async () => {
  const plan = await demonstration.store.plan('solihull')
  expect(await owed('placements-manager')).toEqual([['placements', 'OWED']])
  expect(await submit('u-1', {}, 'placements-manager')).toEqual({
    __typename: 'Refused',
    problems: [{ kind: 'update', field: 'progress' }],
  })
  const input = { ...amber, progress: 'Half is done.', reason: 'The register is half done.' }
  expect(await submit('u-2', input, 'placements-manager')).toMatchObject({
    __typename: 'Committed',
    plan: { action: { deliveryRating: 'AMBER', lastUpdate: { progress: 'Half is done.' } } },
  })
  expect(await owed('placements-manager')).toEqual([['placements', 'SUBMITTED']])

  const late = { ...amber, progress: 'A third is done.', reason: 'Only a third is done.' }
  const conflicted = await submit('u-3', late, 'programme-manager', plan?.revision)
  expect(conflicted).toMatchObject({ __typename: 'Conflicted' })
  expect(conflicted).toHaveProperty(
    'conflicts',
    expect.arrayContaining([
      {
        field: 'reason',
        yours: expect.stringContaining('Only a third is done.'),
        theirs: expect.stringContaining('The register is half done.'),
        theirsBy: 'Placements Manager',
      },
    ]),
  )
  const { revision } = conflicted as { revision: number }
  expect(await submit('u-4', late, 'programme-manager', revision)).toMatchObject({
    plan: { action: { lastUpdate: { progress: 'A third is done.' } } },
  })
})

test('an action tells why it is rated so, who said it, and that it has not moved', async () => {
  const question = `{ plan(id: "solihull") { ... on Plan { action(id: "placements") {
    viewerCanUpdate isStale proposedBenefit { rag because } whyDelivery { rule author on toTurnGreen }
  } } } }`
  const { data } = await demonstration.ask<{ plan: { action: object } }>(question, {}, 'head-of-processes')
  expect(data.plan.action).toMatchObject({
    viewerCanUpdate: true,
    isStale: true,
    whyDelivery: { author: 'Programme Manager', on: '2020-03-31' },
  })
})

test('a lead sees who owes on the strand that is led, and a manager on all', async () => {
  const question =
    '{ plan(id: "solihull") { ... on Plan { owed { action { strand { id } } people { id } } } } }'
  type Owed = { plan: { owed: { action: { strand: { id: string } } }[] } }
  const strands = async (personId: string) => {
    const { data } = await demonstration.ask<Owed>(question, {}, personId)
    return [...new Set(data.plan.owed.map(({ action }) => action.strand.id))].sort()
  }
  expect(await strands('head-of-processes')).toEqual(['processes'])
  expect((await strands('programme-manager')).length).toBe(5)
})

test('a cycle is reviewed by one person and signed off by another', async () => {
  const send = async (name: string, input: string, personId: string, id: string) => {
    const mutation = `mutation { ${name}(planId: "solihull", requestId: "${id}", input: ${input}) {
      __typename ... on Refused { problems { field } } } }`
    return (await demonstration.ask<Record<string, object>>(mutation, {}, personId)).data[name]
  }
  const of = '{ cycleId: "cycle-2020-03" }'
  const statement = '{ cycleId: "cycle-2020-03", statement: "A fair picture." }'
  expect(await send('signOffCycle', statement, 'director-of-childrens-services', 'c-1')).toEqual({
    __typename: 'Refused',
    problems: [{ field: 'stage' }],
  })
  expect(await send('reviewCycle', of, 'programme-manager', 'c-2')).toEqual({ __typename: 'Committed' })
  expect(await send('signOffCycle', statement, 'director-of-childrens-services', 'c-3')).toEqual({
    __typename: 'Committed',
  })
  const april = '{ name: "April 2020", opensOn: "2020-04-01", dueOn: "2020-04-17", graceUntil: "2020-04-21" }'
  expect(await send('openReportingCycle', april, 'programme-manager', 'c-4')).toEqual({
    __typename: 'Committed',
  })
})
