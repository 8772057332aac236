import { describe, expect, it } from 'vitest'
import { applyTo } from '../src/change.ts'
import type { Asked, Outcome } from '../src/command.ts'
import { requireRow } from '../src/plan.ts'
import { lastUpdateOf, submitUpdate, type UpdateInput } from '../src/update.ts'
import { aCycle, anAction, anUpdate, aPerson, aPlan, aStrand, aViewer, type Rows, TODAY } from './a-plan.ts'

const asked: Asked = { viewer: aViewer('STRAND_LEAD', { strandId: 'strand-1' }), today: TODAY, newId: 'new' }
const rated = { deliveryRag: 'GREEN', benefitRag: 'GREEN', ratedOn: '2020-02-20' } as const
const off = {
  ...rated,
  deliveryRag: 'RED',
  reason: 'No site is agreed',
  pathToGreen: 'Agree a site',
} as const

const aCouncil = (rows: Rows = {}) =>
  aPlan({ strand: [aStrand()], person: [aPerson()], action: [anAction(rated)], cycle: [aCycle()], ...rows })
const anAnswer = (fields: Partial<UpdateInput> = {}): UpdateInput => ({
  actionId: 'action-1',
  isNoChange: false,
  deliveryRag: 'GREEN',
  benefitRag: 'GREEN',
  progress: null,
  reason: null,
  pathToGreen: null,
  ...fields,
})
const give = (plan: ReturnType<typeof aPlan>, answer: Partial<UpdateInput>, by = asked) =>
  submitUpdate.run(plan, anAnswer(answer), by)
const afterwards = (plan: ReturnType<typeof aPlan>, outcome: Outcome) => {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...plan, tables: applyTo(plan.tables, outcome.changes) }
}
const fieldsRefused = (outcome: Outcome) => (outcome.ok ? [] : outcome.problems.map(({ field }) => field))

describe('an update', () => {
  it('rates the action today and is kept in the open cycle', () => {
    const plan = aCouncil()
    const next = afterwards(
      plan,
      give(plan, { deliveryRag: 'AMBER', reason: 'Panel is late', pathToGreen: 'Meet in May' }),
    )
    expect(requireRow(next, 'action', 'action-1')).toMatchObject({
      deliveryRag: 'AMBER',
      reason: 'Panel is late',
      pathToGreen: 'Meet in May',
      ratedOn: TODAY,
      ratingSourceId: 'source-1',
    })
    expect(requireRow(next, 'update', 'cycle-1-action-1')).toMatchObject({
      cycleId: 'cycle-1',
      personId: 'person-1',
      submittedOn: TODAY,
      deliveryRag: 'AMBER',
    })
  })

  it('rewrites the one given before in the same cycle, and belongs to none between two', () => {
    const plan = aCouncil()
    const once = afterwards(plan, give(plan, { progress: 'Panel met' }))
    const twice = afterwards(once, give(once, { progress: 'Panel met twice' }))
    expect(Object.values(twice.tables.update)).toMatchObject([
      { id: 'cycle-1-action-1', progress: 'Panel met twice' },
    ])
    const between = aCouncil({ cycle: [aCycle({ stage: 'SIGNED_OFF' })] })
    const next = afterwards(between, give(between, { progress: 'Panel met' }))
    expect(requireRow(next, 'update', 'new').cycleId).toBeNull()
  })

  it('of no change says the same again, and is an answer', () => {
    const plan = aCouncil({ action: [anAction({ ...off, stage: 'IN_PROGRESS' })] })
    const next = afterwards(plan, give(plan, { isNoChange: true, deliveryRag: null, benefitRag: null }))
    expect(requireRow(next, 'action', 'action-1')).toMatchObject({ ...off, ratedOn: TODAY })
    expect(lastUpdateOf(next, 'action-1')).toMatchObject({ isNoChange: true, reason: 'No site is agreed' })
  })

  it('to green says what changed, and clears the reason for red', () => {
    const plan = aCouncil({ action: [anAction(off)] })
    expect(fieldsRefused(give(plan, {}))).toEqual(['progress'])
    const next = afterwards(plan, give(plan, { progress: 'The site is agreed' }))
    expect(requireRow(next, 'action', 'action-1')).toMatchObject({ reason: null, pathToGreen: null })
  })

  it('to red asks for the reason and the path to green', () => {
    const outcome = give(aCouncil(), { deliveryRag: 'RED', progress: 'The site fell through' })
    expect(fieldsRefused(outcome)).toEqual(['reason', 'pathToGreen'])
  })

  it('starts an action that had not started, once it is rated', () => {
    const plan = aCouncil({ action: [anAction({ stage: 'NOT_STARTED' })] })
    const next = afterwards(plan, give(plan, { benefitRag: null, progress: 'The team is in place' }))
    expect(requireRow(next, 'action', 'action-1').stage).toBe('IN_PROGRESS')
  })

  it('says something, is of an action that goes on, and has a person behind it', () => {
    expect(fieldsRefused(give(aCouncil(), {}))).toEqual(['progress'])
    const ended = aCouncil({ action: [anAction({ stage: 'COMPLETE' })] })
    expect(fieldsRefused(give(ended, { isNoChange: true }))).toEqual(['stage'])
    const nobody = { ...asked, viewer: { ...asked.viewer, personId: null } }
    expect(fieldsRefused(give(aCouncil(), { isNoChange: true }, nobody))).toEqual(['personId'])
    expect(fieldsRefused(give(aCouncil(), { actionId: 'action-9' }))).toEqual(['id'])
  })

  it('needs permission on the action, and is told by its words', () => {
    expect(submitUpdate.subjects(aCouncil(), anAnswer())).toEqual([
      { strandId: 'strand-1', actionId: 'action-1' },
    ])
    expect(submitUpdate.subjects(aCouncil(), anAnswer({ actionId: 'action-9' }))).toEqual([])
    const why = (answer: Partial<UpdateInput>) => submitUpdate.why(aCouncil(), anAnswer(answer), asked)
    expect([
      why({ isNoChange: true }),
      why({ progress: 'Met' }),
      why({ progress: ' ', reason: 'Late' }),
    ]).toEqual(['No change', 'Met', 'Late'])
  })

  it('is the last of an action when no later one was given', () => {
    const update = [anUpdate({ id: 'b', submittedOn: '2020-02-10' }), anUpdate({ id: 'a' })]
    expect(lastUpdateOf(aCouncil({ update }), 'action-1')?.id).toBe('a')
    expect(lastUpdateOf(aCouncil({ update }), 'action-2')).toBeNull()
  })
})
