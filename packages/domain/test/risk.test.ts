import { describe, expect, it } from 'vitest'
import { applyTo } from '../src/change.ts'
import type { Asked, Command } from '../src/command.ts'
import { can } from '../src/permission.ts'
import type { Plan } from '../src/plan.ts'
import { editPlan } from '../src/plan-commands.ts'
import {
  bandsInWords,
  closedRisksOf,
  impactInWords,
  likelihoodInWords,
  ratingOfScore,
  riskMatrix,
  riskScaleOf,
  riskScore,
  risksInWords,
  risksOf,
} from '../src/risk.ts'
import {
  closeRisk,
  editRisk,
  raiseRisk,
  reopenRisk,
  rescoreRisk,
  WORKING_PAPER,
} from '../src/risk-commands.ts'
import { THE_PUBLIC, type Viewer } from '../src/viewer.ts'
import { visibleTo } from '../src/visibility.ts'
import { whatChanged } from '../src/what-changed.ts'
import { aPerson, aPlan, aRisk, aSaving, aSource, aStrand, aViewer, someDetails, TODAY } from './a-plan.ts'

const exempt = { visibility: 'EXEMPT', visibilityReason: 'Schedule 12A, paragraph 3' } as const
const rows = {
  source: [aSource(), aSource({ id: 'entered', title: 'Entered here', provenance: 'ENTERED' })],
  person: [aPerson(), aPerson({ id: 'owner', name: 'Owner' })],
  strand: [
    aStrand(),
    aStrand({ id: 'strand-2', position: 2 }),
    aStrand({ id: 'secret', position: 3, ...exempt }),
  ],
  saving: [aSaving(), aSaving({ id: 'hidden', strandId: 'strand-2', ...exempt })],
} as const
const details = (riskScale: number | null = null) => [someDetails({ entrySourceId: 'entered', riskScale })]
const plan = aPlan({ ...rows, plan: details() })
const manager: Asked = { viewer: aViewer('PROGRAMME_MANAGER'), today: TODAY, newId: 'new' }

function then<Input>(of: Plan, command: Command<Input>, input: Input, asked = manager): Plan {
  const outcome = command.run(of, input, asked)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...of, tables: applyTo(of.tables, outcome.changes) }
}

function refusal<Input>(of: Plan, command: Command<Input>, input: Input): string {
  const outcome = command.run(of, input, manager)
  return outcome.ok ? 'allowed' : outcome.problems.map(({ message }) => message).join(' ')
}

const late = { kind: 'RISK', name: 'Advice comes late', likelihood: 2, impact: 3 } as const
const withRisks = (...risks: Partial<ReturnType<typeof aRisk>>[]) =>
  aPlan({
    ...rows,
    plan: details(),
    risk: risks.map((fields, at) => aRisk({ id: `risk-${at + 1}`, ...fields })),
  })

describe('the score of a risk', () => {
  const ratings = (scale: 3 | 5) =>
    riskMatrix([], scale)
      .slice(1)
      .map(({ cells }) => cells.map(({ rating }) => rating[0]).join(''))

  it('is rated on three by three: red from 6 of 9, amber from 3', () => {
    expect(ratings(3)).toEqual(['ARR', 'GAR', 'GGA'])
    expect([9, 6, 4, 3, 2, 1].map((score) => ratingOfScore(score, 3))).toEqual([
      'RED',
      'RED',
      'AMBER',
      'AMBER',
      'GREEN',
      'GREEN',
    ])
  })

  it('is rated on five by five: red from 15 of 25, amber from 6', () => {
    expect(ratings(5)).toEqual(['GARRR', 'GAARR', 'GAAAR', 'GGAAA', 'GGGGG'])
    expect([25, 15, 12, 6, 5].map((score) => ratingOfScore(score, 5))).toEqual([
      'RED',
      'RED',
      'AMBER',
      'AMBER',
      'GREEN',
    ])
  })

  it('is likelihood times impact, and an issue counts as the highest likelihood of the scale', () => {
    expect(riskScore({ likelihood: 2, impact: 3 }, 3)).toBe(6)
    expect([
      riskScore({ likelihood: null, impact: 3 }, 3),
      riskScore({ likelihood: null, impact: 3 }, 5),
    ]).toEqual([9, 15])
  })

  it('says in words what its numbers and its bands are', () => {
    expect([likelihoodInWords(3, 3), likelihoodInWords(3, 5), likelihoodInWords(null, 5)]).toEqual([
      '3 Likely',
      '3 Possible',
      'Has happened',
    ])
    expect([impactInWords(3, 3), impactInWords(5, 5)]).toEqual(['3 Major', '5 Severe'])
    expect(bandsInWords(5)).toContain('Red from 15 of 25, amber from 6')
  })
})

