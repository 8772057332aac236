import { describe, expect, it } from 'vitest'
import { addAction, editAction, endAction, placeAction, reopenAction } from '../src/action-commands.ts'
import { changeActions, undoOf } from '../src/bulk-change.ts'
import { applyTo, type Change } from '../src/change.ts'
import type { Asked, Command, Outcome } from '../src/command.ts'
import { waitingInWords } from '../src/dependency.ts'
import { addDependency, endDependency } from '../src/dependency-commands.ts'
import { overdueOf } from '../src/forthcoming.ts'
import { addMilestone, dropMilestone, milestoneMove } from '../src/milestone-commands.ts'
import { addPerson, giveRole, handOverRole } from '../src/people-commands.ts'
import { can } from '../src/permission.ts'
import { actionsOf, findRow, holdersOf, type Plan, requireRow, rowsOf } from '../src/plan.ts'
import { addStrand, endStrand, placeStrand } from '../src/strand-commands.ts'
import { viewerOf } from '../src/viewer.ts'
import {
  aMilestone,
  anAction,
  anAssignment,
  aPerson,
  aPlan,
  aSource,
  aStrand,
  aViewer,
  someDetails,
} from './a-plan.ts'

const council = aPlan({
  plan: [someDetails({ entrySourceId: 'entered' })],
  source: [aSource(), aSource({ id: 'entered', title: 'Entered here', provenance: 'ENTERED' })],
  strand: [1, 2].map((position) =>
    aStrand({ id: `strand-${position}`, position, name: `Strand ${position}` }),
  ),
  person: [1, 2, 3].map((at) => aPerson({ id: `person-${at}`, name: `Person ${at}` })),
  action: [
    anAction({ startsOn: '2020-01-31', dueOn: '2020-04-30' }),
    anAction({ id: 'action-2', position: 2, name: 'Transport' }),
    anAction({ id: 'action-3', position: 3, name: 'Panels', stage: 'COMPLETE' }),
    anAction({ id: 'action-4', strandId: 'strand-2', name: 'Outreach' }),
  ],
  milestone: [aMilestone({ currentDate: '2020-03-01', firstDate: '2020-03-01' })],
  assignment: [
    anAssignment({ role: 'ACTION_OWNER', strandId: null, actionId: 'action-1', personId: 'person-2' }),
  ],
})
const asked: Asked = { viewer: aViewer('PROGRAMME_MANAGER'), today: '2020-03-25', newId: 'new' }

function changesOf(outcome: Outcome): readonly Change[] {
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return outcome.changes
}

function then<Input>(plan: Plan, command: Command<Input>, input: Input, by: Asked = asked): Plan {
  const changes = changesOf(command.run(plan, input, by))
  return { ...plan, tables: applyTo(plan.tables, changes) }
}

function refusal<Input>(command: Command<Input>, input: Input, plan = council): string {
  const outcome = command.run(plan, input, asked)
  return outcome.ok ? 'allowed' : (outcome.problems[0]?.message ?? '')
}

describe('an action', () => {
  it('begins at the end of its strand, cited as entered', () => {
    const plan = then(council, addAction, { strandId: 'strand-1', name: 'Early help', dueOn: '2020-09-01' })
    expect(actionsOf(plan, 'strand-1').map(({ name }) => name)).toEqual([
      'Placements',
      'Transport',
      'Panels',
      'Early help',
    ])
    expect(findRow(plan, 'action', 'new')).toMatchObject({
      stage: 'NOT_STARTED',
      sourceId: 'entered',
      datesSourceId: 'entered',
    })
  })

  it('keeps the source of what is not edited', () => {
    const dates = then(council, editAction, { actionId: 'action-1', dueOn: '2020-06-30' })
    expect(findRow(dates, 'action', 'action-1')).toMatchObject({
      sourceId: 'source-1',
      datesSourceId: 'entered',
    })
    const same = editAction.run(council, { actionId: 'action-1', name: 'Placements' }, asked)
    expect(changesOf(same)).toEqual([])
    const words = then(council, editAction, { actionId: 'action-1', name: 'All placements' })
    expect(findRow(words, 'action', 'action-1')).toMatchObject({
      sourceId: 'entered',
      startsOn: '2020-01-31',
    })
  })

  it('ends with a reason, names what takes its place, and can be taken up again', () => {
    const end = { actionId: 'action-1', ending: 'SUPERSEDED', reason: 'One panel now' } as const
    expect(refusal(endAction, end)).toBe('Choose the action that takes its place.')
    expect(refusal(endAction, { ...end, supersededById: 'action-1' })).toBe(
      'An action cannot take its own place.',
    )
    expect(refusal(endAction, { ...end, ending: 'STOPPED', reason: ' ' })).toBe('Say why the action ends.')
    const ended = then(council, endAction, { ...end, supersededById: 'action-2' })
    expect(refusal(endAction, { ...end, supersededById: 'action-2' }, ended)).toBe(
      'This action has ended already.',
    )
    const open = then(ended, reopenAction, { actionId: 'action-1', reason: 'The panel failed' })
    expect(findRow(open, 'action', 'action-1')).toMatchObject({ stageReason: null, supersededById: null })
  })

  it('changes its place in the strand and numbers no more rows than it must', () => {
    const moved = then(council, placeAction, { actionId: 'action-3', afterId: null })
    expect(actionsOf(moved, 'strand-1').map(({ id }) => id)).toEqual(['action-3', 'action-1', 'action-2'])
    const outcome = placeAction.run(council, { actionId: 'action-1', afterId: 'action-2' }, asked)
    expect(
      changesOf(outcome)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['action-1', 'action-2'])
    expect(refusal(placeAction, { actionId: 'action-1', afterId: 'action-4' })).toBe(
      'Choose an action of the same strand.',
    )
  })
})

