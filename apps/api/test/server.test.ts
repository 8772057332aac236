import { brotliDecompressSync } from 'node:zlib'
import { requireRow, sourceOf } from '@strandline/domain/plan'
import { expect, test, vi } from 'vitest'
import { seen, type View } from '../src/view.ts'
import { commitTo } from './commit-to.ts'
import { aDemonstration } from './demonstration.ts'

const demonstration = aDemonstration()
const headline = '{ plan(id: "solihull") { ... on Plan { headline revision } } }'

const post = (query: string) =>
  demonstration.app.inject({ method: 'POST', url: '/graphql', payload: { query } })

test('a query that goes too deep, asks too often or is too long is refused with the limit named', async () => {
  const deep = `{ plan(id: "solihull") { ... on Plan { strands { ${'actions { strand { '.repeat(4)}id${' } }'.repeat(4)} } } } }`
  expect((await ask(deep)).message).toMatch(/depth limit of 8/)
  const often = `{ ${Array.from({ length: 40 }, (_, n) => `a${n}: plan(id: "solihull") { __typename }`).join(' ')} }`
  expect((await ask(often)).message).toMatch(/limit of 30/)
  const long = `{ plans { ${'id '.repeat(4000)} } }`
  expect((await ask(long)).message).toMatch(/3000 tokens/)
})

async function ask(query: string) {
  const { errors } = await demonstration.ask(query)
  return errors?.[0] ?? { message: 'no error' }
}

test('a body over the limit is refused before it is read', async () => {
  const answer = await post(`{ plans { id } } # ${'x'.repeat(200_000)}`)
  expect(answer.statusCode).toBe(413)
  expect(answer.json().error).toBe('That request is over 100 kB. Ask for less at a time.')
})

test('the schema is not told to strangers', async () => {
  expect((await ask('{ __schema { types { name } } }')).message).toMatch(/introspection/i)
})

test('an impossible date is named as such', async () => {
  const { errors } = await demonstration.ask('{ plan(id: "solihull", asAt: "2020-02-30") { __typename } }')
  expect(errors?.[0]?.message).toContain('A day must be a real date, such as 2020-02-13.')
})

test('a body that is not JSON gets a clear refusal, not a fault', async () => {
  const headers = { 'content-type': 'application/json' }
  const answer = await demonstration.app.inject({
    method: 'POST',
    url: '/graphql',
    payload: '{"query',
    headers,
  })
  expect(answer.statusCode).toBe(400)
  expect(answer.body).not.toMatch(/at .*\.ts/)
})

test('a fault tells the person what to do and a number to quote, and nothing of the fault', async () => {
  const spy = vi.spyOn(demonstration.store, 'plan').mockRejectedValue(new Error('secret of the database'))
  const answer = await post('{ plan(id: "solihull") { __typename } }')
  spy.mockRestore()
  const [error] = answer.json().errors
  expect(error.message).toMatch(/^Something went wrong on our side\. Try again/)
  expect(error.extensions).toEqual({
    code: 'INTERNAL_SERVER_ERROR',
    requestId: answer.headers['x-request-id'],
  })
  expect(error.message).toContain(String(answer.headers['x-request-id']))
  expect(answer.body).not.toContain('secret')
})

test('the same question again is answered from what is ready, and anew once the plan has moved on', async () => {
  const first = await post(headline)
  const again = await post(headline)
  expect(again.headers.etag).toBe(first.headers.etag)
  expect(again.body).toBe(first.body)
  await commitTo(demonstration.store, { plan: { solihull: { title: 'Another title' } } })
  const later = await post(headline)
  expect(later.json().data.plan.revision).toBe(first.json().data.plan.revision + 1)
  expect(later.headers.etag).not.toBe(first.headers.etag)
})

test('a refusal is worked out each time, so a plan that comes to be is found', async () => {
  const missing = '{ plan(id: "new") { __typename } }'
  expect((await post(missing)).json().data.plan.__typename).toBe('NoSuchPlan')
  const solihull = await demonstration.store.plan('solihull')
  if (!solihull) throw new Error('the demonstration has a plan')
  await demonstration.store.createPlan(solihull.authority, 'new', '2020-01-01')
  const { id: _, entrySourceId: __, ...details } = requireRow(solihull, 'plan', 'solihull')
  const { id: sourceId, ...source } = sourceOf(solihull, details)
  await commitTo(demonstration.store, { source: { [sourceId]: source }, plan: { new: details } }, 'new')
  expect((await post(missing)).json().data.plan.__typename).toBe('Plan')
  expect((await post('{ plans { id } }')).json().data.plans).toEqual([{ id: 'new' }, { id: 'solihull' }])
})

test('what is to come can be subscribed to as a calendar', async () => {
  const feed = await demonstration.app.inject('/plans/solihull/forthcoming.ics')
  expect(feed.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(feed.body).toMatch(/^BEGIN:VCALENDAR\r\n/)
  expect(feed.body).toContain('DTSTART;VALUE=DATE:20200630')
  expect(feed.body.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(5)
  expect((await demonstration.app.inject('/plans/elsewhere/forthcoming.ics')).statusCode).toBe(404)
})

test('a reader who has the calendar already is told that nothing is new', async () => {
  const feed = await demonstration.app.inject('/plans/solihull/forthcoming.ics')
  const again = await demonstration.app.inject({
    url: '/plans/solihull/forthcoming.ics',
    headers: { 'if-none-match': String(feed.headers.etag) },
  })
  expect([again.statusCode, again.body]).toEqual([304, ''])
})

test('an answer goes out small to those who take Brotli, and is the same answer', async () => {
  const small = await demonstration.app.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: headline },
    headers: { 'accept-encoding': 'gzip, br' },
  })
  expect(small.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(small.rawPayload).toString()).toBe((await post(headline)).body)
})

