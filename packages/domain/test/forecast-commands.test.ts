import { describe, expect, it } from 'vitest'
import { applyTo } from '../src/change.ts'
import type { Asked, Command } from '../src/command.ts'
import { currentVersion, trajectoryOf } from '../src/forecast.ts'
import {
  beginVersion,
  changeAssumptions,
  decideVersion,
  recordActual,
  submitVersion,
} from '../src/forecast-commands.ts'
import { agreedTransfers } from '../src/funding.ts'
import { keepFundingLine } from '../src/funding-commands.ts'
import { pounds } from '../src/money.ts'
import { findRow, type Plan, requireRow, rowsOf } from '../src/plan.ts'
import { modelOf, movementBetween, scenarioModel, scenariosOf } from '../src/plan-model.ts'
import { yearsOf } from '../src/scenario.ts'
import { dropScenario, keepScenario } from '../src/scenario-commands.ts'
import { visibleTo } from '../src/visibility.ts'
import type { Role } from '../src/vocabulary.ts'
import {
  aForecastYear,
  aFundingLine,
  anAction,
  anAssumption,
  aPerson,
  aPlan,
  aSaving,
  aSavingYear,
  aScenario,
  aSource,
  aStrand,
  aVersion,
  aViewer,
  someDetails,
} from './a-plan.ts'

const council = aPlan({
  plan: [someDetails({ firstYear: 2020, lastYear: 2022, entrySourceId: 'entered' })],
  source: [aSource(), aSource({ id: 'entered', title: 'Entered here', provenance: 'ENTERED' })],
  person: ['finance', 'treasurer'].map((id) => aPerson({ id, name: id })),
  strand: [aStrand()],
  saving: [aSaving()],
  savingYear: [aSavingYear({ year: 2021, planned: pounds(50_000) })],
  forecastVersion: [aVersion({ openingYear: 2019, openingBalance: pounds(-100_000) })],
  forecastYear: [
    aForecastYear({ year: 2019, series: 'OUTTURN', central: pounds(-200_000) }),
    aForecastYear({ year: 2020, series: 'UNMITIGATED', central: pounds(-5_600_000) }),
  ],
})
const by = (personId: string, role: Role, newId = 'new'): Asked => ({
  viewer: { ...aViewer(role), personId },
  today: '2020-03-25',
  newId,
})
const finance = by('finance', 'FINANCE_BUSINESS_PARTNER')
const treasurer = by('treasurer', 'SECTION_151_OFFICER')

function then<Input>(plan: Plan, command: Command<Input>, input: Input, asked = finance): Plan {
  const outcome = command.run(plan, input, asked)
  if (!outcome.ok) throw new Error(outcome.problems.map(({ message }) => message).join(' '))
  return { ...plan, tables: applyTo(plan.tables, outcome.changes) }
}

function refusal<Input>(plan: Plan, command: Command<Input>, input: Input, asked = finance): string {
  const outcome = command.run(plan, input, asked)
  return outcome.ok ? 'allowed' : (outcome.problems[0]?.message ?? '')
}

const drafted = then(council, beginVersion, { name: 'Version 2' })
const grid = {
  versionId: 'new',
  rows: [
    { driver: 'PLACES', category: 'INDEPENDENT', year: 2020, value: 10_000 },
    {
      driver: 'UNIT_COST',
      category: 'INDEPENDENT',
      value: pounds(50_000),
      low: pounds(45_000),
      high: pounds(55_000),
    },
    { driver: 'ALLOCATION', year: 2020, value: pounds(4_900_000), note: 'Letter of January' },
  ],
  droppedIds: [],
  reason: 'First inputs',
} as const
const filled = then(drafted, changeAssumptions, grid, { ...finance, newId: 'row' })
const judged = { versionId: 'new', spread: pounds(500_000), basis: 'Judgement: +/- £500k' }
const submitted = then(filled, submitVersion, judged)
const approval = { versionId: 'new', isApproved: true, approvedBy: 'Full Cabinet' }

