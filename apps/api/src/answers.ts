import { createHash } from 'node:crypto'
import { brotliCompressSync, constants } from 'node:zlib'
import { type Audience, audienceOf } from '@strandline/domain/visibility'
import type { Store } from '@strandline/store/store'
import type { Context, Dependencies } from './context.ts'

/** An answer as it goes out. */
export interface Answer {
  readonly status: number
  readonly type: string
  readonly body: Buffer
  /** The body again, for those who take Brotli: a plan is mostly repeated words. */
  readonly brotli: Buffer
  readonly etag: string
  readonly dependencies: Dependencies
}

const MOST_BYTES = 64 * 1024 * 1024

/**
 * Answers that are ready to go out again: by what was asked and the audience that asked. Each is held against the plans
 * that it was made from whenever it is found, so it cannot be stale.
 */
export class ReadyAnswers {
  readonly #store: Store
  readonly #answers = new Map<string, Answer>()
  #bytes = 0

  constructor(store: Store) {
    this.#store = store
  }

  async find(asked: string, audience: Audience): Promise<Answer | null> {
    const key = `${audience} ${asked}`
    const answer = this.#answers.get(key)
    if (!answer) return null
    for (const [planId, { revision, today }] of answer.dependencies.plans) {
      const plan = await this.#store.plan(planId)
      if (plan?.revision !== revision || this.#store.todayOf(plan) !== today) {
        this.#forget(key, answer)
        return null
      }
    }
    return answer
  }

  /** Keeps an answer that rests on named plans; anything else is worked out each time. */
  keep(asked: string, context: Context, status: number, type: string, body: Buffer): Answer {
    const { dependencies, viewer } = context
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    const answer: Answer = { status, type, body, brotli, etag, dependencies }
    const isTellable = dependencies.plans.size > 0 && !dependencies.listsPlans
    if (isTellable && body.length < MOST_BYTES / 16) this.#add(`${audienceOf(viewer)} ${asked}`, answer)
    return answer
  }

  #add(key: string, answer: Answer): void {
    const old = this.#answers.get(key)
    if (old) this.#forget(key, old)
    this.#answers.set(key, answer)
    this.#bytes += sizeOf(key, answer)
    for (const [oldest, kept] of this.#answers) {
      if (this.#bytes <= MOST_BYTES) break
      this.#forget(oldest, kept)
    }
  }

  #forget(key: string, answer: Answer): void {
    this.#answers.delete(key)
    this.#bytes -= sizeOf(key, answer)
  }
}

function sizeOf(key: string, { body, brotli }: Answer): number {
  return key.length + body.length + brotli.length
}
