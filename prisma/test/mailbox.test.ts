import { expect, test } from 'vitest'
import { Mailbox } from '../mailbox.ts'
import { describeEachDatabase } from './databases.ts'

const letter = (name: string) => ({
  key: `reminder/${name}`,
  planId: null,
  recipient: `${name}@example.gov.uk`,
  subject: 'An update is due',
  text: 'Please',
})

describeEachDatabase('the outbox', (open) => {
  async function aMailbox() {
    const { prisma } = await open()
    const clock = { now: new Date('2026-11-24T10:00:00Z') }
    const later = (minutes: number) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000)
    }
    return { prisma, later, mailbox: new Mailbox(prisma, () => clock.now) }
  }

  test('a letter is written once, however often it is due', async () => {
    const { mailbox, prisma } = await aMailbox()
    await mailbox.add([letter('one'), letter('two')])
    await mailbox.add([letter('two'), letter('three')])
    expect(await prisma.mail.count()).toBe(3)
  })

  test('a letter that is claimed is nobody else’s, and of two processes each gets its own', async () => {
    const { mailbox } = await aMailbox()
    await mailbox.add(['one', 'two', 'three', 'four'].map(letter))
    const claims = await Promise.all([mailbox.claim(2), mailbox.claim(2), mailbox.claim(2)])
    const ids = claims.flat().map(({ id }) => id)
    expect(ids).toHaveLength(4)
    expect(new Set(ids).size).toBe(4)
    expect(await mailbox.claim(10)).toEqual([])
  })

  test('a process that dies while sending loses nothing: the same letter is claimed again, under the same id', async () => {
    const { mailbox, later } = await aMailbox()
    await mailbox.add([letter('one')])
    const [first] = await mailbox.claim(1)
    later(4)
    expect(await mailbox.claim(1)).toEqual([])
    later(2)
    const [again] = await mailbox.claim(1)
    expect(again).toMatchObject({ id: first?.id, attempts: 2 })
  })

  test('what was sent is not sent again; what failed is tried later and later, and then no more', async () => {
    const { mailbox, later, prisma } = await aMailbox()
    await mailbox.add([letter('one'), letter('two')])
    const [one, two] = await mailbox.claim(2)
    if (!one || !two) throw new Error('two letters wait')
    await mailbox.sent(one)
    await mailbox.failed(two, 'The mail server did not answer')
    later(0.5)
    expect(await mailbox.claim(5)).toEqual([])
    let tries = 1
    for (let minutes = 0; minutes < 24 * 60; minutes += 10) {
      later(10)
      for (const mail of await mailbox.claim(5)) {
        expect(mail.id).toBe(two.id)
        tries += 1
        await mailbox.failed(mail, 'The mail server did not answer')
      }
    }
    expect(tries).toBe(9)
    const row = await prisma.mail.findUniqueOrThrow({ where: { id: two.id } })
    expect(row).toMatchObject({ sentAt: null, lastProblem: 'The mail server did not answer' })
  })

  test('an address of a demonstration is never sent to', async () => {
    const { mailbox } = await aMailbox()
    await mailbox.add([{ ...letter('one'), recipient: 'placements-manager@demonstration.invalid' }])
    expect(await mailbox.claim(5)).toEqual([])
  })
})
