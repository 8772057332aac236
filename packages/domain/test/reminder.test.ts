import { describe, expect, it } from 'vitest'
import type { Day } from '../src/day.ts'
import { reminderInWords, reminderKey, remindersDue } from '../src/reminder.ts'
import { aCycle, anAction, anAssignment, anUpdate, aPerson, aPlan, aStrand } from './a-plan.ts'

const owner = (id: string, personId: string, actionId: string, fields = {}) =>
  anAssignment({ id, personId, role: 'ACTION_OWNER', strandId: null, actionId, ...fields })
const rows = {
  strand: [aStrand()],
  person: ['one', 'two', 'three'].map((id) => aPerson({ id, name: `Person ${id}` })),
  action: [
    anAction({ id: 'fees', name: 'Fees' }),
    anAction({ id: 'kestrel', name: 'Kestrel', visibility: 'EXEMPT', visibilityReason: 'Paragraph 3' }),
    anAction({ id: 'panels', name: 'Panels' }),
    anAction({ id: 'done', name: 'Done', stage: 'COMPLETE' }),
  ],
  assignment: [
    owner('a', 'one', 'fees', { toDay: '2020-03-10' }),
    owner('b', 'two', 'fees', { fromDay: '2020-03-10' }),
    owner('c', 'two', 'kestrel'),
    owner('d', 'three', 'panels'),
    owner('e', 'three', 'done'),
  ],
  cycle: [aCycle({ opensOn: '2020-03-02', dueOn: '2020-03-20', graceUntil: '2020-03-24' })],
  update: [anUpdate({ actionId: 'panels', personId: 'three' })],
}
const plan = aPlan(rows)
const kinds = (day: Day, of = plan) =>
  remindersDue(of, day).map(({ personId, kind }) => `${personId} ${kind}`)

describe('reminders', () => {
  it.each([
    ['2020-03-01', []],
    ['2020-03-02', ['one OPENED', 'two OPENED']],
    ['2020-03-18', ['two OPENED']],
    ['2020-03-19', ['two DUE']],
    ['2020-03-20', ['two DUE']],
    ['2020-03-21', ['two OVERDUE']],
    ['2020-03-30', ['two OVERDUE']],
  ] as const)('on %s go to whoever holds the role that day and still owes', (day, expected) => {
    expect(kinds(day)).toEqual(expected)
  })

  it('end with the cycle, and are not asked for while none is open', () => {
    expect(kinds('2020-03-21', aPlan({ ...rows, cycle: [aCycle({ stage: 'IN_REVIEW' })] }))).toEqual([])
    expect(kinds('2020-03-21', aPlan({ ...rows, cycle: [] }))).toEqual([])
  })

  it('are the same message however often they are worked out, and another on the day before the deadline', () => {
    const keys = (day: Day) => remindersDue(plan, day).map((reminder) => reminderKey(plan, reminder))
    expect(keys('2020-03-12')).toEqual(keys('2020-03-13'))
    expect(keys('2020-03-18')).not.toEqual(keys('2020-03-19'))
  })

  it('tell what is owed and where to give it, and name nothing that is not public', () => {
    const [reminder] = remindersDue(plan, '2020-03-19')
    if (!reminder) throw new Error('somebody owes something')
    const { subject, text } = reminderInWords(plan, reminder, 'https://plan.example/my-updates')
    expect(subject).toBe('March 2020: 2 updates due on 20 March 2020')
    expect(text).toContain('- Fees\n- 1 more that is not public\n')
    expect(text).toContain('My updates: https://plan.example/my-updates')
    expect(subject + text).not.toContain('Kestrel')
  })
})
