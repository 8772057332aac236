import { randomUUID } from 'node:crypto'
import type { Now } from './clock.ts'
import type { PrismaClient } from './generated/client.ts'
import { newToken, tokenHash } from './sessions.ts'

/** An account as the sign-in and the administrator know it. */
export interface Account {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly isAdministrator: boolean
  /** Argon2id in PHC form; null until a password is set. */
  readonly passwordHash: string | null
  readonly closedAt: Date | null
  /** Which person of each plan this is. */
  readonly people: readonly { readonly planId: string; readonly personId: string }[]
}

/** What a one-time link is for: an account, or, where accountId is null, the first administrator. */
export interface LinkTarget {
  readonly accountId: string | null
  readonly email: string | null
}

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
/** A browser stays known this long. */
export const DEVICE_LASTS_MS = 365 * 24 * HOUR_MS

const withPeople = { people: { select: { planId: true, personId: true } } } as const

/** Who may sign in. Nothing is deleted: an account is closed. */
export class Accounts {
  readonly #prisma: PrismaClient
  readonly #now: Now

  constructor(prisma: PrismaClient, now: Now) {
    this.#prisma = prisma
    this.#now = now
  }

  /** Whether there is an account that is not closed. */
  async exists(): Promise<boolean> {
    const found = await this.#prisma.account.findFirst({ where: { closedAt: null }, select: { id: true } })
    return found !== null
  }

  /** Every account, closed ones too, by name. */
  async list(): Promise<Account[]> {
    return this.#prisma.account.findMany({ include: withPeople, orderBy: [{ name: 'asc' }, { id: 'asc' }] })
  }

  async find(id: string): Promise<Account | null> {
    return this.#prisma.account.findUnique({ where: { id }, include: withPeople })
  }

  async findByEmail(email: string): Promise<Account | null> {
    return this.#prisma.account.findUnique({ where: { email: plainEmail(email) }, include: withPeople })
  }

  /** The account that somebody of an identity provider signs in to. */
  async findByIdentity(issuer: string, subject: string): Promise<Account | null> {
    const where = { oidcIssuer_oidcSubject: { oidcIssuer: issuer, oidcSubject: subject } }
    return this.#prisma.account.findUnique({ where, include: withPeople })
  }

