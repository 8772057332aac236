import { describe, expect, it } from 'vitest'
import { applyTo } from '../src/change.ts'
import type { Asked, Command } from '../src/command.ts'
import type { Day } from '../src/day.ts'
import type { Pack } from '../src/model.ts'
import {
  awaitedFor,
  composePack,
  packFor,
  packsOf,
  type SignedAt,
  signaturesOf,
  signOff,
} from '../src/pack.ts'
import {
  beginPack,
  editPack,
  publishPack,
  reissuePack,
  returnPack,
  sendPack,
  signPack,
  withdrawPack,
} from '../src/pack-commands.ts'
import { type PaperSection, type PaperTable, paperAsCsv } from '../src/paper.ts'
import { findRow, type Plan } from '../src/plan.ts'
import { THE_PUBLIC, viewerOf } from '../src/viewer.ts'
import { visibleTo } from '../src/visibility.ts'
import type { Role } from '../src/vocabulary.ts'
import {
  aForecast,
  aMilestone,
  anAction,
  anAssignment,
  aPerson,
  aPlan,
  aSource,
  aStrand,
  someDetails,
  TODAY,
} from './a-plan.ts'

const holders: readonly (readonly [id: string, role: Role, strandId: string | null])[] = [
  ['lead', 'STRAND_LEAD', 'strand-1'],
  ['accountant', 'FINANCE_BUSINESS_PARTNER', null],
  ['director', 'DIRECTOR_OF_CHILDRENS_SERVICES', null],
  ['treasurer', 'SECTION_151_OFFICER', null],
  ['councillor', 'CABINET_MEMBER', null],
  ['manager', 'PROGRAMME_MANAGER', null],
]

const plan = aPlan({
  plan: [someDetails({ firstYear: 2020, lastYear: 2021 })],
  source: [aSource(), aSource({ id: 'made-up', title: 'Made up', provenance: 'ILLUSTRATIVE' })],
  person: holders.map(([id]) => aPerson({ id, name: `The ${id}` })),
  assignment: holders.map(([personId, role, strandId]) =>
    anAssignment({ id: `as-${personId}`, personId, role, strandId, actionId: null }),
  ),
  strand: [
    aStrand(),
    aStrand({ id: 'secret', position: 2, name: 'Osprey', visibility: 'EXEMPT', visibilityReason: 'Para 3' }),
    aStrand({ id: 'ended', position: 3, name: 'Ended', endedOn: '2020-01-31', endReason: 'Done' }),
  ],
  action: [
    anAction({
      name: 'Advice process',
      deliveryRag: 'RED',
      reason: 'No capacity.',
      pathToGreen: 'A second post',
      impact: 'Later plans',
      ratedOn: '2020-03-20',
      ratingSourceId: 'made-up',
      dueOn: '2020-03-01',
    }),
    anAction({ id: 'fine', position: 2, name: 'Fine', deliveryRag: 'GREEN', ratedOn: '2020-03-20' }),
    anAction({ id: 'hidden', strandId: 'secret', name: 'Osprey nest' }),
  ],
  milestone: [aMilestone({ name: 'First template', timesMoved: 2 })],
  ...aForecast({ unmitigated: { 2020: -5_600_000, 2021: -1_000_000 } }),
})

const as = (personId: string): Asked => ({
  viewer: viewerOf(plan, personId, TODAY),
  today: TODAY,
  newId: `by-${personId}`,
})

function ran<Input>(of: Plan, command: Command<Input>, input: Input, asked = as('manager')): Plan {
  const outcome = command.run(of, input, asked)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...of, tables: applyTo(of.tables, outcome.changes) }
}

function refusal<Input>(of: Plan, command: Command<Input>, input: Input, asked = as('manager')): string {
  const outcome = command.run(of, input, asked)
  return outcome.ok ? 'allowed' : (outcome.problems[0]?.message ?? '')
}

const frozen = { revision: 7, hash: 'abc' }
const packId = 'by-manager'
const begun = ran(plan, beginPack, { title: 'June paper', body: 'CABINET' })
const written = ran(begun, editPack, { packId, recommendation: 'Note: {{headline}}' })
const sent = ran(written, sendPack(frozen), { packId })
const statement = 'It is as it stands.'
const chain = [
  ['lead', 'STRAND_LEAD', 'strand-1'],
  ['accountant', 'FINANCE', null],
  ['director', 'DIRECTOR', null],
  ['treasurer', 'SECTION_151', null],
  ['councillor', 'PORTFOLIO_HOLDER', null],
] as const
const signedBy = (from: Plan, most: number) =>
  chain
    .slice(0, most)
    .reduce(
      (of, [personId, step, strandId]) =>
        ran(of, signPack, { packId, step, strandId, statement }, as(personId)),
      from,
    )