describe('a draft', () => {
  it('begins with the outturns of the current version and changes nothing that people read', () => {
    expect(rowsOf(drafted, 'forecastYear').filter(({ versionId }) => versionId === 'new')).toMatchObject([
      { series: 'OUTTURN', year: 2019, central: pounds(-200_000) },
    ])
    expect(currentVersion(drafted)?.id).toBe('version-1')
    expect(trajectoryOf(drafted)).toEqual(trajectoryOf(council))
    expect(
      refusal(
        drafted,
        beginVersion,
        { name: 'Version 2 ' },
        by('finance', 'FINANCE_BUSINESS_PARTNER', 'other'),
      ),
    ).toMatch('of this name')
  })

  it('is worked out from its assumptions after the outturns, with the savings that count', () => {
    const model = modelOf(filled, requireRow(filled, 'forecastVersion', 'new'))
    expect(model?.base).toMatchObject({
      firstYear: 2020,
      lastYear: 2022,
      openingBalance: pounds(-300_000),
      savings: [{ year: 2021, amount: pounds(50_000) }],
    })
    expect(model?.assumptions[2]?.source).toBe('Letter of January (Entered here)')
  })

  it('as a copy has the assumptions of the version that it is copied from', () => {
    const copy = then(
      filled,
      beginVersion,
      { name: 'Version 3', fromId: 'new' },
      { ...finance, newId: 'third' },
    )
    const values = (plan: Plan, versionId: string) =>
      rowsOf(plan, 'assumption')
        .filter((of) => of.versionId === versionId)
        .map(({ driver, value }) => [driver, value])
    expect(values(copy, 'third')).toEqual(values(copy, 'new'))
  })

  it('keeps what is dropped on record, and out of the model', () => {
    const dropped = then(filled, changeAssumptions, {
      versionId: 'new',
      rows: [],
      droppedIds: ['row-3'],
      reason: 'Wrong letter',
    })
    expect(findRow(dropped, 'assumption', 'row-3')?.droppedOn).toBe('2020-03-25')
    expect(modelOf(dropped, requireRow(dropped, 'forecastVersion', 'new'))?.assumptions).toHaveLength(2)
  })

  it.each([
    ['without a reason', { ...grid, reason: ' ' }, 'Say why'],
    [
      'with the same thing twice',
      { ...grid, rows: [...grid.rows, grid.rows[0]] },
      'there already for the same year',
    ],
    ['outside its own range', { ...grid, rows: [{ ...grid.rows[1], high: 1 }] }, 'between low and high'],
    [
      'with a line of spend that has no name',
      { ...grid, rows: [{ driver: 'SPEND', value: 1 } as const] },
      'write it',
    ],
    ['of another version', { ...grid, droppedIds: ['elsewhere'] }, 'no such assumption in this version'],
  ])('is not changed %s', (_, input, message) => {
    expect(refusal(drafted, changeAssumptions, input as typeof grid)).toMatch(message)
  })

  it('is a working paper: the public learns of it and its assumptions once it is approved', () => {
    const seen = (plan: Plan) => {
      const { assumption, forecastVersion } = visibleTo(plan, aViewer('REFERENCE_GROUP_MEMBER')).tables
      return [forecastVersion.new !== undefined, Object.keys(assumption).length]
    }
    expect(seen(filled)).toEqual([false, 0])
    expect(seen(submitted)).toEqual([false, 0])
    expect(seen(then(submitted, decideVersion, approval, treasurer))).toEqual([true, 3])
  })
})