describe('a strand', () => {
  it('ends only when its actions have ended', () => {
    const end = { strandId: 'strand-2', reason: 'Merged' }
    expect(refusal(endStrand, end)).toBe('End its open actions first: “Outreach”.')
    const stopped = then(council, endAction, { actionId: 'action-4', ending: 'STOPPED', reason: 'Merged' })
    const ended = then(stopped, endStrand, end)
    expect(findRow(ended, 'strand', 'strand-2')?.endedOn).toBe('2020-03-25')
    expect(refusal(addAction, { strandId: 'strand-2', name: 'More' }, ended)).toBe(
      'This strand has ended: reopen it first.',
    )
  })

  it('is added after the others, and strands change places', () => {
    const three = then(council, addStrand, { name: 'Funding' })
    const moved = then(three, placeStrand, { strandId: 'new', afterId: null })
    expect(rowsOf(moved, 'strand').map(({ name }) => name)).toEqual(['Funding', 'Strand 1', 'Strand 2'])
  })
})

describe('a milestone', () => {
  it('that is dropped is waited for no longer, and stays on record', () => {
    expect(overdueOf(council, '2020-03-25').map(({ id }) => id)).toContain('milestone-1')
    const dropped = then(council, dropMilestone, { milestoneId: 'milestone-1', reason: 'No longer needed' })
    expect(overdueOf(dropped, '2020-03-25').map(({ id }) => id)).not.toContain('milestone-1')
    expect(findRow(dropped, 'milestone', 'milestone-1')?.dropReason).toBe('No longer needed')
    const move = { milestoneId: 'milestone-1', to: '2020-09-01', reason: 'Late' } as const
    expect(refusal(milestoneMove, move, dropped)).toBe('This milestone was dropped: add a new one.')
  })

  it('that is set keeps its first date', () => {
    const set = then(council, addMilestone, {
      actionId: 'action-2',
      name: 'Contract let',
      day: '2020-05-01',
    })
    expect(findRow(set, 'milestone', 'new')).toMatchObject({ firstDate: '2020-05-01', position: 1 })
  })
})

describe('what waits for what', () => {
  const needs = { waitingActionId: 'action-1', neededStrandId: 'strand-2' }

  it('is refused in a circle through the strand of an action, which is named', () => {
    const plan = then(council, addDependency, needs, { ...asked, newId: 'first' })
    const back = { waitingActionId: 'action-4', neededActionId: 'action-1' }
    expect(refusal(addDependency, back, plan)).toBe(
      'This would make a circle: “Outreach” waits for “Placements” waits for Strand 2 waits for “Outreach”.',
    )
    expect(refusal(addDependency, { waitingActionId: 'action-1', neededStrandId: 'strand-1' })).toMatch(
      /^This would make a circle/,
    )
  })

  it('ends, and is then neither told nor part of a circle', () => {
    const plan = then(council, addDependency, needs)
    const ended = then(plan, endDependency, { dependencyId: 'new' })
    expect(waitingInWords(plan, 'action', 'action-1')).toBe('“Placements” waits for strand 2.')
    expect(waitingInWords(ended, 'action', 'action-1')).toBeNull()
    expect(
      refusal(addDependency, { waitingActionId: 'action-4', neededActionId: 'action-1' }, ended),
    ).not.toMatch(/circle/)
  })
})

