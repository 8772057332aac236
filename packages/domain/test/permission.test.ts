import { describe, expect, it } from 'vitest'
import { can, type Operation, operations, toAction } from '../src/permission.ts'
import { THE_PUBLIC, type Viewer, viewerOf, withRole } from '../src/viewer.ts'
import { audienceOf, knowledgeKey, visibleTo } from '../src/visibility.ts'
import { type Role, roles } from '../src/vocabulary.ts'
import { aPlan } from './a-plan.ts'
import { anAction, anAssignment, aPerson, aStrand, aViewer, TODAY } from './a-row.ts'

const own = { strandId: 'strand-1', actionId: 'action-1' }
const others = { strandId: 'strand-2', actionId: 'action-2' }
const lead = aViewer('STRAND_LEAD', { strandId: 'strand-1' })
const owner = aViewer('ACTION_OWNER', { actionId: 'action-1' })
const exempt = { visibility: 'EXEMPT', visibilityReason: 'Schedule 12A, paragraph 3' } as const

describe('what a person may do', () => {
  it('is nothing at all for the public, to ask and to sign for cabinet members, and to ask for the reference group', () => {
    const may = (viewer: Viewer) => operations.filter((operation) => can(viewer, operation, own))
    expect(may(THE_PUBLIC)).toEqual([])
    expect(may(aViewer('CABINET_MEMBER'))).toEqual(['ASK', 'SIGN_PACK'])
    expect(may(aViewer('REFERENCE_GROUP_MEMBER'))).toEqual(['ASK'])
  })

  it('is confined to the own strand for a strand lead, and to the own action for its owner', () => {
    for (const viewer of [lead, owner]) {
      expect(can(viewer, 'UPDATE_ACTION', own)).toBe(true)
      expect(can(viewer, 'UPDATE_ACTION', others)).toBe(false)
    }
    expect(can(lead, 'EDIT_ACTION', own)).toBe(true)
    expect(can(owner, 'EDIT_ACTION', own)).toBe(false)
  })

  it('never lets the role of a whole plan be read out of a strand that is not named', () => {
    expect(can(lead, 'EDIT_STRAND', {})).toBe(false)
    expect(can(aViewer('STRAND_LEAD'), 'EDIT_STRAND', { strandId: null })).toBe(false)
  })

  it('lets a strand lead hand over the actions of the own strand, and not the strand', () => {
    expect(can(lead, 'HAND_OVER', own)).toBe(true)
    expect(can(lead, 'HAND_OVER', { strandId: 'strand-1' })).toBe(false)
  })

  it('keeps the money for finance, and the signing off from whoever runs the cycle', () => {
    const allowed = (operation: Operation) =>
      (Object.keys(roles) as Role[]).filter((role) => can(aViewer(role), operation))
    expect(allowed('DECIDE_SAVING')).toEqual(['FINANCE_BUSINESS_PARTNER', 'SECTION_151_OFFICER'])
    expect(allowed('SIGN_OFF_CYCLE')).toEqual(['SECTION_151_OFFICER', 'DIRECTOR_OF_CHILDRENS_SERVICES'])
    expect(allowed('MANAGE_CYCLES')).toEqual(['PROGRAMME_MANAGER'])
    expect(allowed('MANAGE_ACCOUNTS')).toEqual(['ADMINISTRATOR'])
  })
})

describe('who a person is', () => {
  const held = anAssignment({ role: 'STRAND_LEAD', strandId: 'strand-1', fromDay: '2020-01-01' })
  const plan = (toDay: typeof held.toDay) =>
    aPlan({ strand: [aStrand()], person: [aPerson()], assignment: [{ ...held, toDay }] })

  it('follows the dates of the assignment: a hand-over takes effect on its day', () => {
    expect(viewerOf(plan(null), 'person-1', TODAY).roles).toHaveLength(1)
    expect(viewerOf(plan(TODAY), 'person-1', TODAY).roles).toEqual([])
    expect(viewerOf(plan(null), 'person-1', '2019-12-31').roles).toEqual([])
  })

  it('is the public for somebody whom the plan does not know', () => {
    expect(viewerOf(plan(null), 'somebody', TODAY)).toEqual(THE_PUBLIC)
    expect(viewerOf(plan(null), '__proto__', TODAY)).toEqual(THE_PUBLIC)
  })

  it('is of the audience of the most trusted role', () => {
    expect(audienceOf(withRole(aViewer('REFERENCE_GROUP_MEMBER'), 'PROGRAMME_MANAGER'))).toBe('TEAM')
  })
})

describe('an exempt action', () => {
  const plan = aPlan({
    strand: [aStrand(), aStrand({ id: 'strand-2', position: 2 })],
    action: [
      anAction({ ...exempt }),
      anAction({ id: 'action-2', strandId: 'strand-2', name: 'Close the unit', ...exempt }),
    ],
  })

  it('is known to its owner and to the lead of its strand, and to no other strand lead', () => {
    for (const viewer of [lead, owner]) {
      expect(Object.keys(visibleTo(plan, viewer).tables.action)).toEqual(['action-1'])
    }
    expect(visibleTo(plan, aViewer('STRAND_LEAD', { strandId: 'strand-9' })).tables.action).toEqual({})
  })

  it('keeps those who may know it apart from those who may not, so that no answer is shared', () => {
    const keys = [THE_PUBLIC, lead, owner, aViewer('CABINET_MEMBER'), aViewer('PROGRAMME_MANAGER')].map(
      knowledgeKey,
    )
    expect(new Set(keys).size).toBe(keys.length)
    expect(can(owner, 'UPDATE_ACTION', toAction(anAction()))).toBe(true)
  })
})
