import type { Change, Conflict, Revision } from '@strandline/domain/change'
import type { Day, Instant } from '@strandline/domain/day'
import type { Item } from '@strandline/domain/history'
import type { Problem } from '@strandline/domain/integrity'
import type { Authority, Plan } from '@strandline/domain/plan'
import type { Accounts } from './accounts.ts'
import type { Looks } from './looks.ts'
import type { Letter, Mailbox } from './mailbox.ts'
import type { Sessions } from './sessions.ts'
import type { Subscribers } from './subscribers.ts'

/** Changes to be committed, by whom, why, and under which request: the same request id commits once. */
export interface Proposal {
  readonly requestId: string
  readonly by: string
  readonly personId?: string | null
  readonly accountId?: string | null
  readonly why: string
  readonly changes: readonly Change[]
  /** Messages that tell of it: they are kept when, and only when, the changes are. */
  readonly letters?: readonly Letter[]
  /** On the plan's own clock; now when left out. Never before the newest revision. */
  readonly at?: Instant
}

/** What came of a proposal. Nothing is ever overwritten in silence. */
export type Committed =
  | { readonly kind: 'COMMITTED'; readonly revision: number; readonly isRepeat: boolean }
  | { readonly kind: 'CONFLICT'; readonly conflicts: readonly Conflict[] }
  | { readonly kind: 'REFUSED'; readonly problems: readonly Problem[] }
  /** The request id has been used for something else. */
  | { readonly kind: 'REUSED' }

/** Told after a commit: which plan, and its new revision. */
export type Listener = (planId: string, revision: number) => void

/** Where plans are kept. The only way in and out of the database. */
export interface Store {
  readonly sessions: Sessions
  readonly looks: Looks
  readonly accounts: Accounts
  readonly mailbox: Mailbox
  /** Who receives the newsletters. */
  readonly subscribers: Subscribers
  /** The plans that have begun, so that there is something to read. */
  planIds(): Promise<string[]>
  /** The plan now, or as at the end of a day; null when there is no such plan or it had not begun. */
  plan(planId: string, asAt?: Day): Promise<Plan | null>
  /** The plan as it was at a revision; null when it has not got there. */
  planAt(planId: string, revision: number): Promise<Plan | null>
  /** The revisions after one, oldest first. */
  revisionsAfter(planId: string, revision: number): Promise<Revision[]>
  /** The hash of the plan as it was frozen at a revision; null where it was not. */
  frozenHash(planId: string, revision: number): Promise<string | null>
  /** Now on the plan's own clock. */
  nowOf(plan: Plan): Instant
  /** A moment of the machine's clock on the plan's own. */
  momentOf(plan: Plan, moment: Date): Instant
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
