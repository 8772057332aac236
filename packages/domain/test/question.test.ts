import { describe, expect, it } from 'vitest'
import { applyTo } from '../src/change.ts'
import type { Asked, Command } from '../src/command.ts'
import { can } from '../src/permission.ts'
import type { Plan } from '../src/plan.ts'
import {
  answerQuestion,
  askQuestion,
  questionsOf,
  showQuestion,
  withdrawQuestion,
} from '../src/question-commands.ts'
import { THE_PUBLIC } from '../src/viewer.ts'
import { audienceOf, knowledgeKey, visibleTo } from '../src/visibility.ts'
import { anAction, aPerson, aPlan, aSource, aStrand, aViewer, someDetails } from './a-plan.ts'

const hidden = { visibility: 'EXEMPT', visibilityReason: 'Para 3' } as const
const plan = aPlan({
  plan: [someDetails({ entrySourceId: 'entered' })],
  source: [aSource(), aSource({ id: 'entered', title: 'Entered here', provenance: 'ENTERED' })],
  person: ['head', 'lead'].map((id) => aPerson({ id, name: id })),
  strand: [aStrand(), aStrand({ id: 'secret', position: 2, ...hidden })],
  action: [anAction(), anAction({ id: 'hidden', ...hidden })],
})
const head: Asked = {
  viewer: { ...aViewer('REFERENCE_GROUP_MEMBER'), personId: 'head' },
  today: '2020-03-31',
  newId: 'new',
}
const lead: Asked = { ...head, viewer: { ...aViewer('PROGRAMME_MANAGER'), personId: 'lead' } }

function then<Input>(of: Plan, command: Command<Input>, input: Input, asked = lead): Plan {
  const outcome = command.run(of, input, asked)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...of, tables: applyTo(of.tables, outcome.changes) }
}

function refusal<Input>(of: Plan, command: Command<Input>, input: Input, asked = lead): string {
  const outcome = command.run(of, input, asked)
  return outcome.ok ? 'allowed' : (outcome.problems[0]?.message ?? '')
}

const asked = then(plan, askQuestion, { words: 'Why?', actionId: 'action-1' }, head)
const answered = then(asked, answerQuestion, { questionId: 'new', answer: 'Because.' })
const shown = then(answered, showQuestion, { questionId: 'new', isPublic: true })
const readBy = (of: Plan) =>
  [THE_PUBLIC, aViewer('REFERENCE_GROUP_MEMBER'), aViewer('CABINET_MEMBER')].map(
    (viewer) => questionsOf(visibleTo(of, viewer)).length,
  )

