import { readStory, storyChanges } from './demonstration.ts'
import type { Store } from './store.ts'

/**
 * Creates the Solihull demonstration in a store that holds no other plan. Each step of its story has its own request id,
 * so a start that was cut off half-way is simply taken up again.
 */
export async function createDemonstration(store: Store, now: Date = new Date()): Promise<void> {
  const story = readStory()
  const { id, beganOn } = story.plan
  const planIds = await store.planIds()
  if (planIds.some((planId) => planId !== id)) return
  const made = planIds.length > 0 ? ((await store.plan(id))?.revision ?? 0) : 0
  if (made >= story.revisions.length) return
  // A database from before the story was retold keeps the story that it has.
  const told = made > 0 ? await store.revisionsAfter(id, 0) : []
  if (told.some(({ why }, index) => why !== story.revisions[index]?.why)) return
  await store.createPlan(story.authority, id, beganOn)
  const clockOffsetSeconds = Math.round((Date.parse(story.startsAt) - now.getTime()) / 1000)
  for (const [index, { at, by, why, changes }] of storyChanges(story, clockOffsetSeconds).entries()) {
    const committed = await store.commit(id, {
      requestId: `demonstration-${index + 1}`,
      at,
      by,
      why,
      changes,
    })
    // Another start made this step, a moment earlier by the plan's clock.
    if (committed.kind !== 'COMMITTED' && committed.kind !== 'REUSED')
      throw new Error(`the demonstration does not fit the store: ${JSON.stringify(committed)}`)
  }
}
