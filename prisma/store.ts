import type { Change, Conflict, Revision } from '@strandline/domain/change'
import type { Day, Instant } from '@strandline/domain/day'
import type { Item } from '@strandline/domain/history'
import type { Problem } from '@strandline/domain/integrity'
import type { Authority, Plan } from '@strandline/domain/plan'

/** Changes to be committed, by whom, why, and under which request: the same request id commits once. */
export interface Proposal {
  readonly requestId: string
  readonly by: string
  readonly why: string
  readonly changes: readonly Change[]
  /** On the plan's own clock; now when left out. Never before the newest revision. */
  readonly at?: Instant
}

/** What came of a proposal. Nothing is ever overwritten in silence. */
export type Committed =
  | { readonly kind: 'COMMITTED'; readonly revision: number; readonly isRepeat: boolean }
  | { readonly kind: 'CONFLICT'; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'REFUSED'; readonly problems: readonly Problem[] }

/** Told after a commit: which plan, and its new revision. */
export type Listener = (planId: string, revision: number) => void

/** Where plans are kept. The only way in and out of the database. */
export interface Store {
  /** The plans that have begun, so that there is something to read. */
  planIds(): Promise<string[]>
  /** The plan now, or as at the end of a day; null when there is no such plan or it had not begun. */
  plan(planId: string, asAt?: Day): Promise<Plan | null>
  /** Today on the plan's own clock. */
  todayOf(plan: Plan): Day
  /** Every revision that touched one of the items, newest first, and the plan they lead back from. */
  history(
    planId: string,
    items: readonly Item[],
    upTo: number,
  ): Promise<{ plan: Plan; revisions: Revision[] }>
  createPlan(authority: Authority, planId: string, beganOn: Day): Promise<void>
  commit(planId: string, proposal: Proposal): Promise<Committed>
  listen(listener: Listener): () => void
  close(): Promise<void>
}
