import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PostRound } from '../src/mail.ts'
import { aDemonstration } from './demonstration.ts'

const demonstration = aDemonstration()

interface Received {
  readonly to: string
  readonly text: string
}

const received: Received[] = []
const state = { isRefusing: false }
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: async (stream, { envelope }, done) => {
    const parts: Buffer[] = []
    for await (const part of stream) parts.push(part as Buffer)
    if (state.isRefusing) return done(new Error('The mailbox is full'))
    received.push({ to: envelope.rcptTo[0]?.address ?? '', text: Buffer.concat(parts).toString() })
    done()
  },
})

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
})
afterAll(() => new Promise<void>((resolve) => server.close(resolve)))

const problems: unknown[] = []
const aRound = (isSending: boolean) =>
  new PostRound(
    demonstration.store,
    {
      smtpUrl: isSending
        ? `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}?ignoreTLS=true`
        : null,
      from: 'Strandline <plan@example.gov.uk>',
      publicUrl: 'https://plan.example.gov.uk',
    },
    { error: (problem: unknown) => problems.push(problem) },
  )

interface Letter {
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly sentAt: string | null
  readonly problem: string | null
}

async function outbox(): Promise<Letter[]> {
  const query = '{ plan(id: "solihull") { ... on Plan { mail { recipient subject text sentAt problem } } } }'
  const { data } = await demonstration.ask<{ plan: { mail: Letter[] } }>(query, {}, 'programme-manager')
  return data.plan.mail
}

test('in a demonstration the letters of the open cycle stay in the outbox, each once', async () => {
  await aRound(true).once()
  await aRound(true).once()
  const letters = await outbox()
  expect(letters.length).toBeGreaterThan(5)
  expect(new Set(letters.map(({ recipient }) => recipient)).size).toBe(letters.length)
  expect(
    letters.every(({ recipient, sentAt }) => recipient.endsWith('@demonstration.invalid') && sentAt === null),
  ).toBe(true)
  expect(JSON.stringify(letters)).not.toMatch(/Kestrel/)
  expect(received).toEqual([])
})

test('opening a cycle writes to whoever has an account and owes, in the same moment; each is sent once', async () => {
  const { accounts } = demonstration.store
  const email = 'inclusion@example.gov.uk'
  const accountId = await accounts.create({ email, name: 'Inclusion Adviser', isAdministrator: false })
  await accounts.link(accountId, 'solihull', 'inclusion-adviser')
  const change = async (name: string, input: object) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
    const query = `mutation($input: ${type}!) {
      ${name}(planId: "solihull", requestId: "mail-${name}", input: $input) { __typename } }`
    const { data } = await demonstration.ask(query, { input }, 'programme-manager')
    expect(data[name]).toEqual({ __typename: 'Committed' })
  }
  await change('reviewCycle', { cycleId: 'cycle-2020-03' })
  await change('openReportingCycle', {
    name: 'April 2020',
    opensOn: '2020-03-31',
    dueOn: '2020-04-30',
    graceUntil: '2020-05-04',
  })
  const written = (await outbox()).filter(({ recipient }) => recipient === email)
  expect(written).toMatchObject([{ subject: 'April 2020: 1 update to give by 30 April 2020', sentAt: null }])

  state.isRefusing = true
  await aRound(true).once()
  expect((await outbox()).find(({ recipient }) => recipient === email)?.problem).toMatch(
    'The mailbox is full',
  )
  state.isRefusing = false
  await demonstration.store.mailbox.add([
    { key: 'another', planId: 'solihull', recipient: email, subject: 'Another', text: 'Another' },
  ])
  await aRound(true).once()
  await aRound(true).once()
  // The first waits for its second try, and is not pushed on by the other.
  expect(received.map(({ to }) => to)).toEqual([email])
  expect(received[0]?.text).toMatch(/^Message-ID: <[0-9a-f]{32}@plan\.example\.gov\.uk>\r$/m)
  expect((await outbox()).filter(({ sentAt }) => sentAt !== null)).toHaveLength(1)
  expect(problems).toEqual([])
})
