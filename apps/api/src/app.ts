import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formBody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import serveStatic from '@fastify/static'
import type { Store } from '@strandline/store/store'
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify'
import { addAccounts } from './accounts.ts'
import { type Answer, ReadyAnswers } from './answers.ts'
import { calendarOf } from './calendar.ts'
import type { Context } from './context.ts'
import { addCouncilSignIn, type CouncilSettings } from './council-sign-in.ts'
import { DemonstrationMode } from './demonstration-mode.ts'
import { answerBody, createApollo, faultMessage } from './graphql.ts'
import { addLimits, counter, type Limits, usualLimits } from './limits.ts'
import { addLive } from './live.ts'
import { type MailSettings, PostRound } from './mail.ts'
import { newsletterFeed } from './newsletter-feed.ts'
import { packAsCsv, packAsDocx } from './pack-paper.ts'
import type { PasswordWork } from './passwords.ts'
import { CannotPrint, type Printed, Printer } from './printer.ts'
import { DateNotReached, NoSuchPlan, PlanNotBegun } from './refusals.ts'
import { addSignIn, whoAsks } from './sign-in.ts'
import { addSubscriptions } from './subscriptions.ts'
import { openView, type View } from './view.ts'
import { documentOf, type WebApp } from './web-pages.ts'

export interface AppParts {
  readonly store: Store
  readonly web: WebApp | null
  readonly isDevelopment: boolean
  /** Whether anybody may choose who to be, to try the product: until there is an account. */
  readonly isDemonstration: boolean
  readonly logger: FastifyServerOptions['logger']
  /** How much work a password takes; as OWASP recommends when left out. */
  readonly passwordWork?: PasswordWork
  readonly limits?: Limits
  /** Whether a proxy in front tells the address and the scheme of whoever asks. */
  readonly isBehindProxy?: boolean
  /** Where mail goes out; without it letters stay in the outbox, and nobody looks for what is due. */
  readonly mail?: MailSettings | undefined
  /** The council's own identity provider, where there is one. */
  readonly council?: CouncilSettings | undefined
}

const JSON_TYPE = 'application/json; charset=utf-8'
const DOCX_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const BODY_LIMIT = 100_000
/** For a request to arrive whole: a body that never ends would hold its connection, and a stop, for ever. */
const REQUEST_TIMEOUT_MS = 30_000

