import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { getOperationAST, parse, specifiedRules, validate } from 'graphql'
import { createHandler } from 'graphql-sse/lib/use/fastify'
import type { Context } from './context.ts'
import { LIMITS, limitRules } from './graphql.ts'
import { schema } from './schema/query.ts'

/** Streams at once: of this process, and of one address, which may be a whole council's. */
const MOST_STREAMS = 2000
const MOST_OF_ADDRESS = 500

/**
 * Subscriptions over server-sent events, one stream for each. Who asks is found anew for every event, so that a session
 * that has ended, or a role that was handed over, is felt at once.
 */
export function addLive(
  app: FastifyInstance,
  contextFor: (request: FastifyRequest, isActivity: boolean) => Promise<Context>,
): void {
  const open = new Set<FastifyReply>()
  const rules = [...specifiedRules, ...limitRules]
  const stream = createHandler<Record<PropertyKey, unknown>>({
    // Every subscription has a stream of its own: none is shared, so none is found by a token.
    authenticate: () => null,
    validate: (of, document) => validate(of, document, rules),
    onSubscribe: async ({ raw: request, context: { reply } }, { query, variables, operationName }) => {
      const document = parsed(query)
      if (typeof document === 'string') return refused(document)
      if (getOperationAST(document, operationName)?.operation !== 'subscription')
        return refused('Only a subscription is answered here: post anything else to /graphql.')
      const context = await contextFor(request, true)
      const closed = new AbortController()
      reply.raw.once('close', () => closed.abort())
      // A page that is left open is not somebody at work: it does not keep the session alive.
      const renew = () => contextFor(request, false)
      const contextValue = { ...context, stream: { renew, closed: closed.signal } }
      return { schema, document, operationName, variableValues: variables, contextValue }
    },
  })
  app.get('/graphql/stream', async (request, reply) => {
    const ofAddress = [...open].filter(({ request: { ip } }) => ip === request.ip).length
    if (open.size >= MOST_STREAMS || ofAddress >= MOST_OF_ADDRESS)
      return reply
        .code(503)
        .header('retry-after', 60)
        .send({ error: 'Too many pages are listening. Try again in a minute.' })
    reply.hijack()
    open.add(reply)
    reply.raw.once('close', () => open.delete(reply))
    // A proxy that collects an answer before passing it on would hold every event back.
    reply.header('x-accel-buffering', 'no').header('cache-control', 'no-store')
    await stream(request, reply).catch((fault) => {
      request.log.error(fault)
      reply.raw.destroy()
    })
  })
  // A stream has no end of its own, and would hold up a stop.
  app.addHook('preClose', async () => {
    for (const reply of open) reply.raw.end()
  })
}

function parsed(query: string) {
  try {
    return parse(query, { maxTokens: LIMITS.tokens })
  } catch (problem) {
    return problem instanceof Error ? problem.message : 'This cannot be read.'
  }
}

function refused(
  message: string,
): [string, { status: number; statusText: string; headers: Record<string, string> }] {
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return [JSON.stringify({ errors: [{ message }] }), { status: 400, statusText: 'Bad Request', headers }]
}