const signedOff = signedBy(sent, 5)
const statusOf = (of: Plan, id = packId) => findRow(of, 'pack', id)?.status

describe('a pack', () => {
  it('is begun, numbered and written, with figures that the plan has', () => {
    expect(
      packsOf(ran(begun, beginPack, { title: 'Another', body: 'SCRUTINY' }, as('lead'))).map(
        (of) => of.number,
      ),
    ).toEqual([2, 1])
    expect(refusal(begun, editPack, { packId, decisions: '{{surprise}}' })).toBe(
      'The plan has no figure called “surprise”.',
    )
    expect(refusal(begun, editPack, { packId, nextSteps: '```chart\n{}\n```' })).toBe(
      'The charts stand in the pack already.',
    )
    expect(refusal(begun, editPack, { packId: 'none' })).toBe('There is no such pack in this plan.')
    expect(refusal(sent, editPack, { packId, decisions: 'Late' })).toBe('This is for a pack that is draft.')
  })

  it('is sent with a recommendation, and tells the plan of that moment from then on', () => {
    expect(refusal(begun, sendPack(frozen), { packId })).toBe('Say first what is recommended.')
    const nobody = { ...written, tables: { ...written.tables, assignment: {} } }
    expect(refusal(nobody, sendPack(frozen), { packId })).toMatch(/^Nobody holds a role that signs/)
    expect(findRow(sent, 'pack', packId)).toMatchObject({
      status: 'IN_SIGN_OFF',
      asAt: TODAY,
      planRevision: 7,
      planHash: 'abc',
    })
  })
})

describe('the chain of signatures', () => {
  it('goes from strand leads to the portfolio holder, and passes over what nobody holds', () => {
    expect(awaitedFor(sent, packId, TODAY)).toEqual([{ step: 'STRAND_LEAD', strandId: 'strand-1' }])
    expect(awaitedFor(signedBy(sent, 1), packId, TODAY)).toEqual([{ step: 'FINANCE', strandId: null }])
    expect(awaitedFor(signedBy(sent, 4), packId, TODAY)).toEqual([
      { step: 'PORTFOLIO_HOLDER', strandId: null },
    ])
    expect(statusOf(signedBy(sent, 4))).toBe('IN_SIGN_OFF')
    expect(statusOf(signedOff)).toBe('SIGNED_OFF')
    expect(signaturesOf(signedOff, packId).map(({ name }) => name)).toEqual(
      chain.map(([personId]) => `The ${personId}`),
    )
  })

  it('takes no signature out of turn, of somebody else, twice in one chain, or without words', () => {
    const sign = (
      of: Plan,
      by: string,
      step: (typeof chain)[number][1],
      strandId: string | null = null,
      words = statement,
    ) => refusal(of, signPack, { packId, step, strandId, statement: words }, as(by))
    expect(sign(sent, 'treasurer', 'SECTION_151')).toBe('This signature is not asked for now.')
    expect(sign(sent, 'director', 'STRAND_LEAD', 'strand-1')).toBe(
      'Only whoever holds the role signs for it.',
    )
    expect(sign(sent, 'lead', 'STRAND_LEAD', 'strand-1', ' ')).toBe('Say what you sign, in a sentence.')
    expect(sign(written, 'lead', 'STRAND_LEAD', 'strand-1')).toBe('This is for a pack that is in sign-off.')
    const both = anAssignment({
      id: 'both',
      personId: 'lead',
      role: 'FINANCE_BUSINESS_PARTNER',
      strandId: null,
      actionId: null,
    })
    const twice = ran(
      { ...sent, tables: { ...sent.tables, assignment: { ...sent.tables.assignment, both } } },
      signPack,
      { packId, step: 'STRAND_LEAD', strandId: 'strand-1', statement },
      as('lead'),
    )
    const asked = { ...as('lead'), viewer: viewerOf(twice, 'lead', TODAY), newId: 'second' }
    expect(refusal(twice, signPack, { packId, step: 'FINANCE', statement }, asked)).toMatch(
      /^You have signed this pack at another step/,
    )
  })

  it('begins anew where a pack is given back, with what was signed on record', () => {
    expect(refusal(sent, returnPack, { packId, reason: '' }, as('director'))).toBe('Say what has to change.')
    const back = ran(signedBy(sent, 2), returnPack, { packId, reason: 'Say more' }, as('director'))
    expect(findRow(back, 'pack', packId)).toMatchObject({
      status: 'DRAFT',
      returnReason: 'Say more',
      asAt: null,
      planRevision: null,
      planHash: null,
    })
    expect(signaturesOf(back, packId)).toEqual([])
    expect(Object.values(back.tables.packSignature)).toHaveLength(2)
    const again = ran(back, sendPack({ revision: 9, hash: 'def' }), { packId })
    expect(findRow(again, 'pack', packId)).toMatchObject({ planRevision: 9, returnReason: null })
    expect(awaitedFor(again, packId, TODAY)[0]?.step).toBe('STRAND_LEAD')
  })
})

