import { advance, type Revision, rewind } from '@strandline/domain/change'
import type { Day, Instant } from '@strandline/domain/day'
import type { Item } from '@strandline/domain/history'
import type { Authority, Plan } from '@strandline/domain/plan'
import { Accounts } from './accounts.ts'
import { Announcements, listenToServer, notification } from './announcements.ts'
import { dayOf, type Now, planNow, toInstant } from './clock.ts'
import { commitIn } from './commit.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'
import { loadPlan } from './load-plan.ts'
import { Looks } from './looks.ts'
import { Mailbox } from './mailbox.ts'
import { revisionAt, revisionsBetween, revisionsTouching } from './revisions.ts'
import { Sessions } from './sessions.ts'
import { momentOf, snapshotFrom, snapshotHash } from './snapshots.ts'
import type { Committed, Listener, Proposal, Store } from './store.ts'
import { Subscribers } from './subscribers.ts'

/** How many plan values of the past are kept in memory. */
const PAST_VALUES = 64

/** Opens the store over a database. The store owns the database from then on, and closes it. */
export async function openStore(database: Database, now: Now = () => new Date()): Promise<Store> {
  const announcements = new Announcements()
  const stopListening =
    database.kind === 'server' ? await listenToServer(database.url, announcements) : async () => {}
  return new DatabaseStore(database, now, announcements, stopListening)
}

class DatabaseStore implements Store {
  readonly sessions: Sessions
  readonly looks: Looks
  readonly accounts: Accounts
  readonly mailbox: Mailbox
  readonly subscribers: Subscribers
  readonly #database: Database
  readonly #now: Now
  readonly #announcements: Announcements
  readonly #stopListening: () => Promise<void>
  /** The newest value that this process has seen of each plan. */
  readonly #newest = new Map<string, Plan>()
  /** Values of the past by plan and revision, the least recently used first. */
  readonly #past = new Map<string, Plan>()
  /** The last commit of each plan that was asked for. */
  readonly #commits = new Map<string, Promise<unknown>>()

  constructor(
    database: Database,
    now: Now,
    announcements: Announcements,
    stopListening: () => Promise<void>,
  ) {
    this.#database = database
    this.sessions = new Sessions(database.prisma, now)
    this.looks = new Looks(database.prisma, now)
    this.accounts = new Accounts(database.prisma, now)
    this.mailbox = new Mailbox(database.prisma, now)
    this.subscribers = new Subscribers(database.prisma, now)
    this.#now = now
    this.#announcements = announcements
    this.#stopListening = stopListening
  }

