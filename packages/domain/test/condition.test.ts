import { describe, expect, it } from 'vitest'
import { applyTo } from '../src/change.ts'
import type { Asked, Command } from '../src/command.ts'
import { conditionRating, conditionsInWords, conditionsOf } from '../src/condition.ts'
import { addCondition, dropCondition, editCondition, rateCondition } from '../src/condition-commands.ts'
import { can } from '../src/permission.ts'
import type { Plan } from '../src/plan.ts'
import { THE_PUBLIC } from '../src/viewer.ts'
import { visibleTo } from '../src/visibility.ts'
import { whatChanged } from '../src/what-changed.ts'
import { aCondition, aPerson, aPlan, aSource, aViewer, someDetails, TODAY } from './a-plan.ts'

const plan = aPlan({
  plan: [someDetails({ entrySourceId: 'entered' })],
  source: [aSource(), aSource({ id: 'entered', title: 'Entered here', provenance: 'ENTERED' })],
  person: [aPerson(), aPerson({ id: 'owner', name: 'Owner' })],
  condition: [aCondition({ ownerId: 'owner' })],
})
const manager: Asked = { viewer: aViewer('PROGRAMME_MANAGER'), today: TODAY, newId: 'new' }
const of = { conditionId: 'condition-1' }

function then<Input>(from: Plan, command: Command<Input>, input: Input): Plan {
  const outcome = command.run(from, input, manager)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...from, tables: applyTo(from.tables, outcome.changes) }
}

function refusal<Input>(from: Plan, command: Command<Input>, input: Input): string {
  const outcome = command.run(from, input, manager)
  return outcome.ok ? 'allowed' : outcome.problems.map(({ message }) => message).join(' ')
}

const second = { agreement: 'Safety Valve', number: 2, words: 'Plans are issued in 20 weeks' }

describe('a condition', () => {
  it('has a number that no other condition of the agreement has', () => {
    expect(refusal(plan, addCondition, { ...second, number: 1 })).toMatch(/change that one/)
    expect(refusal(plan, addCondition, { ...second, agreement: ' safety valve ', number: 1 })).toMatch(
      /change that one/,
    )
    expect(refusal(plan, addCondition, { ...second, agreement: 'Another', number: 1 })).toBe('allowed')
    expect(refusal(plan, addCondition, { ...second, number: 0 })).toMatch(/from 1/)
    const two = then(plan, addCondition, second)
    expect(refusal(two, editCondition, { conditionId: 'new', number: 1 })).toMatch(/change that one/)
    expect(refusal(two, editCondition, { conditionId: 'new', number: 3 })).toBe('allowed')
  })

  it('stands by agreement and number, for members unless somebody says otherwise', () => {
    const more = then(then(plan, addCondition, second), addCondition, {
      ...second,
      agreement: 'Delivering Better Value',
      number: 7,
    })
    expect(conditionsOf(more).map(({ agreement, number }) => `${agreement} ${number}`)).toEqual([
      'Delivering Better Value 7',
      'Safety Valve 1',
    ])
    const two = then(plan, addCondition, second)
    expect(conditionsOf(two).map(({ number }) => number)).toEqual([1, 2])
    expect(two.tables.condition.new).toMatchObject({
      visibility: 'RESTRICTED',
      sourceId: 'entered',
      rag: null,
    })
    expect(conditionsOf(visibleTo(two, THE_PUBLIC)).map(({ number }) => number)).toEqual([1])
    expect(conditionsOf(visibleTo(two, aViewer('CABINET_MEMBER')))).toHaveLength(2)
  })

  it('cannot belong to somebody who is not there', () => {
    expect(refusal(plan, addCondition, { ...second, ownerId: 'nobody' })).toMatch(/no such person/)
    expect(refusal(plan, editCondition, { ...of, ownerId: 'nobody' })).toMatch(/no such person/)
  })

  it('is dropped with a reason, stays on record, and leaves its number free', () => {
    expect(refusal(plan, dropCondition, { ...of, reason: '' })).toBe('Say why it is dropped.')
    const dropped = then(plan, dropCondition, { ...of, reason: 'Written down twice' })
    expect(conditionsOf(dropped)).toEqual([])
    expect(dropped.tables.condition['condition-1']).toMatchObject({ droppedOn: TODAY })
    expect(refusal(dropped, addCondition, { ...second, number: 1 })).toBe('allowed')
    expect(refusal(dropped, rateCondition, { ...of, rag: 'RED' })).toMatch(/no such condition/)
  })
})

