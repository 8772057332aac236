import { advance, rewind } from '@strandline/domain/change'
import type { Day } from '@strandline/domain/day'
import type { Item } from '@strandline/domain/history'
import type { Authority, Plan } from '@strandline/domain/plan'
import { Announcements, listenToServer, notification } from './announcements.ts'
import { dayOf, type Now, planNow } from './clock.ts'
import { commitIn } from './commit.ts'
import type { Database } from './database.ts'
import { Prisma } from './generated/client.ts'
import { loadPlan } from './load-plan.ts'
import { revisionAt, revisionsBetween, revisionsTouching } from './revisions.ts'
import { momentOf, snapshotFrom } from './snapshots.ts'
import type { Committed, Listener, Proposal, Store } from './store.ts'

/** How many plan values of the past are kept in memory. */
const PAST_VALUES = 32

/** Opens the store over a database. The store owns the database from then on, and closes it. */
export async function openStore(database: Database, now: Now = () => new Date()): Promise<Store> {
  const announcements = new Announcements()
  const stopListening =
    database.kind === 'server' ? await listenToServer(database.url, announcements) : async () => {}
  return new DatabaseStore(database, now, announcements, stopListening)
}

class DatabaseStore implements Store {
  readonly #database: Database
  readonly #now: Now
  readonly #announcements: Announcements
  readonly #stopListening: () => Promise<void>
  /** The newest value that this process has seen of each plan. */
  readonly #newest = new Map<string, Plan>()
  /** Values of the past by plan and revision, the least recently used first. */
  readonly #past = new Map<string, Plan>()

  constructor(
    database: Database,
    now: Now,
    announcements: Announcements,
    stopListening: () => Promise<void>,
  ) {
    this.#database = database
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

  async commit(planId: string, proposal: Proposal): Promise<Committed> {
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
    if (plan.revision >= (this.#newest.get(plan.id)?.revision ?? -1)) this.#newest.set(plan.id, plan)
  }

  /** The value at a revision: the newest, one kept from before, or one rewound from the nearest check point after it. */
  async #atRevision(newest: Plan, revision: number): Promise<Plan> {
    if (revision === newest.revision) return newest
    const key = `${newest.id}/${revision}`
    const kept = this.#past.get(key)
    const plan = kept ?? (await this.#rewound(newest, revision))
    this.#past.delete(key)
    this.#past.set(key, plan)
    if (this.#past.size > PAST_VALUES) this.#past.delete(this.#past.keys().next().value ?? key)
    return plan
  }

  async #rewound(newest: Plan, revision: number): Promise<Plan> {
    const { prisma } = this.#database
    const from = { ...newest, ...(await snapshotFrom(prisma, newest.id, revision)) }
    const later = await revisionsBetween(prisma, newest.id, { after: revision, upTo: from.revision }, 'desc')
    return rewind(from, later, await momentOf(prisma, newest, revision))
  }
}
