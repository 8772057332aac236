import { describe, expect, inject, onTestFinished, test, vi } from 'vitest'
import { openDatabase } from '../database.ts'
import { openStore } from '../open-store.ts'
import { hashOf } from '../snapshots.ts'
import { administer, uniqueName, withDatabase } from './databases.ts'
import { aStore, commitEdits, PLAN, requirePlan } from './small-plan.ts'

const postgres = inject('postgres')

/** Two stores that share nothing but the server, as two API processes do. */
async function twoStores() {
  const name = uniqueName('shared')
  await administer(postgres, `CREATE DATABASE ${name}`)
  onTestFinished(() => administer(postgres, `DROP DATABASE ${name} WITH (FORCE)`))
  const url = withDatabase(postgres, name)
  const one = await aStore(await openDatabase(url))
  const two = await openStore(await openDatabase(url))
  onTestFinished(() => two.close())
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
})
