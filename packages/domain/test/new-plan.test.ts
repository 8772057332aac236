import { expect, it } from 'vitest'
import { applyTo } from '../src/change.ts'
import { isId } from '../src/integrity.ts'
import { beginPlan, FIRST_PERSON, planIdFor } from '../src/new-plan.ts'
import { emptyPlan } from '../src/plan.ts'
import { viewerOf } from '../src/viewer.ts'

const authority = {
  id: 'borsetshire',
  name: 'Borsetshire County Council',
  oldCode: '999',
  newCode: 'E10000099',
}
const empty = emptyPlan('borsetshire', authority, '2026-11-24T09:00:00.000Z', '2026-11-24')
const beginning = {
  title: 'High needs recovery plan',
  vehicle: 'DSG_MANAGEMENT_PLAN',
  why: 'Spending is more than the grant',
  firstYear: 2026,
  lastYear: 2029,
  balanceTargetYear: 2028,
  targetWords: 'in-year balance within three years',
  post: 'Programme Manager',
} as const

it('a plan begins with its programme manager, who may then write in it', () => {
  const outcome = beginPlan(empty, beginning, '2026-11-24')
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  const plan = { ...empty, tables: applyTo(empty.tables, outcome.changes) }
  expect(viewerOf(plan, FIRST_PERSON, '2026-11-24').roles).toEqual([
    { role: 'PROGRAMME_MANAGER', strandId: null, actionId: null },
  ])
})

it('a plan whose last year is before its first is refused at the field', () => {
  const outcome = beginPlan(empty, { ...beginning, lastYear: 2020 }, '2026-11-24')
  expect(outcome).toMatchObject({ ok: false, problems: [{ field: 'lastYear' }] })
})

it('the name of any council gives an id that can stand in an address', () => {
  for (const name of ['Borsetshire County Council', 'Bournemouth, Christchurch & Poole', 'A'.repeat(90)]) {
    expect(isId(planIdFor(name)), name).toBe(true)
  }
  expect(planIdFor('St. Helens')).toBe('st-helens')
})