describe('rating a condition', () => {
  const shown = { evidence: 'The report was sent', evidenceOn: '2020-03-20' } as const

  it('can be red or amber without evidence, and green only with it', () => {
    expect(refusal(plan, rateCondition, { ...of, rag: 'RED' })).toBe('allowed')
    expect(refusal(plan, rateCondition, { ...of, rag: 'AMBER' })).toBe('allowed')
    expect(refusal(plan, rateCondition, { ...of, rag: 'GREEN' })).toBe(
      'Say what shows that it is green or met.',
    )
    expect(refusal(plan, rateCondition, { ...of, rag: 'GREEN', ...shown, evidence: ' ' })).toMatch(
      /what shows/,
    )
    const green = then(plan, rateCondition, { ...of, rag: 'GREEN', ...shown })
    expect(green.tables.condition['condition-1']).toMatchObject({ rag: 'GREEN', ratedOn: TODAY, ...shown })
    expect(refusal(green, rateCondition, { ...of, evidence: null, evidenceOn: null })).toMatch(/what shows/)
    expect(whatChanged(plan, green)[0]?.words).toBe(
      'Condition 1 of “Safety Valve”: delivery rating set to green.',
    )
  })

  it('takes evidence with its day, and no day to come', () => {
    expect(refusal(plan, rateCondition, { ...of, rag: 'RED', evidence: 'Late' })).toMatch(
      /day of the evidence/,
    )
    expect(refusal(plan, rateCondition, { ...of, rag: 'RED', evidenceOn: TODAY })).toMatch(
      /evidence of that day/,
    )
    expect(refusal(plan, rateCondition, { ...of, rag: 'GREEN', ...shown, evidenceOn: '2020-04-01' })).toBe(
      'Evidence cannot be of a day to come.',
    )
    expect(refusal(plan, rateCondition, { ...of, rag: 'GREEN', ...shown, metOn: '2020-04-01' })).toMatch(
      /a day to come/,
    )
  })

  it('is met only while it is green and shown', () => {
    expect(refusal(plan, rateCondition, { ...of, rag: 'AMBER', ...shown, metOn: TODAY })).toMatch(
      /met is green/,
    )
    expect(refusal(plan, rateCondition, { ...of, rag: 'GREEN', metOn: TODAY })).toMatch(/what shows/)
    const met = then(plan, rateCondition, { ...of, rag: 'GREEN', ...shown, metOn: TODAY })
    expect(conditionRating(met.tables.condition['condition-1'] as never)).toBe('COMPLETE')
    expect(refusal(met, rateCondition, { ...of, rag: 'RED' })).toMatch(/take back the day/)
    expect(refusal(met, rateCondition, { ...of, rag: 'RED', metOn: null })).toBe('allowed')
  })

  it('can be taken back, with the day on which it was given', () => {
    const rated = then(plan, rateCondition, { ...of, rag: 'AMBER' })
    const back = then(rated, rateCondition, { ...of, rag: null })
    expect(back.tables).toEqual(plan.tables)
  })

  it('is counted in words, worst first', () => {
    const rated = ['RED', 'GREEN', 'GREEN', null] as const
    expect(conditionsInWords(rated.map((rag, at) => ({ rag, metOn: at === 1 ? TODAY : null })))).toBe(
      '4 conditions: 1 red, 1 not rated, 1 green, 1 met.',
    )
    expect(conditionsInWords([])).toBe('No condition is written down.')
  })
})

describe('who may do what to a condition', () => {
  const subject = rateCondition.subjects(plan, of)[0] ?? {}

  it('is the team, and the owner rates it', () => {
    expect(can(aViewer('FINANCE_BUSINESS_PARTNER'), 'EDIT_CONDITION', subject)).toBe(true)
    expect(can(aViewer('STRAND_LEAD', { strandId: 'strand-1' }), 'EDIT_CONDITION', subject)).toBe(false)
    const owner = { ...aViewer('CABINET_MEMBER'), personId: 'owner' }
    expect([can(owner, 'RATE_CONDITION', subject), can(owner, 'EDIT_CONDITION', subject)]).toEqual([
      true,
      false,
    ])
    expect(can(aViewer('CABINET_MEMBER'), 'RATE_CONDITION', subject)).toBe(false)
    expect(rateCondition.subjects(plan, { conditionId: 'none' })).toEqual([])
  })
})