describe('a role', () => {
  it('is held on what it is held on, and nothing else', () => {
    const role = { personId: 'person-3', fromDay: '2020-03-25' } as const
    expect(refusal(giveRole, { ...role, role: 'SECTION_151_OFFICER', actionId: 'action-1' })).toMatch(/owner/)
    expect(refusal(giveRole, { ...role, role: 'STRAND_LEAD' })).toMatch(/leads a strand/)
    expect(refusal(giveRole, { ...role, role: 'ADMINISTRATOR' })).toMatch(/accounts page/)
    expect(refusal(giveRole, { ...role, role: 'STRAND_LEAD', strandId: 'strand-1' })).toBe('allowed')
  })

  it('on the whole plan is not given to oneself', () => {
    const mine = { personId: 'person-1', role: 'FINANCE_BUSINESS_PARTNER', fromDay: '2020-03-25' } as const
    expect(refusal(giveRole, mine)).toMatch(/Nobody gives a role to themselves/)
  })

  it('that is handed over brings what is owed to the next holder and leaves history with the last', () => {
    const over = { assignmentId: 'assignment-1', toPersonId: 'person-3', onDay: '2020-03-25' } as const
    const plan = then(council, handOverRole, over)
    const owner = (today: '2020-03-24' | '2020-03-25') =>
      holdersOf(plan, 'ACTION_OWNER', today, { actionId: 'action-1' }).map(({ id }) => id)
    expect([owner('2020-03-24'), owner('2020-03-25')]).toEqual([['person-2'], ['person-3']])
    expect(can(viewerOf(plan, 'person-3', '2020-03-25'), 'UPDATE_ACTION', { actionId: 'action-1' })).toBe(
      true,
    )
  })

  it('is given to somebody who was added', () => {
    const plan = then(council, addPerson, { name: 'A Newcomer' })
    expect(findRow(plan, 'person', 'new')).toMatchObject({ name: 'A Newcomer', sourceId: 'entered' })
  })
})

describe('a change of many actions', () => {
  const change = {
    actionIds: ['action-1', 'action-2'],
    ownerId: 'person-3',
    moveByDays: 31,
    reason: 'Lockdown',
  }
  const owners = (plan: Plan, actionId: string) =>
    holdersOf(plan, 'ACTION_OWNER', '2020-03-25', { actionId }).map(({ id }) => id)

  it('moves dates and gives another owner, in one revision', () => {
    const plan = then(council, changeActions, change)
    expect(requireRow(plan, 'action', 'action-1')).toMatchObject({
      startsOn: '2020-03-02',
      dueOn: '2020-05-31',
    })
    expect([owners(plan, 'action-1'), owners(plan, 'action-2')]).toEqual([['person-3'], ['person-3']])
  })

  it('is undone as one, and keeps a field that somebody changed since', () => {
    const changes = changesOf(changeActions.run(council, change, asked))
    const changed = { ...council, tables: applyTo(council.tables, changes) }
    const undo = undoOf(changes)
    expect(
      undo
        .subjects(changed, {})
        .map(({ actionId }) => actionId)
        .sort(),
    ).toEqual(['action-1', 'action-2'])
    const back = then(changed, undo, {})
    expect(requireRow(back, 'action', 'action-1')).toEqual(requireRow(council, 'action', 'action-1'))
    expect([owners(back, 'action-1'), owners(back, 'action-2')]).toEqual([['person-2'], []])
    const since = then(changed, editAction, { actionId: 'action-1', dueOn: '2020-12-31' })
    expect(refusal(undo, {}, since)).toBe('This has been changed since: mend it on its own page.')
  })

  it('says what is wrong before anything changes', () => {
    expect(refusal(changeActions, { ...change, actionIds: ['action-3'] })).toBe(
      'This has ended and is not changed: “Panels”.',
    )
    expect(refusal(changeActions, { ...change, ownerId: null, moveByDays: null })).toMatch(
      /Choose another owner/,
    )
    expect(refusal(changeActions, { ...change, reason: '' })).toBe('Say why they change.')
  })

  it('cannot be used to undo anything else', () => {
    const renamed = changesOf(editAction.run(council, { actionId: 'action-1', name: 'Other' }, asked))
    expect(undoOf(renamed).subjects(council, {})).toEqual([])
  })
})