/** The whole server: what it serves, and how each request becomes an answer. */
export async function createApp({
  store,
  web,
  isDevelopment,
  isDemonstration,
  logger,
  passwordWork,
  limits = usualLimits,
  isBehindProxy = false,
  mail,
  council,
}: AppParts): Promise<FastifyInstance> {
  const app = fastify({
    logger: logger ?? false,
    genReqId: () => randomUUID(),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    // One proxy: what it says of the address that reached it, and not what that address says of itself.
    trustProxy: isBehindProxy ? (_, hop) => hop === 0 : false,
  })
  const apollo = createApollo(isDevelopment)
  const ready = new ReadyAnswers(store)
  const demonstration = await DemonstrationMode.begin(store, isDemonstration)
  await apollo.start()
  app.addHook('onClose', () => apollo.stop())
  const round = mail && new PostRound(store, mail, app.log)
  const postSoon = () => round?.soon()
  if (round) {
    // Not before it listens: a server that does not start lets go of its database.
    app.addHook('onListen', async () => round.begin())
    app.addHook('onClose', () => round.end())
  }

  /** Outside demonstration mode a chosen person is nobody. */
  const whoMayAsk = async (request: FastifyRequest, isActivity: boolean) => {
    const signedIn = await whoAsks(store, request, isActivity)
    return signedIn?.accountId || demonstration.isOn ? signedIn : null
  }

  const contextFor = async (request: FastifyRequest, isActivity = true): Promise<Context> => {
    const signedIn = await whoMayAsk(request, isActivity)
    return {
      store,
      signedIn,
      isDemonstration: demonstration.isOn,
      requestId: request.id,
      log: request.log,
      dependencies: { plans: new Map(), listsPlans: false, rows: 0 },
      councilSignIn: council?.name ?? null,
      publicUrl: mail?.publicUrl ?? '',
      postSoon,
      countMutation: () => countMutation(request, signedIn?.owner ?? request.ip),
    }
  }

  /** Sends the ready answer to what is asked, or works it out and keeps it. */
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    asked: string,
    work: (context: Context) => Promise<Worked>,
  ) => {
    const context = await contextFor(request)
    const who = context.signedIn ? JSON.stringify(context.signedIn) : 'the public'
    const whose = context.isDemonstration ? `demonstration: ${who}` : who
    const found = await ready.find(asked, whose)
    if (found) return sendAnswer(request, reply, found)
    const worked = await work(context)
    const { status, type, text, isKept, retryAfter } = worked
    const isForEverybody = worked.isStatic === true && context.signedIn === null
    const body = typeof text === 'string' ? Buffer.from(text) : text
    const kept = isKept
      ? await ready.keep(asked, whose, context, { status, type, isForEverybody }, body)
      : null
    if (kept) return sendAnswer(request, reply, kept)
    reply.header('cache-control', 'private, no-store')
    if (retryAfter) reply.header('retry-after', retryAfter)
    return reply.code(status).type(type).send(body)
  }

  await addLimits(app, limits)
  const countMutation = counter(app, limits.mutationsPerMinute)
  await app.register(cookie)
  await app.register(formBody)
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: { defaultSrc: ["'self'"], styleSrc: ["'self'"], upgradeInsecureRequests: null },
    },
    strictTransportSecurity: false,
    // A form tells its own site where it was sent from, which is how one of another site is known.
    referrerPolicy: { policy: 'same-origin' },
  })
  app.addHook('onSend', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status >= 500) request.log.error(error)
    const message =
      status === 413 ? `That request is over ${BODY_LIMIT / 1000} kB. Ask for less at a time.` : error.message
    return reply
      .code(status)
      .send({ error: status >= 500 ? faultMessage(request.id) : message, requestId: request.id })
  })

  const countSignIn = counter(app, limits.signInsPerMinute)
  addSignIn(app, store, demonstration, (request) => countSignIn(request, request.ip))
  addAccounts(app, store, demonstration, passwordWork)
  if (council) addCouncilSignIn(app, store, council)
  addSubscriptions(app, store, mail?.publicUrl ?? '', postSoon)
  app.get('/health', async () => ({ status: 'ok' }))
  app.get('/ready', async (_, reply) => {
    const isReady = await store.planIds().then(
      () => true,
      () => false,
    )
    return reply
      .code(isReady ? 200 : 503)
      .send({ status: isReady ? 'ready' : 'the database does not answer' })
  })

  app.register(async (scope) => {
    // The body stays text: it is what a ready answer is found by, and most requests need it no further.
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => done(null, body))
    scope.get('/graphql', (_, reply) =>
      reply.code(405).header('allow', 'POST').send({ error: 'Send a POST with a JSON body.' }),
    )
    scope.post<{ Body: string }>('/graphql', (request, reply) =>
      send(request, reply, request.body, async (context) => {
        const { status, text, headers } = await answerBody(apollo, parsed(request.body), context)
        const retryAfter = headers.get('retry-after')
        return {
          status,
          type: JSON_TYPE,
          text,
          retryAfter,
          isKept: status === 200 && !text.startsWith('{"errors"'),
        }
      }),
    )
  })

  addLive(app, contextFor)

  /** A file made from a plan as its reader may know it. */
  const addFile = (name: string, type: string, fileOf: FileOf) =>
    app.get<FileRoute>(`/plans/:planId/${name}`, (request, reply) =>
      send(request, reply, `${request.host} ${request.url}`, async (context) => {
        const { params, query } = request
        const none = (text: string) => ({
          status: 404,
          type: 'text/plain; charset=utf-8',
          text,
          isKept: false,
        })
        try {
          const view = await openView(context, params.planId, null)
          const planUrl = `${request.protocol}://${request.host}/plans/${view.plan.id}`
          const isExempt = query.version === 'exempt'
          const file = await fileOf(view, { planUrl, number: Number(params.number), isExempt })
          return file === null
            ? none('There is no such pack.')
            : { status: 200, type, text: file, isKept: true }
        } catch (refusal) {
          if (!isRefusal(refusal)) throw refusal
          return none(refusal.message)
        }
      }),
    )
  addFile('forthcoming.ics', 'text/calendar; charset=utf-8', (view, { planUrl }) => calendarOf(view, planUrl))
  addFile('newsletters.atom', 'application/atom+xml; charset=utf-8', (view, { planUrl }) =>
    newsletterFeed(view, planUrl),
  )
  addFile('packs/:number(^\\d+).docx', DOCX_TYPE, packAsDocx)
  addFile('packs/:number(^\\d+).csv', 'text/csv; charset=utf-8', packAsCsv)

  if (web) {
    await app.register(async (scope) => {
      await scope.register(compress)
      await scope.register(serveStatic, {
        root: web.assets,
        prefix: '/assets/',
        immutable: true,
        maxAge: '1y',
      })
    })
    const printer = new Printer(web.assets)
    app.addHook('onClose', () => printer.end())
    app.get('/*', (request, reply) =>
      send(request, reply, request.url, async (context) => {
        const url = new URL(request.url, `${request.protocol}://${request.host}`)
        const isPrint = url.pathname.endsWith('.pdf')
        if (isPrint) url.pathname = url.pathname.slice(0, -'.pdf'.length)
        const page = await web.render(`${url.pathname}${url.search}`, async (operation) => {
          const { text } = await answerBody(apollo, operation, context)
          return JSON.parse(text) as object
        })
        if (page.redirect) reply.header('location', page.redirect)
        const status = page.redirect ? 302 : page.status
        const html = documentOf(web.template, page)
        if (isPrint && status === 200) return printed(printer, { url: url.href, html, title: page.title })
        const { isStatic } = page
        return { status, type: 'text/html; charset=utf-8', text: html, isKept: status === 200, isStatic }
      }),
    )
  }
  return app
}

