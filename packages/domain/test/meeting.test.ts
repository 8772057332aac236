import { describe, expect, it } from 'vitest'
import { addAction } from '../src/action-commands.ts'
import { applyTo } from '../src/change.ts'
import type { Asked, Command } from '../src/command.ts'
import { forthcomingOf, overdueOf } from '../src/forthcoming.ts'
import {
  actionsArisingFrom,
  agendaItems,
  attendanceInLines,
  attendanceOf,
  lastReferenceGroup,
  meetingsOf,
  readAttendance,
} from '../src/meeting.ts'
import {
  cancelMeeting,
  editMeeting,
  planMeeting,
  raiseAction,
  recordAttendance,
} from '../src/meeting-commands.ts'
import { can } from '../src/permission.ts'
import { findRow, type Plan } from '../src/plan.ts'
import { THE_PUBLIC, type Viewer } from '../src/viewer.ts'
import { visibleTo } from '../src/visibility.ts'
import { whatChanged } from '../src/what-changed.ts'
import { anAction, aPlan, aSource, aStrand, aViewer, someDetails } from './a-plan.ts'

const plan = aPlan({
  plan: [someDetails({ entrySourceId: 'entered' })],
  source: [aSource(), aSource({ id: 'entered', title: 'Entered here', provenance: 'ENTERED' })],
  strand: [aStrand(), aStrand({ id: 'ended', position: 2, endedOn: '2020-01-31', endReason: 'Done' })],
  action: [anAction()],
})
const manager: Asked = { viewer: aViewer('PROGRAMME_MANAGER'), today: '2020-03-31', newId: 'new' }
const as = (newId: string): Asked => ({ ...manager, newId })

function then<Input>(of: Plan, command: Command<Input>, input: Input, asked = manager): Plan {
  const outcome = command.run(of, input, asked)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...of, tables: applyTo(of.tables, outcome.changes) }
}

function refusal<Input>(of: Plan, command: Command<Input>, input: Input, asked = manager): string {
  const outcome = command.run(of, input, asked)
  return outcome.ok ? 'allowed' : (outcome.problems[0]?.message ?? '')
}

const group = { body: 'REFERENCE_GROUP', day: '2020-03-04' } as const
const held = then(plan, planMeeting, { ...group, notes: 'Said.' }, as('held'))
const coming = then(plan, planMeeting, { ...group, day: '2020-05-06' }, as('coming'))
const primary = { who: 'Primary head teachers', present: 5 }
const counted = then(held, recordAttendance, { meetingId: 'held', lines: [primary] }, as('n'))
const raised = then(held, raiseAction, { meetingId: 'held', strandId: 'strand-1', name: 'Contacts' }, as('a'))

