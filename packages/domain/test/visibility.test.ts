import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { trajectoryOf } from '../src/forecast.ts'
import { type Entity, entities, fieldsOf } from '../src/model.ts'
import { pounds } from '../src/money.ts'
import { canonical, findRow, type Plan, rowsOf } from '../src/plan.ts'
import { THE_PUBLIC, type Viewer } from '../src/viewer.ts'
import { audienceOf, visibleTo } from '../src/visibility.ts'
import { type Role, roles } from '../src/vocabulary.ts'
import {
  aForecast,
  aMilestone,
  anAction,
  anAssignment,
  anEvent,
  anyPlan,
  aPerson,
  aPlan,
  aSaving,
  aSavingYear,
  aSource,
  aStrand,
  commandSequence,
  play,
} from './a-plan.ts'
import { aViewer } from './a-row.ts'

// Hundreds of plans a law: more than the usual five seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const everyone: Viewer[] = [THE_PUBLIC, ...(Object.keys(roles) as Role[]).map((role) => aViewer(role))]
const anyViewer = fc.constantFrom(...everyone)
const anyone = THE_PUBLIC
const exempt = { visibility: 'EXEMPT', visibilityReason: 'Schedule 12A, paragraph 3' } as const
const RUNS = { numRuns: 300 }
const MARK = 'Ωsecret'

/** Writes the mark into every text of every row that the viewer may not know, and of no other row. */
function marked(plan: Plan, viewer: Viewer): Plan {
  const seen = visibleTo(plan, viewer)
  const mark = <E extends Entity>(entity: E) =>
    rowsOf(plan, entity).map((row) => {
      const texts = Object.entries(fieldsOf(entity)).filter(([, field]) => field.kind === 'text')
      const words = Object.fromEntries(texts.map(([name]) => [name, MARK]))
      return [row.id, findRow(seen, entity, row.id) ? row : { ...row, ...words }]
    })
  const tables = Object.fromEntries(entities.map((entity) => [entity, Object.fromEntries(mark(entity))]))
  return { ...plan, tables: tables as Plan['tables'] }
}

describe('what a viewer may know of the plan', () => {
  it('holds no word of anything hidden from that viewer', () => {
    fc.assert(
      fc.property(anyPlan, commandSequence, anyViewer, (start, steps, viewer) => {
        expect(JSON.stringify(visibleTo(marked(play(start, steps).plan, viewer), viewer))).not.toContain(MARK)
      }),
      RUNS,
    )
  })

  it('leads nowhere: every row that is named in it is in it', () => {
    fc.assert(
      fc.property(anyPlan, commandSequence, anyViewer, (start, steps, viewer) => {
        const seen = visibleTo(play(start, steps).plan, viewer)
        const lost = entities.flatMap((entity) =>
          (rowsOf(seen, entity) as unknown as Record<string, string | null>[]).flatMap((row) =>
            Object.entries(fieldsOf(entity)).flatMap(([name, { refersTo }]) =>
              refersTo && row[name] && !findRow(seen, refersTo as Entity, row[name]) ? [row[name]] : [],
            ),
          ),
        )
        expect(lost).toEqual([])
      }),
      RUNS,
    )
  })

  it('is the same when it is asked for again of what is already known', () => {
    fc.assert(
      fc.property(anyPlan, anyViewer, (plan, viewer) => {
        const once = visibleTo(plan, viewer)
        expect(canonical(visibleTo(once, viewer))).toBe(canonical(once))
      }),
      RUNS,
    )
  })

  it('is the whole plan for the team, and never more for members than for the team or for the public than members', () => {
    fc.assert(
      fc.property(anyPlan, (plan) => {
        const counts = [anyone, aViewer('CABINET_MEMBER'), aViewer('SECTION_151_OFFICER')].map((viewer) =>
          entities.map((entity) => rowsOf(visibleTo(plan, viewer), entity).length),
        )
        const [toPublic = [], toMembers = [], toTeam = []] = counts
        expect(toPublic.filter((count, at) => count > (toMembers[at] ?? -1))).toEqual([])
        expect(toMembers.filter((count, at) => count > (toTeam[at] ?? -1))).toEqual([])
        expect(canonical(visibleTo(plan, aViewer('SECTION_151_OFFICER')))).toBe(canonical(plan))
      }),
      RUNS,
    )
  })
})

