import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createDemonstration } from '@strandline/store/create-demonstration'
import { openDatabase } from '@strandline/store/database'
import { openStore } from '@strandline/store/open-store'
import type { Store } from '@strandline/store/store'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'

const MINUTE_MS = 60_000
const PASSWORD = 'a harbour of small boats'
const ADMINISTRATOR = 'Ada@Solihull.example'

let directory = ''
let store: Store
let app: FastifyInstance
/** Real time in these tests, which they move on. */
let now = new Date('2026-11-23T10:00:00Z')

beforeAll(async () => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-accounts-'))
  store = await openStore(await openDatabase(`pglite:${directory}/data`), () => now)
  await createDemonstration(store, now)
  app = await anApp()
})
afterAll(async () => {
  await app?.close()
  await store?.close()
  fs.rmSync(directory, { recursive: true, force: true })
})

function anApp(): Promise<FastifyInstance> {
  const passwordWork = { memoryCost: 64, timeCost: 1 }
  return createApp({
    store,
    web: null,
    isDevelopment: false,
    isDemonstration: true,
    logger: false,
    passwordWork,
  })
}

/** A browser: it keeps its cookies, and sends forms from a page of this site unless told otherwise. */
class Browser {
  readonly cookies = new Map<string, string>()
  readonly address: string

  constructor(address = '192.0.2.1') {
    this.address = address
  }

  async send(url: string, fields: Record<string, string> = {}, origin = 'http://strandline.example') {
    const answer = await app.inject({
      method: 'POST',
      url,
      remoteAddress: this.address,
      headers: {
        host: 'strandline.example',
        origin,
        'content-type': 'application/x-www-form-urlencoded',
        cookie: this.cookie(),
      },
      payload: new URLSearchParams(fields).toString(),
    })
    for (const { name, value } of answer.cookies) {
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return {
      ...answer,
      status: answer.statusCode,
      cookies: answer.cookies,
      to: String(answer.headers.location),
    }
  }

  async ask(query: string, variables: object = {}) {
    const headers = { cookie: this.cookie() }
    const answer = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers,
      payload: { query, variables },
    })
    return answer.json()
  }

  async name(): Promise<string | null> {
    return (await this.ask('{ viewer { name } }')).data.viewer.name
  }

  signIn(email: string, password = PASSWORD, more: Record<string, string> = {}) {
    return this.send('/sign-in', { email, password, ...more })
  }

  cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }
}

/** An account with a password, and the browser that set it. */
async function anAccount(email: string, isAdministrator = false) {
  const id = await store.accounts.create({ email, name: email, isAdministrator })
  const browser = new Browser()
  const token = await store.accounts.beginLink(id, 1)
  expect((await browser.send('/set-password', { token, password: PASSWORD, again: PASSWORD })).to).toBe('/')
  return { id, browser }
}

/** Guesses wrongly, so often, from one address of the network. */
async function guess(email: string, times: number, browser = new Browser('198.51.100.7')): Promise<string[]> {
  const answers: string[] = []
  for (let count = 0; count < times; count += 1)
    answers.push((await browser.signIn(email, 'not the password')).to.replace('/sign-in?problem=', ''))
  return answers
}

describe('the first administrator', () => {
  const filledIn = { password: PASSWORD, again: PASSWORD, name: 'Ada Lead', email: ADMINISTRATOR }

  test('comes from a link, and demonstration mode goes off at once', async () => {
    const visitor = new Browser()
    const chosen = { plan: 'solihull', person: 'cabinet-member' }
    expect((await visitor.send('/sign-in/demonstration', chosen)).to).toBe('/plans/solihull')
    expect(await visitor.name()).not.toBeNull()
    const choices = '{ plan(id: "solihull") { ... on Plan { demonstrationPeople { name } } } }'
    expect((await new Browser().ask(choices)).data.plan.demonstrationPeople.length).toBeGreaterThan(0)

    const token = await store.accounts.beginLink(null, 24)
    const other = await store.accounts.beginLink(null, 24)
    const ada = new Browser()
    const nameless = await ada.send('/set-password', { ...filledIn, name: '', token })
    expect(nameless.to).toBe(`/set-password?problem=name&token=${token}&first=yes`)
    expect((await ada.send('/set-password', { ...filledIn, token })).to).toBe('/')
    expect((await ada.ask('{ viewer { name isAdministrator isDemonstration } }')).data.viewer).toEqual({
      name: 'Ada Lead',
      isAdministrator: true,
      isDemonstration: false,
    })

    expect(await visitor.name()).toBeNull()
    expect((await visitor.send('/sign-in/demonstration', chosen)).to).toBe('/?problem=person')
    expect((await new Browser().ask(choices)).data.plan.demonstrationPeople).toEqual([])
    const second = await new Browser().send('/set-password', {
      ...filledIn,
      email: 'b@c.example',
      token: other,
    })
    expect(second.to).toContain('problem=link')
  })

  test('keeps demonstration mode off when the server starts again', async () => {
    const planId = 'solihull'
    const left = await store.sessions.begin({ planId, personId: 'cabinet-member' }, 'a test')
    const again = await anApp()
    const headers = { cookie: `session=${left}` }
    const payload = { query: '{ viewer { name isDemonstration } }' }
    const answer = await again.inject({ method: 'POST', url: '/graphql', headers, payload })
    expect(answer.json().data.viewer).toEqual({ name: null, isDemonstration: false })
    await again.close()
  })
})

