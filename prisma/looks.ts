import type { Now } from './clock.ts'
import type { PrismaClient } from './generated/client.ts'

/** What somebody had last seen of a plan. */
export interface Look {
  readonly revision: number
  /** On the clock of the machine. */
  readonly at: Date
}

/** Remembers for each reader what that reader has seen, so that the next visit can begin with what is new. */
export class Looks {
  readonly #prisma: PrismaClient
  readonly #now: Now

  constructor(prisma: PrismaClient, now: Now) {
    this.#prisma = prisma
    this.#now = now
  }

  find(planId: string, owner: string): Promise<Look | null> {
    const where = { planId_owner: { planId, owner } }
    return this.#prisma.look.findUnique({ where, select: { revision: true, at: true } })
  }

  /** A page that was opened long ago cannot take a later look back. */
  async keep(planId: string, owner: string, revision: number): Promise<void> {
    const at = this.#now()
    await this.#prisma.look.createMany({ data: { planId, owner, revision, at }, skipDuplicates: true })
    await this.#prisma.look.updateMany({
      where: { planId, owner, revision: { lt: revision } },
      data: { revision, at },
    })
  }
}
