import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import { DEVICE_LASTS_MS } from '@strandline/store/accounts'
import type { Store } from '@strandline/store/store'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { DemonstrationMode } from './demonstration-mode.ts'
import { Passwords, type PasswordWork, passwordProblem } from './passwords.ts'
import { SESSION_COOKIE, safeReturn, signIn, whoAsks } from './sign-in.ts'

export const DEVICE_COOKIE = 'device'

/** Failed sign-ins in a window. Strangers use up an address's own count, never that of a browser it is known from. */
const WINDOW_MINUTES = 15
const MOST_FAILURES = { address: 10, device: 10, network: 50 }

type Fields = Readonly<Record<string, unknown>> | undefined

/** The forms of people with an account: a password, and signing in and out with it. */
export function addAccounts(
  app: FastifyInstance,
  store: Store,
  demonstration: DemonstrationMode,
  work?: PasswordWork,
): void {
  const { accounts } = store
  const passwords = new Passwords(work)

  app.post<{ Body: Fields }>('/sign-in', async (request, reply) => {
    const email = field(request.body, 'email').trim()
    const password = field(request.body, 'password')
    const back = safeReturn(field(request.body, 'return'))
    const refuse = (problem: string) => {
      const query = new URLSearchParams({ problem, ...(back === '/' ? {} : { return: back }) })
      return reply.code(303).redirect(`/sign-in?${query}`)
    }
    const found = await accounts.findByEmail(email)
    const account = found?.closedAt ? null : found
    const device = await deviceOf(store, request, account?.id ?? '')
    const counts = device ? [deviceCount(device)] : strangerCounts(email, request.ip)
    // Counted before it is tried, so that many guesses at once are no way round.
    const failures = await Promise.all(
      counts.map(async ({ bucket, most }) => (await accounts.countFailure(bucket, WINDOW_MINUTES)) > most),
    )
    if (failures.includes(true)) return refuse('wait')
    const isRight = await passwords.isRight(account?.passwordHash ?? null, password)
    if (!account || !isRight) return refuse('wrong')
    for (const { bucket } of counts) {
      if (device) await accounts.clearFailures(bucket)
      else await accounts.uncountFailure(bucket)
    }
    await signInAccount(store, request, reply, account.id)
    return reply.code(303).redirect(back)
  })

  app.post<{ Body: Fields }>('/set-password', async (request, reply) => {
    const token = field(request.body, 'token')
    const password = field(request.body, 'password')
    const found = await accounts.findLink(token)
    const isFirst = found?.accountId === null
    const refuse = (problem: string) => {
      const query = new URLSearchParams({ problem, token, ...(isFirst ? { first: 'yes' } : {}) })
      return reply.code(303).redirect(`/set-password?${query}`)
    }
    if (!found) return refuse('link')
    const email = found.email ?? field(request.body, 'email').trim()
    const name = field(request.body, 'name').trim()
    if (isFirst && (!isEmail(email) || !isName(name))) return refuse('name')
    const problem = passwordProblem(password, field(request.body, 'again'), email)
    if (problem) return refuse(problem)
    const passwordHash = await passwords.hash(password)
    const used = await accounts.useLink(token)
    if (!used) return refuse('link')
    const accountId = used.accountId ?? (await accounts.create({ email, name, isAdministrator: true }))
    await accounts.setPasswordHash(accountId, passwordHash)
    if (isFirst) await demonstration.goOff(store)
    await signInAccount(store, request, reply, accountId)
    return reply.code(303).redirect('/')
  })

  app.post<{ Body: Fields }>('/change-password', async (request, reply) => {
    const refuse = (problem: string) => reply.code(303).redirect(`/account?problem=${problem}`)
    const signedIn = await whoAsks(store, request)
    const account = signedIn?.accountId ? await accounts.find(signedIn.accountId) : null
    if (!account) return reply.code(303).redirect('/sign-in?return=%2Faccount')
    const bucket = `own ${account.id}`
    if ((await accounts.countFailure(bucket, WINDOW_MINUTES)) > MOST_FAILURES.device) return refuse('wait')
    if (!(await passwords.isRight(account.passwordHash, field(request.body, 'current'))))
      return refuse('current')
    await accounts.clearFailures(bucket)
    const password = field(request.body, 'password')
    const problem = passwordProblem(password, field(request.body, 'again'), account.email)
    if (problem) return refuse(problem)
    // Whoever is signed in with the password before is signed out, this browser apart.
    await accounts.setPasswordHash(account.id, await passwords.hash(password))
    await signInAccount(store, request, reply, account.id)
    return reply.code(303).redirect('/account?done=yes')
  })

  app.post('/sign-out/everywhere', async (request, reply) => {
    const signedIn = await whoAsks(store, request)
    if (signedIn?.accountId) await store.sessions.endAll(signedIn.accountId)
    const token = request.cookies[SESSION_COOKIE]
    if (token) await store.sessions.end(token)
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(303).redirect('/')
  })
}

/** The path of a one-time link. The first administrator's asks for a name and an address too. */
export function linkPath(token: string, isFirst = false): string {
  return `/set-password?token=${token}${isFirst ? '&first=yes' : ''}`
}

export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>]+@[^\s@<>]+$/.test(text)
}

export function isName(text: string): boolean {
  return text.length > 0 && text.length <= 100
}

/** Begins a session of an account, from a browser that is known from then on. */
export async function signInAccount(
  store: Store,
  request: FastifyRequest,
  reply: FastifyReply,
  accountId: string,
): Promise<void> {
  const device = await deviceOf(store, request, accountId)
  await signIn(store, request, reply, { accountId })
  reply.setCookie(DEVICE_COOKIE, device ?? (await store.accounts.beginDevice(accountId)), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: request.protocol === 'https',
    maxAge: DEVICE_LASTS_MS / 1000,
  })
}

/** The token of the browser, where this account has signed in from it. */
async function deviceOf(store: Store, request: FastifyRequest, accountId: string): Promise<string | null> {
  const token = request.cookies[DEVICE_COOKIE]
  return token && (await store.accounts.isKnownDevice(accountId, token)) ? token : null
}

interface Count {
  readonly bucket: string
  readonly most: number
}

function deviceCount(token: string): Count {
  return { bucket: `device ${digest(token)}`, most: MOST_FAILURES.device }
}

/** An address without an account is counted as one with: the answer must not tell them apart. */
function strangerCounts(email: string, ip: string): Count[] {
  return [
    { bucket: `address ${digest(email.toLowerCase())}`, most: MOST_FAILURES.address },
    { bucket: `network ${networkOf(ip)}`, most: MOST_FAILURES.network },
  ]
}

/** One subscriber has 2^64 addresses of IP version 6, so its first half counts as one. */
function networkOf(ip: string): string {
  if (!isIPv6(ip) || ip.includes('.')) return ip
  const [head = '', tail] = ip.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const gap = tail === undefined ? 0 : 8 - first.length - last.length
  return [...first, ...Array<string>(gap).fill('0'), ...last].slice(0, 4).join(':')
}

/** What people type is not kept: it may be a password in the wrong field. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function field(body: Fields, name: string): string {
  const value = body?.[name]
  return typeof value === 'string' ? value : ''
}
