import type { Day } from '@strandline/domain/day'
import type { Plan } from '@strandline/domain/plan'
import { reminderInWords, reminderKey, remindersDue } from '@strandline/domain/reminder'
import { type Letter, type Mail, NOWHERE } from '@strandline/store/mailbox'
import type { Store } from '@strandline/store/store'
import type { FastifyBaseLogger } from 'fastify'
import { createTransport } from 'nodemailer'

/** Where mail goes out, and where its links lead to. */
export interface MailSettings {
  /** smtp://user:password@host:587; null keeps every letter in the outbox. */
  readonly smtpUrl: string | null
  /** Whom letters are from: "Strandline <plan@example.gov.uk>". */
  readonly from: string
  /** The address of this site as people know it, without a slash at its end. */
  readonly publicUrl: string
}

/** The reminders that are due for a plan on a day, as letters to whoever has an address. */
export async function reminderLetters(
  store: Store,
  publicUrl: string,
  plan: Plan,
  today: Day,
): Promise<Letter[]> {
  const due = remindersDue(plan, today)
  if (due.length === 0) return []
  const addresses = await addressesIn(store, plan)
  const link = `${publicUrl}/plans/${encodeURIComponent(plan.id)}/my-updates`
  return due.flatMap((reminder) => {
    const recipient = addresses(reminder.personId)
    const key = reminderKey(plan, reminder)
    return recipient ? [{ key, planId: plan.id, recipient, ...reminderInWords(plan, reminder, link) }] : []
  })
}

/** Where each person is written to. In a demonstration, where nobody has an account, it leads nowhere. */
async function addressesIn(
  { accounts }: Store,
  plan: Plan,
): Promise<(personId: string) => string | undefined> {
  if (!(await accounts.exists())) return (personId) => `${personId}@demonstration${NOWHERE}`
  const addresses = await accounts.addressesIn(plan.id)
  return (personId) => addresses.get(personId)
}

const LOOK_EVERY_MS = 60_000
const AT_ONCE = 20

/** Writes reminders as they fall due and sends what is in the outbox, for as long as the server runs. */
export class PostRound {
  readonly #store: Store
  readonly #settings: MailSettings
  readonly #log: Pick<FastifyBaseLogger, 'error'>
  #timer: NodeJS.Timeout | undefined
  #going: Promise<void> = Promise.resolve()

  constructor(store: Store, settings: MailSettings, log: Pick<FastifyBaseLogger, 'error'>) {
    this.#store = store
    this.#settings = settings
    this.#log = log
  }

  begin(): void {
    const round = () => {
      this.#going = this.once().catch((fault) => this.#log.error(fault))
    }
    this.#timer = setInterval(round, LOOK_EVERY_MS)
    this.#timer.unref()
    round()
  }

  /** Sends what has just been written, after what is being sent. */
  soon(): void {
    this.#going = this.#going.then(() => this.#send()).catch((fault) => this.#log.error(fault))
  }

  /** Ends after the letter that is being sent. */
  async end(): Promise<void> {
    clearInterval(this.#timer)
    await this.#going
  }

  /** Writes what is due and sends what waits. */
  async once(): Promise<void> {
    await this.#store.subscribers.forgetUnconfirmed()
    for (const planId of await this.#store.planIds()) {
      const plan = await this.#store.plan(planId)
      if (!plan) continue
      const today = this.#store.todayOf(plan)
      await this.#store.mailbox.add(await reminderLetters(this.#store, this.#settings.publicUrl, plan, today))
    }
    await this.#send()
  }

  async #send(): Promise<void> {
    const { smtpUrl, from } = this.#settings
    if (smtpUrl === null) return
    const transport = createTransport(smtpUrl)
    try {
      for (const mail of await this.#store.mailbox.claim(AT_ONCE)) await this.#sendOne(transport, from, mail)
    } finally {
      transport.close()
    }
  }

  async #sendOne(transport: ReturnType<typeof createTransport>, from: string, mail: Mail): Promise<void> {
    const { id, recipient: to, subject, text, html, stopUrl } = mail
    // One id for one letter: a mail server that is given it twice, because a process died, can tell.
    const messageId = `<${id}@${new URL(this.#settings.publicUrl).hostname}>`
    try {
      await transport.sendMail({
        ...{ from, to, subject, text, messageId },
        ...(html ? { html } : {}),
        ...(stopUrl ? { headers: oneClick(stopUrl) } : {}),
      })
    } catch (problem) {
      await this.#store.mailbox.failed(mail, problem instanceof Error ? problem.message : String(problem))
      return
    }
    await this.#store.mailbox.sent(mail)
  }
}

/** What lets a mail program offer to stop such letters (RFC 8058). */
function oneClick(stopUrl: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}