  /** Gives an account to an identity, once and for all; false where it has one already. */
  async bindIdentity(accountId: string, issuer: string, subject: string): Promise<boolean> {
    const { count } = await this.#prisma.account.updateMany({
      where: { id: accountId, oidcSubject: null, closedAt: null },
      data: { oidcIssuer: issuer, oidcSubject: subject },
    })
    return count === 1
  }

  /** Makes an account and gives its id. Throws where the address has one already. */
  async create(of: { email: string; name: string; isAdministrator: boolean }): Promise<string> {
    const { email, name, isAdministrator } = of
    const data = { id: randomUUID(), name: name.trim(), isAdministrator, createdAt: this.#now() }
    const { id } = await this.#prisma.account.create({ data: { ...data, email: plainEmail(email) } })
    return id
  }

  /** The addresses of the people of a plan who have an account, by person. */
  async addressesIn(planId: string): Promise<ReadonlyMap<string, string>> {
    const found = await this.#prisma.accountPerson.findMany({
      where: { planId, account: { closedAt: null } },
      select: { personId: true, account: { select: { email: true } } },
    })
    return new Map(found.map(({ personId, account }) => [personId, account.email]))
  }

  /** Says which person of a plan an account is. */
  async link(accountId: string, planId: string, personId: string): Promise<void> {
    await this.#prisma.accountPerson.upsert({
      where: { accountId_planId: { accountId, planId } },
      create: { accountId, planId, personId },
      update: { personId },
    })
  }

  /** Closes an account: its sessions and its unused links end with it. */
  async close(accountId: string): Promise<void> {
    const now = this.#now()
    await this.#prisma.$transaction([
      this.#prisma.account.updateMany({ where: { id: accountId, closedAt: null }, data: { closedAt: now } }),
      this.#prisma.oneTimeLink.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } }),
      this.#prisma.session.deleteMany({ where: { accountId } }),
    ])
  }

  /** Sets a password; whoever was signed in with the one before is signed out. */
  async setPasswordHash(accountId: string, passwordHash: string): Promise<void> {
    await this.#prisma.$transaction([
      this.#prisma.account.update({ where: { id: accountId }, data: { passwordHash } }),
      this.#prisma.session.deleteMany({ where: { accountId } }),
    ])
  }

  /** Makes a link and gives its token, which nobody can read again. An account's earlier links end. */
  async beginLink(accountId: string | null, hours: number): Promise<string> {
    const token = newToken()
    const now = this.#now()
    const expiresAt = new Date(now.getTime() + hours * HOUR_MS)
    if (accountId)
      await this.#prisma.oneTimeLink.updateMany({ where: { accountId, usedAt: null }, data: { usedAt: now } })
    await this.#prisma.oneTimeLink.create({
      data: { tokenHash: tokenHash(token), accountId, createdAt: now, expiresAt },
    })
    return token
  }

  /** What a link is for, without using it; null where it does not hold. The first administrator's holds only until there is an account. */
  async findLink(token: string): Promise<LinkTarget | null> {
    const link = await this.#prisma.oneTimeLink.findUnique({
      where: { tokenHash: tokenHash(token) },
      include: { account: true },
    })
    if (!link || link.usedAt || link.expiresAt <= this.#now() || link.account?.closedAt) return null
    if (!link.accountId && (await this.exists())) return null
    return { accountId: link.accountId, email: link.account?.email ?? null }
  }

  /** Uses a link up. Of two who try at once, one gets it. */
  async useLink(token: string): Promise<LinkTarget | null> {
    const target = await this.findLink(token)
    const now = this.#now()
    const { count } = await this.#prisma.oneTimeLink.updateMany({
      where: { tokenHash: tokenHash(token), usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    })
    return count === 1 ? target : null
  }

  /** Counts a failed sign-in and gives how many there have been since the count last began. */
  async countFailure(bucket: string, windowMinutes: number): Promise<number> {
    const now = this.#now()
    const until = new Date(now.getTime() + windowMinutes * MINUTE_MS)
    await this.#prisma.signInFailure.deleteMany({ where: { until: { lte: now } } })
    const { failures } = await this.#prisma.signInFailure.upsert({
      where: { bucket },
      create: { bucket, failures: 1, until },
      update: { failures: { increment: 1 } },
    })
    return failures
  }

  /** Takes one count back: what was counted before it was tried turned out well. */
  async uncountFailure(bucket: string): Promise<void> {
    await this.#prisma.signInFailure.updateMany({
      where: { bucket, failures: { gt: 0 } },
      data: { failures: { decrement: 1 } },
    })
  }

  async failuresOf(bucket: string): Promise<number> {
    const found = await this.#prisma.signInFailure.findUnique({ where: { bucket } })
    return found && found.until > this.#now() ? found.failures : 0
  }

  async clearFailures(bucket: string): Promise<void> {
    await this.#prisma.signInFailure.deleteMany({ where: { bucket } })
  }

  /** Remembers a browser that an account has signed in from, and gives the token it is known by. */
  async beginDevice(accountId: string): Promise<string> {
    const token = newToken()
    const data = { tokenHash: tokenHash(token), accountId, createdAt: this.#now() }
    await this.#prisma.knownDevice.create({ data })
    return token
  }

  /** Whether an account has signed in from the browser with this token. */
  async isKnownDevice(accountId: string, token: string): Promise<boolean> {
    const since = new Date(this.#now().getTime() - DEVICE_LASTS_MS)
    const where = { tokenHash: tokenHash(token), accountId, createdAt: { gt: since } }
    return (await this.#prisma.knownDevice.count({ where })) > 0
  }
}

function plainEmail(email: string): string {
  return email.trim().toLowerCase()
}
