import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** How much one person, or one address, may ask for in a minute, and when the server says that it is too busy. */
export interface Limits {
  readonly mutationsPerMinute: number
  readonly signInsPerMinute: number
  /** How late the process may be with its work, on average over a second, before it refuses more. */
  readonly delayMs: number
}

/** A quick person sends a change every other second, and a council signs in from one address. */
export const usualLimits: Limits = { mutationsPerMinute: 120, signInsPerMinute: 120, delayMs: 1500 }

const RETRY_AFTER_S = 5

/** Says no before the server collapses, with the time to try again. Whether it is alive can always be asked. */
export async function addLimits(app: FastifyInstance, { delayMs }: Limits): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: delayMs,
    pressureHandler: (request, reply) => {
      if (request.url === '/health' || request.url === '/ready') return
      reply
        .code(503)
        .header('retry-after', RETRY_AFTER_S)
        .send({ error: `The server is busy. Try again in ${RETRY_AFTER_S} seconds: nothing was lost.` })
    },
  })
  await app.register(rateLimit, { global: false })
}

/** Counts one more request of somebody, and gives the seconds to wait where that is too many. */
export type Counter = (request: FastifyRequest, whose: string) => Promise<number | null>

/** A count for each person or address of its own, over a minute. */
export function counter(app: FastifyInstance, max: number): Counter {
  const names = new WeakMap<FastifyRequest, string>()
  const count = app.createRateLimit({
    max,
    timeWindow: '1 minute',
    keyGenerator: (request) => names.get(request) ?? request.ip,
  })
  return async (request, whose) => {
    names.set(request, whose)
    const counted = await count(request)
    return !counted.isAllowed && counted.isExceeded ? counted.ttlInSeconds : null
  }
}