  async planIds(): Promise<string[]> {
    const plans = await this.#database.prisma.plan.findMany({
      where: { revision: { gt: 0 } },
      select: { id: true },
      orderBy: { id: 'asc' },
    })
    return plans.map(({ id }) => id)
  }

  todayOf(plan: Plan): Day {
    return dayOf(planNow(plan, this.#now))
  }

  async plan(planId: string, asAt?: Day): Promise<Plan | null> {
    const newest = await this.#current(planId)
    if (!newest || asAt === undefined) return newest
    const found = await revisionAt(this.#database.prisma, planId, asAt)
    return found ? this.#atRevision(newest, found.number) : null
  }

  async history(planId: string, items: readonly Item[], upTo: number) {
    const newest = await this.#current(planId)
    if (!newest) throw new Error(`there is no plan ${planId}`)
    const plan = await this.#atRevision(newest, upTo)
    return { plan, revisions: await revisionsTouching(this.#database.prisma, planId, items, upTo) }
  }

  async createPlan({ id, name, oldCode, newCode }: Authority, planId: string, beganOn: Day): Promise<void> {
    // Another process may be starting at the same moment: the second to come finds it done.
    const skipDuplicates = true
    await this.#database.prisma.authority.createMany({ data: { id, name, oldCode, newCode }, skipDuplicates })
    await this.#database.prisma.plan.createMany({
      data: { id: planId, authorityId: id, beganOn },
      skipDuplicates,
    })
  }

  nowOf(plan: Plan): Instant {
    return this.momentOf(plan, this.#now())
  }

  momentOf(plan: Plan, moment: Date): Instant {
    return toInstant(planNow(plan, () => moment))
  }

  async planAt(planId: string, revision: number): Promise<Plan | null> {
    const newest = await this.#current(planId)
    return newest && revision >= 1 && revision <= newest.revision ? this.#atRevision(newest, revision) : null
  }

  async revisionsAfter(planId: string, revision: number): Promise<Revision[]> {
    const newest = await this.#current(planId)
    if (!newest || newest.revision <= revision) return []
    const range = { after: revision, upTo: newest.revision }
    return revisionsBetween(this.#database.prisma, planId, range, 'asc')
  }

  frozenHash(planId: string, revision: number): Promise<string | null> {
    return snapshotHash(this.#database.prisma, planId, revision)
  }

  /** Commits of one plan take turns in this process, so that those who wait hold no connection. */
  async commit(planId: string, proposal: Proposal): Promise<Committed> {
    const before = this.#commits.get(planId) ?? Promise.resolve()
    const mine = before.then(() => this.#commitNow(planId, proposal))
    const settled = mine.then(
      () => undefined,
      () => undefined,
    )
    this.#commits.set(planId, settled)
    return mine
  }

  async #commitNow(planId: string, proposal: Proposal): Promise<Committed> {
    const { answer, next } = await this.#database.prisma.$transaction(async (tx) => {
      const locked = await tx.$queryRaw<
        { revision: number }[]
      >`SELECT revision FROM "Plan" WHERE id = ${planId} FOR UPDATE`
      const revision = locked[0]?.revision
      if (revision === undefined) throw new Error(`there is no plan ${planId}`)
      const result = await commitIn(tx, await this.#catchUp(tx, planId, revision), proposal, this.#now)
      if (result.next && this.#database.kind === 'server') {
        const { sql, values } = notification(planId, result.next.revision)
        await tx.$executeRawUnsafe(sql, ...values)
      }
      return result
    })
    if (next) this.#remember(next)
    if (next) this.#announcements.tell(planId, next.revision)
    return answer
  }

  listen(listener: Listener): () => void {
    return this.#announcements.listen(listener)
  }

  async close(): Promise<void> {
    await this.#stopListening()
    await this.#database.close()
  }

  /** The newest value. The embedded database has one process, so what is in memory is the truth; a server is asked. */
  async #current(planId: string): Promise<Plan | null> {
    const known = this.#newest.get(planId)
    if (known && this.#database.kind === 'embedded') return known
    const head = await this.#database.prisma.plan.findUnique({
      where: { id: planId },
      select: { revision: true },
    })
    if (!head) return null
    if (known && known.revision >= head.revision) return known
    return this.#database.prisma.$transaction((tx) => this.#catchUp(tx, planId, head.revision), {
      isolationLevel: Prisma.TransactionIsolationLevel.RepeatableRead,
    })
  }

  /** Brings the value in memory up to a revision from the change log, or reads it whole the first time. */
  async #catchUp(tx: Prisma.TransactionClient, planId: string, revision: number): Promise<Plan> {
    const known = this.#newest.get(planId)
    if (known && known.revision >= revision) return known
    const missed = known
      ? await revisionsBetween(tx, planId, { after: known.revision, upTo: revision }, 'asc')
      : []
    const plan = known ? missed.reduce(advance, known) : await loadPlan(tx, planId)
    if (!plan) throw new Error(`there is no plan ${planId}`)
    this.#remember(plan)
    return plan
  }

  #remember(plan: Plan): void {
    const known = this.#newest.get(plan.id)
    if (plan.revision < (known?.revision ?? -1)) return
    // Forms that people have open were filled in on what was newest a moment ago.
    if (known && known.revision < plan.revision) this.#keepPast(known)
    this.#newest.set(plan.id, plan)
  }

  #keepPast(plan: Plan): void {
    const key = `${plan.id}/${plan.revision}`
    this.#past.delete(key)
    this.#past.set(key, plan)
    if (this.#past.size > PAST_VALUES) this.#past.delete(this.#past.keys().next().value ?? key)
  }

  /** The value at a revision: the newest, one kept from before, or one rewound from the nearest check point after it. */
  async #atRevision(newest: Plan, revision: number): Promise<Plan> {
    if (revision === newest.revision) return newest
    const key = `${newest.id}/${revision}`
    const plan = this.#past.get(key) ?? (await this.#rewound(newest, revision))
    this.#keepPast(plan)
    return plan
  }

  async #rewound(newest: Plan, revision: number): Promise<Plan> {
    const { prisma } = this.#database
    const from = { ...newest, ...(await snapshotFrom(prisma, newest.id, revision)) }
    const later = await revisionsBetween(prisma, newest.id, { after: revision, upTo: from.revision }, 'desc')
    return rewind(from, later, await momentOf(prisma, newest, revision))
  }
}
