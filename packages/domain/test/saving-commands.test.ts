import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyTo } from '../src/change.ts'
import type { Asked, Command } from '../src/command.ts'
import { confirmDelivered, reportDelivered, reviseSavingForecast } from '../src/delivery-commands.ts'
import { doubleCounts } from '../src/double-count.ts'
import { trajectoryOf } from '../src/forecast.ts'
import { NOTHING, pounds, total } from '../src/money.ts'
import { can } from '../src/permission.ts'
import { findRow, type Plan, requireRow } from '../src/plan.ts'
import { isCounted, savingTotals, yearsOfSaving } from '../src/saving.ts'
import {
  type Decision,
  decideSaving,
  editSaving,
  type NewSaving,
  profileOf,
  proposeNewSaving,
  proposeSaving,
  waitingProposals,
} from '../src/saving-commands.ts'
import { viewerOf } from '../src/viewer.ts'
import { visibleTo } from '../src/visibility.ts'
import {
  aForecast,
  anAction,
  anAssignment,
  anyPence,
  aPerson,
  aPlan,
  aSaving,
  aSavingYear,
  aSource,
  aStrand,
  aViewer,
  someDetails,
} from './a-plan.ts'

const held = { strandId: null, actionId: null } as const
const council = aPlan({
  plan: [someDetails({ entrySourceId: 'entered', firstYear: 2020, lastYear: 2023 })],
  source: [aSource(), aSource({ id: 'entered', title: 'Entered here', provenance: 'ENTERED' })],
  strand: [aStrand()],
  action: [anAction()],
  person: ['lead', 'finance', 'treasurer'].map((id) => aPerson({ id, name: id })),
  assignment: [
    anAssignment({ id: 'a', personId: 'lead', role: 'STRAND_LEAD', strandId: 'strand-1' }),
    anAssignment({ id: 'b', personId: 'finance', role: 'FINANCE_BUSINESS_PARTNER', ...held }),
    anAssignment({ id: 'c', personId: 'treasurer', role: 'SECTION_151_OFFICER', ...held }),
  ],
  ...aForecast({ unmitigated: { 2020: -5_600_000, 2021: -6_000_000 } }),
})
const by = (personId: string, newId = 'new'): Asked => ({
  viewer: viewerOf(council, personId, '2020-06-01'),
  today: '2020-06-01',
  newId,
})

function then<Input>(plan: Plan, command: Command<Input>, input: Input, asked: Asked): Plan {
  const outcome = command.run(plan, input, asked)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...plan, tables: applyTo(plan.tables, outcome.changes) }
}

function refusal<Input>(plan: Plan, command: Command<Input>, input: Input, asked: Asked): string {
  const outcome = command.run(plan, input, asked)
  return outcome.ok ? 'allowed' : (outcome.problems[0]?.message ?? '')
}

const firm = {
  type: 'COST_REDUCTION',
  recurrence: 'RECURRENT',
  fundingSource: 'DSG',
  status: 'PLANNED',
  fullYearValue: pounds(1_200_000),
  startsOn: '2020-09-01',
  confidencePercent: 50,
  confidenceReason: 'Half of the providers agree',
  baseline: 'Fees of 2019-20',
  method: 'Fee before less fee after',
} as const
const idea: NewSaving = {
  strandId: 'strand-1',
  name: 'Fees',
  visibility: 'RESTRICTED',
  visibilityReason: 'Not agreed',
  ...firm,
}
const proposed = then(council, proposeNewSaving, idea, by('lead'))
const agree: Decision = { proposalId: 'new-proposal', isAgreed: true }
const agreed = then(proposed, decideSaving, agree, by('finance'))
const fees = (plan: Plan) => requireRow(plan, 'saving', 'new')
const years = (plan: Plan) =>
  yearsOfSaving(plan, 'new').map(({ year, planned, forecast }) => [year, planned / 100, forecast / 100])