describe('a one-time link', () => {
  test('sets a password once and not twice, and ends the sessions that were', async () => {
    const { id, browser } = await anAccount('once@example.org')
    const token = await store.accounts.beginLink(id, 1)
    const fields = { token, password: `${PASSWORD} again`, again: `${PASSWORD} again` }
    const other = new Browser()
    expect((await other.send('/set-password', fields)).to).toBe('/')
    expect(await other.name()).toBe('once@example.org')
    expect(await browser.name()).toBeNull()
    expect((await new Browser().send('/set-password', fields)).to).toContain('problem=link')
    expect((await new Browser().signIn('once@example.org')).to).toContain('problem=wrong')
    expect((await new Browser().signIn('ONCE@example.org', fields.password)).to).toBe('/')
  })

  test.each([
    ['short', 'too short', 'too short'],
    ['short', 'x1'.repeat(65), 'x1'.repeat(65)],
    ['same', PASSWORD, `${PASSWORD}!`],
    ['known', 'passwordpassword', 'passwordpassword'],
    ['known', 'my Strandline pass', 'my Strandline pass'],
    ['known', 'sum@example.org 99', 'sum@example.org 99'],
    ['known', 'qwertyuiop123', 'qwertyuiop123'],
    ['known', 'manchesterunited', 'manchesterunited'],
    ['known', 'aaaaaaaaaaaaaa', 'aaaaaaaaaaaaaa'],
  ])('is not burnt by a password that is refused as %s', async (problem, password, again) => {
    const email = 'sum@example.org'
    const known = await store.accounts.findByEmail(email)
    const id = known?.id ?? (await store.accounts.create({ email, name: 'Sum', isAdministrator: false }))
    const token = await store.accounts.beginLink(id, 1)
    const { to } = await new Browser().send('/set-password', { token, password, again })
    expect(to).toBe(`/set-password?problem=${problem}&token=${token}`)
    expect(await store.accounts.findLink(token)).not.toBeNull()
  })

  test('goes to one of two who use it at once, and to nobody after its hour or after a newer one', async () => {
    const id = await store.accounts.create({
      email: 'race@example.org',
      name: 'Race',
      isAdministrator: false,
    })
    const token = await store.accounts.beginLink(id, 1)
    const both = await Promise.all([store.accounts.useLink(token), store.accounts.useLink(token)])
    expect(both.filter((used) => used !== null)).toHaveLength(1)
    const older = await store.accounts.beginLink(id, 1)
    const newer = await store.accounts.beginLink(id, 1)
    expect(await store.accounts.useLink(older)).toBeNull()
    now = new Date(now.getTime() + 61 * MINUTE_MS)
    expect(await store.accounts.useLink(newer)).toBeNull()
  })
})

describe('an own password', () => {
  test('is changed by whoever knows it, and other browsers are signed out', async () => {
    const { browser } = await anAccount('own@example.org')
    const other = new Browser()
    await other.signIn('own@example.org')
    const fields = { password: 'four quiet otters swim', again: 'four quiet otters swim' }
    const wrong = await browser.send('/change-password', { ...fields, current: 'not the password' })
    expect(wrong.to).toBe('/account?problem=current')
    const same = { current: PASSWORD, password: 'four quiet otters swim', again: 'another' }
    expect((await browser.send('/change-password', same)).to).toBe('/account?problem=same')
    expect((await browser.send('/change-password', { ...fields, current: PASSWORD })).to).toBe(
      '/account?done=yes',
    )
    expect([await browser.name(), await other.name()]).toEqual(['own@example.org', null])
    expect((await new Browser().signIn('own@example.org', fields.password)).to).toBe('/')
    const nobody = await new Browser().send('/change-password', { ...fields, current: PASSWORD })
    expect(nobody.to).toBe('/sign-in?return=%2Faccount')
  })
})