describe('what was signed off', () => {
  const published = ran(signedOff, publishPack, { packId })
  const withdrawn = ran(published, withdrawPack, { packId, reason: 'A figure was wrong' })

  it('is known to everybody once it is published, and to nobody outside before', () => {
    expect(findRow(visibleTo(signedOff, THE_PUBLIC), 'pack', packId)).toBeUndefined()
    expect(visibleTo(signedOff, THE_PUBLIC).tables.packSignature).toEqual({})
    expect(findRow(visibleTo(published, THE_PUBLIC), 'pack', packId)).toBeDefined()
    expect(refusal(sent, publishPack, { packId })).toBe('This is for a pack that is signed off.')
  })

  it('is withdrawn with a reason that everybody can read, and issued again once', () => {
    expect(refusal(published, withdrawPack, { packId, reason: ' ' })).toBe('Say why it is withdrawn.')
    expect(refusal(written, withdrawPack, { packId, reason: 'x' })).toMatch(
      /^This is for a pack that is in sign-off or/,
    )
    expect(findRow(visibleTo(withdrawn, THE_PUBLIC), 'pack', packId)?.withdrawReason).toBe(
      'A figure was wrong',
    )
    expect(refusal(published, reissuePack, { packId })).toBe('This is for a pack that is withdrawn.')
    const again = ran(withdrawn, reissuePack, { packId }, { ...as('manager'), newId: 'second' })
    expect(findRow(again, 'pack', 'second')).toMatchObject({
      number: 2,
      title: 'June paper',
      recommendation: 'Note: {{headline}}',
      status: 'DRAFT',
      replacesId: packId,
      planHash: null,
    })
    expect(refusal(again, reissuePack, { packId }, { ...as('manager'), newId: 'third' })).toBe(
      'Pack 2 takes its place already.',
    )
  })
})

describe('the paper of a meeting', () => {
  const paperOf = (of: Plan, body: Pack['body'] | 'REFERENCE_GROUP', day: Day) =>
    packFor(of, { body, day })?.id

  it('is the one written for it, or the newest that was signed off by its day, and never a withdrawn one', () => {
    const dated = ran(written, editPack, { packId, meetingOn: '2020-06-11' })
    expect(paperOf(dated, 'CABINET', '2020-06-11')).toBe(packId)
    expect(paperOf(dated, 'SCRUTINY', '2020-06-11')).toBeUndefined()
    expect(paperOf(signedOff, 'REFERENCE_GROUP', '2020-04-30')).toBe(packId)
    expect(paperOf(signedOff, 'REFERENCE_GROUP', '2020-03-30')).toBeUndefined()
    const withdrawn = ran(signedOff, withdrawPack, { packId, reason: 'Wrong' })
    expect(paperOf(withdrawn, 'REFERENCE_GROUP', '2020-04-30')).toBeUndefined()
  })
})

