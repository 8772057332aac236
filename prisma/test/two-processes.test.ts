import type { Plan } from '@strandline/domain/plan'
import pg from 'pg'
import { describe, expect, inject, onTestFinished, test, vi } from 'vitest'
import { createDemonstration } from '../create-demonstration.ts'
import { openDatabase } from '../database.ts'
import { openStore } from '../open-store.ts'
import { hashOf } from '../snapshots.ts'
import { administer, uniqueName, withDatabase } from './databases.ts'
import { aStore, commitEdits, PLAN, requirePlan } from './small-plan.ts'

const postgres = inject('postgres')

let sharedUrl = ''
const url = () => sharedUrl

/** Two stores that share nothing but the server, as two API processes do. */
async function twoStores() {
  const name = uniqueName('shared')
  await administer(postgres, `CREATE DATABASE ${name}`)
  onTestFinished(() => administer(postgres, `DROP DATABASE ${name} WITH (FORCE)`))
  const url = withDatabase(postgres, name)
  const one = await aStore(await openDatabase(url))
  const two = await openStore(await openDatabase(url))
  onTestFinished(() => two.close())
  sharedUrl = url
  return { one, two }
}

describe.skipIf(postgres === '')('two processes on one PostgreSQL', () => {
  test('what one commits, the other reads at once', async () => {
    const { one, two } = await twoStores()
    await requirePlan(two)
    for (const name of ['A', 'B', 'C']) {
      await commitEdits(one, { action: { training: { name } } })
      expect((await requirePlan(two)).tables.action.training?.name).toBe(name)
      expect(hashOf(await requirePlan(two))).toBe(hashOf(await requirePlan(one)))
    }
  })

  test('a listener of one hears of what the other commits', async () => {
    const { one, two } = await twoStores()
    const heard = vi.fn()
    two.listen(heard)
    await commitEdits(one, { action: { training: { name: 'A' } } })
    await vi.waitFor(() => expect(heard.mock.calls).toEqual([[PLAN, 2]]), { timeout: 10_000 })
  })

  test('sixteen writers over two processes leave no gap and lose nothing', async () => {
    const { one, two } = await twoStores()
    const names = Array.from({ length: 16 }, (_, index) => `person-${index}`)
    await Promise.all(
      names.map((name, index) =>
        commitEdits(index % 2 ? one : two, { person: { [name]: { name, sourceId: 'minutes' } } }),
      ),
    )
    expect((await requirePlan(one)).revision).toBe(17)
    expect(hashOf(await requirePlan(one))).toBe(hashOf(await requirePlan(two)))
    expect(Object.keys((await requirePlan(two)).tables.person).sort()).toEqual(names.toSorted())
  })

  test('two that start at the same moment on an empty database make one demonstration', async () => {
    const name = uniqueName('empty')
    await administer(postgres, `CREATE DATABASE ${name}`)
    onTestFinished(() => administer(postgres, `DROP DATABASE ${name} WITH (FORCE)`))
    const url = withDatabase(postgres, name)
    const stores = await Promise.all([1, 2, 3].map(async () => openStore(await openDatabase(url))))
    const now = new Date('2026-11-23T10:00:00Z')
    await Promise.all(stores.map((store) => createDemonstration(store, now)))
    const hashes = await Promise.all(
      stores.map(async (store) => hashOf((await store.plan('solihull')) as Plan)),
    )
    expect(new Set(hashes).size).toBe(1)
    await Promise.all(stores.map((store) => store.close()))
  })

  test('a notification from somebody else is passed over, and a broken connection is made again once', async () => {
    const { one, two } = await twoStores()
    const heard = vi.fn()
    two.listen(heard)
    for (const payload of ['', 'nonsense', '{}'])
      await administer(url(), `SELECT pg_notify('strandline', '${payload}')`)
    const listeners = `FROM pg_stat_activity WHERE application_name = 'strandline-listener' AND datname = current_database()`
    await administer(url(), `SELECT pg_terminate_backend(pid) ${listeners}`)
    await vi.waitFor(async () => expect(await count(url(), listeners)).toBe(2), { timeout: 15_000 })
    await commitEdits(one, { action: { training: { name: 'A' } } })
    await vi.waitFor(() => expect(heard.mock.calls).toEqual([[PLAN, 2]]), { timeout: 10_000 })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(await count(url(), listeners)).toBe(2)
  })
})

async function count(address: string, from: string): Promise<number> {
  const client = new pg.Client(address)
  await client.connect()
  const { rows } = await client.query(`SELECT count(*)::int AS n ${from}`)
  await client.end()
  return rows[0].n
}