describe('the risks of a plan', () => {
  const many = withRisks(
    { likelihood: 1, impact: 2 },
    { kind: 'ISSUE', likelihood: null, impact: 3 },
    { likelihood: 3, impact: 2, raisedOn: '2020-03-10' },
    { likelihood: 2, impact: 3, raisedOn: '2020-03-09' },
    { likelihood: 3, impact: 3, closedOn: '2020-03-20', closeReason: 'Over' },
    { likelihood: 3, impact: 3, closedOn: '2020-03-21', closeReason: 'Over' },
  )

  it('stand by their score, the oldest first where two have the same, and closed ones apart', () => {
    expect(risksOf(many).map(({ id }) => id)).toEqual(['risk-2', 'risk-4', 'risk-3', 'risk-1'])
    expect(closedRisksOf(many).map(({ id }) => id)).toEqual(['risk-6', 'risk-5'])
  })

  it('each stand once in the matrix, issues in a row of their own', () => {
    const matrix = riskMatrix(risksOf(many), 3)
    expect(matrix.map(({ likelihood }) => likelihood)).toEqual([null, 3, 2, 1])
    expect(matrix[0]?.cells[2]).toMatchObject({
      impact: 3,
      score: 9,
      rating: 'RED',
      risks: [{ id: 'risk-2' }],
    })
    expect(matrix[1]?.cells[1]?.risks.map(({ id }) => id)).toEqual(['risk-3'])
    const all = matrix.flatMap(({ cells }) => cells.flatMap(({ risks }) => risks.map(({ id }) => id)))
    expect(all.sort()).toEqual(['risk-1', 'risk-2', 'risk-3', 'risk-4'])
  })

  it('are counted in words', () => {
    expect(risksInWords(risksOf(many), 3)).toBe('3 open risks, 1 open issue: 3 red, 1 green.')
    expect(risksInWords([], 3)).toBe('No open risk or issue.')
  })
})

describe('raising a risk', () => {
  it('makes it a working paper for members, unless somebody says otherwise', () => {
    const raised = then(plan, raiseRisk, late)
    expect(raised.tables.risk.new).toMatchObject({
      ...late,
      visibility: 'RESTRICTED',
      visibilityReason: WORKING_PAPER,
      raisedOn: TODAY,
      closedOn: null,
      sourceId: 'entered',
    })
    const open = then(plan, raiseRisk, { ...late, visibility: 'PUBLIC' })
    const readBy = (of: Plan) =>
      [THE_PUBLIC, aViewer('REFERENCE_GROUP_MEMBER'), aViewer('CABINET_MEMBER')].map(
        (viewer) => risksOf(visibleTo(of, viewer)).length,
      )
    expect([readBy(raised), readBy(open)]).toEqual([
      [0, 0, 1],
      [1, 1, 1],
    ])
    expect(refusal(plan, raiseRisk, { ...late, visibility: 'EXEMPT' })).toMatch(/Say why this is not public/)
  })

  it('needs a likelihood and an impact within the scale of the plan', () => {
    expect(refusal(plan, raiseRisk, { ...late, likelihood: 4 })).toBe('Say how likely it is, from 1 to 3.')
    expect(refusal(plan, raiseRisk, { ...late, likelihood: null })).toBe('Say how likely it is, from 1 to 3.')
    expect(refusal(plan, raiseRisk, { ...late, impact: 0 })).toBe('Say what it would do, from 1 to 3.')
    expect(refusal(plan, raiseRisk, { ...late, name: ' ' })).toBe('Enter name.')
    const five = aPlan({ ...rows, plan: details(5) })
    expect(refusal(five, raiseRisk, { ...late, likelihood: 5, impact: 5 })).toBe('allowed')
    expect(refusal(five, raiseRisk, { ...late, likelihood: 6 })).toBe('Say how likely it is, from 1 to 5.')
  })

  it('takes an issue without a likelihood, and not with one', () => {
    const issue = { kind: 'ISSUE', name: 'A partner left', impact: 2 } as const
    expect(refusal(plan, raiseRisk, issue)).toBe('allowed')
    expect(refusal(plan, raiseRisk, { ...issue, likelihood: 3 })).toMatch(/it has no likelihood/)
  })

  it('belongs to the strand of its saving, whatever else is said', () => {
    const raised = then(plan, raiseRisk, { ...late, strandId: 'strand-2', savingId: 'saving-1' })
    expect(raised.tables.risk.new).toMatchObject({ strandId: 'strand-1', savingId: 'saving-1' })
    expect(raiseRisk.subjects(plan, { ...late, strandId: 'strand-2', savingId: 'saving-1' })).toEqual([
      { strandId: 'strand-1' },
    ])
  })

  it('cannot name what is not there, or what its writer may not know', () => {
    const known = visibleTo(plan, aViewer('CABINET_MEMBER'))
    expect(refusal(known, raiseRisk, { ...late, strandId: 'secret' })).toMatch(/no such strand/)
    expect(refusal(known, raiseRisk, { ...late, savingId: 'hidden' })).toMatch(/no such saving/)
    expect(refusal(plan, raiseRisk, { ...late, ownerId: 'nobody' })).toMatch(/no such person/)
  })
})

