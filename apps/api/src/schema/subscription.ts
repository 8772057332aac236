import { type HistoryEntry as Entry, historyOf } from '@strandline/domain/history'
import type { Store } from '@strandline/store/store'
import type { Context } from '../context.ts'
import { openView } from '../view.ts'
import { builder } from './builder.ts'
import { HistoryEntry } from './history.ts'

builder.subscriptionType({
  description: 'Being told of changes as they are made, over server-sent events.',
  fields: (t) => ({
    planChanged: t.field({
      type: HistoryEntry,
      description:
        'Each revision after one, as far as the viewer may know it: first those that were missed, then each as it is made.',
      args: {
        planId: t.arg.id({ description: 'The id of the plan.' }),
        after: t.arg.int({ description: 'The revision that the reader has.' }),
      },
      subscribe: (_, { planId, after }, context) => changesAfter(context, planId, after),
      resolve: (entry) => entry,
    }),
  }),
})

/** A reader who was away for longer reads the page again, and What changed. */
const MOST_MISSED = 200

/** Tells one reader of revisions. It ends with the connection, with the session, and where there is no such plan. */
async function* changesAfter(context: Context, planId: string, after: number): AsyncGenerator<Entry> {
  const { store, stream, signedIn } = context
  if (!stream) return
  const news = new Wakes(store, planId, stream.closed)
  try {
    let last = after
    while (!stream.closed.aborted) {
      const view = await openView(await stream.renew(), planId, null).catch(() => null)
      if (!view || view.context.signedIn?.owner !== signedIn?.owner) return
      const missed = await store.revisionsAfter(planId, Math.max(last, view.plan.revision - MOST_MISSED))
      for (const revision of missed) {
        const plan = await store.planAt(planId, revision.number)
        const items = revision.changes.map(({ entity, id }) => ({ entity, id }))
        if (plan) yield* historyOf(plan, [revision], items, view.viewer)
      }
      last = missed.at(-1)?.number ?? last
      await news.wait()
    }
  } finally {
    news.stop()
  }
}

/** How long until a stream looks again by itself: whether the session still holds, and whether a notice was lost. */
const LOOK_EVERY_MS = 30_000

/** Waits for the next revision of a plan. One that is made while nobody waits is not missed. */
class Wakes {
  readonly #stopListening: () => void
  readonly #closed: AbortSignal
  #isDue = false
  #wake: () => void = () => undefined

  constructor(store: Store, planId: string, closed: AbortSignal) {
    this.#closed = closed
    this.#stopListening = store.listen((changed) => {
      if (changed === planId) this.#ring()
    })
    closed.addEventListener('abort', this.#ring)
  }

  readonly #ring = () => {
    this.#isDue = true
    this.#wake()
  }

  async wait(): Promise<void> {
    if (!this.#isDue && !this.#closed.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_EVERY_MS)
        timer.unref()
        this.#wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    this.#isDue = false
  }

  stop(): void {
    this.#stopListening()
    this.#closed.removeEventListener('abort', this.#ring)
  }
}
