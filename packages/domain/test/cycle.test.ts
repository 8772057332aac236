import { describe, expect, it } from 'vitest'
import type { Asked, Outcome } from '../src/command.ts'
import { isSilent, isStale, openCycle, owedBy, owedIn } from '../src/cycle.ts'
import { openReportingCycle, reviewCycle, signOffCycle } from '../src/cycle-commands.ts'
import type { Day } from '../src/day.ts'
import {
  aCycle,
  anAction,
  anAssignment,
  anUpdate,
  aPerson,
  aPlan,
  aStrand,
  aViewer,
  type Rows,
} from './a-plan.ts'

const aCouncil = (rows: Rows = {}) =>
  aPlan({
    strand: [aStrand()],
    person: [aPerson(), aPerson({ id: 'person-2', name: 'An Owner' })],
    action: [
      anAction({ deliveryRag: 'GREEN', ratedOn: '2020-03-10' }),
      anAction({ id: 'action-2', position: 2, deliveryRag: 'RED', ratedOn: '2020-03-10' }),
      anAction({ id: 'action-3', position: 3, stage: 'COMPLETE' }),
    ],
    assignment: [
      anAssignment(),
      anAssignment({
        id: 'owner',
        role: 'ACTION_OWNER',
        personId: 'person-2',
        strandId: null,
        actionId: 'action-2',
      }),
    ],
    cycle: [aCycle()],
    ...rows,
  })
const asked: Asked = { viewer: aViewer('PROGRAMME_MANAGER'), today: '2020-03-25', newId: 'new' }
const refusal = (outcome: Outcome) => (outcome.ok ? null : outcome.problems[0]?.field)

describe('what a reporting cycle asks for', () => {
  it('is an update of each action that goes on, worst first, from its owner or else the strand lead', () => {
    const owed = owedIn(aCouncil(), aCycle(), '2020-03-10')
    expect(owed.map(({ action, personIds }) => [action.id, personIds])).toEqual([
      ['action-2', ['person-2']],
      ['action-1', ['person-1']],
    ])
  })

  it('is shown to each person as what that person owes', () => {
    const ids = (personId: string) =>
      owedBy(aCouncil(), aCycle(), personId, '2020-03-10').map(({ action }) => action.id)
    expect([ids('person-1'), ids('person-2'), ids('person-3')]).toEqual([['action-1'], ['action-2'], []])
  })

  it.each([
    ['2020-03-20', 'OWED'],
    ['2020-03-24', 'IN_GRACE'],
    ['2020-03-25', 'LATE'],
  ] as const)('on %s is %s', (today, state) => {
    expect(owedIn(aCouncil(), aCycle(), today)[0]?.state).toBe(state)
  })

  it('is no longer owed once it is given', () => {
    const plan = aCouncil({ update: [anUpdate()] })
    expect(owedBy(plan, aCycle(), 'person-1', '2020-03-25')[0]?.state).toBe('SUBMITTED')
    expect([
      isSilent(plan, anAction(), '2020-03-25'),
      isSilent(aCouncil(), anAction(), '2020-03-25'),
    ]).toEqual([false, true])
    expect(isSilent(aCouncil(), anAction(), '2020-03-20')).toBe(false)
  })
})

describe('an action that does not move', () => {
  const cycle = [
    aCycle({ id: 'cycle-1', opensOn: '2020-01-06' }),
    aCycle({ id: 'cycle-2', opensOn: '2020-02-03' }),
  ]
  const rated = (first: 'RED' | 'AMBER', second: 'RED' | 'AMBER') =>
    aCouncil({
      cycle,
      update: [
        anUpdate({ id: 'a', cycleId: 'cycle-2', deliveryRag: second }),
        anUpdate({ id: 'b', cycleId: 'cycle-1', deliveryRag: first }),
      ],
    })

  it('is stale at the same red for two cycles, and not before', () => {
    const red = anAction({ deliveryRag: 'RED' })
    expect(isStale(rated('RED', 'RED'), red)).toBe(true)
    expect(isStale(rated('AMBER', 'RED'), red)).toBe(false)
    expect(isStale(aCouncil({ update: [anUpdate({ deliveryRag: 'RED' })] }), red)).toBe(false)
    expect(isStale(rated('RED', 'RED'), anAction({ deliveryRag: 'GREEN' }))).toBe(false)
  })
})

describe('a reporting cycle', () => {
  const april = {
    name: 'April 2020',
    opensOn: '2020-04-01',
    dueOn: '2020-04-17',
    graceUntil: '2020-04-21',
  } as const
  const between = aCouncil({ cycle: [aCycle({ stage: 'SIGNED_OFF' })] })

  it('opens when no other is open, with its days in order', () => {
    expect(openReportingCycle.run(between, april, asked).ok).toBe(true)
    expect(refusal(openReportingCycle.run(aCouncil(), april, asked))).toBe('stage')
    const days = (changed: Partial<Record<'dueOn' | 'graceUntil', Day>>) =>
      refusal(openReportingCycle.run(between, { ...april, ...changed }, asked))
    expect([days({ dueOn: '2020-03-31' }), days({ graceUntil: '2020-04-16' })]).toEqual([
      'dueOn',
      'graceUntil',
    ])
    expect([openCycle(aCouncil())?.id, openCycle(between)]).toEqual(['cycle-1', null])
    expect(openReportingCycle.why(between, april, asked)).toBe('Opened April 2020 for updates')
  })

  it('is reviewed by a person while it is open', () => {
    const of = { cycleId: 'cycle-1' }
    expect(reviewCycle.run(aCouncil(), of, asked)).toMatchObject({
      changes: [{ field: 'stage', after: 'IN_REVIEW' }, { after: '2020-03-25' }, { after: 'person-1' }],
    })
    expect(refusal(reviewCycle.run(between, of, asked))).toBe('stage')
    expect(refusal(reviewCycle.run(between, { cycleId: 'cycle-9' }, asked))).toBe('id')
    const nobody = { ...asked, viewer: { ...asked.viewer, personId: null } }
    expect(refusal(reviewCycle.run(aCouncil(), of, nobody))).toBe('stage')
    expect(reviewCycle.why(between, of, asked)).toBe('Reviewed March 2020')
  })

  it('is signed off with a statement, by somebody who did not review it', () => {
    const signOff = (reviewedById: string, statement = 'A fair picture') =>
      signOffCycle.run(
        aCouncil({ cycle: [aCycle({ stage: 'IN_REVIEW', reviewedById })] }),
        { cycleId: 'cycle-1', statement },
        asked,
      )
    expect(signOff('person-2')).toMatchObject({ ok: true })
    expect(refusal(signOff('person-1'))).toBe('signedOffById')
    expect(refusal(signOff('person-2', ' '))).toBe('statement')
    const open = { cycleId: 'cycle-1', statement: 'A fair picture' }
    expect(refusal(signOffCycle.run(aCouncil(), open, asked))).toBe('stage')
    expect(signOffCycle.why(aCouncil(), open, asked)).toBe('Signed off March 2020')
  })

  it('is for those who run the plan to open and review, and for directors to sign off', () => {
    expect([openReportingCycle, reviewCycle, signOffCycle].map(({ operation }) => operation)).toEqual([
      'MANAGE_CYCLES',
      'MANAGE_CYCLES',
      'SIGN_OFF_CYCLE',
    ])
    expect(reviewCycle.subjects(aCouncil(), { cycleId: 'cycle-1' })).toEqual([{}])
  })
})
