import { randomBytes } from 'node:crypto'
import type { Now } from './clock.ts'
import type { PrismaClient } from './generated/client.ts'

/** Somebody who has confirmed that the newsletter of a plan should come to an address. */
export interface Subscriber {
  readonly id: string
  readonly email: string
  /** Known from letters alone. */
  readonly token: string
}

const DAY_MS = 24 * 3600 * 1000
/** How long an address is kept that nobody confirms. */
const UNCONFIRMED_DAYS = 7

/** Who receives the newsletter of each plan. Nothing is kept of an address that leaves. */
export class Subscribers {
  readonly #prisma: PrismaClient
  readonly #now: Now

  constructor(prisma: PrismaClient, now: Now) {
    this.#prisma = prisma
    this.#now = now
  }

  /** Notes an address that is asked for; gives its token where it has yet to be confirmed, else null. */
  async ask(planId: string, email: string): Promise<string | null> {
    const asked = { planId, email: email.toLowerCase() }
    const [id, token] = [randomBytes(8).toString('hex'), randomBytes(24).toString('base64url')]
    await this.#prisma.subscriber.createMany({
      data: { ...asked, id, token, askedAt: this.#now() },
      skipDuplicates: true,
    })
    const found = await this.#prisma.subscriber.findUnique({ where: { planId_email: asked } })
    return found && !found.confirmedAt ? found.token : null
  }

  /** True where the token is that of somebody who asked. */
  async confirm(planId: string, token: string): Promise<boolean> {
    const { count } = await this.#prisma.subscriber.updateMany({
      where: { planId, token },
      data: { confirmedAt: this.#now() },
    })
    return count > 0
  }

  /** Forgets whoever has this token, if anybody has. */
  async end(planId: string, token: string): Promise<void> {
    await this.#prisma.subscriber.deleteMany({ where: { planId, token } })
  }

  /** Whoever has confirmed. */
  async of(planId: string): Promise<Subscriber[]> {
    return this.#prisma.subscriber.findMany({
      where: { planId, confirmedAt: { not: null } },
      select: { id: true, email: true, token: true },
      orderBy: { id: 'asc' },
    })
  }

  /** Forgets addresses that nobody has confirmed in a week. */
  async forgetUnconfirmed(): Promise<void> {
    const before = new Date(this.#now().getTime() - UNCONFIRMED_DAYS * DAY_MS)
    await this.#prisma.subscriber.deleteMany({ where: { confirmedAt: null, askedAt: { lt: before } } })
  }
}
