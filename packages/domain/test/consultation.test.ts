import { describe, expect, it } from 'vitest'
import { applyTo } from '../src/change.ts'
import { type Asked, type Command, edit } from '../src/command.ts'
import { consultationsOf, isPageAddress } from '../src/consultation.ts'
import {
  closeConsultation,
  editConsultation,
  openConsultation,
  planConsultation,
  reportConsultation,
  withdrawConsultation,
} from '../src/consultation-commands.ts'
import { forthcomingOf, overdueOf } from '../src/forthcoming.ts'
import { composeNewsletter } from '../src/newsletter.ts'
import { can, operations } from '../src/permission.ts'
import type { Plan } from '../src/plan.ts'
import { THE_PUBLIC } from '../src/viewer.ts'
import { visibleTo } from '../src/visibility.ts'
import { aPlan, aStrand, aViewer } from './a-plan.ts'

const hidden = { visibility: 'EXEMPT', visibilityReason: 'Para 3' } as const
const plan = aPlan({ strand: [aStrand(), aStrand({ id: 'secret', position: 2, ...hidden })] })
const manager: Asked = { viewer: aViewer('PROGRAMME_MANAGER'), today: '2020-03-31', newId: 'c' }

function then<Input>(of: Plan, command: Command<Input>, input: Input, asked = manager): Plan {
  const outcome = command.run(of, input, asked)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...of, tables: applyTo(of.tables, outcome.changes) }
}

function refusal<Input>(of: Plan, command: Command<Input>, input: Input, asked = manager): string {
  const outcome = command.run(of, input, asked)
  return outcome.ok ? 'allowed' : (outcome.problems[0]?.message ?? '')
}

const c = { consultationId: 'c' }
const planned = then(plan, planConsultation, {
  title: 'Places',
  opensOn: '2020-04-20',
  closesOn: '2020-05-22',
})
const opened = then(planned, openConsultation, { ...c, closesOn: '2020-04-30' })
const later: Asked = { ...manager, today: '2020-05-04' }
const closed = then(opened, closeConsultation, { ...c, responses: 41 }, later)
const reported = then(closed, reportConsultation, { ...c, outcome: 'Two sites instead of one.' })
const stateOf = (of: Plan) => of.tables.consultation.c

describe('a consultation', () => {
  it('goes from planned to open, closed and reported', () => {
    expect(stateOf(planned)).toMatchObject({ stage: 'PLANNED', responses: null, outcome: null })
    expect(stateOf(opened)).toMatchObject({ stage: 'OPEN', opensOn: '2020-03-31', closesOn: '2020-04-30' })
    expect(stateOf(closed)).toMatchObject({ stage: 'CLOSED', closesOn: '2020-04-30', responses: 41 })
    expect(stateOf(reported)).toMatchObject({ stage: 'REPORTED', outcome: 'Two sites instead of one.' })
  })

  it('goes no other way', () => {
    const open = { ...c, closesOn: '2020-04-30' } as const
    expect(refusal(opened, openConsultation, open)).toBe('This is for a consultation that is planned.')
    expect(refusal(planned, closeConsultation, { ...c, responses: 1 })).toMatch(/that is open/)
    expect(refusal(opened, reportConsultation, { ...c, outcome: 'x' })).toMatch(/that is closed/)
    expect(refusal(closed, editConsultation, { ...c, title: 'x' })).toMatch(/that is planned or open/)
    expect(refusal(opened, withdrawConsultation, { ...c, reason: 'x' })).toMatch(/that is planned/)
    expect(refusal(plan, openConsultation, open)).toMatch(/no such consultation/)
  })

  it('that closes before its day has closed on the day on which it does', () => {
    expect(stateOf(then(opened, closeConsultation, { ...c, responses: 0 }))).toMatchObject({
      closesOn: '2020-03-31',
      responses: 0,
    })
  })

  it('has no number of responses before it has closed, and no outcome before it is reported', () => {
    const write = (of: Plan, fields: object) => {
      const outcome = edit(of, { consultation: { c: fields } })
      return outcome.ok ? 'allowed' : outcome.problems[0]?.message
    }
    expect(write(opened, { responses: 3 })).toMatch(/counted when it has closed/)
    expect(write(opened, { stage: 'CLOSED' })).toMatch(/counted when it has closed/)
    expect(write(closed, { responses: null })).toMatch(/counted when it has closed/)
    expect(write(closed, { outcome: 'Early' })).toMatch(/when it is reported/)
    expect(refusal(opened, closeConsultation, { ...c, responses: -1 })).toMatch(/whole number/)
    expect(refusal(closed, reportConsultation, { ...c, outcome: ' ' })).toMatch(/Say what came of it/)
  })

  it('opens before it closes, and an open one says when', () => {
    expect(refusal(planned, editConsultation, { ...c, closesOn: '2020-04-19' })).toMatch(/before it opens/)
    expect(refusal(planned, openConsultation, { ...c, closesOn: '2020-03-30' })).toMatch(/before it opens/)
    expect(refusal(opened, editConsultation, { ...c, closesOn: null })).toMatch(/Give the day/)
    expect(refusal(opened, editConsultation, { ...c, opensOn: '2020-03-01' })).toMatch(/it opened stays/)
    expect(stateOf(then(opened, editConsultation, { ...c, closesOn: '2020-05-01' }))?.closesOn).toBe(
      '2020-05-01',
    )
  })

  it('leads to a page, and to nothing else', () => {
    expect(
      ['https://example.gov.uk/have-your-say?x=1', 'HTTP://a', 'https://a#b'].map(isPageAddress),
    ).toEqual([true, true, true])
    for (const url of ['javascript:alert(1)', 'example.gov.uk', 'https://', 'https:// a', 'data:text/html,x'])
      expect(refusal(planned, editConsultation, { ...c, url }), url).toMatch(/begins with https/)
  })

  it('that is withdrawn before it opens stays on record', () => {
    expect(refusal(planned, withdrawConsultation, { ...c, reason: ' ' })).toBe('Say why it is withdrawn.')
    const withdrawn = then(planned, withdrawConsultation, { ...c, reason: 'Not needed' })
    expect([consultationsOf(withdrawn), forthcomingOf(withdrawn, '2020-03-31')]).toEqual([[], []])
    expect(stateOf(withdrawn)).toMatchObject({ title: 'Places', withdrawReason: 'Not needed' })
    expect(refusal(withdrawn, openConsultation, { ...c, closesOn: '2020-04-30' })).toMatch(/no such/)
  })

  it('is kept by the programme manager and the director, and by nobody else', () => {
    const roles = ['PROGRAMME_MANAGER', 'DIRECTOR_OF_CHILDRENS_SERVICES', 'CABINET_MEMBER'] as const
    expect(operations).toContain('EDIT_CONSULTATION')
    expect(roles.map((role) => can(aViewer(role), 'EDIT_CONSULTATION'))).toEqual([true, true, false])
  })

  it('of a hidden strand, or hidden itself, is absent', () => {
    const ids = (of: Plan) =>
      Object.keys(visibleTo(of, aViewer('REFERENCE_GROUP_MEMBER')).tables.consultation)
    expect(ids(planned)).toEqual(['c'])
    expect(ids(then(planned, editConsultation, { ...c, strandId: 'secret' }))).toEqual([])
    expect(ids(then(planned, editConsultation, { ...c, ...hidden }))).toEqual([])
  })
})