describe('an exempt item', () => {
  it('takes with it all that belongs to it, its source and the people known only through it', () => {
    const plan = aPlan({
      source: [aSource(), aSource({ id: 'source-2' })],
      strand: [aStrand({ ...exempt, sourceId: 'source-2' }), aStrand({ id: 'strand-2' })],
      action: [anAction(), anAction({ id: 'action-2', strandId: 'strand-2' })],
      milestone: [aMilestone()],
      saving: [aSaving()],
      savingYear: [aSavingYear()],
      person: [aPerson(), aPerson({ id: 'person-2' })],
      assignment: [
        anAssignment(),
        anAssignment({ id: 'assignment-2', personId: 'person-2', strandId: 'strand-2' }),
      ],
    })
    const seen = visibleTo(plan, anyone)
    const ids = entities.flatMap((entity) => rowsOf(seen, entity).map(({ id }) => id))
    expect(ids).toEqual(['source-1', 'plan-1', 'strand-2', 'action-2', 'person-2', 'assignment-2'])
  })

  it('does not hide the action that it supersedes, which no longer says by what', () => {
    const old = anAction({ stage: 'SUPERSEDED', stageReason: 'Replaced', supersededById: 'action-2' })
    const plan = aPlan({ strand: [aStrand()], action: [old, anAction({ id: 'action-2', ...exempt })] })
    expect(rowsOf(visibleTo(plan, anyone), 'action')).toEqual([{ ...old, supersededById: null }])
  })

  it('takes with it the parts of its parts, in whatever order they were written', () => {
    const part = (id: string, parentId: string) => anAction({ id, parentId })
    const action = [part('a', 'b'), part('b', 'c'), anAction({ id: 'c', ...exempt }), anAction({ id: 'd' })]
    const seen = visibleTo(aPlan({ strand: [aStrand()], action }), anyone)
    expect(rowsOf(seen, 'action').map(({ id }) => id)).toEqual(['d'])
  })

  it('that is restricted is for members and not for head teachers', () => {
    const plan = aPlan({
      event: [anEvent({ visibility: 'RESTRICTED', visibilityReason: 'Not yet announced' })],
    })
    expect(rowsOf(visibleTo(plan, aViewer('CABINET_MEMBER')), 'event')).toHaveLength(1)
    expect(rowsOf(visibleTo(plan, aViewer('REFERENCE_GROUP_MEMBER')), 'event')).toHaveLength(0)
    const secret = aPlan({ event: [anEvent(exempt)] })
    expect(rowsOf(visibleTo(secret, aViewer('CABINET_MEMBER')), 'event')).toHaveLength(0)
  })

  it('that saves money is not to be found by subtracting what is seen from the mitigated forecast', () => {
    const forecast = aForecast({ unmitigated: { 2020: -5_600_000 }, mitigated: { 2020: -4_000_000 } })
    const seenOf = (fields: Parameters<typeof aSaving>[0]) =>
      visibleTo(
        aPlan({ strand: [aStrand()], saving: [aSaving({ ...exempt, ...fields })], ...forecast }),
        anyone,
      )
    const series = (plan: Plan) => rowsOf(plan, 'forecastYear').map((row) => row.series)
    expect(series(seenOf({}))).toEqual(['UNMITIGATED'])
    expect(series(seenOf({ status: 'UNDER_DEVELOPMENT' }))).toEqual(['MITIGATED', 'UNMITIGATED'])
    expect(trajectoryOf(seenOf({}))?.mitigated.positions[0]?.inYear.central).toBe(pounds(-5_600_000))
  })

  it('is for the team alone, whoever else signs in', () => {
    const team = everyone
      .filter((viewer) => audienceOf(viewer) === 'TEAM')
      .map(({ roles: [held] }) => held?.role)
    expect(team).toEqual([
      'FINANCE_BUSINESS_PARTNER',
      'SECTION_151_OFFICER',
      'PROGRAMME_MANAGER',
      'DIRECTOR_OF_CHILDRENS_SERVICES',
    ])
  })
})

describe('what would tell of a hidden row', () => {
  it('goes with it: a source that only a person knows who is known only through it', () => {
    const plan = aPlan({
      source: [aSource(), aSource({ id: 'staffing', title: 'Kestrel staffing file' })],
      strand: [aStrand()],
      action: [anAction({ visibility: 'EXEMPT', visibilityReason: 'Schedule 12A, paragraph 3' })],
      person: [aPerson({ sourceId: 'staffing' })],
      assignment: [anAssignment({ role: 'ACTION_OWNER', strandId: null, actionId: 'action-1' })],
    })
    expect(JSON.stringify(visibleTo(plan, THE_PUBLIC).tables)).not.toContain('Kestrel')
  })

  it('a mitigated forecast stays withheld once a hidden saving that it counted has failed', () => {
    const saving = aSaving({
      status: 'NOT_DELIVERABLE',
      visibility: 'EXEMPT',
      visibilityReason: 'Schedule 12A, paragraph 3',
    })
    const forecast = aForecast({ unmitigated: { 2020: -10 }, mitigated: { 2020: -3 } })
    const plan = aPlan({ strand: [aStrand()], saving: [saving], ...forecast })
    const series = Object.values(visibleTo(plan, THE_PUBLIC).tables.forecastYear).map((row) => row.series)
    expect(series).toEqual(['UNMITIGATED'])
  })
})