describe('a proposal', () => {
  it('counts for nothing until finance agrees: no figure, no line of the forecast', () => {
    expect(fees(proposed)).toMatchObject({ status: 'UNDER_DEVELOPMENT', fullYearValue: null })
    expect(isCounted(fees(proposed))).toBe(false)
    expect(trajectoryOf(proposed)?.mitigated.positions).toEqual(trajectoryOf(council)?.mitigated.positions)
    expect(waitingProposals(proposed)).toMatchObject([{ personId: 'lead', proposedOn: '2020-06-01' }])
  })

  it('once agreed gives the part-year value from its start month, and then whole years', () => {
    expect(fees(agreed)).toMatchObject({ ...firm, sourceId: 'entered' })
    expect(years(agreed)).toEqual([
      [2020, 700_000, 700_000],
      [2021, 1_200_000, 1_200_000],
      [2022, 1_200_000, 1_200_000],
      [2023, 1_200_000, 1_200_000],
    ])
    expect(trajectoryOf(agreed)?.mitigated.positions[0]?.inYear.central).toBe(pounds(-4_900_000))
  })

  it('is returned only with a reason, and the saving stays as it was', () => {
    const no = { proposalId: 'new-proposal', isAgreed: false }
    expect(refusal(proposed, decideSaving, no, by('finance'))).toMatch('Say what has to change')
    const returned = then(proposed, decideSaving, { ...no, reason: 'Which fees?' }, by('finance'))
    expect(findRow(returned, 'savingProposal', 'new-proposal')).toMatchObject({
      outcome: 'RETURNED',
      outcomeReason: 'Which fees?',
      decidedById: 'finance',
    })
    expect(fees(returned)).toEqual(fees(proposed))
    expect(refusal(returned, decideSaving, agree, by('treasurer'))).toMatch('decided or replaced already')
  })

  it('is never decided by whoever made it', () => {
    const own = then(council, proposeNewSaving, idea, by('finance'))
    expect(refusal(own, decideSaving, agree, by('finance'))).toMatch('Nobody decides their own')
    expect(refusal(own, decideSaving, agree, by('treasurer'))).toBe('allowed')
  })

  it('takes the place of one that waits', () => {
    const input = { ...firm, savingId: 'new', fullYearValue: pounds(900_000) }
    const again = then(proposed, proposeSaving, input, by('lead', 'second'))
    expect(findRow(again, 'savingProposal', 'new-proposal')?.outcome).toBe('REPLACED')
    expect(waitingProposals(again).map(({ id }) => id)).toEqual(['second'])
    expect(refusal(again, decideSaving, agree, by('finance'))).toMatch('decided or replaced already')
  })

  it.each([
    ['fullYearValue', { fullYearValue: null }, 'Give the full-year value.'],
    ['fullYearValue', { fullYearValue: pounds(-350) }, 'A saving is a positive amount'],
    ['startsOn', { startsOn: null }, 'Give the day'],
    ['startsOn', { startsOn: '2030-09-01' }, 'within the years of the plan'],
    ['confidencePercent', { confidencePercent: null }, 'how confident'],
    ['confidencePercent', { confidencePercent: 120 }, 'between 0 and 100'],
    ['confidenceReason', { confidenceReason: null }, 'what the confidence rests on'],
    ['baseline', { baseline: null }, 'measured against'],
    ['method', { method: ' ' }, 'worked out'],
    ['status', { status: 'CONFIRMED' }, 'follows from what is reported'],
    ['note', { status: 'WITHDRAWN' }, 'Say why'],
  ] as const)('is refused at the field: %s', (field, fields, message) => {
    const outcome = proposeNewSaving.run(council, { ...idea, ...fields }, by('lead'))
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ field, message: expect.stringContaining(message) }],
    })
  })

  it('may be an idea without a figure', () => {
    const bare = { status: 'TO_BE_IDENTIFIED', fullYearValue: null, confidencePercent: null } as const
    expect(refusal(council, proposeNewSaving, { ...idea, ...bare }, by('lead'))).toBe('allowed')
  })

  it('is hidden from the public, even where the saving is not', () => {
    const open = then(proposed, editSaving, { savingId: 'new', visibility: 'PUBLIC' }, by('lead'))
    const seen = visibleTo(open, aViewer('REFERENCE_GROUP_MEMBER'))
    expect(Object.keys(seen.tables.saving)).toEqual(['new'])
    expect(seen.tables.savingProposal).toEqual({})
  })
})