describe('a meeting', () => {
  it('is written down before it comes or once it has been, and its notes only then', () => {
    expect(held.tables.meeting.held).toMatchObject({ ...group, visibility: 'PUBLIC', sourceId: 'entered' })
    const early = { ...group, day: '2020-05-06', notes: 'Said.' } as const
    expect(refusal(plan, planMeeting, early)).toBe('Write this once the meeting has been.')
    expect(refusal(coming, editMeeting, { meetingId: 'coming', notes: 'Said.' })).toMatch(/once the meeting/)
    expect(refusal(held, editMeeting, { meetingId: 'held', day: '2020-05-06' })).toMatch(/once the meeting/)
    const today = then(coming, editMeeting, { meetingId: 'coming', day: '2020-03-31', notes: 'Said.' })
    expect(today.tables.meeting.coming).toMatchObject({ day: '2020-03-31', notes: 'Said.' })
  })

  it('of a body that is not in the list says who meets', () => {
    const other = { body: 'OTHER', day: '2020-05-06' } as const
    expect(refusal(plan, planMeeting, other)).toMatch(/Say who meets/)
    const named = then(plan, planMeeting, { ...other, title: 'Parent Carer Forum' })
    expect(forthcomingOf(named, '2020-03-31').map(({ title }) => title)).toEqual(['Parent Carer Forum'])
  })

  it('that is not public says why', () => {
    expect(refusal(plan, planMeeting, { ...group, visibility: 'EXEMPT' })).toMatch(
      /Say why this is not public/,
    )
  })

  it('is to come up to its day, has been after it, and is never overdue', () => {
    const both = then(held, planMeeting, { ...group, day: '2020-03-31' }, as('today'))
    expect(meetingsOf(both, '2020-03-31').coming.map(({ id }) => id)).toEqual(['today'])
    expect(meetingsOf(both, '2020-04-01').past.map(({ id }) => id)).toEqual(['today', 'held'])
    expect(forthcomingOf(both, '2020-03-31')).toMatchObject([
      { id: 'today', kind: 'MEETING', title: 'Head-teacher reference group', detail: 'Meeting' },
    ])
    expect(overdueOf(both, '2020-04-01')).toEqual([])
  })

  it('that is cancelled stays on record with its reason, and is no longer to come', () => {
    expect(refusal(coming, cancelMeeting, { meetingId: 'coming', reason: ' ' })).toBe(
      'Say why it is cancelled.',
    )
    const cancelled = then(coming, cancelMeeting, { meetingId: 'coming', reason: 'Schools are closed' })
    expect(forthcomingOf(cancelled, '2020-03-31')).toEqual([])
    expect(meetingsOf(cancelled, '2020-03-31').past).toMatchObject([{ cancelReason: 'Schools are closed' }])
    expect(refusal(cancelled, editMeeting, { meetingId: 'coming', place: 'x' })).toBe(
      'This meeting was cancelled.',
    )
    expect(refusal(held, cancelMeeting, { meetingId: 'held', reason: 'x' })).toMatch(/cannot be cancelled/)
    expect(refusal(plan, cancelMeeting, { meetingId: 'none', reason: 'x' })).toMatch(/no such meeting/)
  })

  it('at which people were counted, or from which an action arose, cannot move to a day to come', () => {
    const silent = then(counted, editMeeting, { meetingId: 'held', notes: null })
    for (const of of [silent, raised])
      expect(refusal(of, editMeeting, { meetingId: 'held', day: '2020-05-06' })).toMatch(/cannot move/)
  })

  it('has an agenda of one item on each line', () => {
    expect(agendaItems({ agenda: ' One \n\nTwo\n' })).toEqual(['One', 'Two'])
    expect(agendaItems({ agenda: null })).toEqual([])
  })

  it('is kept by the programme manager and the director alone', () => {
    const may = (viewer: Viewer) => can(viewer, 'EDIT_MEETING')
    expect([aViewer('PROGRAMME_MANAGER'), aViewer('DIRECTOR_OF_CHILDRENS_SERVICES')].map(may)).toEqual([
      true,
      true,
    ])
    expect(
      [aViewer('STRAND_LEAD', { strandId: 'strand-1' }), aViewer('REFERENCE_GROUP_MEMBER')].map(may),
    ).toEqual([false, false])
  })

  it('is told in words', () => {
    const words = (from: Plan, to: Plan) => whatChanged(from, to).map((of) => of.words)
    expect(words(plan, held)).toEqual(['Added: meeting of the head-teacher reference group on 4 March 2020.'])
    expect(words(held, counted)).toEqual([
      'Added: attendance of Primary head teachers at meeting of the head-teacher reference group on 4 March 2020.',
    ])
    expect(words(held, raised).at(-1)).toBe(
      'Added: action “Contacts”, arising from meeting of the head-teacher reference group on 4 March 2020.',
    )
  })
})

describe('who was at a meeting', () => {
  it('is read as people write it, and a line that cannot be read is named', () => {
    const text = 'Primary head teachers: 5\n\n Officers of the council : 12 '
    const read = readAttendance(text)
    expect(read).toEqual({ ok: true, lines: [primary, { who: 'Officers of the council', present: 12 }] })
    expect(attendanceInLines(read.ok ? read.lines : [])).toBe(
      'Primary head teachers: 5\nOfficers of the council: 12',
    )
    expect(readAttendance('Primary: 5\nA. Head')).toEqual({
      ok: false,
      message: 'Write a role, a colon and a number, not “A. Head”.',
    })
    expect(readAttendance('Primary: -2').ok).toBe(false)
  })

  it('is written all at once: a role that is there is corrected, and one that is not is dropped', () => {
    const lines = [
      { who: 'Officers', present: 2 },
      { who: 'primary head teachers', present: 6 },
    ]
    const again = then(counted, recordAttendance, { meetingId: 'held', lines }, as('m'))
    expect(attendanceOf(again, 'held').map(({ id, who, present }) => [id, who, present])).toEqual([
      ['m', 'Officers', 2],
      ['n', 'primary head teachers', 6],
    ])
    const none = then(again, recordAttendance, { meetingId: 'held', lines: [] })
    expect(attendanceOf(none, 'held')).toEqual([])
    expect(none.tables.attendance.n).toMatchObject({ present: 6, droppedOn: '2020-03-31' })
  })

  it('is counted once for each role, in whole numbers, once the meeting has been', () => {
    const say = (lines: readonly { who: string; present: number }[], meetingId = 'held') =>
      refusal(meetingId === 'held' ? held : coming, recordAttendance, { meetingId, lines })
    expect(say([primary, { ...primary, who: ' PRIMARY head teachers ' }])).toMatch(/there twice/)
    expect(say([{ who: 'x', present: -1 }])).toMatch(/whole number/)
    expect(say([{ who: 'x', present: 1.5 }])).toMatch(/whole number/)
    expect(say([{ who: ' ', present: 1 }])).toBe('Enter role or body.')
    expect(say([primary], 'coming')).toMatch(/once the meeting has been/)
  })
})

