import { describe, expect, it } from 'vitest'
import { applyTo } from '../src/change.ts'
import type { Asked, Command } from '../src/command.ts'
import {
  composeNewsletter,
  disagreements,
  figuresOf,
  newslettersOf,
  readingAge,
  sectionsOf,
  unexplained,
  unknownFigures,
  withFigures,
} from '../src/newsletter.ts'
import {
  addSection,
  beginNewsletter,
  correctNewsletter,
  decideNewsletter,
  dropSection,
  editSection,
  placeSection,
  publishNewsletter,
  sendNewsletter,
} from '../src/newsletter-commands.ts'
import type { Plan } from '../src/plan.ts'
import { THE_PUBLIC } from '../src/viewer.ts'
import { visibleTo } from '../src/visibility.ts'
import type { Role } from '../src/vocabulary.ts'
import {
  aForecast,
  aMilestone,
  anAction,
  anEvent,
  aPerson,
  aPlan,
  aSource,
  aStrand,
  aViewer,
  someDetails,
} from './a-plan.ts'

const plan = aPlan({
  plan: [someDetails({ firstYear: 2020, lastYear: 2021 })],
  source: [aSource(), aSource({ id: 'made-up', title: 'Made up', provenance: 'ILLUSTRATIVE' })],
  person: ['manager', 'director'].map((id) => aPerson({ id, name: id })),
  strand: [
    aStrand(),
    aStrand({ id: 'secret', position: 2, name: 'Osprey', visibility: 'EXEMPT', visibilityReason: 'Para 3' }),
  ],
  action: [
    anAction({ name: 'Advice process', description: 'How advice is given.' }),
    anAction({ id: 'part', parentId: 'action-1', name: 'A part' }),
  ],
  milestone: [
    aMilestone({ name: 'Made up and done', isDone: true, sourceId: 'made-up' }),
    aMilestone({ id: 'later', name: 'Made up and to come', sourceId: 'made-up' }),
  ],
  event: [
    anEvent({ title: 'Cabinet', outcome: 'Approved', day: '2020-02-13' }),
    anEvent({ id: 'to-come', title: 'Workshop', day: '2020-05-01' }),
  ],
  ...aForecast({ unmitigated: { 2020: -5_600_000, 2021: -6_000_000 } }),
})

const by = (personId: string, role: Role, newId = 'new'): Asked => ({
  viewer: { ...aViewer(role), personId },
  today: '2020-03-31',
  newId,
})
const manager = by('manager', 'PROGRAMME_MANAGER')
const director = by('director', 'DIRECTOR_OF_CHILDRENS_SERVICES')

function then<Input>(of: Plan, command: Command<Input>, input: Input, asked = manager): Plan {
  const outcome = command.run(of, input, asked)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...of, tables: applyTo(of.tables, outcome.changes) }
}

function refusal<Input>(of: Plan, command: Command<Input>, input: Input, asked = manager): string {
  const outcome = command.run(of, input, asked)
  return outcome.ok ? 'allowed' : (outcome.problems[0]?.message ?? '')
}

const known = visibleTo(plan, THE_PUBLIC)
const composed = composeNewsletter(known, '2020-03-31', null)
const bodyOf = (heading: string) => composed.find((of) => of.heading.includes(heading))?.body

describe('a newsletter composed from the plan', () => {
  it('has the strands that the public may know, with their actions and parts', () => {
    expect(composed.map(({ heading }) => heading).join()).not.toContain('Osprey')
    expect(bodyOf('Strand 1')).toBe(
      '- Advice process. How advice is given.\n  - Made up and done (illustrative)\n  - A part',
    )
  })

  it('tells what is decided and what is to come', () => {
    expect(bodyOf('Decided and done')).toBe('- Cabinet. Approved.')
    expect(bodyOf('Forthcoming')).toContain('- Workshop (1 May 2020).')
    expect(bodyOf('Forthcoming')).not.toContain('Cabinet')
  })

  it('tells what has changed since an earlier value, and nothing that has not', () => {
    const rated = anAction({
      name: 'Advice process',
      description: 'Reworded',
      deliveryRag: 'GREEN',
      ratedOn: '2020-03-20',
      ratingSourceId: 'made-up',
    })
    const later = {
      ...known,
      tables: { ...known.tables, action: { ...known.tables.action, 'action-1': rated } },
    }
    const told = (earlier: Plan) =>
      composeNewsletter(later, '2020-03-31', earlier).find(({ heading }) => heading.startsWith('Strand 1'))
        ?.body
    expect(told(known)?.split('### What has changed\n\n')[1]).toBe(
      '- Action “Advice process”: delivery rating set to green (illustrative).',
    )
    expect(told(later)).not.toContain('What has changed')
    const decided = composeNewsletter(later, '2020-03-31', known).map(({ heading }) => heading)
    expect(decided).not.toContain('Decided and done')
  })
})

