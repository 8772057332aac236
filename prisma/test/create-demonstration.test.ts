import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createDemonstration } from '../create-demonstration.ts'
import { openDatabase } from '../database.ts'
import { readStory, storyChanges } from '../demonstration.ts'
import { openStore } from '../open-store.ts'

const now = new Date('2026-11-24T10:00:00Z')

async function anEmptyStore() {
  const directory = mkdtempSync(path.join(tmpdir(), 'strandline-story-'))
  const store = await openStore(await openDatabase(`pglite:${directory}/data`), () => now)
  onTestFinished(async () => {
    await store.close()
    rmSync(directory, { recursive: true })
  })
  return store
}

/** Begins the demonstration as far as its first revision. */
async function begun(why: (told: string) => string) {
  const store = await anEmptyStore()
  const story = readStory()
  const [first] = storyChanges(story, 0)
  if (!first) throw new Error('the story has no revision')
  await store.createPlan(story.authority, story.plan.id, story.plan.beganOn)
  await store.commit(story.plan.id, { ...first, why: why(first.why), requestId: 'demonstration-1' })
  return { store, story }
}

const revisionOf = async ({ store, story }: Awaited<ReturnType<typeof begun>>) =>
  (await store.plan(story.plan.id))?.revision

test('a demonstration whose story has been retold since keeps the story that it has', async () => {
  const older = await begun((told) => `${told} As it was told before.`)
  await createDemonstration(older.store, now)
  expect(await revisionOf(older)).toBe(1)
})

test('a demonstration that was cut off half-way is taken up again', async () => {
  const cut = await begun((told) => told)
  await createDemonstration(cut.store, now)
  expect(await revisionOf(cut)).toBe(cut.story.revisions.length)
})
