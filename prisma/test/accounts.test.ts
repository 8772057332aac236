import { expect, test } from 'vitest'
import { Accounts } from '../accounts.ts'
import { Sessions } from '../sessions.ts'
import { describeEachDatabase } from './databases.ts'

const MINUTE_MS = 60_000

describeEachDatabase('accounts', (open) => {
  test('a link goes to one of many who use it at once, and failures at once are counted each', async () => {
    const { prisma } = await open()
    let now = new Date('2026-11-23T10:00:00Z')
    const accounts = new Accounts(prisma, () => now)
    const id = await accounts.create({ email: ' Ann@Example.org', name: 'Ann', isAdministrator: false })
    const token = await accounts.beginLink(id, 1)
    const used = await Promise.all(Array.from({ length: 5 }, () => accounts.useLink(token)))
    expect(used.filter((link) => link !== null)).toEqual([{ accountId: id, email: 'ann@example.org' }])

    const counts = await Promise.all(Array.from({ length: 5 }, () => accounts.countFailure('a bucket', 15)))
    expect(counts.sort()).toEqual([1, 2, 3, 4, 5])
    await accounts.uncountFailure('a bucket')
    expect(await accounts.failuresOf('a bucket')).toBe(4)
    now = new Date(now.getTime() + 15 * MINUTE_MS)
    expect(await accounts.failuresOf('a bucket')).toBe(0)
    expect(await accounts.countFailure('a bucket', 15)).toBe(1)
  })

  test('a session ends two hours after the last activity, however often it is looked at', async () => {
    const { prisma } = await open()
    const clock = { now: new Date('2026-11-23T10:00:00Z') }
    const later = (minutes: number) => {
      clock.now = new Date(clock.now.getTime() + minutes * 60_000)
    }
    const accounts = new Accounts(prisma, () => clock.now)
    const sessions = new Sessions(prisma, () => clock.now)
    const accountId = await accounts.create({
      email: 'idle@example.org',
      name: 'Idle',
      isAdministrator: false,
    })
    const token = await sessions.begin({ accountId }, 'a test')
    later(119)
    expect(await sessions.find(token)).not.toBeNull()
    later(119)
    expect(await sessions.find(token, false)).not.toBeNull()
    later(2)
    expect(await sessions.find(token, false)).toBeNull()
  })

  test('closing an account ends its sessions and links, and leaves it on record', async () => {
    const { prisma } = await open()
    const now = () => new Date('2026-11-23T10:00:00Z')
    const accounts = new Accounts(prisma, now)
    const sessions = new Sessions(prisma, now)
    const accountId = await accounts.create({ email: 'bo@example.org', name: 'Bo', isAdministrator: true })
    const session = await sessions.begin({ accountId }, 'a test')
    const link = await accounts.beginLink(accountId, 1)
    expect([await accounts.exists(), (await sessions.find(session))?.name]).toEqual([true, 'Bo'])
    await accounts.close(accountId)
    expect([await accounts.exists(), await sessions.find(session)]).toEqual([false, null])
    expect(await accounts.useLink(link)).toBeNull()
    expect((await accounts.findByEmail('BO@example.org'))?.closedAt).toEqual(now())
  })
})