describe('what is to come of a consultation', () => {
  const coming = (of: Plan, today: '2020-03-31' | '2020-05-04' = '2020-03-31') =>
    forthcomingOf(of, today).map(({ kind, title, when }) => [kind, title, when])

  it('is its opening and its closing while it is planned, its closing while it is open, and then nothing', () => {
    expect(coming(planned)).toEqual([
      ['CONSULTATION_OPENS', 'Consultation opens: Places', '20 April 2020'],
      ['CONSULTATION_CLOSES', 'Consultation closes: Places', '22 May 2020'],
    ])
    expect(coming(opened)).toEqual([['CONSULTATION_CLOSES', 'Consultation closes: Places', '30 April 2020']])
    expect([coming(closed), coming(reported)]).toEqual([[], []])
  })

  it('is overdue where it should have opened or closed and has not', () => {
    expect(overdueOf(planned, '2020-05-04').map(({ kind }) => kind)).toEqual(['CONSULTATION_OPENS'])
    expect(overdueOf(opened, '2020-05-04').map(({ kind }) => kind)).toEqual(['CONSULTATION_CLOSES'])
    expect(overdueOf(closed, '2020-05-04')).toEqual([])
  })

  it('is in the words of its source where that gives no day, until a day is set', () => {
    const words = { opensOn: null, closesOn: null, opensWords: 'in the spring' }
    const outcome = edit(planned, { consultation: { c: words } })
    if (!outcome.ok) throw new Error('it can stand in words')
    const vague = { ...planned, tables: applyTo(planned.tables, outcome.changes) }
    expect(coming(vague)).toEqual([['CONSULTATION_OPENS', 'Consultation opens: Places', 'in the spring']])
    const dated = then(vague, editConsultation, { ...c, opensOn: '2020-04-20' })
    expect(coming(dated)).toEqual([['CONSULTATION_OPENS', 'Consultation opens: Places', '20 April 2020']])
  })

  it('is told by the newsletter where it is public', () => {
    const told = (of: Plan) =>
      composeNewsletter(visibleTo(of, THE_PUBLIC), '2020-03-31', null).find(
        ({ heading }) => heading === 'Forthcoming activities',
      )?.body ?? ''
    expect(told(planned)).toContain('- Consultation opens: Places (20 April 2020).')
    expect(told(then(planned, editConsultation, { ...c, ...hidden }))).not.toContain('Places')
  })
})

it('those that are open come first', () => {
  const both = then(opened, planConsultation, { title: 'Later' }, { ...manager, newId: 'a' })
  expect(consultationsOf(both).map(({ id }) => id)).toEqual(['c', 'a'])
})
