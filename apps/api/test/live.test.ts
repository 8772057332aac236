import { afterAll, beforeAll, expect, test } from 'vitest'
import { aDemonstration } from './demonstration.ts'

const demonstration = aDemonstration()
let origin = ''
beforeAll(async () => {
  origin = await demonstration.app.listen({ port: 0, host: '127.0.0.1' })
})

interface Change {
  readonly revision: number
  readonly by: string
  readonly news: readonly { readonly words: string }[]
}

const open: AbortController[] = []
afterAll(() => {
  for (const stream of open) stream.abort()
})

const asked = `subscription($planId: ID!, $after: Int!) {
  planChanged(planId: $planId, after: $after) { revision by news { words } } }`

/** Listens as a person, and keeps what is heard. */
async function listening(personId: string | null, after: number, query = asked) {
  const stream = new AbortController()
  open.push(stream)
  const cookie = personId ? await demonstration.cookieOf(personId) : ''
  const search = new URLSearchParams({ query, variables: JSON.stringify({ planId: 'solihull', after }) })
  const answer = await fetch(`${origin}/graphql/stream?${search}`, {
    headers: { accept: 'text/event-stream', cookie },
    signal: stream.signal,
  })
  const heard: Change[] = []
  const state = { text: '', isOver: false }
  const reading = (async () => {
    for await (const part of answer.body ?? []) {
      state.text += Buffer.from(part).toString()
      const found = state.text.matchAll(/^data: (\{"data".*\})$/gm)
      heard.splice(
        0,
        heard.length,
        ...[...found].map(
          ([, json]) => (JSON.parse(json ?? '') as { data: { planChanged: Change } }).data.planChanged,
        ),
      )
    }
    state.isOver = true
  })().catch(() => undefined)
  return { answer, heard, state, reading, stop: () => stream.abort() }
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !isTrue(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 25))
  expect(isTrue()).toBe(true)
}

let requests = 0
async function edit(input: object, personId = 'programme-manager'): Promise<number> {
  requests += 1
  const query = `mutation($input: EditActionInput!) {
    editAction(planId: "solihull", requestId: "live-${requests}", input: $input) { ... on Committed { revision } } }`
  const { data } = await demonstration.ask<{ editAction: { revision: number } }>(query, { input }, personId)
  return data.editAction.revision
}

const revisionNow = async () => (await demonstration.store.plan('solihull'))?.revision ?? 0

test('a change is told to whoever listens, with who made it and what it was', async () => {
  const { heard } = await listening('cabinet-member', await revisionNow())
  const revision = await edit({ actionId: 'placements', dueOn: '2020-10-01' }, 'head-of-processes')
  await until(() => heard.length === 1)
  expect(heard[0]).toMatchObject({
    revision,
    by: 'Head of SEND Processes',
    news: [{ words: expect.stringContaining('1 October 2020') }],
  })
})

test('what was made while a connection was cut is told first, and once', async () => {
  const before = await revisionNow()
  const first = await listening(null, before)
  const one = await edit({ actionId: 'placements', dueOn: '2020-10-02' })
  await until(() => first.heard.length === 1)
  first.stop()
  const two = await edit({ actionId: 'placements', dueOn: '2020-10-03' })
  const three = await edit({ actionId: 'placements', dueOn: '2020-10-04' })
  const again = await listening(null, one)
  await until(() => again.heard.length === 2)
  const four = await edit({ actionId: 'placements', dueOn: '2020-10-05' })
  await until(() => again.heard.length === 3)
  expect(again.heard.map(({ revision }) => revision)).toEqual([two, three, four])
})

test('what a person may not know is not told: an exempt item, to the public and the reference group', async () => {
  const after = await revisionNow()
  const nobody = await listening(null, after)
  const head = await listening('primary-head', after)
  const member = await listening('cabinet-member', after)
  const team = await listening('director-of-childrens-services', after)
  const exempt = await edit({ actionId: 'placement-fees', impact: 'The hidden words' })
  const told = await edit({ actionId: 'placements', dueOn: '2020-11-01' })
  for (const { heard } of [nobody, head, member]) {
    await until(() => heard.length === 1)
    expect(heard[0]?.revision).toBe(told)
  }
  await until(() => team.heard.length === 2)
  expect(team.heard[0]?.revision).toBe(exempt)
  expect(JSON.stringify([nobody, head, member].map(({ state }) => state.text))).not.toMatch(
    /hidden words|placement-fees|Kestrel/,
  )
})

test('a session that has ended ends its stream, and hears nothing more', async () => {
  const token = await demonstration.store.sessions.begin(
    { planId: 'solihull', personId: 'primary-head' },
    'a test',
  )
  const search = new URLSearchParams({
    query: asked,
    variables: JSON.stringify({ planId: 'solihull', after: await revisionNow() }),
  })
  const answer = await fetch(`${origin}/graphql/stream?${search}`, {
    headers: { accept: 'text/event-stream', cookie: `session=${token}` },
  })
  const text = answer.text()
  await demonstration.store.sessions.end(token)
  await edit({ actionId: 'placements', dueOn: '2020-11-02' })
  expect(await text).not.toMatch('2 November')
})

test('only a subscription is answered on the stream, within the limits of every question', async () => {
  const { answer } = await listening(
    'programme-manager',
    0,
    'mutation { markSeen(planId: "solihull") { __typename } }',
  )
  expect(answer.status).toBe(400)
  const deep = `subscription($planId: ID!, $after: Int!) { planChanged(planId: $planId, after: $after) {
    ${Array.from({ length: 40 }, (_, index) => `a${index}: revision`).join(' ')} } }`
  const refused = await listening(null, 0, deep)
  await until(() => refused.state.isOver)
  expect(refused.state.text).toMatch(/[Aa]lias/)
})
