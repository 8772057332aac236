import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editAction } from '../src/action-commands.ts'
import { applyTo } from '../src/change.ts'
import { type Asked, edit } from '../src/command.ts'
import { planMeeting } from '../src/meeting-commands.ts'
import { pence, pounds, total } from '../src/money.ts'
import { composeNewsletter } from '../src/newsletter.ts'
import { recordPhaseSpend, shareInWords, spendByPhase } from '../src/phase-spend.ts'
import type { Plan } from '../src/plan.ts'
import { progressOf, progressSince } from '../src/progress.ts'
import { THE_PUBLIC } from '../src/viewer.ts'
import { visibleTo } from '../src/visibility.ts'
import { schoolPhases } from '../src/vocabulary.ts'
import { anAction, aPlan, aSource, aStrand, aViewer, someDetails, TODAY } from './a-plan.ts'

const asked: Asked = { viewer: aViewer('PROGRAMME_MANAGER'), today: TODAY, newId: 'new' }
const rated = { reason: 'Late', pathToGreen: 'Soon', ratedOn: TODAY, stage: 'IN_PROGRESS' } as const
const plan = aPlan({
  plan: [someDetails({ entrySourceId: 'entered' })],
  source: [
    aSource(),
    aSource({ id: 'entered', title: 'Entered here', provenance: 'ENTERED' }),
    aSource({ id: 'made-up', title: 'Made up', provenance: 'ILLUSTRATIVE' }),
  ],
  strand: [
    aStrand(),
    aStrand({ id: 'empty', position: 2 }),
    aStrand({ id: 'ended', position: 3, endedOn: '2020-03-10', endReason: 'Done' }),
  ],
  action: [
    anAction({ ...rated, deliveryRag: 'GREEN', askOfSchools: 'Name a contact.' }),
    anAction({ ...rated, id: 'late', position: 2, name: 'Late', deliveryRag: 'RED' }),
    anAction({ id: 'over', position: 3, stage: 'COMPLETE', askOfSchools: 'Nothing more.' }),
  ],
})

function having(of: Plan, edits: Parameters<typeof edit>[1]): Plan {
  const outcome = edit(of, edits)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...of, tables: applyTo(of.tables, outcome.changes) }
}

describe('progress by strand', () => {
  const since = '2020-03-04'
  const strands = (to: Plan, from = plan) => progressOf(from, to, since, TODAY)

  it('says in plain words how each strand stands', () => {
    expect(strands(plan).map(({ standing }) => standing)).toEqual([
      'Of 3 actions, 1 is behind and needs help (red), 1 is going as planned (green) and 1 is complete.',
      'It has no actions yet.',
      'It has no actions yet.',
    ])
    const one = aPlan({ strand: [aStrand()], action: [anAction({ stage: 'NOT_STARTED' })] })
    expect(strands(one, one)[0]?.standing).toBe('Its one action has not started.')
    const two = { ...rated, deliveryRag: 'AMBER' } as const
    const same = aPlan({ strand: [aStrand()], action: [anAction(two), anAction({ ...two, id: 'b' })] })
    expect(strands(same, same)[0]?.standing).toBe('Of 2 actions, 2 are at risk (amber).')
  })

  it('names the action that is furthest from its plan, where one is red or amber', () => {
    expect(strands(plan)[0]?.furthest?.id).toBe('late')
    const well = having(plan, { action: { late: { deliveryRag: 'GREEN' } } })
    expect(strands(well)[0]?.furthest).toBeNull()
  })

  it('tells the changes that a newsletter tells, in its words, with what is made up marked', () => {
    const moved = having(plan, {
      action: { late: { deliveryRag: 'AMBER', ratingSourceId: 'made-up' }, 'action-1': { description: 'x' } },
    })
    const [first] = strands(moved)
    expect(first?.changed).toEqual([
      'Action “Late”: delivery rating changed from red to amber (illustrative).',
    ])
    const told = composeNewsletter(moved, TODAY, plan).map(({ body }) => body)
    expect(told.join('\n')).toContain(`- ${first?.changed[0]}`)
    expect(strands(plan)[0]?.changed).toEqual([])
  })

  it('tells of a new action in one sentence', () => {
    const name = 'Contacts'
    const row = {
      strandId: 'empty',
      position: 1,
      name,
      stage: 'NOT_STARTED',
      dueOn: TODAY,
      sourceId: 'made-up',
    } as const
    const [, second] = strands(having(plan, { action: { contacts: { ...row, askOfSchools: 'Name one.' } } }))
    expect(second?.changed).toEqual(['Added: action “Contacts” (illustrative).'])
  })

  it('collects what schools are asked to do in actions that are still open', () => {
    expect(strands(plan)[0]?.asks.map(({ id }) => id)).toEqual(['action-1'])
  })

  it('leaves out a strand that had ended before', () => {
    expect(progressOf(plan, plan, '2020-03-10', TODAY).map(({ strand }) => strand.id)).toEqual([
      'strand-1',
      'empty',
    ])
  })

  it('is of what a reader may know', () => {
    const hidden = { visibility: 'EXEMPT', visibilityReason: 'Para 3' } as const
    const secret = having(plan, { action: { late: { name: 'Osprey', ...hidden } } })
    const known = visibleTo(secret, THE_PUBLIC)
    expect(JSON.stringify(progressOf(visibleTo(plan, THE_PUBLIC), known, since, TODAY))).not.toContain(
      'Osprey',
    )
  })
})

