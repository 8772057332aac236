import type { Day } from '@strandline/domain/day'
import type { Plan } from '@strandline/domain/plan'
import type { SignedIn } from '@strandline/store/sessions'
import type { Store } from '@strandline/store/store'
import type { FastifyBaseLogger } from 'fastify'

/** A plan as a request found it, with today on the plan's own clock. */
export interface Opened {
  readonly plan: Plan
  readonly today: Day
}

/** What an answer was made from. It stays true for as long as each plan is the same on the same day. */
export interface Dependencies {
  /** Each plan is opened once in a request, so that no part of an answer is of another moment than the rest. */
  readonly plans: Map<string, Promise<Opened | null>>
  /** True once it mattered which plans there are, or anything else outside a plan: such an answer is not kept. */
  listsPlans: boolean
  /** How many rows the answer has gone through. */
  rows: number
}

/** What each request brings to the resolvers. */
export interface Context {
  readonly store: Store
  /** Null for the public. */
  readonly signedIn: SignedIn | null
  /** True while anybody may choose who to be, to try the product. */
  readonly isDemonstration: boolean
  readonly requestId: string
  readonly log: Pick<FastifyBaseLogger, 'error'>
  readonly dependencies: Dependencies
  /** What the council's own sign-in is called, where there is one. */
  readonly councilSignIn: string | null
  /** The address of this site as people know it, for links in letters. */
  readonly publicUrl: string
  /** Sends letters that have just been written, without waiting for the next round. */
  readonly postSoon: () => void
  /** Counts a change by whoever asks, and gives the seconds to wait where that is one too many. */
  readonly countMutation: () => Promise<number | null>
  /** Only where a subscription is answered: who asks and what there is, found anew; and the end of the connection. */
  readonly stream?: { readonly renew: () => Promise<Context>; readonly closed: AbortSignal }
}
