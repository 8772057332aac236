import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { advance, type Change, type Revision } from '../src/change.ts'
import { historyOf } from '../src/history.ts'
import { entities, fieldsOf } from '../src/model.ts'
import { findRow, type Plan, rowsOf } from '../src/plan.ts'
import { THE_PUBLIC, type Viewer } from '../src/viewer.ts'
import { visibleTo } from '../src/visibility.ts'
import { whatChanged } from '../src/what-changed.ts'
import { anAction, anyPlan, aPlan, aRevision, aStrand, commandSequence, play } from './a-plan.ts'
import { aViewer } from './a-row.ts'

// Hundreds of plans a law: more than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const anyone = THE_PUBLIC
const anyViewer = fc.constantFrom<Viewer>(anyone, aViewer('CABINET_MEMBER'))
const exempt = { visibility: 'EXEMPT', visibilityReason: 'Schedule 12A, paragraph 3' } as const
const MARK = 'Ωsecret'

const set = (field: string, before: Change['before'], after: Change['after'], id = 'action-1'): Change => ({
  entity: id.startsWith('action') ? 'action' : 'strand',
  id,
  field,
  before,
  after,
})

/** Makes the changes one revision after another. */
function revised(start: Plan, ...steps: Change[][]): { plan: Plan; later: Revision[] } {
  let plan = start
  const later = steps.map((changes) => {
    const revision = aRevision(plan, changes)
    plan = advance(plan, revision)
    return revision
  })
  return { plan, later: later.reverse() }
}

const told = (plan: Plan, later: Revision[], viewer = anyone) =>
  historyOf(plan, later, [{ entity: 'action', id: 'action-1' }], viewer)
const words = (...of: Parameters<typeof told>) =>
  told(...of).flatMap(({ news }) => news.map((item) => item.words))

/** Plays a history in which every text written to a row, while a viewer may not know the row, carries the mark. */
function playMarked(start: Plan, steps: Parameters<typeof play>[1], viewer: Viewer) {
  const { revisions, plans } = play(start, steps)
  let now = start
  const values = [start]
  const marked = revisions.map((revision, step) => {
    const to = plans[step + 1] ?? start
    const isHidden = ({ entity, id }: Change) => !findRow(visibleTo(to, viewer), entity, id)
    const changes = revision.changes.map((change) => {
      const isText = fieldsOf(change.entity)[change.field]?.kind === 'text'
      const before = (
        findRow(now, change.entity, change.id) as unknown as Record<string, Change['before']>
      )?.[change.field]
      return {
        ...change,
        before: before ?? null,
        after: isText && isHidden(change) ? `${MARK} ${change.after}` : change.after,
      }
    })
    now = advance(now, { ...revision, changes })
    values.push(now)
    return { ...revision, changes }
  })
  return { plan: now, later: marked.reverse(), values }
}

describe('the history of an item', () => {
  it('holds no word of what was written where the viewer could not see it', () => {
    let hidden = 0
    fc.assert(
      fc.property(anyPlan, commandSequence, anyViewer, (start, steps, viewer) => {
        const { plan, later, values } = playMarked(start, steps, viewer)
        if (JSON.stringify(plan).includes(MARK)) hidden += 1
        // What has been published since, mark and all, is no secret any more.
        fc.pre(!values.some((value) => JSON.stringify(visibleTo(value, viewer)).includes(MARK)))
        const items = entities.flatMap((entity) => rowsOf(plan, entity).map(({ id }) => ({ entity, id })))
        expect(JSON.stringify(historyOf(plan, later, items, viewer))).not.toContain(MARK)
        expect(JSON.stringify(whatChanged(visibleTo(start, viewer), visibleTo(plan, viewer)))).not.toContain(
          MARK,
        )
      }),
      { numRuns: 200 },
    )
    expect(hidden).toBeGreaterThan(10)
  })

  it('leaves unsaid what an action said while it was exempt', () => {
    const start = aPlan({ strand: [aStrand()], action: [anAction({ ...exempt, description: MARK })] })
    const { plan, later } = revised(
      start,
      [set('description', MARK, 'Review of placements')],
      [set('visibility', 'EXEMPT', 'PUBLIC')],
      [set('name', 'Placements', 'Placement review')],
    )
    expect(words(plan, later)).toEqual(['Action “Placement review”: name reworded to “Placement review”.'])
    expect(words(plan, later, aViewer('PROGRAMME_MANAGER'))).toHaveLength(3)
  })

  it('leaves unsaid what an action said while its strand was exempt', () => {
    const start = aPlan({ strand: [aStrand(exempt)], action: [anAction({ description: MARK })] })
    const { plan, later } = revised(
      start,
      [set('description', MARK, null)],
      [set('visibility', 'EXEMPT', 'PUBLIC', 'strand-1')],
    )
    expect(words(plan, later)).toEqual([])
  })

  it('does not tell that an action was superseded by one that is exempt', () => {
    const start = aPlan({
      strand: [aStrand()],
      action: [anAction(), anAction({ id: 'action-2', ...exempt })],
    })
    const { plan, later } = revised(start, [
      set('stage', 'IN_PROGRESS', 'SUPERSEDED'),
      set('stageReason', null, 'Replaced'),
      set('supersededById', null, 'action-2'),
    ])
    expect(words(plan, later)).toEqual([
      'Action “Placements”: stage changed from in progress to superseded.',
      'Action “Placements”: reason for the stage set to “Replaced”.',
    ])
  })

  it('gives the reason of a revision only when the viewer may know all that it touched', () => {
    const start = aPlan({
      strand: [aStrand()],
      action: [anAction(), anAction({ id: 'action-2', ...exempt })],
    })
    const rename = set('name', 'Placements', 'Panel')
    const both = revised(start, [rename, set('name', 'Placements', 'Transport', 'action-2')])
    expect(told(both.plan, both.later)[0]?.why).toBeNull()
    const alone = revised(start, [rename])
    expect(told(alone.plan, alone.later)[0]).toMatchObject({
      why: 'Monthly update',
      by: 'A. Lead',
      revision: 1,
    })
  })

  it('is told newest first, and in the words of its time', () => {
    const start = aPlan({ strand: [aStrand()], action: [anAction()] })
    const { plan, later } = revised(
      start,
      [set('name', 'Placements', 'Panel')],
      [set('name', 'Panel', 'Panel review')],
    )
    expect(words(plan, later)).toEqual([
      'Action “Panel review”: name reworded to “Panel review”.',
      'Action “Panel”: name reworded to “Panel”.',
    ])
  })
})