describe('an action that arises from a meeting', () => {
  it('is an action of the plan like any other, and the meeting knows it', () => {
    expect(actionsArisingFrom(raised, 'held')).toMatchObject([
      { id: 'a', strandId: 'strand-1', name: 'Contacts', stage: 'NOT_STARTED', position: 2 },
    ])
    const alone = then(held, addAction, { strandId: 'strand-1', name: 'Contacts' }, as('a'))
    expect(findRow(raised, 'action', 'a')).toEqual(findRow(alone, 'action', 'a'))
  })

  it('follows the rule of every action: by whoever may begin one in the strand, and in none that has ended', () => {
    const input = { meetingId: 'held', strandId: 'strand-1', name: 'x' }
    expect(raiseAction.operation).toBe(addAction.operation)
    expect(raiseAction.subjects(held, input)).toEqual(addAction.subjects(held, input))
    expect(raiseAction.subjects(held, { ...input, meetingId: 'none' })).toEqual([])
    expect(refusal(held, raiseAction, { ...input, strandId: 'ended' })).toMatch(/has ended/)
    expect(refusal(held, raiseAction, { ...input, name: ' ' })).toBe('Enter name.')
  })

  it('does not arise from a meeting that has not been, or was cancelled', () => {
    const input = { meetingId: 'coming', strandId: 'strand-1', name: 'x' }
    expect(refusal(coming, raiseAction, input)).toMatch(/once the meeting has been/)
    const cancelled = then(coming, cancelMeeting, { meetingId: 'coming', reason: 'x' })
    expect(refusal(cancelled, raiseAction, input)).toBe('This meeting was cancelled.')
  })
})

describe('who may know of a meeting', () => {
  const why = { visibilityReason: 'Not yet published' }
  const with_ = (body: 'REFERENCE_GROUP' | 'SCHOOLS_FORUM', visibility: 'PUBLIC' | 'RESTRICTED' | 'EXEMPT') =>
    then(plan, planMeeting, { body, day: '2020-03-04', visibility, ...why }, as('m'))
  const viewers = [
    THE_PUBLIC,
    aViewer('REFERENCE_GROUP_MEMBER'),
    aViewer('CABINET_MEMBER'),
    aViewer('PROGRAMME_MANAGER'),
  ]
  const knows = (of: Plan) =>
    viewers.map((viewer) => findRow(visibleTo(of, viewer), 'meeting', 'm') !== undefined)

  it.each([
    ['REFERENCE_GROUP', 'PUBLIC', [true, true, true, true]],
    ['REFERENCE_GROUP', 'RESTRICTED', [false, true, true, true]],
    ['REFERENCE_GROUP', 'EXEMPT', [false, false, false, true]],
    ['SCHOOLS_FORUM', 'RESTRICTED', [false, false, true, true]],
    ['SCHOOLS_FORUM', 'EXEMPT', [false, false, false, true]],
  ] as const)('of the %s that is %s: the public, the group, members, the team', (body, visibility, known) => {
    expect(knows(with_(body, visibility))).toEqual(known)
  })

  it('decides who knows who was there and what arose, and the action is known by its own visibility', () => {
    const restricted = with_('SCHOOLS_FORUM', 'RESTRICTED')
    const full = then(
      then(restricted, recordAttendance, { meetingId: 'm', lines: [primary] }, as('n')),
      raiseAction,
      { meetingId: 'm', strandId: 'strand-1', name: 'Public' },
      as('a'),
    )
    const { tables } = visibleTo(full, THE_PUBLIC)
    expect([tables.attendance, tables.actionArising]).toEqual([{}, {}])
    expect(tables.action.a?.name).toBe('Public')
  })

  it('does not give away an exempt action that arose from a public meeting', () => {
    const hidden = { name: 'Osprey', visibility: 'EXEMPT', ...why } as const
    const secret = then(held, raiseAction, { meetingId: 'held', strandId: 'strand-1', ...hidden }, as('a'))
    const known = visibleTo(secret, aViewer('REFERENCE_GROUP_MEMBER'))
    expect(actionsArisingFrom(known, 'held')).toEqual([])
    expect(known.tables.actionArising).toEqual({})
  })
})

describe('the last meeting of the reference group', () => {
  it('is the latest that was held before the day, and that the reader may know', () => {
    const later = then(held, planMeeting, { ...group, day: '2020-03-18' }, as('later'))
    const forum = then(later, planMeeting, { body: 'SCHOOLS_FORUM', day: '2020-03-25' }, as('forum'))
    expect(lastReferenceGroup(forum, '2020-03-31')?.id).toBe('later')
    expect(lastReferenceGroup(forum, '2020-03-18')?.id).toBe('held')
    expect(lastReferenceGroup(forum, '2020-03-04')).toBeNull()
    const hidden = { visibility: 'RESTRICTED', visibilityReason: 'x' } as const
    const closed = then(forum, editMeeting, { meetingId: 'later', ...hidden })
    expect(lastReferenceGroup(visibleTo(closed, THE_PUBLIC), '2020-03-31')?.id).toBe('held')
  })

  it('is none that was cancelled, or was before the plan began', () => {
    const ahead = { ...manager, today: '2020-03-01' } as const
    const cancelled = then(held, cancelMeeting, { meetingId: 'held', reason: 'x' }, ahead)
    expect(lastReferenceGroup(cancelled, '2020-03-31')).toBeNull()
    const before = then(plan, planMeeting, { ...group, day: '2020-02-12' })
    expect(lastReferenceGroup(before, '2020-03-31')).toBeNull()
  })
})