describe('an action that is late', () => {
  const saving = {
    actionId: 'action-1',
    startsOn: '2020-09-01',
    fullYearValue: pounds(120_000),
    baseline: 'b',
    method: 'm',
  } as const
  const plan = aPlan({
    plan: [someDetails({ firstYear: 2020, lastYear: 2022 })],
    strand: [aStrand()],
    action: [anAction()],
    forecastVersion: [aVersion()],
    assumption: [anAssumption()],
    saving: [aSaving(saving), aSaving({ ...saving, id: 'saving-2', actionId: null })],
    savingYear: ['saving-1', 'saving-2'].flatMap((savingId) => [
      aSavingYear({ savingId, year: 2020, planned: pounds(70_000) }),
      aSavingYear({ savingId, year: 2021, planned: pounds(120_000) }),
    ]),
  })
  const amounts = (months: number) =>
    modelOf(plan, requireRow(plan, 'forecastVersion', 'version-1'), {
      actionId: 'action-1',
      months,
    })?.base.savings.map(({ amount }) => amount / 100)

  it.each([
    [0, [70_000, 120_000, 70_000, 120_000]],
    [6, [10_000, 120_000, 70_000, 120_000]],
    [12, [0, 70_000, 70_000, 120_000]],
    [60, [0, 0, 70_000, 120_000]],
  ])('by %i months saves so many months less; other savings are as they were', (months, expected) => {
    expect(amounts(months)).toEqual(expected)
  })
})

describe('a version that was submitted', () => {
  it('has its years written down, with the range by judgement', () => {
    const rows = rowsOf(submitted, 'forecastYear').filter(
      (of) => of.versionId === 'new' && of.series !== 'OUTTURN',
    )
    expect(rows.map(({ series, year, central }) => [series, year, central / 100])).toEqual([
      ['MITIGATED', 2020, -100_000],
      ['MITIGATED', 2021, -50_000],
      ['MITIGATED', 2022, -100_000],
      ['UNMITIGATED', 2020, -100_000],
      ['UNMITIGATED', 2021, -100_000],
      ['UNMITIGATED', 2022, -100_000],
    ])
    expect(rows[0]).toMatchObject({
      low: pounds(-600_000),
      high: pounds(400_000),
      basis: 'Judgement: +/- £500k',
    })
  })

  it('by simulation has the same range each time it is worked out, with the central value within', () => {
    const twice = [1, 2].map(() => then(filled, submitVersion, { versionId: 'new', basis: 'Simulation' }))
    const rows = twice.map((plan) => rowsOf(plan, 'forecastYear'))
    expect(rows[0]).toEqual(rows[1])
    const row = rows[0]?.find(({ id }) => id === 'new-unmitigated-2020')
    expect(row?.low).toBeLessThan(row?.central ?? 0)
    expect(row?.high).toBeGreaterThan(row?.central ?? 0)
  })

  it('is frozen with its assumptions; only what they turned out to be is added', () => {
    expect(refusal(submitted, changeAssumptions, grid)).toMatch('kept as it was submitted')
    expect(refusal(submitted, submitVersion, judged)).toMatch('kept as it was submitted')
    const known = then(submitted, recordActual, { assumptionId: 'row-1', actual: 10_400 })
    expect(findRow(known, 'assumption', 'row-1')).toMatchObject({ value: 10_000, actual: 10_400 })
  })

  it('is approved by somebody else, with where and when, and is then what people read', () => {
    expect(refusal(submitted, decideVersion, approval, by('finance', 'SECTION_151_OFFICER'))).toMatch(
      'Nobody approves',
    )
    expect(refusal(submitted, decideVersion, { versionId: 'new', isApproved: true }, treasurer)).toMatch(
      'Say who approved it',
    )
    expect(refusal(submitted, decideVersion, { ...approval, approvedOn: '2020-03-26' }, treasurer)).toMatch(
      'day to come',
    )
    const approved = then(submitted, decideVersion, approval, treasurer)
    expect(currentVersion(approved)).toMatchObject({
      id: 'new',
      approvedBy: 'Full Cabinet',
      approvedOn: '2020-03-25',
    })
    expect(trajectoryOf(approved)?.mitigated.positions.map(({ inYear }) => inYear.central / 100)).toEqual([
      -200_000, -100_000, -50_000, -100_000,
    ])
  })

  it('is returned with a reason, and is then a draft again', () => {
    expect(refusal(submitted, decideVersion, { versionId: 'new', isApproved: false }, treasurer)).toMatch(
      'Say what has to change',
    )
    const returned = then(
      submitted,
      decideVersion,
      { versionId: 'new', isApproved: false, reason: 'Growth is too low' },
      treasurer,
    )
    expect(findRow(returned, 'forecastVersion', 'new')).toMatchObject({
      status: 'DRAFT',
      returnReason: 'Growth is too low',
    })
    expect(refusal(returned, submitVersion, judged)).toBe('allowed')
  })

  it('needs something to be worked out from, and what its range rests on', () => {
    expect(refusal(drafted, submitVersion, judged)).toMatch('no assumptions')
    expect(refusal(filled, submitVersion, { ...judged, basis: '' })).toMatch('what the range rests on')
    expect(refusal(filled, submitVersion, { ...judged, spread: pounds(-1) })).toMatch('either side')
  })
})