describe('a question', () => {
  it('is about an action, its strand, a chart, or the whole plan', () => {
    expect(questionsOf(asked)[0]).toMatchObject({
      strandId: 'strand-1',
      actionId: 'action-1',
      status: 'OPEN',
    })
    const whole = then(plan, askQuestion, { words: 'Why?' }, head)
    expect(questionsOf(whole)[0]).toMatchObject({ strandId: null, actionId: null, personId: 'head' })
    const chart = then(plan, askQuestion, { words: 'Why?', chart: 'IN_YEAR' }, head)
    expect(questionsOf(chart)[0]).toMatchObject({ strandId: null, chart: 'IN_YEAR' })
  })

  it('cannot ask of what its asker may not know: that is as if it were not there', () => {
    const known = visibleTo(plan, head.viewer)
    expect(refusal(known, askQuestion, { words: 'x', actionId: 'hidden' }, head)).toMatch(/no such action/)
    expect(refusal(known, askQuestion, { words: 'x', strandId: 'secret' }, head)).toMatch(/no such strand/)
    const nobody = { ...head, viewer: { ...head.viewer, personId: null } }
    expect(refusal(plan, askQuestion, { words: 'x' }, nobody)).toMatch(/Only a person/)
  })

  it('is for the reference group and the council until it is made public, and that only with its answer', () => {
    expect([asked, answered, shown].map(readBy)).toEqual([
      [0, 1, 1],
      [0, 1, 1],
      [1, 1, 1],
    ])
    expect(refusal(asked, showQuestion, { questionId: 'new', isPublic: true })).toBe(
      'Answer it before it is made public.',
    )
    expect(readBy(then(shown, showQuestion, { questionId: 'new', isPublic: false }))).toEqual([0, 1, 1])
  })

  it('that is withdrawn is read by nobody outside the council, and stays on record', () => {
    expect(refusal(shown, withdrawQuestion, { questionId: 'new', reason: ' ' })).toBe(
      'Say why it is withdrawn.',
    )
    const withdrawn = then(shown, withdrawQuestion, { questionId: 'new', reason: 'It names a child' })
    expect(readBy(withdrawn)).toEqual([0, 0, 0])
    expect(Object.keys(visibleTo(withdrawn, head.viewer).tables.question)).toEqual([])
    expect(withdrawn.tables.question.new).toMatchObject({ words: 'Why?', withdrawnOn: '2020-03-31' })
    expect(refusal(withdrawn, answerQuestion, { questionId: 'new', answer: 'x' })).toMatch(/no such question/)
  })

  it('is answered, or has changed the plan, with the action that it changed', () => {
    expect(questionsOf(answered)[0]).toMatchObject({
      status: 'ANSWERED',
      answeredById: 'lead',
      changedActionId: null,
    })
    const changed = then(asked, answerQuestion, {
      questionId: 'new',
      answer: 'Done.',
      changedActionId: 'action-1',
    })
    expect(questionsOf(changed)[0]).toMatchObject({ status: 'CHANGED_THE_PLAN', changedActionId: 'action-1' })
    expect(refusal(asked, answerQuestion, { questionId: 'new', answer: ' ' })).toBe('Write the answer.')
    expect(
      refusal(asked, answerQuestion, { questionId: 'new', answer: 'x', changedActionId: 'none' }),
    ).toMatch(/no such action/)
  })

  it('tells nobody of an action that it has changed and they may not know', () => {
    const changed = then(shown, answerQuestion, {
      questionId: 'new',
      answer: 'Done.',
      changedActionId: 'hidden',
    })
    expect(questionsOf(visibleTo(changed, THE_PUBLIC))[0]).toMatchObject({
      changedActionId: null,
      answer: 'Done.',
    })
  })

  it('stands before those that are answered, the newest first', () => {
    const at = (id: string, day: '2020-03-01' | '2020-03-02') => ({ ...head, newId: id, today: day })
    const three = then(
      then(shown, askQuestion, { words: 'a' }, at('a', '2020-03-01')),
      askQuestion,
      { words: 'b' },
      at('b', '2020-03-02'),
    )
    expect(questionsOf(three).map(({ id }) => id)).toEqual(['b', 'a', 'new'])
  })

  it('is answered by whoever leads what it is about', () => {
    const about = answerQuestion.subjects(asked, { questionId: 'new', answer: '' })
    expect(about).toEqual([{ strandId: 'strand-1', actionId: 'action-1' }])
    expect(answerQuestion.subjects(asked, { questionId: 'none', answer: '' })).toEqual([])
    const leads = (strandId: string) => ({
      personId: 'lead',
      roles: [{ role: 'STRAND_LEAD', strandId, actionId: null }] as const,
    })
    expect(
      about.map((subject) => [
        can(leads('strand-1'), 'ANSWER', subject),
        can(leads('other'), 'ANSWER', subject),
      ]),
    ).toEqual([[true, false]])
  })
})

it('the reference group is an audience of its own: it knows what the public knows, and its questions', () => {
  const group = aViewer('REFERENCE_GROUP_MEMBER')
  expect([audienceOf(group), audienceOf(THE_PUBLIC)]).toEqual(['GROUP', 'PUBLIC'])
  expect(knowledgeKey(group)).not.toBe(knowledgeKey(THE_PUBLIC))
  expect(Object.keys(visibleTo(asked, group).tables.strand)).toEqual(
    Object.keys(visibleTo(asked, THE_PUBLIC).tables.strand),
  )
})