describe('an agreed change', () => {
  const change = (fields: object, plan = agreed, isNewBudget = false) => {
    const input = { ...firm, savingId: 'new', ...fields }
    const waiting = then(plan, proposeSaving, input, by('lead', 'second'))
    return then(waiting, decideSaving, { proposalId: 'second', isAgreed: true, isNewBudget }, by('finance'))
  }

  it('of a figure moves the forecast, and the budget only where finance says so', () => {
    const half = { fullYearValue: pounds(600_000) }
    expect(years(change(half))[1]).toEqual([2021, 1_200_000, 600_000])
    expect(years(change(half, agreed, true))[1]).toEqual([2021, 600_000, 600_000])
  })

  it('of the start takes years out of the forecast, and none out of the plan', () => {
    expect(years(change({ startsOn: '2021-09-01' })).slice(0, 2)).toEqual([
      [2020, 700_000, 0],
      [2021, 1_200_000, 700_000],
    ])
  })

  it('of status alone leaves the years as they were', () => {
    const revised = then(
      agreed,
      reviseSavingForecast,
      { savingId: 'new', year: 2021, forecast: pounds(1_000_000), reason: 'Slow start' },
      by('finance'),
    )
    expect(years(change({ status: 'AT_RISK' }, revised))).toEqual(years(revised))
  })

  it('that ends it leaves only what was planned and delivered', () => {
    const report = { savingId: 'new', year: 2020, delivered: pounds(40_000) }
    const fell = change(
      { status: 'NOT_DELIVERABLE', note: 'No provider agrees' },
      then(agreed, reportDelivered, report, by('lead')),
    )
    expect(years(fell).slice(0, 2)).toEqual([
      [2020, 700_000, 40_000],
      [2021, 1_200_000, 0],
    ])
    expect(isCounted(fees(fell))).toBe(false)
    expect(years(change({}, fell))[1]).toEqual([2021, 1_200_000, 1_200_000])
  })
})

describe('the profile of a saving', () => {
  it.each([
    ['2020-04-01', 12],
    ['2020-09-30', 7],
    ['2021-01-01', 3],
    ['2021-03-31', 1],
  ] as const)('from %s has %i months in its first year', (startsOn, months) => {
    const profile = profileOf(council, { ...firm, startsOn, fullYearValue: pounds(12) })
    expect(profile.get(2020)).toBe(pounds(months))
  })

  it('of a one-off comes once, whole', () => {
    expect([...profileOf(council, { ...firm, recurrence: 'ONE_OFF' })]).toEqual([[2020, firm.fullYearValue]])
  })

  it('loses no penny between the first year and the months after', () => {
    fc.assert(
      fc.property(anyPence, fc.integer({ min: 1, max: 12 }), (fullYearValue, month) => {
        const startsOn = `2020-${String(month).padStart(2, '0')}-01` as const
        const ends = profileOf(council, { ...firm, fullYearValue, startsOn } as never)
        expect([...ends.values()].every(Number.isSafeInteger)).toBe(true)
      }),
    )
  })
})