describe('a saving that is so many fewer places', () => {
  const places = {
    placement: 'INDEPENDENT',
    fewerPlaces: 1200,
    costOfPlace: pounds(52_000),
    costInstead: pounds(2000),
    fullYearValue: pounds(600_000),
    startsOn: '2020-09-01',
    baseline: 'b',
    method: 'm',
    actionId: 'action-1',
  } as const
  const withSaving = (fields: Parameters<typeof aSaving>[0] = {}, first = 350_000) =>
    aPlan({
      plan: [someDetails({ firstYear: 2020, lastYear: 2021 })],
      strand: [aStrand()],
      action: [anAction()],
      forecastVersion: [aVersion()],
      assumption: [anAssumption()],
      saving: [aSaving({ ...places, ...fields })],
      savingYear: [
        aSavingYear({ year: 2020, planned: pounds(first) }),
        aSavingYear({ year: 2021, planned: pounds(600_000) }),
      ],
    })
  const baseOf = (plan: Plan, months = 0) =>
    modelOf(plan, requireRow(plan, 'forecastVersion', 'version-1'), { actionId: 'action-1', months })?.base

  it('acts on the places of the model while finance expects what they make', () => {
    expect(baseOf(withSaving())).toMatchObject({
      savings: [],
      mitigations: [
        {
          name: 'Fewer independent placements',
          category: 'INDEPENDENT',
          fewerPlaces: 1200,
          from: '2020-09-01',
          costOfPlace: pounds(52_000),
          costInstead: pounds(2000),
        },
      ],
    })
  })

  it('begins later when its action is late', () => {
    expect(baseOf(withSaving(), 6)?.mitigations[0]?.from).toBe('2021-03-01')
  })

  it.each([
    ['finance expects something else', {}, 300_000],
    ['it comes once', { recurrence: 'ONE_OFF' }, 350_000],
    [
      'it names no places',
      { placement: null, fewerPlaces: null, costOfPlace: null, costInstead: null },
      350_000,
    ],
  ] as const)('is an amount for each year where %s', (_, fields, first) => {
    const base = baseOf(withSaving(fields, first))
    expect([base?.mitigations, base?.savings.map(({ amount }) => amount / 100)]).toEqual([
      [],
      [first, 600_000],
    ])
  })
})