describe('the paper', () => {
  const texts = {
    recommendation: 'Note: {{headline}}',
    officerText: null,
    decisions: '- Agree',
    nextSteps: null,
  }
  const paper = composePack(visibleTo(plan, THE_PUBLIC), texts, TODAY)
  const sectionOf = (sections: readonly PaperSection[], heading: string) =>
    sections.find((of) => of.heading === heading)
  const tableIn = (heading: string) =>
    sectionOf(paper, heading)?.blocks.find((of): of is PaperTable => of.kind === 'TABLE')

  it('has its sections in the order of a cabinet paper, and leaves out what has nothing to say', () => {
    expect(paper.map(({ heading }) => heading)).toEqual([
      'Recommendation',
      'Summary',
      'Savings and year-end position',
      'Trajectory',
      'How each strand stands',
      'Needs attention',
      'Decisions asked for',
      'Next steps',
      'Sources',
    ])
    expect(sectionOf(paper, 'Recommendation')?.blocks).toEqual([
      { kind: 'TEXT', markdown: expect.stringMatching(/^Note: Deficit forecast to reach £6\.6m/) },
    ])
  })

  it('says how each strand stands with reason, mitigation and impact, and what is made up', () => {
    expect(tableIn('How each strand stands')?.rows).toEqual([
      [
        'Strand 1: Inclusion Strategy',
        'Red (illustrative)',
        expect.any(String),
        'No capacity.',
        'A second post',
        'Later plans',
      ],
    ])
  })

  it('names what needs attention and why: red, overdue, moved dates with their count', () => {
    expect(tableIn('Needs attention')?.rows).toEqual([
      [
        'Advice process',
        'Strand 1',
        'Red',
        'No capacity. Overdue since 1 March 2020. First template moved 2 times.',
        'A second post',
      ],
    ])
  })

  it('has the risks with their scores and the conditions with their evidence, where there are any', () => {
    const known = {
      visibility: 'PUBLIC',
      visibilityReason: null,
      ownerId: 'director',
      sourceId: 'source-1',
    } as const
    const more = aPlan({
      plan: Object.values(plan.tables.plan),
      source: Object.values(plan.tables.source),
      person: Object.values(plan.tables.person),
      strand: [aStrand()],
      risk: [
        {
          ...{ id: 'late', kind: 'RISK', name: 'Advice comes late', cause: null, effect: null, ...known },
          ...{ likelihood: 3, impact: 3, response: 'One template', strandId: 'strand-1', savingId: null },
          ...{ raisedOn: '2020-03-01', closedOn: null, closeReason: null },
        },
      ],
      condition: [
        {
          ...{
            id: 'one',
            agreement: 'Agreement',
            number: 1,
            words: 'Report each quarter',
            rag: 'GREEN',
            ...known,
          },
          ...{ ratedOn: '2020-03-01', evidence: 'Report of March', evidenceOn: '2020-03-02', metOn: null },
          ...{ droppedOn: null, dropReason: null },
        },
      ],
    })
    const sections = composePack(more, texts, TODAY)
    const rowsIn = (heading: string) =>
      sectionOf(sections, heading)?.blocks.flatMap((of) => (of.kind === 'TABLE' ? of.rows : []))
    expect(rowsIn('Risks and issues')).toEqual([
      [
        'Risk: Advice comes late',
        '3 Likely',
        '3 Major',
        '9, red',
        'The director',
        'One template',
        'Strand 1',
      ],
    ])
    expect(rowsIn('Conditions')).toEqual([
      ['Agreement, 1', 'Report each quarter', 'Green', 'Report of March, 2 March 2020'],
    ])
  })

  it('holds exempt items in the exempt version alone', () => {
    expect(JSON.stringify(paper)).not.toContain('Osprey')
    expect(JSON.stringify(composePack(plan, texts, TODAY))).toContain('Osprey')
  })

  it('ends with who signed, when and for which value of the plan', () => {
    const pack = findRow(signedOff, 'pack', packId)
    if (!pack) throw new Error('there is a pack')
    const signatures = signaturesOf(signedOff, packId).map(
      (of): SignedAt => ({ ...of, at: '2020-03-31T09:15:00.000Z' }),
    )
    const [section] = signOff(signedOff, pack, signatures)
    expect(section?.blocks[0]).toMatchObject({
      rows: expect.arrayContaining([
        ['Strand lead, Strand 1', 'The lead', statement, '31 March 2020 at 09:15 UTC'],
      ]),
    })
    expect(section?.blocks[1]).toMatchObject({ markdown: expect.stringContaining('hash abc') })
    expect(signOff(sent, pack, [])).toEqual([])
  })

  it('gives its figures as CSV, in pounds, with nothing that a spreadsheet would run', () => {
    const csv = paperAsCsv(paper)
    expect(csv).toMatch(/^2020-21,0\.00,0\.00,0\.00,-5600000\.00,/m)
    const risky: PaperTable = {
      kind: 'TABLE',
      caption: 'A "quoted", caption',
      columns: [{ header: 'A' }],
      rows: [['=SUM(A1)'], ['-1+2'], [null]],
    }
    expect(paperAsCsv([{ heading: '', blocks: [risky] }])).toBe(
      `"A ""quoted"", caption"\r\nA\r\n'=SUM(A1)\r\n'-1+2\r\n\r\n\r\n`,
    )
  })
})
