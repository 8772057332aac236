import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { openDatabase } from '@strandline/store/database'
import { openStore } from '@strandline/store/open-store'
import type { Store } from '@strandline/store/store'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createApp } from '../src/app.ts'
import { CLIENT, type CouncilProvider, councilProvider } from './council-provider.ts'

const SITE = 'http://strandline.example'
const CALLBACK = '/sign-in/council/callback'

let directory = ''
let store: Store
let app: FastifyInstance
let provider: CouncilProvider

beforeAll(async () => {
  directory = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-council-'))
  store = await openStore(await openDatabase(`pglite:${directory}/data`))
  provider = await councilProvider(`${SITE}${CALLBACK}`)
  app = await appWith(provider.issuer)
})
afterAll(async () => {
  await app?.close()
  await provider?.close()
  await store?.close()
  fs.rmSync(directory, { recursive: true, force: true })
})

function appWith(issuer: string): Promise<FastifyInstance> {
  const { id: clientId, secret: clientSecret } = CLIENT
  const council = { issuer, clientId, clientSecret, name: 'Test account', publicUrl: SITE }
  return createApp({ store, web: null, isDevelopment: false, isDemonstration: false, logger: false, council })
}

/** A browser that goes back and forth between the site and the provider, with the cookies of each. */
class Browser {
  readonly #jars = new Map<string, Map<string, string>>()

  cookies(origin: string): Map<string, string> {
    const jar = this.#jars.get(origin) ?? new Map<string, string>()
    this.#jars.set(origin, jar)
    return jar
  }

  #keep(origin: string, set: readonly string[]): void {
    for (const line of set) {
      const [pair = ''] = line.split(';')
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      if (value === '' || /expires=Thu, 01 Jan 1970/i.test(line)) this.cookies(origin).delete(name)
      else this.cookies(origin).set(name, value)
    }
  }

  async #visit(address: string, form?: Record<string, string>) {
    const url = new URL(address)
    const cookie = [...this.cookies(url.origin)].map(([name, value]) => `${name}=${value}`).join('; ')
    if (url.origin === SITE) {
      const answer = await app.inject({ url: url.pathname + url.search, headers: { cookie } })
      this.#keep(url.origin, [answer.headers['set-cookie'] ?? []].flat())
      return { location: answer.headers.location, text: answer.body }
    }
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      headers: { cookie, ...(form ? { 'content-type': 'application/x-www-form-urlencoded' } : {}) },
      body: form ? new URLSearchParams(form) : null,
      redirect: 'manual',
    })
    this.#keep(url.origin, answer.headers.getSetCookie())
    return { location: answer.headers.get('location') ?? undefined, text: await answer.text() }
  }

  /** Follows redirects, and fills in the provider's forms as a person would; gives the last address on the site. */
  async goAs(login: string, from = '/sign-in/council', stopAt?: (address: URL) => boolean): Promise<URL> {
    let address = new URL(from, SITE)
    for (let steps = 0; steps < 20; steps++) {
      if (stopAt?.(address)) return address
      let answer = await this.#visit(address.href)
      if (!answer.location && address.origin !== SITE) {
        const isLogin = answer.text.includes('name="login"')
        const form: Record<string, string> = isLogin
          ? { prompt: 'login', login, password: 'any' }
          : { prompt: 'consent' }
        answer = await this.#visit(address.href, form)
      }
      if (!answer.location) return address
      address = new URL(answer.location, address)
      if (address.origin === SITE && !address.pathname.startsWith('/sign-in/council')) return address
    }
    throw new Error('it goes round in circles')
  }

  async name(): Promise<string | null> {
    const cookie = `session=${this.cookies(SITE).get('session') ?? ''}`
    const payload = { query: '{ viewer { name councilSignIn } }' }
    const answer = await app.inject({ method: 'POST', url: '/graphql', payload, headers: { cookie } })
    return answer.json().data.viewer.name
  }
}

let serial = 0
let login = ''
beforeEach(() => {
  serial += 1
  login = `ada-${serial}`
})

const invite = (of = login) =>
  store.accounts.create({ email: `${of}@example.gov.uk`, name: `Ada ${serial}`, isAdministrator: false })

test('whoever was invited signs in with the council’s provider, and comes back to the page that was left', async () => {
  await invite()
  const browser = new Browser()
  const at = await browser.goAs(login, '/sign-in/council?return=%2Fplans%2Fsolihull')
  expect(at.pathname).toBe('/plans/solihull')
  expect(await browser.name()).toBe(`Ada ${serial}`)
  expect(browser.cookies(SITE).has('council')).toBe(false)
})

test('an identity keeps its account when the address moves on to somebody else', async () => {
  const accountId = await invite()
  await new Browser().goAs(login)
  const other = await store.accounts.findByIdentity(provider.issuer, login)
  expect(other?.id).toBe(accountId)
  // Another identity with the same address does not get the account.
  expect(await store.accounts.bindIdentity(accountId, provider.issuer, 'somebody-else')).toBe(false)
})

test('whoever was not invited, was not checked, or has a closed account is told what to do', async () => {
  const stranger = new Browser()
  expect((await stranger.goAs(login)).search).toBe('?problem=unknown')
  expect(await stranger.name()).toBeNull()
  await invite()
  expect((await new Browser().goAs(`unchecked-${login}`)).search).toBe('?problem=unknown')
  const account = await store.accounts.findByEmail(`${login}@example.gov.uk`)
  await store.accounts.close(account?.id ?? '')
  expect((await new Browser().goAs(login)).search).toBe('?problem=unknown')
})

test('an answer that another browser was sent away for is not taken', async () => {
  await invite()
  const isBack = (address: URL) => address.pathname === CALLBACK
  const planted = await new Browser().goAs(login, '/sign-in/council', isBack)
  const victim = new Browser()
  expect((await victim.goAs(login, planted.pathname + planted.search)).search).toBe('?problem=council')
  await victim.goAs('nobody', '/sign-in/council', ({ origin }) => origin !== SITE)
  expect((await victim.goAs(login, planted.pathname + planted.search)).search).toBe('?problem=council')
  expect(await victim.name()).toBeNull()
})

test('an answer is taken once', async () => {
  await invite()
  const browser = new Browser()
  const back = await browser.goAs(login, '/sign-in/council', (address) => address.pathname === CALLBACK)
  const errand = browser.cookies(SITE).get('council') ?? ''
  expect((await browser.goAs(login, back.pathname + back.search)).pathname).toBe('/')
  browser.cookies(SITE).set('council', errand)
  expect((await browser.goAs(login, back.pathname + back.search)).search).toBe('?problem=council')
})

test('a provider that does not answer is said to, and asked again the next time', async () => {
  const away = await appWith('http://127.0.0.1:9')
  const answer = await away.inject('/sign-in/council')
  expect(answer.headers.location).toBe('/sign-in?problem=council')
  await away.close()
})