test('health tells that the process lives, ready that the database answers', async () => {
  expect((await demonstration.app.inject('/health')).json()).toEqual({ status: 'ok' })
  expect((await demonstration.app.inject('/ready')).statusCode).toBe(200)
  const spy = vi.spyOn(demonstration.store, 'planIds').mockRejectedValue(new Error('down'))
  expect((await demonstration.app.inject('/ready')).statusCode).toBe(503)
  spy.mockRestore()
})

test('no page may be framed or run a script that is not ours', async () => {
  const policy = (await demonstration.app.inject('/health')).headers['content-security-policy']
  expect(policy).toContain("default-src 'self'")
  expect(policy).toContain("script-src 'self'")
  expect(policy).toContain("frame-ancestors 'self'")
  expect(policy).not.toContain('unsafe')
})

test('every part of an answer is of one moment, and an answer that was overtaken is not given again', async () => {
  const question =
    '{ plan(id: "solihull") { ... on Plan { title revision compareTo(day: "2020-01-31") { __typename } } } }'
  const read = demonstration.store.plan.bind(demonstration.store)
  const spy = vi.spyOn(demonstration.store, 'plan').mockImplementationOnce(async (id, asAt) => {
    const plan = await read(id, asAt)
    await commitTo(demonstration.store, { plan: { solihull: { title: 'Overtaken' } } })
    return plan
  })
  const torn = (await post(question)).json().data.plan
  spy.mockRestore()
  expect(torn.title).not.toBe('Overtaken')
  expect((await post(question)).json().data.plan).toMatchObject({
    title: 'Overtaken',
    revision: torn.revision + 1,
  })
})

test('beside a plan that is there, one that is not there yet is found once it comes to be', async () => {
  const both = '{ a: plan(id: "solihull") { __typename } b: plan(id: "later") { __typename } }'
  expect((await post(both)).json().data.b.__typename).toBe('NoSuchPlan')
  const solihull = await demonstration.store.plan('solihull')
  if (!solihull) throw new Error('the demonstration has a plan')
  const { id: _, entrySourceId: __, ...details } = requireRow(solihull, 'plan', 'solihull')
  const { id: sourceId, ...source } = sourceOf(solihull, details)
  await demonstration.store.createPlan(solihull.authority, 'later', '2020-01-01')
  expect((await post('{ plans { id } }')).json().data.plans).not.toContainEqual({ id: 'later' })
  await commitTo(demonstration.store, { source: { [sourceId]: source }, plan: { later: details } }, 'later')
  expect((await post(both)).json().data.b.__typename).toBe('Plan')
})

test('the links of a calendar are those of the address that it was asked at', async () => {
  const feedAt = async (host: string) =>
    (await demonstration.app.inject({ url: '/plans/solihull/forthcoming.ics', headers: { host } })).body
  expect(await feedAt('elsewhere.example')).toContain('http://elsewhere.example/plans/solihull')
  expect(await feedAt('plan.example')).not.toContain('elsewhere.example')
})

test('a question that multiplies itself is refused before it exhausts the server', () => {
  const dependencies = { plans: new Map(), listsPlans: false, rows: 49_999 }
  const view = { context: { dependencies } } as unknown as View
  expect(seen(view, { id: 'last' }).id).toBe('last')
  expect(() => seen(view, { id: 'one-more' })).toThrow(
    'This asks for more than 50000 items. Ask for less at a time.',
  )
})

test('tags are compared as readers and proxies send them', async () => {
  const url = '/plans/solihull/forthcoming.ics'
  const tag = String((await demonstration.app.inject(url)).headers.etag)
  const statusWith = async (value: string, method: 'GET' | 'HEAD' = 'GET') =>
    (await demonstration.app.inject({ url, method, headers: { 'if-none-match': value } })).statusCode
  for (const value of [tag, tag.replace('W/', ''), `"other", ${tag}`, '*'])
    expect(await statusWith(value)).toBe(304)
  expect(await statusWith(tag, 'HEAD')).toBe(304)
  expect(await statusWith('"other"')).toBe(200)
})

test('at its edges the server answers with the right status', async () => {
  const { app } = demonstration
  expect((await app.inject('/graphql')).statusCode).toBe(405)
  const headers = { 'content-type': 'text/plain' }
  expect(
    (await app.inject({ method: 'POST', url: '/graphql', payload: '{"query":"{plans{id}}"}', headers }))
      .statusCode,
  ).toBe(415)
  expect((await app.inject('/plans/%00/forthcoming.ics')).statusCode).toBe(404)
  expect((await post('{ plan(id: "\\u0000") { __typename } }')).json().data.plan.__typename).toBe(
    'NoSuchPlan',
  )
  const refusing = { 'accept-encoding': 'br;q=0, gzip' }
  const plain = await app.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: headline },
    headers: refusing,
  })
  expect(plain.headers['content-encoding']).toBeUndefined()
})
