import { needingAttention } from '@strandline/domain/attention'
import { pounds } from '@strandline/domain/money'
import { expect, test } from 'vitest'
import { overspendInWords } from '../src/features/overview/overspend.ts'
import { mostTelling } from '../src/features/overview/telling.ts'

const anAction = (name: string, parts: Partial<Parameters<typeof needingAttention>[0][number]> = {}) => ({
  name,
  deliveryRating: 'GREEN' as const,
  benefitRating: 'GREEN' as const,
  isOverdue: false,
  isNotUpdated: false,
  ...parts,
})

test('an action whose money is red comes before one whose delivery is amber, and one that is green and in time is left out', () => {
  const actions = [
    anAction('on course'),
    anAction('late update', { isNotUpdated: true }),
    anAction('amber', { deliveryRating: 'AMBER' }),
    anAction('overdue amber', { deliveryRating: 'AMBER', isOverdue: true }),
    anAction('no money', { benefitRating: 'RED' }),
    anAction('all red', { deliveryRating: 'RED', benefitRating: 'RED' }),
  ]
  expect(needingAttention(actions).map(({ name }) => name)).toEqual([
    'all red',
    'no money',
    'overdue amber',
    'amber',
    'late update',
  ])
})

test('the forecast overspend of 2020-21 is told as the newsletter tells it, £5.6m plus or minus £500k', () => {
  const range = { low: pounds(-6_100_000), central: pounds(-5_600_000), high: pounds(-5_100_000) }
  expect(overspendInWords(range)).toEqual({ kind: 'overspend', size: '£5.6m', range: '£5.1m to £6.1m' })
})

test('a rating that turned red is told before a source that was added', () => {
  const news = [
    { kind: 'source', words: 'Added: source “Inclusion dashboard”.' },
    { kind: 'event', words: 'Added: event “Workshop”.' },
    { kind: 'action', words: 'Action “Placements”: reason for the rating reworded to “Late”.' },
    { kind: 'milestone', words: 'Milestone “Draft”: date moved from 27 March 2020 to 17 April 2020.' },
    { kind: 'action', words: 'Action “Placements”: delivery rating changed from amber to red.' },
  ]
  expect(mostTelling(news, 3).map(({ kind }) => kind)).toEqual(['action', 'milestone', 'action'])
  expect(mostTelling(news, 6)).toHaveLength(4)
})