describe('what is delivered', () => {
  const report = { savingId: 'new', year: 2020, delivered: pounds(650_000) }
  const reported = then(agreed, reportDelivered, report, by('lead'))
  const yes = { ...report, isConfirmed: true }

  it('is reported by the lead and confirmed by finance, and totals keep the measures apart', () => {
    const confirmed = then(reported, confirmDelivered, yes, by('finance'))
    expect(savingTotals(confirmed, [fees(confirmed)], 2020)).toEqual({
      planned: pounds(700_000),
      forecast: pounds(700_000),
      weighted: pounds(350_000),
      delivered: pounds(650_000),
      confirmed: pounds(650_000),
    })
    expect(savingTotals(reported, [fees(reported)], 2020).confirmed).toBe(NOTHING)
  })

  it('is returned with a reason, which the next report clears', () => {
    const no = { ...yes, isConfirmed: false }
    expect(refusal(reported, confirmDelivered, no, by('finance'))).toMatch('Say why')
    const returned = then(reported, confirmDelivered, { ...no, reason: 'No invoices' }, by('finance'))
    const row = (plan: Plan) => yearsOfSaving(plan, 'new')[0]
    expect(row(returned)).toMatchObject({ confirmed: null, returnReason: 'No invoices' })
    expect(row(then(returned, reportDelivered, report, by('lead')))?.returnReason).toBeNull()
  })

  it.each([
    ['not before finance has agreed the saving', proposed, report, 'Nothing is planned'],
    ['not for a year that has not begun', agreed, { ...report, year: 2021 }, '2021-22 has not begun.'],
    ['not once confirmed', then(reported, confirmDelivered, yes, by('finance')), report, 'return it first'],
  ])('is reported %s', (_, plan, input, message) => {
    expect(refusal(plan, reportDelivered, input, by('lead'))).toMatch(message)
  })

  it('is not confirmed by its reporter, nor unseen, nor where there is nothing', () => {
    const own = then(agreed, reportDelivered, report, by('finance'))
    expect(refusal(own, confirmDelivered, yes, by('finance'))).toMatch('Nobody confirms')
    expect(refusal(agreed, confirmDelivered, yes, by('finance'))).toMatch('Nothing has been reported')
    const other = { ...yes, delivered: pounds(1) }
    expect(refusal(reported, confirmDelivered, other, by('finance'))).toMatch('Another amount')
  })

  it('makes a saving delivered and then confirmed, once every year is; and a return takes that back', () => {
    const once = aPlan({
      ...Object.fromEntries(
        Object.entries(council.tables).map(([kind, rows]) => [kind, Object.values(rows)]),
      ),
      saving: [aSaving({ id: 'new', recurrence: 'ONE_OFF', status: 'ON_TRACK' })],
      savingYear: [
        aSavingYear({ savingId: 'new', year: 2020 }),
        aSavingYear({ savingId: 'new', year: 2021, planned: NOTHING }),
      ],
    })
    const delivered = then(once, reportDelivered, report, by('lead'))
    expect(fees(delivered).status).toBe('DELIVERED')
    const confirmed = then(delivered, confirmDelivered, yes, by('finance'))
    expect(fees(confirmed).status).toBe('CONFIRMED')
    expect(isCounted(fees(confirmed))).toBe(true)
    const back = { ...yes, isConfirmed: false, reason: 'Wrong ledger' }
    expect(fees(then(confirmed, confirmDelivered, back, by('treasurer'))).status).toBe('DELIVERED')
  })

  it('is confirmed and decided by finance alone', () => {
    expect(can(by('lead').viewer, 'PROPOSE_SAVING', { strandId: 'strand-1' })).toBe(true)
    expect(can(by('lead').viewer, 'DECIDE_SAVING', { strandId: 'strand-1' })).toBe(false)
    expect(can(by('treasurer').viewer, 'DECIDE_SAVING', { strandId: 'strand-1' })).toBe(true)
  })
})

describe('possible double counts', () => {
  const line = (id: string, budgetLine: string | null, fields = {}) => aSaving({ id, budgetLine, ...fields })
  const plan = aPlan({
    plan: [someDetails({ firstYear: 2020, lastYear: 2021 })],
    strand: [aStrand()],
    saving: [
      line('a', 'Independent fees'),
      line('b', 'independent  fees '),
      line('c', 'Transport'),
      line('d', 'Independent fees', { status: 'UNDER_DEVELOPMENT' }),
      line('e', null),
    ],
    savingYear: ['a', 'b', 'c', 'd', 'e'].flatMap((savingId) => [
      aSavingYear({ savingId, planned: pounds(savingId === 'a' ? 300 : 200) }),
      aSavingYear({ savingId, year: 2021, planned: savingId === 'a' ? NOTHING : pounds(200) }),
    ]),
  })

  it('are savings that count, from one line in one year, with gross and net', () => {
    expect(
      doubleCounts(plan).map(({ savings, ...of }) => ({ ...of, ids: savings.map(({ id }) => id) })),
    ).toEqual([
      { budgetLine: 'Independent fees', year: 2020, gross: pounds(500), net: pounds(300), ids: ['a', 'b'] },
    ])
  })

  it('never make the net larger than the gross', () => {
    for (const { gross, net, savings } of doubleCounts(plan)) {
      expect(net).toBeLessThan(gross)
      expect(
        total(
          savings.flatMap(({ id }) =>
            yearsOfSaving(plan, id)
              .filter(({ year }) => year === 2020)
              .map(({ forecast }) => forecast),
          ),
        ),
      ).toBe(gross)
    }
  })
})

