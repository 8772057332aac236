import { addDays } from '@strandline/domain/day'
import { findRow } from '@strandline/domain/plan'
import { expect, onTestFinished, test, vi } from 'vitest'
import { loadPlan } from '../load-plan.ts'
import { openStore } from '../open-store.ts'
import { hashOf, REVISIONS_PER_SNAPSHOT } from '../snapshots.ts'
import { describeEachDatabase } from './databases.ts'
import { aStore, BEGAN, commitEdits, PLAN, requirePlan } from './small-plan.ts'

describeEachDatabase('the store', (open) => {
  test('two people who change different fields of one action both succeed', async () => {
    const store = await aStore(await open())
    const asBothSawIt = await requirePlan(store)
    await commitEdits(
      store,
      { action: { workshops: { name: 'Inclusion workshops' } } },
      { against: asBothSawIt },
    )
    const second = await commitEdits(
      store,
      { action: { workshops: { stage: 'IN_PROGRESS' } } },
      { against: asBothSawIt },
    )
    expect(second).toEqual({ kind: 'COMMITTED', revision: 3, isRepeat: false })
    expect(findRow(await requirePlan(store), 'action', 'workshops')).toMatchObject({
      name: 'Inclusion workshops',
      stage: 'IN_PROGRESS',
    })
  })

  test('the second of two people who change the same field is shown both values and overwrites nothing', async () => {
    const store = await aStore(await open())
    const asBothSawIt = await requirePlan(store)
    await commitEdits(store, { action: { workshops: { name: 'First' } } }, { against: asBothSawIt })
    const second = await commitEdits(
      store,
      { action: { workshops: { name: 'Second' } } },
      { against: asBothSawIt },
    )
    const change = { entity: 'action', id: 'workshops', field: 'name', before: 'Workshops', after: 'Second' }
    expect(second).toEqual({ kind: 'CONFLICT', conflicts: [{ change, current: 'First' }] })
    expect(findRow(await requirePlan(store), 'action', 'workshops')?.name).toBe('First')
    expect((await requirePlan(store)).revision).toBe(2)
  })

  test('the same request again returns the first result, even after others have moved on', async () => {
    const store = await aStore(await open())
    const before = await requirePlan(store)
    const first = await commitEdits(
      store,
      { action: { training: { name: 'A' } } },
      { requestId: 'r', against: before },
    )
    await commitEdits(store, { action: { training: { name: 'B' } } })
    const again = await commitEdits(
      store,
      { action: { training: { name: 'A' } } },
      { requestId: 'r', against: before },
    )
    expect(first).toEqual({ kind: 'COMMITTED', revision: 2, isRepeat: false })
    expect(again).toEqual({ kind: 'COMMITTED', revision: 2, isRepeat: true })
    expect(findRow(await requirePlan(store), 'action', 'training')?.name).toBe('B')
  })

  test('changes that would break the plan are refused with the field and what to do, and nothing is written', async () => {
    const store = await aStore(await open())
    const changes = [
      { entity: 'action', id: 'training', field: 'deliveryRag', before: null, after: 'RED' },
    ] as const
    const refused = await store.commit(PLAN, { requestId: 'r', by: 'Lead', why: 'x', changes })
    expect(refused).toMatchObject({ kind: 'REFUSED' })
    expect(refused.kind === 'REFUSED' && refused.problems.map(({ field }) => field)).toEqual([
      'reason',
      'pathToGreen',
      'ratedOn',
    ])
    expect((await requirePlan(store)).revision).toBe(1)
  })

  test('two edits that are each fine but together make a circle are not both let in', async () => {
    const store = await aStore(await open())
    const asBothSawIt = await requirePlan(store)
    const waits = (waitingActionId: string, neededActionId: string) => ({
      waitingActionId,
      neededActionId,
      sourceId: 'minutes',
    })
    await commitEdits(
      store,
      { dependency: { one: waits('workshops', 'training') } },
      { against: asBothSawIt },
    )
    const second = await commitEdits(
      store,
      { dependency: { two: waits('training', 'workshops') } },
      { against: asBothSawIt },
    )
    expect(second.kind).toBe('REFUSED')
    expect(second.kind === 'REFUSED' && second.problems[0]?.message).toContain('circle')
  })

  test('sixteen people who save at once leave revisions without gaps, and every one of them is kept', async () => {
    const store = await aStore(await open())
    const names = Array.from({ length: 16 }, (_, index) => `person-${index}`)
    const answers = await Promise.all(
      names.map((name) => commitEdits(store, { person: { [name]: { name, sourceId: 'minutes' } } })),
    )
    const numbers = answers.map((answer) => (answer.kind === 'COMMITTED' ? answer.revision : 0))
    expect(numbers.toSorted((a, b) => a - b)).toEqual(names.map((_, index) => index + 2))
    expect(Object.keys((await requirePlan(store)).tables.person).sort()).toEqual(names.toSorted())
  })

  test('the value in memory is the value in the tables', async () => {
    const database = await open()
    const store = await aStore(database)
    await commitEdits(store, { action: { training: { stage: 'STOPPED', stageReason: 'No trainer' } } })
    const loaded = await database.prisma.$transaction((tx) => loadPlan(tx, PLAN))
    expect(loaded && hashOf(loaded)).toBe(hashOf(await requirePlan(store)))
  })

  test('as at a day is the plan as it was at the end of that day, and nothing before the plan began', async () => {
    const store = await aStore(await open())
    const first = hashOf(await requirePlan(store))
    await commitEdits(
      store,
      { action: { training: { name: 'In February' } } },
      { at: '2020-02-10T09:00:00.000Z' },
    )
    await commitEdits(
      store,
      { action: { training: { name: 'Later that day' } } },
      { at: '2020-02-10T17:00:00.000Z' },
    )
    const past = await store.plan(PLAN, '2020-02-09')
    expect(past && hashOf(past)).toBe(first)
    expect((await store.plan(PLAN, '2020-02-10'))?.tables.action.training?.name).toBe('Later that day')
    expect(await store.plan(PLAN, '2020-01-05')).toBeNull()
  })

  test('a day ends at midnight in England, summer time included', async () => {
    const store = await aStore(await open(), () => new Date('2020-06-01T12:00:00Z'))
    await commitEdits(
      store,
      { action: { training: { name: 'After midnight' } } },
      { at: '2020-05-09T23:30:00.000Z' },
    )
    expect((await store.plan(PLAN, '2020-05-09'))?.tables.action.training?.name).toBe('Training')
    expect((await store.plan(PLAN, '2020-05-10'))?.tables.action.training?.name).toBe('After midnight')
  })

  test('time never runs backwards on a plan, even where a clock does', async () => {
    const store = await aStore(await open())
    await commitEdits(
      store,
      { person: { one: { name: 'One', sourceId: 'minutes' } } },
      { at: '2020-03-01T09:00:00.000Z' },
    )
    await commitEdits(
      store,
      { person: { two: { name: 'Two', sourceId: 'minutes' } } },
      { at: '2020-02-01T09:00:00.000Z' },
    )
    expect((await requirePlan(store)).at).toBe('2020-03-01T09:00:00.000Z')
  })

  test('the plan keeps its own clock, an offset from real time', async () => {
    const store = await aStore(await open(), () => new Date('2026-11-23T12:00:00Z'))
    await commitEdits(store, { plan: { [PLAN]: { clockOffsetSeconds: -6 * 365 * 86_400 } } })
    expect(store.todayOf(await requirePlan(store))).toBe('2020-11-24')
  })

  test('listeners are told after the commit, once, and not of what was refused', async () => {
    const store = await aStore(await open())
    const heard = vi.fn()
    const stop = store.listen(heard)
    const against = await requirePlan(store)
    await commitEdits(store, { action: { training: { name: 'A' } } }, { against })
    await commitEdits(store, { action: { training: { name: 'B' } } }, { against })
    stop()
    await commitEdits(store, { action: { training: { name: 'C' } } })
    expect(heard.mock.calls).toEqual([[PLAN, 2]])
  })

  test('history gives every revision that touched an item, newest first, with all of its changes', async () => {
    const store = await aStore(await open())
    await commitEdits(store, {
      action: { training: { name: 'A' } },
      person: { p: { name: 'P', sourceId: 'minutes' } },
    })
    await commitEdits(store, { action: { workshops: { name: 'B' } } })
    const { revisions } = await store.history(PLAN, [{ entity: 'action', id: 'training' }], 3)
    expect(revisions.map(({ number }) => number)).toEqual([2, 1])
    expect(revisions[0]?.changes.map(({ entity }) => entity)).toEqual([
      'action',
      'person',
      'person',
      'person',
    ])
  })

  test('going back through a check point finds the same plan, and the check point still has its hash', async () => {
    const database = await open()
    const store = await aStore(database)
    const hashes = new Map<number, string>()
    for (let number = 2; number <= REVISIONS_PER_SNAPSHOT + 5; number++) {
      const at = `${addDays(BEGAN, number)}T09:00:00.000Z`
      await commitEdits(store, { action: { training: { name: `Name ${number}` } } }, { at })
      hashes.set(number, hashOf(await requirePlan(store)))
    }
    for (const number of [
      7,
      REVISIONS_PER_SNAPSHOT - 1,
      REVISIONS_PER_SNAPSHOT,
      REVISIONS_PER_SNAPSHOT + 2,
    ]) {
      const past = await store.plan(PLAN, addDays(BEGAN, number))
      expect(past && hashOf(past)).toBe(hashes.get(number))
    }
    const kept = await database.prisma.snapshot.findMany({ where: { planId: PLAN } })
    expect(kept.map(({ revisionNumber, hash }) => [revisionNumber, hash])).toEqual([
      [REVISIONS_PER_SNAPSHOT, hashes.get(REVISIONS_PER_SNAPSHOT)],
    ])
  })

  test('a store opened again finds the plan as it was left', async () => {
    const database = await open()
    const left = hashOf(await requirePlan(await aStore(database)))
    const again = await openStore(database)
    onTestFinished(() => again.close())
    expect(hashOf(await requirePlan(again))).toBe(left)
  })
})
