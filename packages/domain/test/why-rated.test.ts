import { describe, expect, it } from 'vitest'
import { pounds } from '../src/money.ts'
import { whyRated } from '../src/why-rated.ts'
import {
  aCycle,
  aMilestone,
  anAction,
  anUpdate,
  aPerson,
  aPlan,
  aSaving,
  aSavingYear,
  TODAY,
} from './a-plan.ts'

const red = anAction({
  deliveryRag: 'RED',
  benefitRag: 'AMBER',
  reason: 'No site is agreed.',
  pathToGreen: 'Agree a site.',
  ratedOn: '2020-03-10',
  dueOn: '2020-03-27',
})
const plan = aPlan({
  action: [red],
  person: [aPerson()],
  cycle: [aCycle()],
  update: [anUpdate()],
  milestone: [
    aMilestone({ currentDate: '2020-03-30' }),
    aMilestone({ id: 'done', currentDate: '2020-03-30', isDone: true }),
    aMilestone({ id: 'dropped', currentDate: '2020-03-30', droppedOn: '2020-03-01' }),
  ],
  saving: [aSaving({ actionId: 'action-1' })],
  savingYear: [aSavingYear({ planned: pounds(1_000_000), forecast: pounds(800_000) })],
})

describe('“Why is this red?”', () => {
  it('is answered with the rule, what speaks for it, who said so and what would turn it green', () => {
    expect(whyRated(plan, red, 'delivery', TODAY)).toEqual({
      rule: 'Off track: it will not be done as planned without help from outside the strand.',
      values: [
        'No site is agreed.',
        '“Panel agreed” was due on 30 March 2020 and is not done.',
        'It was due on 27 March 2020.',
      ],
      author: 'A. Lead',
      on: '2020-03-10',
      toTurnGreen: ['Agree a site.', 'Meet “Panel agreed”, or agree a new date for it.'],
    })
  })

  it('is answered with the money where it is the money that is asked for', () => {
    expect(whyRated(plan, red, 'benefit', TODAY)).toMatchObject({
      values: ['No site is agreed.', '£800k is forecast of £1.0m planned, 80%.'],
      toTurnGreen: ['Agree a site.', 'Find £150k more, to reach 95% of the plan.'],
    })
  })

  it('names nobody for a rating from another day than the last update', () => {
    const why = whyRated(plan, { ...red, ratedOn: '2020-02-20' }, 'delivery', TODAY)
    expect([why?.author, why?.on]).toEqual([null, '2020-02-20'])
  })

  it('has nothing to turn green in what is green, and no answer for what has no rating', () => {
    const bare = aPlan({ action: [anAction()] })
    const green = anAction({ deliveryRag: 'GREEN', ratedOn: TODAY })
    expect(whyRated(bare, green, 'delivery', TODAY)).toMatchObject({ toTurnGreen: [], values: [] })
    expect(whyRated(bare, green, 'benefit', TODAY)).toBeNull()
    expect(whyRated(bare, anAction({ stage: 'COMPLETE', deliveryRag: 'RED' }), 'delivery', TODAY)).toBeNull()
    expect(whyRated(bare, anAction({ benefitRag: 'RED' }), 'benefit', TODAY)?.values).toEqual([])
  })
})