describe('figures of the plan in a text', () => {
  const figures = figuresOf(known)

  it('say what the plan says', () => {
    expect(withFigures('It is a {{forecast without savings 2020-21}}, not {{ this }}.', figures)).toBe(
      'It is a deficit £5.6m, not {{ this }}.',
    )
    expect(unknownFigures('{{headline}} and {{ this }}', figures)).toEqual(['this'])
    expect(figuresOf(aPlan())).toEqual([])
  })

  it('name each year, and the savings of each', () => {
    const names = figures.map(({ name }) => name)
    expect(names).toContain('cumulative forecast 2021-22')
    expect(names).toContain('savings confirmed 2020-21')
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('hints', () => {
  it('find sentences that the plan would no longer say, as long as they stand', () => {
    const fresh = [{ heading: 'a', body: 'Two.\n\n- Three' }]
    expect(disagreements('One.\nTwo.\nOwn words.', 'One.\n\nTwo.', fresh)).toEqual(['One.'])
    expect(disagreements('Two.', 'One.\n\nTwo.', fresh)).toEqual([])
    expect(disagreements('One.', null, fresh)).toEqual([])
  })

  it('find abbreviations before they are spelled out', () => {
    const found = (text: string) => unexplained(text).map(({ abbreviation }) => abbreviation)
    expect(found('The Department for Education (DfE) said so. DfE did.')).toEqual([])
    expect(found('DfE said so. The Department for Education (DfE) did.')).toEqual(['DfE'])
    expect(found('Two EHC plans of SEND')).toEqual(['EHC', 'SEND'])
  })

  it('give long sentences of long words a higher age than short ones of short words', () => {
    const short =
      'We met on Monday. We read the plan. It was long. We had tea. Then we went home. It was late and cold out.'
    const long =
      'Notwithstanding considerable organisational complexity, multidisciplinary arrangements concerning statutory assessment necessitate comprehensive collaborative reconsideration throughout participating establishments and corresponding administrative structures.'
    expect(readingAge(short)).toBeLessThan(10)
    expect(readingAge(long)).toBeGreaterThan(18)
    expect(readingAge('Too short')).toBeNull()
  })
})

describe('an issue', () => {
  const sections = [
    { heading: 'First', body: 'It is a {{forecast without savings 2020-21}}.' },
    { heading: 'Second', body: 'More.' },
  ]
  const begun = then(plan, beginNewsletter, { title: 'March 2020', sections })
  const [first, second] = sectionsOf(begun, 'new').map(({ id }) => id) as [string, string]
  const sent = then(begun, sendNewsletter, { newsletterId: 'new' })
  const approved = then(sent, decideNewsletter, { newsletterId: 'new', isApproved: true }, director)
  const published = then(approved, publishNewsletter, { newsletterId: 'new' })
  const read = (of: Plan) => newslettersOf(visibleTo(of, THE_PUBLIC)).map(({ number }) => number)

  it('is numbered, and one is worked on at a time', () => {
    expect(
      refusal(
        begun,
        beginNewsletter,
        { title: 'Another', sections },
        by('manager', 'PROGRAMME_MANAGER', 'b'),
      ),
    ).toMatch(/^Newsletter 1 is not published yet/)
    const next = then(
      published,
      beginNewsletter,
      { title: 'June', sections },
      by('manager', 'PROGRAMME_MANAGER', 'b'),
    )
    expect(newslettersOf(next).map(({ number }) => number)).toEqual([2, 1])
    expect(refusal(plan, beginNewsletter, { title: 'x', sections: [] })).toMatch(/at least one section/)
    expect(refusal(plan, beginNewsletter, { title: 'x', sections, fromDay: '2020-04-01' })).toMatch(
      /a day that has been/,
    )
  })

  it('is edited, added to, ordered and shortened while it is a draft', () => {
    const edited = then(begun, editSection, { sectionId: second, body: '### Fine\n\n{{headline}}' })
    const added = then(
      edited,
      addSection,
      { newsletterId: 'new', heading: 'Third', body: 'Own words.' },
      by('manager', 'PROGRAMME_MANAGER', 'third'),
    )
    const placed = then(added, placeSection, { sectionId: 'third', afterId: null })
    const dropped = then(placed, dropSection, { sectionId: first })
    expect(sectionsOf(dropped, 'new').map(({ heading, body }) => [heading, body])).toEqual([
      ['Third', 'Own words.'],
      ['Second', '### Fine\n\n{{headline}}'],
    ])
    expect(dropped.tables.newsletterSection[first]?.droppedOn).toBe('2020-03-31')
  })

  it.each([
    [
      'a figure that there is not',
      'A {{surprise}}',
      'The plan has no figure called “surprise”: choose one from the list.',
    ],
    [
      'a heading above its own',
      '# Loud',
      'Headings within a section begin with three number signs, as in “### What has changed”.',
    ],
    [
      'a second heading above its own',
      'a\n## Loud',
      'Headings within a section begin with three number signs, as in “### What has changed”.',
    ],
  ])('takes no text with %s', (_, body, sentence) => {
    expect(refusal(begun, editSection, { sectionId: first, body })).toBe(sentence)
    expect(refusal(begun, addSection, { newsletterId: 'new', heading: 'x', body })).toBe(sentence)
  })

  it('is approved by somebody else, or returned with a reason', () => {
    const decide = { newsletterId: 'new', isApproved: true }
    expect(refusal(sent, decideNewsletter, decide, by('manager', 'DIRECTOR_OF_CHILDRENS_SERVICES'))).toMatch(
      /Nobody approves/,
    )
    expect(refusal(sent, decideNewsletter, { ...decide, isApproved: false }, director)).toBe(
      'Say what has to change.',
    )
    const back = then(sent, decideNewsletter, { ...decide, isApproved: false, reason: 'Too long' }, director)
    expect(newslettersOf(back)[0]).toMatchObject({ status: 'DRAFT', returnReason: 'Too long' })
  })

  it('is published with the words of its figures, and then stays', () => {
    expect(sectionsOf(published, 'new').map((of) => of.published)).toEqual([
      'It is a deficit £5.6m.',
      'More.',
    ])
    expect(newslettersOf(published)[0]).toMatchObject({
      status: 'PUBLISHED',
      publishedOn: '2020-03-31',
      asAt: '2020-03-31',
    })
    for (const outcome of [
      refusal(published, editSection, { sectionId: first, body: 'Other' }),
      refusal(published, dropSection, { sectionId: first }),
      refusal(published, placeSection, { sectionId: second, afterId: null }),
      refusal(published, sendNewsletter, { newsletterId: 'new' }),
    ])
      expect(outcome).toBe('This is for a newsletter that is draft.')
    expect(refusal(begun, publishNewsletter, { newsletterId: 'new' })).toMatch(/that is approved/)
    expect(refusal(begun, correctNewsletter, { newsletterId: 'new', words: 'x' })).toMatch(
      /that is published/,
    )
    expect(refusal(begun, sendNewsletter, { newsletterId: 'none' })).toMatch(/no such newsletter/)
    expect(refusal(begun, editSection, { sectionId: 'none' })).toMatch(/no such section/)
  })

  it('is not published with a figure that the plan no longer has', () => {
    const without = { ...approved, tables: { ...approved.tables, forecastVersion: {}, forecastYear: {} } }
    expect(refusal(without, publishNewsletter, { newsletterId: 'new' })).toMatch(/“First” names a figure/)
  })

  it('is read by the public once it is published, with its corrections', () => {
    expect([begun, sent, approved, published].map(read)).toEqual([[], [], [], [1]])
    expect(Object.keys(visibleTo(sent, THE_PUBLIC).tables.newsletterSection)).toEqual([])
    const corrected = then(
      published,
      correctNewsletter,
      { newsletterId: 'new', words: 'It is £5.7m.' },
      by('manager', 'PROGRAMME_MANAGER', 'c'),
    )
    expect(visibleTo(corrected, THE_PUBLIC).tables.newsletterCorrection.c?.words).toBe('It is £5.7m.')
  })

  it('keeps a section at least, and its order within itself', () => {
    const one = then(begun, dropSection, { sectionId: second })
    expect(refusal(one, dropSection, { sectionId: first })).toMatch(/at least one section/)
    expect(refusal(begun, placeSection, { sectionId: first, afterId: 'none' })).toMatch(
      /no such section in this newsletter/,
    )
  })
})