describe('signing in', () => {
  test('begins a fresh session, in cookies that scripts and other sites cannot use', async () => {
    await anAccount('cookies@example.org')
    const browser = new Browser()
    const first = await browser.signIn('cookies@example.org', PASSWORD, { return: '/plans/solihull?a=b' })
    expect([first.status, first.to]).toEqual([303, '/plans/solihull?a=b'])
    const flags = { httpOnly: true, sameSite: 'Lax', path: '/' }
    expect(first.cookies).toEqual([
      expect.objectContaining({ name: 'session', ...flags }),
      expect.objectContaining({ name: 'device', ...flags, maxAge: 365 * 24 * 3600 }),
    ])
    const old = new Browser()
    old.cookies.set('session', browser.cookies.get('session') ?? '')
    await browser.signIn('cookies@example.org')
    expect(browser.cookies.get('session')).not.toBe(old.cookies.get('session'))
    expect([await old.name(), await browser.name()]).toEqual([null, 'cookies@example.org'])
  })

  test('says the same of a wrong password, an unknown address, a closed account and one without a password', async () => {
    const { id } = await anAccount('closed@example.org')
    await store.accounts.close(id)
    await store.accounts.create({ email: 'none@example.org', name: 'None', isAdministrator: false })
    await anAccount('right@example.org')
    const asked = ['closed@example.org', 'none@example.org', 'nobody@example.org']
    const answers = [await new Browser().signIn('right@example.org', 'wrong')]
    for (const email of asked) answers.push(await new Browser().signIn(email))
    expect(answers.map(({ status, to }) => `${status} ${to}`)).toEqual(
      Array(4).fill('303 /sign-in?problem=wrong'),
    )
  })

  test.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example'])(
    'never goes on to another site: %s',
    async (address) => {
      const email = `${Buffer.from(address).toString('hex')}@example.org`
      await anAccount(email)
      expect((await new Browser().signIn(email, PASSWORD, { return: address })).to).toBe('/')
    },
  )

  test.each(['/sign-in', '/set-password', '/sign-out/everywhere'])(
    'refuses a form of another site: %s',
    async (url) => {
      expect((await new Browser().send(url, {}, 'https://elsewhere.example')).status).toBe(403)
    },
  )
})

describe('guessing', () => {
  test('strangers wait after ten failures, known account or not, and shut out no browser that is known', async () => {
    const { id, browser } = await anAccount('target@example.org')
    const expected = [...Array(10).fill('wrong'), 'wait', 'wait']
    expect(await guess('target@example.org', 12)).toEqual(expected)
    expect(await guess('nobody-here@example.org', 12)).toEqual(expected)
    expect((await new Browser('203.0.113.9').signIn('target@example.org')).to).toContain('problem=wait')
    expect((await browser.signIn('target@example.org')).to).toBe('/')

    const token = await store.accounts.beginLink(id, 1)
    const fresh = new Browser('203.0.113.9')
    await fresh.send('/set-password', { token, password: PASSWORD, again: PASSWORD })
    expect((await fresh.signIn('target@example.org')).to).toBe('/')

    now = new Date(now.getTime() + 16 * MINUTE_MS)
    expect((await new Browser('203.0.113.9').signIn('target@example.org')).to).toBe('/')
  })

  test('many guesses at once are counted each', async () => {
    await anAccount('burst@example.org')
    const guesses = Array.from({ length: 15 }, () => guess('burst@example.org', 1))
    expect((await Promise.all(guesses)).flat().filter((of) => of === 'wrong')).toHaveLength(10)
  })

  test('a known browser waits after ten failures of its own, and its count ends when it is right', async () => {
    const { browser } = await anAccount('device@example.org')
    expect(await guess('device@example.org', 9, browser)).toEqual(Array(9).fill('wrong'))
    expect((await browser.signIn('device@example.org')).to).toBe('/')
    expect((await guess('device@example.org', 11, browser)).at(-1)).toBe('wait')
    expect((await browser.signIn('device@example.org')).to).toContain('problem=wait')
  })

  test('a browser known to one account is a stranger to another', async () => {
    const { browser } = await anAccount('mine@example.org')
    await anAccount('yours@example.org')
    await guess('yours@example.org', 10)
    expect(await guess('yours@example.org', 1, browser)).toEqual(['wait'])
  })

  test('one place on the network waits after fifty failures over many addresses; those who are right are not counted', async () => {
    now = new Date(now.getTime() + 16 * MINUTE_MS)
    await anAccount('office@example.org')
    const answers: string[] = []
    for (let count = 0; count < 51; count += 1) {
      const of = new Browser(`2001:db8:1:2::${count.toString(16)}`)
      answers.push(...(await guess(`spray-${count}@example.org`, 1, of)))
      if (count === 30) expect((await of.signIn('office@example.org')).to).toBe('/')
    }
    expect(answers.indexOf('wait')).toBe(50)
    expect(await guess('spray@example.org', 1, new Browser('2001:db8:1:3::1'))).toEqual(['wrong'])
  })
})

