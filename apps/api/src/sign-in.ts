import { findRow } from '@strandline/domain/plan'
import type { SignedIn } from '@strandline/store/sessions'
import type { Store } from '@strandline/store/store'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { DemonstrationMode } from './demonstration-mode.ts'
import { STOP_PATH } from './subscriptions.ts'

export const SESSION_COOKIE = 'session'

/** Who sends a request; null for the public, and for a session that is over. */
export async function whoAsks(
  store: Store,
  request: FastifyRequest,
  isActivity = true,
): Promise<SignedIn | null> {
  const token = request.cookies[SESSION_COOKIE]
  return token ? store.sessions.find(token, isActivity) : null
}

/** Begins a session under a fresh token: one from before sign-in is ended, so that none can be planted. */
export async function signIn(
  store: Store,
  request: FastifyRequest,
  reply: FastifyReply,
  of: Parameters<Store['sessions']['begin']>[0],
): Promise<void> {
  const old = request.cookies[SESSION_COOKIE]
  if (old) await store.sessions.end(old)
  const token = await store.sessions.begin(of, request.headers['user-agent'] ?? 'unknown')
  reply.setCookie(SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: request.protocol === 'https',
  })
}

/** An address of this site to go on to, or the first page: never another site's. */
export function safeReturn(address: unknown): string {
  return typeof address === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(address) ? address : '/'
}

/** A form of another site must not sign anybody in or out: browsers say where a form was sent from. */
export function isOwnForm(request: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = request.headers
  if (site !== undefined) return site === 'same-origin'
  if (origin === undefined) return false
  return URL.canParse(origin) && new URL(origin).host === request.host
}

interface Form {
  readonly plan?: string
  readonly person?: string
  readonly return?: string
}

/** The forms by which a person becomes somebody, and nobody again. */
export function addSignIn(
  app: FastifyInstance,
  store: Store,
  demonstration: DemonstrationMode,
  countSignIn: (request: FastifyRequest) => Promise<number | null>,
): void {
  app.addHook('preHandler', async (request, reply) => {
    const isOpen = request.url.startsWith('/graphql') || STOP_PATH.test(request.url)
    if (request.method === 'POST' && !isOpen && !isOwnForm(request))
      return reply.code(403).send({ error: 'This form was not sent from this site. Open the page again.' })
  })
  app.addHook('preHandler', async (request, reply) => {
    const isAttempt =
      request.method === 'POST' &&
      /^\/(sign-in|set-password|change-password|plans\/[^/]+\/newsletters\/subscribe)/.test(request.url)
    if (!isAttempt && !request.url.startsWith('/sign-in/council')) return
    const seconds = await countSignIn(request)
    if (seconds !== null)
      return reply
        .code(429)
        .header('retry-after', seconds)
        .send({ error: `Too many tries from one address. Try again in ${seconds} seconds.` })
  })
  app.post<{ Body: Form | undefined }>('/sign-in/demonstration', async (request, reply) => {
    const { plan: planId = '', person = '', return: back } = request.body ?? {}
    // Asked of the database too: another process may have made the first account.
    const mayChoose = demonstration.isOn && !(await store.accounts.exists())
    const plan = mayChoose ? await store.plan(planId) : null
    if (!plan || !findRow(plan, 'person', person)) return reply.code(303).redirect('/?problem=person')
    await signIn(store, request, reply, { planId, personId: person })
    return reply.code(303).redirect(back ? safeReturn(back) : `/plans/${encodeURIComponent(planId)}`)
  })
  app.post('/sign-out', async (request, reply) => {
    const token = request.cookies[SESSION_COOKIE]
    if (token) await store.sessions.end(token)
    return reply.clearCookie(SESSION_COOKIE, { path: '/' }).code(303).redirect('/')
  })
}
