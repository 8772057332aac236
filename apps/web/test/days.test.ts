import { expect, test } from 'vitest'
import { problemWith, readDays } from '../src/features/changes/days.ts'

const plan = { beganOn: '2019-12-02', latestDay: '2020-03-31' } as const

test('two days are compared from the earlier to the later, whichever was written first', () => {
  expect(readDays({ from: '2020-03-01', to: '2020-01-01' })).toEqual({ from: '2020-01-01', to: '2020-03-01' })
})

test('a day outside the plan is refused at its own field', () => {
  expect(problemWith({ from: '2020-01-01', to: '2020-03-31' }, plan)).toBeNull()
  expect(problemWith({ from: '2019-01-01', to: '2020-03-31' }, plan)?.words).toContain(
    'began on 2 December 2019',
  )
  expect(problemWith({ from: '2020-01-01', to: '2020-04-01' }, plan)).toMatchObject({ field: 'to' })
  expect(problemWith({ from: 'soon', to: '2020-03-31' }, plan)).toMatchObject({ field: 'from' })
})
