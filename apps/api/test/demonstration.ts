import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createDemonstration } from '@strandline/store/create-demonstration'
import { openDatabase } from '@strandline/store/database'
import { openStore } from '@strandline/store/open-store'
import type { Store } from '@strandline/store/store'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll } from 'vitest'
import { createApp } from '../src/app.ts'
import type { Limits } from '../src/limits.ts'
import type { WebApp } from '../src/web-pages.ts'

/** Real time in these tests; on the demonstration's own clock it is the morning of 31 March 2020. */
const NOW = new Date('2026-11-23T10:00:00Z')

/** A test asks for more in a minute than any person does, on a machine that may be busy. */
const generous: Limits = { mutationsPerMinute: 100_000, signInsPerMinute: 100_000, delayMs: 60_000 }

export interface Demonstration {
  readonly app: FastifyInstance
  readonly store: Store
  /** The cookie of a person of the plan who has signed in. */
  cookieOf(personId: string): Promise<string>
  /** Asks as the cabinet member, or as somebody else; null is the public. */
  ask<T = Record<string, unknown>>(
    query: string,
    variables?: object,
    personId?: string | null,
  ): Promise<{ data: T; errors?: GraphqlError[] }>
}

interface GraphqlError {
  readonly message: string
  readonly extensions: { readonly code: string; readonly requestId?: string }
}

/** The whole API over an embedded database that holds the Solihull plan, opened before the tests of a file. */
export function aDemonstration(
  parts: {
    web?: WebApp
    isDevelopment?: boolean
    daysLater?: number
    limits?: Limits
    isBehindProxy?: boolean
  } = {},
): Demonstration {
  const opened: Partial<{ app: FastifyInstance; store: Store; directory: string }> = {}
  beforeAll(async () => {
    opened.directory = fs.mkdtempSync(path.join(os.tmpdir(), 'strandline-api-'))
    const { web = null, isDevelopment = false, daysLater = 0, limits = generous } = parts
    const later = new Date(NOW.getTime() + daysLater * 86_400_000)
    opened.store = await openStore(await openDatabase(`pglite:${opened.directory}/data`), () => later)
    await createDemonstration(opened.store, NOW)
    opened.app = await createApp({
      store: opened.store,
      web,
      isDevelopment,
      isDemonstration: true,
      logger: false,
      limits,
      isBehindProxy: parts.isBehindProxy ?? false,
    })
  })
  afterAll(async () => {
    await opened.app?.close()
    await opened.store?.close()
    fs.rmSync(opened.directory ?? '', { recursive: true, force: true })
  })
  const required = <K extends 'app' | 'store'>(name: K) => {
    const part = opened[name]
    if (!part) throw new Error('the demonstration opens before the tests run')
    return part as NonNullable<(typeof opened)[K]>
  }
  const cookies = new Map<string, string>()
  const cookieOf = async (personId: string) => {
    const known = cookies.get(personId)
    if (known) return known
    const token = await required('store').sessions.begin({ planId: 'solihull', personId }, 'a test')
    cookies.set(personId, `session=${token}`)
    return `session=${token}`
  }
  return {
    get app() {
      return required('app')
    },
    get store() {
      return required('store')
    },
    cookieOf,
    ask: async (query, variables, personId = 'cabinet-member') => {
      const cookie = personId ? await cookieOf(personId) : undefined
      const answer = await required('app').inject({
        method: 'POST',
        url: '/graphql',
        payload: { query, variables },
        ...(cookie ? { headers: { cookie } } : {}),
      })
      return answer.json()
    },
  }
}