interface FileRoute {
  readonly Params: { readonly planId: string; readonly number?: string }
  readonly Querystring: { readonly version?: string }
}

/** Which file of a plan: its number where there are several, and whether it is the version for the team alone. */
interface AskedFile {
  readonly planUrl: string
  readonly number: number
  readonly isExempt: boolean
}

type FileOf = (view: View, asked: AskedFile) => Promise<string | Buffer | null> | string

interface Worked {
  readonly status: number
  readonly type: string
  readonly text: string | Buffer
  /** False for what must be worked out again: faults, refusals and redirects. */
  readonly isKept: boolean
  /** True for a page without scripts: for whoever is not signed in it may be a minute old. */
  readonly isStatic?: boolean | undefined
  /** Seconds to wait, where somebody asked for too much. */
  readonly retryAfter?: string | undefined
}

async function printed(printer: Printer, page: Printed): Promise<Worked> {
  try {
    return { status: 200, type: 'application/pdf', text: await printer.pdf(page), isKept: true }
  } catch (problem) {
    if (!(problem instanceof CannotPrint)) throw problem
    const { message, retryAfter } = problem
    return { status: 503, type: 'text/plain; charset=utf-8', text: message, isKept: false, retryAfter }
  }
}

function sendAnswer(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, type, body, brotli, etag, isForEverybody }: Answer,
) {
  reply
    .header('etag', etag)
    .header('cache-control', isForEverybody ? 'public, max-age=60' : 'private, no-cache')
    .header('vary', 'accept-encoding, cookie')
  if (request.method !== 'POST' && isKnown(etag, request.headers['if-none-match']))
    return reply.code(304).send()
  reply.code(status).type(type)
  const takesBrotli = /\bbr\b(?!\s*;\s*q=0(?:\.0*)?(?:,|$))/.test(request.headers['accept-encoding'] ?? '')
  return takesBrotli ? reply.header('content-encoding', 'br').send(brotli) : reply.send(body)
}

/** Tags are compared weakly (RFC 9110, 13.1.2): a proxy may have weakened them. */
function isKnown(etag: string, tags: string | undefined): boolean {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  return (
    tags !== undefined && (tags.trim() === '*' || tags.split(',').some((tag) => opaque(tag) === opaque(etag)))
  )
}

/** What is not JSON is handed on as it is, so that Apollo refuses it in its own words. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

function isRefusal(problem: unknown): problem is Error {
  return problem instanceof NoSuchPlan || problem instanceof PlanNotBegun || problem instanceof DateNotReached
}