describe('a proposal of places', () => {
  const places = {
    placement: 'INDEPENDENT',
    fewerPlaces: 1250,
    costOfPlace: pounds(52_000),
    costInstead: pounds(12_000),
  } as const
  const bare = { ...idea, ...places, fullYearValue: null }

  it('makes the full-year value, and its start the part of the first year', () => {
    const proposed = then(council, proposeNewSaving, bare, by('lead'))
    expect(waitingProposals(proposed)[0]?.fullYearValue).toBe(pounds(500_000))
    const agreed = then(proposed, decideSaving, { proposalId: 'new-proposal', isAgreed: true }, by('finance'))
    expect(requireRow(agreed, 'saving', 'new')).toMatchObject(places)
    expect(yearsOfSaving(agreed, 'new').map(({ forecast }) => Math.round(forecast / 100))).toEqual([
      291_667, 500_000, 500_000, 500_000,
    ])
  })

  it.each([
    [
      'another full-year value',
      { fullYearValue: pounds(1) },
      'The places make £500,000 in a full year: leave this empty, or correct the places.',
    ],
    ['no category', { placement: null }, 'Choose the category in which places are saved.'],
    [
      'no places',
      { fewerPlaces: 0, fullYearValue: pounds(1) },
      'The places make £0 in a full year: leave this empty, or correct the places.',
    ],
    [
      'a place that costs less than what is provided instead',
      { costOfPlace: pounds(12_000) },
      'A saving is a positive amount: write what is saved in a full year.',
    ],
    [
      'places without their number',
      { fewerPlaces: null, fullYearValue: pounds(1) },
      'Write how many fewer places, such as 12.',
    ],
    [
      'places without their cost',
      { costOfPlace: null, fullYearValue: pounds(1) },
      'Write what a place costs: more than what is provided instead.',
    ],
  ])('with %s is refused', (_name, fields, sentence) => {
    expect(refusal(council, proposeNewSaving, { ...bare, ...fields }, by('lead'))).toBe(sentence)
  })
})

describe('who and why', () => {
  const why = <Input>(command: Command<Input>, input: Input) => command.why(proposed, input, by('lead'))
  const proposed = then(council, proposeNewSaving, { ...idea, ...firm }, by('lead'))

  it('a saving is done to its strand, and to its action where it has one', () => {
    expect(proposeNewSaving.subjects(council, { ...idea, ...firm })).toEqual([{ strandId: 'strand-1' }])
    const ofAction = { ...idea, ...firm, actionId: 'action-1' }
    expect(proposeNewSaving.subjects(council, ofAction)).toEqual([
      { strandId: 'strand-1', actionId: 'action-1' },
    ])
    expect(proposeNewSaving.subjects(council, { ...ofAction, strandId: 'strand-2' })).toEqual([])
    expect(proposeNewSaving.subjects(council, { ...ofAction, actionId: 'none' })).toEqual([])
    expect(proposeNewSaving.subjects(council, { ...idea, ...firm, strandId: 'none' })).toEqual([])
    expect(proposeSaving.subjects(proposed, { savingId: 'new', ...firm })).toEqual([
      { strandId: 'strand-1', actionId: null },
    ])
    expect(proposeSaving.subjects(proposed, { savingId: 'none', ...firm })).toEqual([])
    const decided = { proposalId: 'new-proposal', isAgreed: true }
    expect(decideSaving.subjects(proposed, decided)).toEqual([{ strandId: 'strand-1', actionId: null }])
    expect(decideSaving.subjects(proposed, { ...decided, proposalId: 'none' })).toEqual([])
  })

  it('each step says what it was, or in the words of whoever took it', () => {
    const name = idea.name
    expect(why(proposeSaving, { savingId: 'new', ...firm })).toBe(`Proposed a change of “${name}”`)
    expect(why(proposeSaving, { savingId: 'new', ...firm, note: 'Later' })).toBe('Later')
    expect(why(proposeSaving, { savingId: 'none', ...firm })).toBe('Proposed a change of “a saving”')
    const decision = { proposalId: 'new-proposal', isAgreed: true }
    expect(why(decideSaving, decision)).toBe(`Agreed what was proposed for “${name}”`)
    expect(why(decideSaving, { ...decision, isAgreed: false })).toBe(
      `Returned what was proposed for “${name}”`,
    )
    expect(why(decideSaving, { ...decision, reason: 'Too soon' })).toBe('Too soon')
    expect(why(decideSaving, { ...decision, proposalId: 'none' })).toBe(
      'Agreed what was proposed for “a saving”',
    )
    const year = { savingId: 'new', year: 2020, delivered: NOTHING, isConfirmed: true }
    expect(why(confirmDelivered, year)).toBe(`Confirmed what “${name}” has saved in 2020-21`)
    expect(why(confirmDelivered, { ...year, isConfirmed: false })).toBe(
      `Returned what “${name}” has saved in 2020-21`,
    )
    expect(why(confirmDelivered, { ...year, reason: 'Not seen' })).toBe('Not seen')
  })

  it('what is not there is refused in a sentence', () => {
    expect(refusal(council, proposeSaving, { savingId: 'none', ...firm }, by('lead'))).toMatch(
      /no such saving/,
    )
    expect(refusal(council, decideSaving, { proposalId: 'none', isAgreed: true }, by('finance'))).toMatch(
      /no such proposal/,
    )
    expect(refusal(council, editSaving, { savingId: 'none' }, by('lead'))).toMatch(/no such saving/)
    expect(
      refusal(council, reportDelivered, { savingId: 'none', year: 2020, delivered: NOTHING }, by('lead')),
    ).toMatch(/no such saving/)
    const nobody = { ...by('lead'), viewer: { ...by('lead').viewer, personId: null } }
    expect(refusal(council, proposeNewSaving, { ...idea, ...firm }, nobody)).toBe(
      'Only a person of this plan can propose a saving.',
    )
    const ended = {
      ...council,
      tables: {
        ...council.tables,
        strand: { 'strand-1': aStrand({ endedOn: '2020-05-01', endReason: 'Done' }) },
      },
    }
    expect(refusal(ended, proposeNewSaving, { ...idea, ...firm }, by('lead'))).toMatch(/has ended/)
  })

  it('the edge of the plan is within it, and a value of nothing is no saving', () => {
    expect(refusal(council, proposeNewSaving, { ...idea, ...firm, startsOn: '2024-03-31' }, by('lead'))).toBe(
      'allowed',
    )
    expect(
      refusal(council, proposeNewSaving, { ...idea, ...firm, startsOn: '2024-04-01' }, by('lead')),
    ).toMatch(/within the years/)
    expect(
      refusal(council, proposeNewSaving, { ...idea, ...firm, fullYearValue: NOTHING }, by('lead')),
    ).toMatch(/positive/)
  })
})

