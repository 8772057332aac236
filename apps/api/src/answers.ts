import { createHash } from 'node:crypto'
import { brotliCompressSync, constants } from 'node:zlib'
import type { Day } from '@strandline/domain/day'
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
  /** True for the static pages of the public, which may be a moment old. */
  readonly isForEverybody: boolean
}

/** A kept answer, with the revision and the day of each plan that it was made from. */
interface Kept extends Answer {
  readonly plans: readonly { readonly planId: string; readonly revision: number; readonly today: Day }[]
  /** When it was last held against the plans, in milliseconds. */
  checkedAt: number
}

/** What sort of answer is to be kept. */
interface Kind {
  readonly status: number
  readonly type: string
  readonly isForEverybody?: boolean | undefined
}

const MOST_BYTES = 64 * 1024 * 1024
/** So many readers at once cost one look at the plans in this time. */
const MOMENT_MS = 1000
/** A larger answer is rare, and compressing it would hold everybody up. */
const LARGEST_KEPT = 1024 * 1024

/**
 * Answers that are ready to go out again: by what was asked and who asked, the public being one. Each is held against the plans
 * that it was made from whenever it is found, so it cannot be stale; a static page for everybody, once a moment.
 */
export class ReadyAnswers {
  readonly #store: Store
  readonly #answers = new Map<string, Kept>()
  #bytes = 0

  constructor(store: Store) {
    this.#store = store
  }

  async find(asked: string, whose: string): Promise<Answer | null> {
    const key = `${whose} ${asked}`
    const answer = this.#answers.get(key)
    if (!answer) return null
    const now = performance.now()
    if (answer.isForEverybody && now - answer.checkedAt < MOMENT_MS) return answer
    for (const { planId, revision, today } of answer.plans) {
      const plan = await this.#store.plan(planId)
      if (plan?.revision !== revision || this.#store.todayOf(plan) !== today) {
        this.#forget(key, answer)
        return null
      }
    }
    answer.checkedAt = now
    if (this.#answers.delete(key)) this.#answers.set(key, answer)
    return answer
  }

  /** Keeps an answer that rests on named plans and nothing else; any other is worked out each time. */
  async keep(
    asked: string,
    whose: string,
    { dependencies }: Pick<Context, 'dependencies'>,
    { status, type, isForEverybody = false }: Kind,
    body: Buffer,
  ): Promise<Answer | null> {
    if (dependencies.plans.size === 0 || dependencies.listsPlans || body.length > LARGEST_KEPT) return null
    const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
    const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
    const plans = await madeFrom(dependencies)
    // Weak: the same answer goes out in two encodings.
    const etag = `W/"${hash}"`
    const checkedAt = performance.now()
    const answer: Kept = { status, type, body, brotli, etag, isForEverybody, plans, checkedAt }
    this.#add(`${whose} ${asked}`, answer)
    return answer
  }

  #add(key: string, answer: Kept): void {
    const old = this.#answers.get(key)
    if (old) this.#forget(key, old)
    this.#answers.set(key, answer)
    this.#bytes += sizeOf(key, answer)
    for (const [oldest, kept] of this.#answers) {
      if (this.#bytes <= MOST_BYTES) break
      this.#forget(oldest, kept)
    }
  }

  /** Several requests may find the same answer stale; it is forgotten once. */
  #forget(key: string, answer: Answer): void {
    if (this.#answers.get(key) !== answer) return
    this.#answers.delete(key)
    this.#bytes -= sizeOf(key, answer)
  }
}

async function madeFrom({ plans }: Dependencies): Promise<Kept['plans']> {
  const opened = await Promise.all(plans.values())
  return opened.flatMap((of) =>
    of ? [{ planId: of.plan.id, revision: of.plan.revision, today: of.today }] : [],
  )
}

function sizeOf(key: string, { body, brotli }: Answer): number {
  return key.length + body.length + brotli.length
}