describe('a kept scenario', () => {
  const modelled = aPlan({
    plan: [someDetails({ firstYear: 2020, lastYear: 2021, entrySourceId: 'source-1' })],
    strand: [aStrand()],
    action: [anAction()],
    forecastVersion: [
      aVersion({ openingYear: 2020, openingBalance: pounds(-100_000) }),
      aVersion({ id: 'bare', name: 'Bare' }),
    ],
    assumption: [
      anAssumption({ value: pounds(1_000_000) }),
      anAssumption({ id: 'growth', driver: 'ALLOCATION_GROWTH', value: 100 }),
      anAssumption({ id: 'spend', driver: 'SPEND', line: 'All', value: pounds(1_050_000) }),
    ],
    fundingLine: [
      aFundingLine({
        year: 2020,
        kind: 'BLOCK_TRANSFER',
        amount: pounds(20_000),
        transferStatus: 'FORUM_APPROVED',
      }),
    ],
  })
  const nothing = { versionId: 'version-1', name: 'What if', isTransferRefused: false }
  const ends = (row: Partial<Parameters<typeof aScenario>[0]>) => {
    const inputs = scenarioModel(modelled, aScenario(row))
    return inputs && yearsOf(inputs).map(({ mitigated }) => mitigated.cumulative / 100)
  }

  it('supposes what it says, beside the plan', () => {
    expect(ends({})).toEqual([-130_000, -170_000])
    expect(ends({ allocationBy: 200 })).toEqual([-130_000, -150_000])
    expect(ends({ isTransferRefused: true })).toEqual([-150_000, -190_000])
    expect(ends({ versionId: 'bare' })).toBeNull()
    expect(ends({ versionId: 'none' })).toBeNull()
  })

  it('is kept under its name, and dropped from the page but not from the record', () => {
    const kept = then(modelled, keepScenario, { ...nothing, growthBy: 200 })
    expect(scenariosOf(kept, 'version-1')).toMatchObject([
      { name: 'What if', growthBy: 200, lateActionId: null },
    ])
    expect(refusal(kept, keepScenario, { ...nothing, growthBy: 100 })).toMatch(/of this name/)
    const dropped = then(kept, dropScenario, { scenarioId: 'new' })
    expect([scenariosOf(dropped, 'version-1'), dropped.tables.scenario.new?.droppedOn]).toEqual([
      [],
      '2020-03-25',
    ])
    expect(Object.keys(visibleTo(kept, aViewer('REFERENCE_GROUP_MEMBER')).tables.scenario)).toEqual([])
  })

  it.each([
    ['nothing', {}, /Suppose something/],
    ['an action late by nothing', { lateActionId: 'action-1' }, /by how many months/],
    ['months without an action', { lateMonths: 3 }, /by how many months/],
    ['an action late for ever', { lateActionId: 'action-1', lateMonths: 61 }, /1 to 60 months/],
    ['an action late by less than nothing', { lateActionId: 'action-1', lateMonths: -1 }, /1 to 60 months/],
    ['something of a version without a model', { versionId: 'bare', growthBy: 1 }, /no model/],
    ['something of no version', { versionId: 'none', growthBy: 1 }, /no such forecast version/],
  ])('that supposes %s is refused', (_, fields, sentence) => {
    expect(refusal(modelled, keepScenario, { ...nothing, ...fields })).toMatch(sentence)
  })

  it('that is not there cannot be dropped', () => {
    expect(refusal(modelled, dropScenario, { scenarioId: 'none' })).toMatch(/no such scenario/)
  })
})

describe('a funding line', () => {
  const sent = {
    year: 2020,
    kind: 'BLOCK_TRANSFER',
    name: 'Half a per cent',
    amount: pounds(800_000),
    scope: 'HIGH_NEEDS_BLOCK',
  } as const
  const transfers = (plan: Plan) => agreedTransfers(plan, 2020, 'HIGH_NEEDS_BLOCK') / 100

  it('that is a transfer counts once it is agreed', () => {
    const asked = then(council, keepFundingLine, { ...sent, transferStatus: 'REQUESTED' })
    expect(transfers(asked)).toBe(0)
    const agreed = then(asked, keepFundingLine, { ...sent, lineId: 'new', transferStatus: 'FORUM_APPROVED' })
    expect(transfers(agreed)).toBe(800_000)
    expect(Object.keys(agreed.tables.fundingLine)).toHaveLength(1)
  })

  it('has a status if it is a transfer, and only then', () => {
    expect(refusal(council, keepFundingLine, sent)).toMatch(/nothing else, has a status/)
    const payment = { ...sent, kind: 'DFE_PAYMENT', transferStatus: 'APPROVED' } as const
    expect(refusal(council, keepFundingLine, payment)).toMatch(/nothing else, has a status/)
    expect(refusal(council, keepFundingLine, { ...payment, transferStatus: null })).toBe('allowed')
    expect(refusal(council, keepFundingLine, { ...payment, transferStatus: null, lineId: 'none' })).toMatch(
      /no such/,
    )
  })
})