describe('the status that the years speak for', () => {
  const years = (of: Partial<Parameters<typeof aSavingYear>[0]>[]) =>
    aPlan({
      strand: [aStrand()],
      person: ['lead', 'finance'].map((id) => aPerson({ id, name: id })),
      saving: [aSaving({ status: 'ON_TRACK' })],
      savingYear: of.map((fields) => aSavingYear(fields ?? {})),
    })
  const statusAfter = (plan: Plan, year: number, delivered = pounds(5)) => {
    const reported = then(plan, reportDelivered, { savingId: 'saving-1', year, delivered }, by('lead'))
    return requireRow(reported, 'saving', 'saving-1').status
  }

  it('is not delivered while a year that is expected to save has no report', () => {
    expect(statusAfter(years([{ year: 2019 }, { year: 2020 }]), 2019)).toBe('ON_TRACK')
    expect(statusAfter(years([{ year: 2019, delivered: pounds(1) }, { year: 2020 }]), 2020)).toBe('DELIVERED')
  })

  it('does not wait for a year in which nothing is planned or forecast', () => {
    const empty = { year: 2019, planned: NOTHING, forecast: NOTHING }
    expect(statusAfter(years([empty, { year: 2020 }]), 2020)).toBe('DELIVERED')
    expect(statusAfter(years([{ ...empty, forecast: pounds(1) }, { year: 2020 }]), 2020)).toBe('ON_TRACK')
    expect(statusAfter(years([{ ...empty, planned: pounds(1) }, { year: 2020 }]), 2020)).toBe('ON_TRACK')
    expect(statusAfter(years([empty]), 2019)).toBe('ON_TRACK')
  })

  it('is for a year that the saving has and that has begun', () => {
    const plan = years([{ year: 2020 }, { year: 2021 }])
    const report = (year: number) =>
      refusal(plan, reportDelivered, { savingId: 'saving-1', year, delivered: NOTHING }, by('lead'))
    expect([report(2020), report(2021), report(2022)]).toEqual([
      'allowed',
      '2021-22 has not begun.',
      'Nothing is planned for 2022-23.',
    ])
  })
})