describe('since when progress is told', () => {
  const meeting = { body: 'REFERENCE_GROUP', day: '2020-03-04' } as const

  it('is the last reference group that the reader may know of', () => {
    const outcome = planMeeting.run(plan, meeting, asked)
    const held = outcome.ok ? { ...plan, tables: applyTo(plan.tables, outcome.changes) } : plan
    expect(progressSince(held, TODAY)).toMatchObject({ day: '2020-03-04', meeting: { id: 'new' } })
    const closed = having(held, { meeting: { new: { visibility: 'RESTRICTED', visibilityReason: 'x' } } })
    expect(progressSince(visibleTo(closed, THE_PUBLIC), TODAY)).toEqual({ day: '2020-02-29', meeting: null })
  })

  it('is else a month ago, or the beginning of a younger plan', () => {
    expect(progressSince(plan, TODAY)).toEqual({ day: '2020-02-29', meeting: null })
    expect(progressSince(plan, '2020-02-20')).toEqual({ day: '2020-02-13', meeting: null })
  })
})

describe('what schools are asked to do', () => {
  it('is written with the action, and cites who wrote it and not where the action comes from', () => {
    const edited = editAction.run(plan, { actionId: 'late', askOfSchools: 'Send advice.' }, asked)
    if (!edited.ok) throw new Error('it can be edited')
    expect(applyTo(plan.tables, edited.changes).action.late).toMatchObject({
      askOfSchools: 'Send advice.',
      askSourceId: 'entered',
      sourceId: 'source-1',
    })
  })

  it('that was not changed keeps its source', () => {
    const same = editAction.run(plan, { actionId: 'action-1', askOfSchools: 'Name a contact.' }, asked)
    expect(same).toEqual({ ok: true, changes: [] })
  })
})

describe('where the money goes by phase', () => {
  const year = { year: 2019, scope: 'HIGH_NEEDS_BLOCK' } as const
  const phases = Object.keys(schoolPhases) as (keyof typeof schoolPhases)[]
  const record = (of: Plan, input: Parameters<typeof recordPhaseSpend.run>[1], newId = 'new') => {
    const outcome = recordPhaseSpend.run(of, input, { ...asked, newId })
    if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
    return { ...of, tables: applyTo(of.tables, outcome.changes) }
  }
  const parts = [
    { phase: 'SECONDARY', amount: pounds(100) },
    { phase: 'PRIMARY', amount: pounds(200) },
  ] as const
  const recorded = record(plan, { ...year, parts })

  it('is a total with its shares, in the order of the phases', () => {
    expect(spendByPhase(recorded)).toMatchObject([
      {
        ...year,
        total: pounds(300),
        phases: [
          { row: { phase: 'PRIMARY', sourceId: 'entered' }, share: 667 },
          { row: { phase: 'SECONDARY' }, share: 333 },
        ],
      },
    ])
    expect([667, 1000, 5].map(shareInWords)).toEqual(['66.7%', '100.0%', '0.5%'])
  })

  it('has shares that add up to the whole, and no share of nothing', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 9_999_999_99 }), { minLength: 1, maxLength: 7 }),
        (sums) => {
          const some = sums.map((amount, at) => ({ phase: phases[at] ?? 'PRIMARY', amount: pence(amount) }))
          const [of] = spendByPhase(record(plan, { ...year, parts: some }))
          expect(of?.total).toBe(total(some.map(({ amount }) => amount)))
          const whole = of?.phases.reduce((sum, { share }) => sum + share, 0)
          expect(whole).toBe(of?.total === 0 ? 0 : 1000)
        },
      ),
    )
  })

  it('never adds two scopes, and has the newest year first', () => {
    const whole = record(recorded, { ...year, scope: 'WHOLE_DSG', parts }, 'whole')
    const both = record(whole, { ...year, year: 2020, parts }, 'next')
    expect(spendByPhase(both).map(({ year, scope, total }) => [year, scope, total])).toEqual([
      [2020, 'HIGH_NEEDS_BLOCK', pounds(300)],
      [2019, 'HIGH_NEEDS_BLOCK', pounds(300)],
      [2019, 'WHOLE_DSG', pounds(300)],
    ])
  })

  it('is corrected in place, and may cite a source of the plan', () => {
    const amount = pounds(150)
    const fixed = record(
      recorded,
      { ...year, parts: [{ phase: 'PRIMARY', amount }], sourceId: 'source-1' },
      'x',
    )
    expect(Object.keys(fixed.tables.phaseSpend)).toEqual(Object.keys(recorded.tables.phaseSpend))
    expect(spendByPhase(fixed)[0]).toMatchObject({
      total: pounds(250),
      phases: [{ row: { sourceId: 'source-1' } }, { row: { sourceId: 'entered' } }],
    })
  })

  it.each([
    ['nothing', [], {}, /at least one phase/],
    ['a phase twice', [parts[0], parts[0]], {}, /there twice/],
    ['money that comes in', [{ phase: 'PRIMARY', amount: pounds(-1) }], {}, /positive amount/],
    ['a source that there is not', [parts[0]], { sourceId: 'none' }, /no such source/],
  ] as const)('takes not %s', (_, given, more, message) => {
    const outcome = recordPhaseSpend.run(plan, { ...year, parts: given, ...more }, asked)
    expect(outcome.ok ? 'allowed' : outcome.problems[0]?.message).toMatch(message)
  })

  it('cannot be counted twice', () => {
    const row = recorded.tables.phaseSpend.new
    if (!row) throw new Error('it is there')
    const { id: _, ...fields } = row
    expect(edit(recorded, { phaseSpend: { twin: fields } })).toMatchObject({ ok: false })
  })
})
