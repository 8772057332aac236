import { createHash, randomBytes } from 'node:crypto'
import type { Now } from './clock.ts'
import type { PrismaClient } from './generated/client.ts'

/** Who a session is of: an account, or a person of a plan chosen in demonstration mode. */
export interface SignedIn {
  /** What belongs to this person alone, such as what was last looked at, is kept under this. */
  readonly owner: string
  readonly name: string
  readonly accountId: string | null
  readonly isAdministrator: boolean
  /** The person that this is in each plan, by plan. */
  readonly people: Readonly<Record<string, string>>
}

const HOUR_MS = 3_600_000
/** A session ends this long after it began, however busy it is. */
const LASTS_MS = 12 * HOUR_MS
/** It ends sooner when nothing is asked for this long. */
const IDLE_MS = 2 * HOUR_MS
/** When it was last used is written down no more often than this. */
const SEEN_EVERY_MS = 60_000

const withPeople = { account: { include: { people: true } }, person: true } as const

/** Only the hash of a token is kept: who reads the table cannot sign in with it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** A token that cannot be guessed: 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Sign-ins that hold. Each is ended in the database, so that ending it is felt by every process at once. */
export class Sessions {
  readonly #prisma: PrismaClient
  readonly #now: Now

  constructor(prisma: PrismaClient, now: Now) {
    this.#prisma = prisma
    this.#now = now
  }

  /** Begins a session and gives its token, which nobody can read again. */
  async begin(
    of: { accountId: string } | { planId: string; personId: string },
    device: string,
  ): Promise<string> {
    const token = newToken()
    const now = this.#now()
    const expiresAt = new Date(now.getTime() + LASTS_MS)
    const times = { createdAt: now, seenAt: now, expiresAt }
    const data = { tokenHash: tokenHash(token), device: device.slice(0, 200), ...times, ...of }
    await this.#prisma.session.create({ data })
    return token
  }

  /**
   * Who holds this token; null when the session is over, or never was. Without activity it is only looked at, and ends as
   * soon as if nobody had.
   */
  async find(token: string, isActivity = true): Promise<SignedIn | null> {
    const session = await this.#prisma.session.findUnique({
      where: { tokenHash: tokenHash(token) },
      include: withPeople,
    })
    const now = this.#now()
    if (!session || session.expiresAt <= now) return null
    if (now.getTime() - session.seenAt.getTime() > IDLE_MS) return null
    if (isActivity && now.getTime() - session.seenAt.getTime() > SEEN_EVERY_MS) {
      await this.#prisma.session.updateMany({
        where: { tokenHash: session.tokenHash },
        data: { seenAt: now },
      })
    }
    const { account, person } = session
    if (account) return account.closedAt ? null : ofAccount(account)
    return person ? ofDemonstration(person) : null
  }

  async end(token: string): Promise<void> {
    await this.#prisma.session.deleteMany({ where: { tokenHash: tokenHash(token) } })
  }

  /** Signs an account out everywhere. */
  async endAll(accountId: string): Promise<void> {
    await this.#prisma.session.deleteMany({ where: { accountId } })
  }

  /** Ends every session of demonstration mode: a chosen person is nobody once there are accounts. */
  async endDemonstrations(): Promise<void> {
    await this.#prisma.session.deleteMany({ where: { accountId: null } })
  }
}

interface AccountRow {
  readonly id: string
  readonly name: string
  readonly isAdministrator: boolean
  readonly people: readonly { planId: string; personId: string }[]
}

function ofAccount({ id, name, isAdministrator, people }: AccountRow): SignedIn {
  const byPlan = people.map(({ planId, personId }) => [planId, personId])
  return {
    owner: `account:${id}`,
    name,
    accountId: id,
    isAdministrator,
    people: Object.fromEntries(byPlan),
  }
}

function ofDemonstration({ planId, id, name }: { planId: string; id: string; name: string }): SignedIn {
  const owner = `demonstration:${planId}/${id}`
  return { owner, name, accountId: null, isAdministrator: false, people: { [planId]: id } }
}
