import { describe, expect, test } from 'vitest'
import { usualLimits } from '../src/limits.ts'
import { aDemonstration } from './demonstration.ts'

const FORM = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }

describe('where one person may make three changes a minute, and one address two sign-ins', () => {
  const demonstration = aDemonstration({
    limits: { ...usualLimits, mutationsPerMinute: 3, signInsPerMinute: 2 },
  })

  const change = async (personId: string) => {
    const query = 'mutation($id: ID!) { markSeen(planId: $id, revision: 1) }'
    return demonstration.app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query, variables: { id: 'solihull' } },
      headers: { cookie: await demonstration.cookieOf(personId) },
    })
  }

  test('the fourth change is told when to come back, and nobody else is held up', async () => {
    for (let made = 0; made < 3; made++) expect((await change('head-of-processes')).statusCode).toBe(200)
    const fourth = await change('head-of-processes')
    expect(fourth.statusCode).toBe(429)
    expect(Number(fourth.headers['retry-after'])).toBeGreaterThan(0)
    expect(fourth.json().errors[0]).toMatchObject({
      message: expect.stringMatching(/^That is too many changes at once\. Try again in \d+ seconds\.$/),
      extensions: { code: 'TOO_MANY_REQUESTS' },
    })
    expect((await change('head-of-support-services')).statusCode).toBe(200)
    const { data } = await demonstration.ask('{ plans { id } }', {}, 'head-of-processes')
    expect(data).toEqual({ plans: [{ id: 'solihull' }] })
  })

  test('the third sign-in from one address is told when to come back', async () => {
    const signIn = () =>
      demonstration.app.inject({
        method: 'POST',
        url: '/sign-in/demonstration',
        headers: FORM,
        payload: 'plan=solihull&person=cabinet-member',
      })
    expect((await signIn()).statusCode).toBe(303)
    expect((await signIn()).statusCode).toBe(303)
    const third = await signIn()
    expect(third.statusCode).toBe(429)
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0)
    expect(third.headers['set-cookie']).toBeUndefined()
  })
})

describe('a server that is late with its work', () => {
  const demonstration = aDemonstration({ limits: { ...usualLimits, delayMs: 20 } })

  test('refuses more with the time to come back, and still says that it is alive', async () => {
    const { app } = demonstration
    const pages = async () => (await app.inject('/plans/solihull/forthcoming.ics')).statusCode
    // Work that holds the process up, again and again, for longer than one look at its delay takes.
    const end = Date.now() + 2500
    while (Date.now() < end) {
      const busy = Date.now() + 200
      while (Date.now() < busy);
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    const refused = await app.inject('/plans/solihull/forthcoming.ics')
    expect(refused.statusCode).toBe(503)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.json().error).toMatch('Try again in 5 seconds')
    expect((await app.inject('/health')).statusCode).toBe(200)
    await expect.poll(pages, { timeout: 20_000, interval: 500 }).toBe(200)
  })
})

describe('behind a proxy', () => {
  const demonstration = aDemonstration({
    limits: { ...usualLimits, signInsPerMinute: 1 },
    isBehindProxy: true,
  })
  const signIn = (forwardedFor: string) =>
    demonstration.app.inject({
      method: 'POST',
      url: '/sign-in/demonstration',
      headers: { ...FORM, 'x-forwarded-for': forwardedFor, 'x-forwarded-proto': 'https' },
      payload: 'plan=solihull&person=cabinet-member',
    })

  test('the address is the one that the proxy saw, whatever it was told, and cookies are for https alone', async () => {
    const first = await signIn('198.51.100.1, 192.0.2.1')
    expect(first.cookies[0]).toMatchObject({ name: 'session', secure: true })
    expect((await signIn('198.51.100.2, 192.0.2.1')).statusCode).toBe(429)
    expect((await signIn('198.51.100.2, 192.0.2.2')).statusCode).toBe(303)
  })
})