describe('keeping a risk up to date', () => {
  const raised = withRisks({ strandId: 'strand-1', ownerId: 'owner', response: 'Wait' })

  it('scores it again, with what is done about it, as what the council entered', () => {
    const scored = then(raised, rescoreRisk, { riskId: 'risk-1', likelihood: 3, response: 'One template' })
    expect(scored.tables.risk['risk-1']).toMatchObject({
      likelihood: 3,
      impact: 2,
      response: 'One template',
      sourceId: 'entered',
    })
    expect(whatChanged(raised, scored).map(({ words }) => words)).toEqual([
      'Risk “Advice comes late”: likelihood changed from 2 to 3.',
      'Risk “Advice comes late”: what is done about it reworded to “One template”.',
    ])
    expect(refusal(raised, rescoreRisk, { riskId: 'risk-1', impact: 9 })).toMatch(/from 1 to 3/)
    expect(refusal(raised, rescoreRisk, { riskId: 'none', impact: 1 })).toMatch(/no such risk/)
  })

  it('turns it into an issue, which has no likelihood, and back only with one', () => {
    const issue = then(raised, editRisk, { riskId: 'risk-1', kind: 'ISSUE', likelihood: 2 })
    expect(issue.tables.risk['risk-1']).toMatchObject({ kind: 'ISSUE', likelihood: null })
    expect(refusal(issue, editRisk, { riskId: 'risk-1', kind: 'RISK' })).toMatch(/how likely/)
    expect(refusal(issue, editRisk, { riskId: 'risk-1', kind: 'RISK', likelihood: 1 })).toBe('allowed')
    expect(refusal(issue, rescoreRisk, { riskId: 'risk-1', likelihood: 1 })).toMatch(/has happened/)
  })

  it('leaves what was not sent, and clears what was sent empty', () => {
    const edited = then(raised, editRisk, { riskId: 'risk-1', name: 'Advice is late', ownerId: null })
    expect(edited.tables.risk['risk-1']).toMatchObject({
      name: 'Advice is late',
      ownerId: null,
      strandId: 'strand-1',
      response: 'Wait',
      likelihood: 2,
    })
    expect(refusal(raised, editRisk, { riskId: 'risk-1', ownerId: 'nobody' })).toMatch(/no such person/)
  })

  it('closes it with a reason, and then only opens it again', () => {
    expect(refusal(raised, closeRisk, { riskId: 'risk-1', reason: ' ' })).toBe('Say why it is closed.')
    const closed = then(raised, closeRisk, { riskId: 'risk-1', reason: 'The template works' })
    expect(closed.tables.risk['risk-1']).toMatchObject({ closedOn: TODAY, closeReason: 'The template works' })
    expect([risksOf(closed).length, closedRisksOf(closed).length]).toEqual([0, 1])
    expect(refusal(closed, closeRisk, { riskId: 'risk-1', reason: 'x' })).toMatch(/It is closed/)
    expect(refusal(closed, editRisk, { riskId: 'risk-1', name: 'x' })).toMatch(/It is closed/)
    expect(refusal(closed, rescoreRisk, { riskId: 'risk-1', impact: 1 })).toMatch(/It is closed/)
    expect(refusal(closed, reopenRisk, { riskId: 'risk-1', reason: '' })).toMatch(/Say why/)
    expect(refusal(raised, reopenRisk, { riskId: 'risk-1', reason: 'x' })).toMatch(/open already/)
    const again = then(closed, reopenRisk, { riskId: 'risk-1', reason: 'Late again' })
    expect(again.tables.risk).toEqual(raised.tables.risk)
  })
})