describe('a range by scenario', () => {
  const modelled = aPlan({
    plan: [someDetails({ firstYear: 2020, lastYear: 2021, entrySourceId: 'source-1' })],
    person: [aPerson({ id: 'finance', name: 'finance' })],
    forecastVersion: [aVersion({ status: 'DRAFT', openingYear: 2020 })],
    assumption: [
      anAssumption({ value: pounds(1_000_000) }),
      anAssumption({ id: 'growth', driver: 'ALLOCATION_GROWTH', value: 0 }),
    ],
    scenario: [
      aScenario({ id: 'worse', allocationBy: -1000 }),
      aScenario({ id: 'better', name: 'Better', allocationBy: 500 }),
      aScenario({ id: 'gone', name: 'Gone', allocationBy: 1, droppedOn: '2020-03-01' }),
    ],
  })
  const submit = { versionId: 'version-1', basis: 'Two scenarios' }

  it('takes its ends from the two scenarios, whichever is lower', () => {
    for (const [low, high] of [
      ['worse', 'better'],
      ['better', 'worse'],
    ]) {
      const done = then(modelled, submitVersion, { ...submit, lowScenarioId: low, highScenarioId: high })
      const years = rowsOf(done, 'forecastYear').filter(({ series }) => series === 'MITIGATED')
      expect(years.map((of) => [of.low / 100, of.central / 100, of.high / 100])).toEqual([
        [1_000_000, 1_000_000, 1_000_000],
        [900_000, 1_000_000, 1_050_000],
      ])
    }
  })

  it.each([
    ['one end alone', { lowScenarioId: 'worse' }],
    ['an amount as well', { lowScenarioId: 'worse', highScenarioId: 'better', spread: pounds(1) }],
    ['a scenario that was dropped', { lowScenarioId: 'worse', highScenarioId: 'gone' }],
  ])('is refused with %s', (_, fields) => {
    expect(refusal(modelled, submitVersion, { ...submit, ...fields })).toMatch(/one for the high/)
  })
})

describe('a movement between any two versions', () => {
  const versions = aPlan({
    plan: [someDetails({ firstYear: 2020, lastYear: 2021 })],
    forecastVersion: [
      aVersion({ openingYear: 2019, openingBalance: pounds(-100) }),
      aVersion({ id: 'modelled', name: 'Version 2', openingYear: 2020, openingBalance: pounds(-500) }),
      aVersion({ id: 'empty', name: 'Empty' }),
    ],
    forecastYear: [
      aForecastYear({ year: 2019, series: 'OUTTURN', central: pounds(-300) }),
      aForecastYear({ year: 2020, series: 'UNMITIGATED', central: pounds(-50) }),
      aForecastYear({ year: 2020, series: 'MITIGATED', central: pounds(-20) }),
      aForecastYear({ year: 2021, series: 'UNMITIGATED', central: pounds(-60) }),
      aForecastYear({ year: 2021, series: 'MITIGATED', central: pounds(10) }),
    ],
    assumption: [
      anAssumption({ versionId: 'modelled', value: pounds(1000) }),
      anAssumption({ id: 'spend', versionId: 'modelled', driver: 'SPEND', line: 'All', value: pounds(1030) }),
    ],
    fundingLine: [
      aFundingLine({ year: 2021, kind: 'DFE_PAYMENT', amount: pounds(7), scope: 'HIGH_NEEDS_BLOCK' }),
    ],
  })
  const between = (from: string, to: string) => {
    const of = (id: string) => requireRow(versions, 'forecastVersion', id)
    return movementBetween(versions, of(from), of(to))?.map(({ name, amount }) => [name, amount / 100])
  }

  it('goes by the parts that both have, where one was entered by year, and adds up', () => {
    const causes = between('version-1', 'modelled')
    expect(causes).toEqual([
      ['Opening balance and outturns', -100],
      ['Forecast without savings', 50],
      ['Savings, with what a version entered by year holds besides', -100],
      ['Payments', 7],
    ])
    // -410 at the end of the entered version, -553 of the modelled.
    expect(causes?.reduce((sum, [, amount]) => sum + Number(amount), 0)).toBe(-553 - -410)
  })

  it('of a version with itself has no cause, and one without years cannot be compared', () => {
    expect(between('version-1', 'version-1')).toEqual([])
    expect(between('modelled', 'modelled')).toEqual([])
    expect(between('version-1', 'empty')).toBeUndefined()
  })
})
