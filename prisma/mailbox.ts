import { createHash } from 'node:crypto'
import type { Now } from './clock.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'

/** A message to be sent. */
export interface Letter {
  /** What makes it the same message: a second letter with the same key is not written. */
  readonly key: string
  readonly planId: string | null
  readonly recipient: string
  readonly subject: string
  readonly text: string
  /** The same for readers that show HTML. */
  readonly html?: string | null
  /** Where its reader stops such letters with one click. */
  readonly stopUrl?: string | null
}

/** A letter in the outbox. Times are of the machine's clock. */
export interface Mail extends Omit<Letter, 'key'> {
  /** The same for the same letter, however often it is handed over. */
  readonly id: string
  readonly createdAt: Date
  readonly sentAt: Date | null
  /** How often it was handed to the mail server. */
  readonly attempts: number
  readonly lastProblem: string | null
}

/** Puts letters into the outbox, inside the transaction of what they tell of. */
export async function post(
  tx: Prisma.TransactionClient,
  letters: readonly Letter[],
  now: Date,
): Promise<void> {
  // The id follows from the key, so that a letter sent twice by a dying process is the same message to whoever reads it.
  const idOf = (key: string) => createHash('sha256').update(key).digest('hex').slice(0, 32)
  const data = letters.map((letter) => ({ ...letter, id: idOf(letter.key), createdAt: now }))
  if (data.length > 0) await tx.mail.createMany({ data, skipDuplicates: true })
}

/** Addresses that lead nowhere by definition (RFC 6761): those of a demonstration. They are shown and never sent. */
export const NOWHERE = '.invalid'

const MOST_SHOWN = 200
/** For a mail server to answer. A process that died leaves its letters to be claimed again after this. */
const CLAIM_MS = 5 * 60_000
/** After the first failure a minute, then twice as long each time: the last try is some seven hours after the first. */
const RETRY_MS = 60_000
const MOST_ATTEMPTS = 9

/** The outbox: what was written, what was sent, and what could not be. */
export class Mailbox {
  readonly #prisma: PrismaClient
  readonly #now: Now

  constructor(prisma: PrismaClient, now: Now) {
    this.#prisma = prisma
    this.#now = now
  }

  /** Writes letters that belong to no commit; those that are there already are not written again. */
  async add(letters: readonly Letter[]): Promise<void> {
    await this.#prisma.$transaction((tx) => post(tx, letters, this.#now()))
  }

  /** The letters of a plan, newest first. */
  async of(planId: string): Promise<Mail[]> {
    return this.#prisma.mail.findMany({
      where: { planId },
      orderBy: [{ createdAt: 'desc' }, { recipient: 'asc' }],
      take: MOST_SHOWN,
      omit: { key: true, claimedUntil: true },
    })
  }

  /** Takes letters to be sent, oldest first. No other process takes them too, until the claim has run out. */
  async claim(most: number): Promise<Mail[]> {
    const now = this.#now()
    const until = new Date(now.getTime() + CLAIM_MS)
    return this.#prisma.$queryRaw<Mail[]>`
      UPDATE "Mail" SET "claimedUntil" = ${until}, attempts = attempts + 1
      WHERE id IN (
        SELECT id FROM "Mail"
        WHERE "sentAt" IS NULL AND attempts < ${MOST_ATTEMPTS} AND recipient NOT LIKE ${`%${NOWHERE}`}
          AND ("claimedUntil" IS NULL OR "claimedUntil" <= ${now})
        ORDER BY "createdAt" LIMIT ${most} FOR UPDATE SKIP LOCKED
      )
      RETURNING id, "planId", recipient, subject, text, html, "stopUrl", "createdAt", "sentAt", attempts, "lastProblem"`
  }

  /** A letter that the mail server has taken. */
  async sent({ id }: Pick<Mail, 'id'>): Promise<void> {
    await this.#prisma.mail.updateMany({
      where: { id },
      data: { sentAt: this.#now(), claimedUntil: null, lastProblem: null },
    })
  }

  /** A letter that the mail server has not taken: it is tried again later. */
  async failed({ id, attempts }: Pick<Mail, 'id' | 'attempts'>, problem: string): Promise<void> {
    const again = new Date(this.#now().getTime() + RETRY_MS * 2 ** (attempts - 1))
    await this.#prisma.mail.updateMany({
      where: { id, sentAt: null },
      data: { claimedUntil: again, lastProblem: problem.slice(0, 500) },
    })
  }
}
