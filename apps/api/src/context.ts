import type { Day } from '@strandline/domain/day'
import type { Viewer } from '@strandline/domain/visibility'
import type { Store } from '@strandline/store/store'
import type { FastifyBaseLogger } from 'fastify'

/** What an answer was made from. It stays true for as long as each plan has this revision on this day. */
export interface Dependencies {
  readonly plans: Map<string, { readonly revision: number; readonly today: Day }>
  /** True once the list of plans was read: a new plan has no revision here to tell by, so such an answer is not kept. */
  listsPlans: boolean
}

/** What each request brings to the resolvers. */
export interface Context {
  readonly store: Store
  readonly viewer: Viewer
  readonly requestId: string
  readonly log: Pick<FastifyBaseLogger, 'error'>
  readonly dependencies: Dependencies
}

/** Everyone is the demonstration's cabinet member until people sign in. */
export const DEMONSTRATION_VIEWER: Viewer = { role: 'CABINET_MEMBER' }