test('signing out everywhere ends every session of the account and of nobody else', async () => {
  const { browser } = await anAccount('everywhere@example.org')
  const { browser: other } = await anAccount('elsewhere@example.org')
  const laptop = new Browser()
  await laptop.signIn('everywhere@example.org')
  expect(await laptop.name()).toBe('everywhere@example.org')
  expect((await laptop.send('/sign-out/everywhere')).status).toBe(303)
  expect([await laptop.name(), await browser.name()]).toEqual([null, null])
  expect(await other.name()).toBe('elsewhere@example.org')
})

describe('accounts in the API', () => {
  const INVITE = `mutation ($input: InviteAccountInput!) {
    inviteAccount(input: $input) { path account { id email people { planId personId } } }
  }`
  const code = (answer: { errors?: { extensions: { code: string } }[] }) =>
    answer.errors?.[0]?.extensions.code
  const input = { name: 'Finn', email: 'Finn@example.org', isAdministrator: false }
  const person = { planId: 'solihull', personId: 'programme-manager' }

  test('nobody but an administrator sees or changes them', async () => {
    const { id, browser } = await anAccount('plain@example.org')
    const questions: [string, object?][] = [
      ['{ accounts { email } }'],
      [INVITE, { input }],
      ['mutation ($id: ID!) { closeAccount(accountId: $id) { id } }', { id }],
      ['mutation ($id: ID!) { renewLink(accountId: $id) { path } }', { id }],
      ['mutation ($id: ID!) { endSessions(accountId: $id) { id } }', { id }],
    ]
    for (const [query, variables] of questions) {
      expect(code(await browser.ask(query, variables))).toBe('FORBIDDEN')
      expect(code(await new Browser().ask(query, variables))).toBe('UNAUTHENTICATED')
    }
    expect(await browser.name()).toBe('plain@example.org')
    expect(await store.accounts.findByEmail(input.email)).toBeNull()
  })

  test('an administrator invites, renews a link, ends sessions and closes', async () => {
    const ada = new Browser()
    await ada.signIn(ADMINISTRATOR)
    const invited = (await ada.ask(INVITE, { input: { ...input, ...person } })).data.inviteAccount
    expect(invited.account).toMatchObject({ email: 'finn@example.org', people: [person] })
    expect(code(await ada.ask(INVITE, { input }))).toBe('BAD_USER_INPUT')
    const nobody = { ...input, email: 'x@example.org', planId: 'solihull', personId: 'nobody' }
    expect(code(await ada.ask(INVITE, { input: nobody }))).toBe('BAD_USER_INPUT')

    const { id } = invited.account
    const renewed = (await ada.ask('mutation ($id: ID!) { renewLink(accountId: $id) { path } }', { id })).data
    const tokenOf = (link: string) =>
      new URL(link, 'http://strandline.example').searchParams.get('token') ?? ''
    expect(await store.accounts.findLink(tokenOf(invited.path))).toBeNull()
    const finn = new Browser()
    const token = tokenOf(renewed.renewLink.path)
    await finn.send('/set-password', { token, password: PASSWORD, again: PASSWORD })
    const me = '{ plan(id: "solihull") { ... on Plan { me { id } myRoles } } }'
    expect((await finn.ask(me)).data.plan).toMatchObject({ me: { id: 'programme-manager' } })

    await ada.ask('mutation ($id: ID!) { endSessions(accountId: $id) { id } }', { id })
    expect(await finn.name()).toBeNull()
    expect((await finn.signIn('finn@example.org')).to).toBe('/')
    const closed = await ada.ask('mutation ($id: ID!) { closeAccount(accountId: $id) { isClosed } }', { id })
    expect(closed.data.closeAccount).toEqual({ isClosed: true })
    expect(await finn.name()).toBeNull()
    expect((await finn.signIn('finn@example.org')).to).toContain('problem=wrong')

    const { accounts } = (await ada.ask('{ accounts { id email isAdministrator isClosed } }')).data
    const own = accounts.find(({ email }: { email: string }) => email === ADMINISTRATOR.toLowerCase())
    expect(own).toMatchObject({ isAdministrator: true, isClosed: false })
    const self = await ada.ask('mutation ($id: ID!) { closeAccount(accountId: $id) { id } }', { id: own.id })
    expect(code(self)).toBe('BAD_USER_INPUT')
  })
})
