import type { Mail } from '@strandline/store/mailbox'
import { beforeAll, expect, test } from 'vitest'
import { aDemonstration } from './demonstration.ts'

const demonstration = aDemonstration()
const ROOT = '/plans/solihull/newsletters/subscribe'

async function send(path: string, fields: Record<string, string>, headers: Record<string, string> = OWN) {
  return demonstration.app.inject({
    method: 'POST',
    url: `${ROOT}${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  })
}
const OWN = { 'sec-fetch-site': 'same-origin' }

async function lettersTo(recipient: string): Promise<Mail[]> {
  return (await demonstration.store.mailbox.of('solihull')).filter((mail) => mail.recipient === recipient)
}

const tokenIn = (text: string | undefined) =>
  decodeURIComponent(/(?:confirm|stop)=([^\s&]+)/.exec(text ?? '')?.[1] ?? '')

async function change(name: string, type: string, input: object, personId = 'programme-manager') {
  const query = `mutation($input: ${type}!) {
    ${name}(planId: "solihull", requestId: "subscriptions-${name}", input: $input) { __typename } }`
  const { data } = await demonstration.ask(query, { input }, personId)
  expect(data[name]).toEqual({ __typename: 'Committed' })
}

async function subscribe(email: string): Promise<string> {
  await send('', { email })
  const token = tokenIn((await lettersTo(email))[0]?.text)
  await send('/confirm', { token })
  return token
}

test('says the same whether an address is on the list or not, and writes to it once a day', async () => {
  const first = await send('', { email: 'Reader@example.org' })
  const again = await send('', { email: 'reader@example.org' })
  expect([first.statusCode, first.headers.location]).toEqual([303, `${ROOT}?done=asked`])
  expect(again.headers.location).toBe(first.headers.location)
  expect(await lettersTo('reader@example.org')).toHaveLength(1)
  await subscribe('known@example.org')
  expect((await send('', { email: 'known@example.org' })).headers.location).toBe(first.headers.location)
})

test.each([
  '',
  'nobody',
  'a@b',
  'a b@example.org',
  `a@${'b'.repeat(260)}.org`,
  'a@example.org, b@example.org',
])('asks for another address instead of “%s”', async (email) => {
  expect((await send('', { email })).headers.location).toBe(`${ROOT}?problem=address`)
})

test('a form of another site subscribes nobody, and neither does a token that is not known', async () => {
  const foreign = { 'sec-fetch-site': 'cross-site' }
  expect((await send('', { email: 'other@example.org' }, foreign)).statusCode).toBe(403)
  expect((await send('/confirm', { token: 'guess' })).headers.location).toBe(`${ROOT}?problem=link`)
  expect(await demonstration.app.inject({ url: `${ROOT}/stop?token=guess` })).toMatchObject({
    statusCode: 404,
  })
  const elsewhere = await demonstration.app.inject({
    method: 'POST',
    url: '/plans/nowhere/newsletters/subscribe',
    headers: { ...OWN, 'content-type': 'application/x-www-form-urlencoded' },
    payload: 'email=reader%40example.org',
  })
  expect(elsewhere.statusCode).toBe(404)
})

test('an address that nobody confirms receives nothing', async () => {
  await send('', { email: 'unsure@example.org' })
  expect((await demonstration.store.subscribers.of('solihull')).map(({ email }) => email)).not.toContain(
    'unsure@example.org',
  )
})

let kept: string
beforeAll(async () => {
  await subscribe('stays@example.org')
  kept = await subscribe('clicks@example.org')
})

test('mail programs stop the letters with one click, from anywhere, with either kind of form', async () => {
  const leaver = await subscribe('leaver@example.org')
  const oneClick = { 'sec-fetch-site': 'cross-site' }
  await send(`/stop?token=${leaver}`, { 'List-Unsubscribe': 'One-Click' }, oneClick)
  const form = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
  const answer = await demonstration.app.inject({
    method: 'POST',
    url: `${ROOT}/stop?token=${kept}`,
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    payload: form,
  })
  expect(answer.headers.location).toBe(`${ROOT}?done=stopped`)
  const left = (await demonstration.store.subscribers.of('solihull')).map(({ email }) => email)
  expect(left).toContain('stays@example.org')
  expect(left).not.toContain('leaver@example.org')
  expect(left).not.toContain('clicks@example.org')
})

test('publishing writes to everybody who has confirmed, with what the public may know and nothing else', async () => {
  const sections = [
    { heading: 'Where we stand', body: '{{headline}}\n\n{{chart of the in-year balance}}' },
    { heading: 'A <script>', body: '**Strong** words and a [link](https://example.org/).' },
  ]
  await change('beginNewsletter', 'BeginNewsletterInput', { title: 'June 2020', sections })
  const { data } = await demonstration.ask<{ plan: { newsletter: { id: string } } }>(
    '{ plan(id: "solihull") { ... on Plan { newsletter(number: 2) { id } } } }',
    {},
    'programme-manager',
  )
  const { id: newsletterId } = data.plan.newsletter
  await change('sendNewsletter', 'NewsletterInput', { newsletterId })
  await change(
    'decideNewsletter',
    'DecideNewsletterInput',
    { newsletterId, isApproved: true },
    'director-of-childrens-services',
  )
  expect(await lettersTo('stays@example.org')).toHaveLength(1)
  await change('publishNewsletter', 'NewsletterInput', { newsletterId })

  const letters = (await demonstration.store.mailbox.of('solihull')).filter(({ subject }) =>
    subject.startsWith('Newsletter 2: June 2020'),
  )
  expect(letters.map(({ recipient }) => recipient).sort()).toEqual(['known@example.org', 'stays@example.org'])
  const letter = letters.find(({ recipient }) => recipient === 'stays@example.org')
  expect(letter?.html).toContain('<h2>A &lt;script></h2>')
  expect(letter?.html).toMatch(/<th scope="row" align="left">2020-21<\/th><td>−£\d/)
  expect(letter?.html).not.toMatch(/<script|<svg|\{\{|```/)
  expect(letter?.text).toMatch(/- 2020-21\. Unmitigated forecast: −£\d/)
  expect(letter?.text).not.toMatch(/\{\{|```|\*\*/)
  expect(`${letter?.html}${letter?.text}`).not.toMatch(/Osprey|Kestrel/)
  const stop = new URL(letter?.stopUrl ?? '', 'https://plan.example.gov.uk')
  expect(stop.pathname).toBe(`${ROOT}/stop`)
  expect(letter?.text).toContain(tokenIn(letter?.text))
  expect(stop.searchParams.get('token')).toBe(tokenIn(letter?.text))
})