describe('the scale of a plan', () => {
  it('is three by three until one is chosen', () => {
    expect(riskScaleOf(plan)).toBe(3)
    expect(riskScaleOf(then(plan, editPlan, { riskScale: 5 }))).toBe(5)
    expect(refusal(plan, editPlan, { riskScale: 4 })).toBe('Choose a scale of 3 or of 5.')
  })

  it('cannot become smaller than an open risk needs, and says which', () => {
    const five = then(plan, editPlan, { riskScale: 5 })
    const scored = then(five, raiseRisk, { ...late, likelihood: 2, impact: 4 })
    const words = 'Score these between 1 and 3 first, or close them: “Advice comes late”.'
    expect(refusal(scored, editPlan, { riskScale: 3 })).toBe(words)
    expect(refusal(scored, editPlan, { riskScale: null })).toBe(words)
    const closed = then(scored, closeRisk, { riskId: 'new', reason: 'Over' })
    const three = then(closed, editPlan, { riskScale: 3 })
    expect(refusal(three, reopenRisk, { riskId: 'new', reason: 'Back' })).toBe(
      'Say what it would do, from 1 to 3.',
    )
    expect(refusal(then(scored, rescoreRisk, { riskId: 'new', impact: 3 }), editPlan, { riskScale: 3 })).toBe(
      'allowed',
    )
  })
})

describe('who may do what to a risk', () => {
  const raised = withRisks({ strandId: 'strand-1', ownerId: 'owner' })
  const lead = aViewer('STRAND_LEAD', { strandId: 'strand-1' })
  const owner: Viewer = { ...aViewer('STRAND_LEAD', { strandId: 'strand-2' }), personId: 'owner' }
  const may = <Input>(viewer: Viewer, command: Command<Input>, input: Input) =>
    command.subjects(raised, input).every((subject) => can(viewer, command.operation, subject))
  const of = { riskId: 'risk-1' }

  it('is the team, and a strand lead in the own strand', () => {
    for (const role of [
      'PROGRAMME_MANAGER',
      'FINANCE_BUSINESS_PARTNER',
      'SECTION_151_OFFICER',
      'DIRECTOR_OF_CHILDRENS_SERVICES',
    ] as const)
      expect(may(aViewer(role), raiseRisk, late)).toBe(true)
    expect(may(aViewer('CABINET_MEMBER'), raiseRisk, late)).toBe(false)
    expect(may(lead, raiseRisk, { ...late, strandId: 'strand-1' })).toBe(true)
    expect(may(lead, raiseRisk, { ...late, strandId: 'strand-2' })).toBe(false)
    expect(may(lead, raiseRisk, late)).toBe(false)
    expect(may(lead, closeRisk, { ...of, reason: 'x' })).toBe(true)
  })

  it('keeps a strand lead from moving a risk to a strand of somebody else, or to the whole plan', () => {
    expect(may(lead, editRisk, { ...of, name: 'x' })).toBe(true)
    expect(may(lead, editRisk, { ...of, strandId: 'strand-2' })).toBe(false)
    expect(may(lead, editRisk, { ...of, strandId: null })).toBe(false)
  })

  it('lets the owner score it, and no more', () => {
    expect(may(owner, rescoreRisk, of)).toBe(true)
    expect(may(owner, editRisk, { ...of, name: 'x' })).toBe(false)
    expect(may(owner, closeRisk, { ...of, reason: 'x' })).toBe(false)
    expect(may({ ...owner, personId: 'person-1' }, rescoreRisk, of)).toBe(false)
    expect(rescoreRisk.subjects(raised, { riskId: 'none' })).toEqual([])
  })

  it('is nobody where a risk has no owner and the viewer is no person', () => {
    expect(can(THE_PUBLIC, 'RESCORE_RISK', { ownerId: null })).toBe(false)
  })
})

describe('a risk of something hidden', () => {
  it('is hidden with it, and seen by whoever leads the strand', () => {
    const secret = withRisks(
      { id: 'of-strand', strandId: 'secret' },
      { id: 'of-saving', strandId: 'strand-2', savingId: 'hidden' },
      { id: 'exempt', strandId: 'strand-1', ...exempt },
      { id: 'restricted', visibility: 'RESTRICTED', visibilityReason: WORKING_PAPER },
      { id: 'open' },
    )
    const seenBy = (viewer: Viewer) => Object.keys(visibleTo(secret, viewer).tables.risk)
    expect(seenBy(THE_PUBLIC)).toEqual(['open'])
    expect(seenBy(aViewer('CABINET_MEMBER'))).toEqual(['restricted', 'open'])
    expect(seenBy(aViewer('STRAND_LEAD', { strandId: 'strand-1' }))).toEqual(['exempt', 'restricted', 'open'])
    expect(seenBy(aViewer('SECTION_151_OFFICER'))).toHaveLength(5)
  })
})
