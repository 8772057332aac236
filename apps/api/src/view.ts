import type { Day } from '@strandline/domain/day'
import { isId } from '@strandline/domain/integrity'
import type { Entity, Row } from '@strandline/domain/model'
import { findRow, type Plan } from '@strandline/domain/plan'
import { thresholdOf } from '@strandline/domain/small-numbers'
import { type Viewer, viewerOf, withRole } from '@strandline/domain/viewer'
import { knowledgeKey, visibleTo } from '@strandline/domain/visibility'
import type { Store } from '@strandline/store/store'
import { GraphQLError } from 'graphql'
import type { Context, Opened } from './context.ts'
import { DateNotReached, NoSuchPlan, PlanNotBegun } from './refusals.ts'

/** A plan as one viewer may know it, at one moment: what every type of the schema resolves from. */
export interface View {
  readonly plan: Plan
  /** The day that the plan is seen from: the day asked for, or the plan's own today. */
  readonly today: Day
  readonly isCurrent: boolean
  readonly viewer: Viewer
  readonly context: Context
}

/** A row together with the view that it was seen in. */
export type Seen<E extends Entity> = Row<E> & { readonly view: View }

/** No page asks for a tenth of this. A short query can ask for strands of actions of strands without end. */
const MOST_ROWS = 50_000

export function seen<R extends object>(view: View, row: R): R & { readonly view: View } {
  view.context.dependencies.rows += 1
  if (view.context.dependencies.rows > MOST_ROWS) {
    throw new GraphQLError(`This asks for more than ${MOST_ROWS} items. Ask for less at a time.`, {
      extensions: { code: 'TOO_MANY_ITEMS' },
    })
  }
  return { ...row, view }
}

/** The row with this id, or null where this viewer has none. */
export function findSeen<E extends Entity>(view: View, entity: E, id: string | null): Seen<E> | null {
  const row = findRow(view.plan, entity, id)
  return row ? seen(view, row) : null
}

/** Opens a plan for a viewer, as it is or as at a day. Throws a refusal that the schema shows as data. */
export async function openView(context: Context, planId: string, asAt: Day | null): Promise<View> {
  const { store, dependencies } = context
  const opening = dependencies.plans.get(planId) ?? open(store, planId)
  dependencies.plans.set(planId, opening)
  const opened = await opening
  if (!opened) {
    dependencies.listsPlans = true
    throw new NoSuchPlan(planId)
  }
  const { plan, today } = opened
  const viewer = viewerIn(context, plan, today)
  if (asAt === null || asAt === today) {
    return { plan: visible(plan, viewer), today, isCurrent: true, viewer, context }
  }
  if (asAt < plan.beganOn) throw new PlanNotBegun(plan.beganOn, today)
  if (asAt > today) throw new DateNotReached(plan.beganOn, today)
  const then = await store.plan(planId, asAt)
  if (!then) throw new PlanNotBegun(plan.beganOn, today)
  return { plan: visible(then, viewer, thresholdOf(plan)), today: asAt, isCurrent: false, viewer, context }
}

async function open(store: Store, planId: string): Promise<Opened | null> {
  // What cannot be an id is not asked for: PostgreSQL takes no NUL.
  const plan = isId(planId) ? await store.plan(planId) : null
  return plan && plan.revision > 0 ? { plan, today: store.todayOf(plan) } : null
}

/** Who is asking, in a plan: roles are those of today, whichever day the plan is shown as at. */
export function viewerIn({ signedIn }: Context, plan: Plan, today: Day): Viewer {
  const viewer = viewerOf(plan, signedIn?.people[plan.id] ?? null, today)
  return signedIn?.isAdministrator ? withRole(viewer, 'ADMINISTRATOR') : viewer
}

const known = new WeakMap<Plan, Map<string, Plan>>()

/**
 * A plan value never changes, so what viewers of one kind may know of it is worked out once. What is too small a number to
 * show is so by the threshold of today, whichever day the plan is shown as at.
 */
export function visible(plan: Plan, viewer: Viewer, threshold: number = thresholdOf(plan)): Plan {
  const byKnowledge = known.get(plan) ?? new Map<string, Plan>()
  known.set(plan, byKnowledge)
  const key = `${threshold} ${knowledgeKey(viewer)}`
  const ready = byKnowledge.get(key) ?? visibleTo(plan, viewer, threshold)
  byKnowledge.set(key, ready)
  return ready
}
