import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { advance } from '@strandline/domain/change'
import { conditionsOf } from '@strandline/domain/condition'
import { trajectoryOf } from '@strandline/domain/forecast'
import { overdueOf } from '@strandline/domain/forthcoming'
import { partYear } from '@strandline/domain/funding'
import { headlineOf, targetInWords } from '@strandline/domain/headline'
import { entities } from '@strandline/domain/model'
import { NOTHING, plus, pounds, total } from '@strandline/domain/money'
import { composeNewsletter, figuresOf, withFigures } from '@strandline/domain/newsletter'
import { spendByPhase } from '@strandline/domain/phase-spend'
import {
  detailsOf,
  emptyPlan,
  holdersOf,
  type Plan,
  requireRow,
  rowsOf,
  sourceOf,
} from '@strandline/domain/plan'
import { modelOf } from '@strandline/domain/plan-model'
import { countsInWords, isNotUpdated, ratingCounts } from '@strandline/domain/rag'
import { closedRisksOf, risksOf } from '@strandline/domain/risk'
import { countedInYear } from '@strandline/domain/saving'
import { yearsOf } from '@strandline/domain/scenario'
import { aViewer } from '@strandline/domain/test/a-row'
import { THE_PUBLIC } from '@strandline/domain/viewer'
import { visibleTo } from '@strandline/domain/visibility'
import type { Role } from '@strandline/domain/vocabulary'
import { afterAll, describe, expect, test } from 'vitest'
import { readStory, storyChanges } from '../demonstration.ts'

const story = readStory()
const steps = storyChanges(story, 0)

function planAt(at: string): Plan {
  const start = emptyPlan(story.plan.id, story.authority, story.startsAt, story.plan.beganOn)
  return steps
    .filter((step) => step.at <= at)
    .reduce((plan, step) => advance(plan, { ...step, number: plan.revision + 1 }), start)
}

const today = '2020-03-31'
const plan = planAt(story.startsAt)

const viewerAs = (role: Role | 'PUBLIC') => (role === 'PUBLIC' ? THE_PUBLIC : aViewer(role))

/** High Needs Block Deficit Recovery Update Newsletter 1, March 2020, with role titles in place of names. */
const newsletter = [
  'In common with most local authorities, between 2015 – 2019 Solihull saw a significant increase in the number of pupils with Education, Health and Care plans, and spending on support services. For the same period there was a £5.6 million increase in payments to schools (independent, out of borough and mainstream schools) to support children with special educational needs.',
  'For the year 2020/21 we have a forecast overspend of £5.6 million (+/- £500k).',
  'The local authority has to submit to the Department for Education a recovery plan to achieve a balanced budget, within three years, by June 2020.',
  'Special Educational Needs and Disabilities (SEND) Commissioning Strategy',
  'Plan to create more specialist placements with existing school partners',
  'Build an autism special free school',
  'Department for Education have approved the bid.',
  'A site has been identified in the north of the borough',
  'Proposals from sponsors have been assessed by the council and the Department for Education',
  'Secretary of State is expected to announce the successful Trust by the end of March.',
  'Inclusion Strategy',
  'Solihull’s Code for Inclusion, has been co-produced with partners last year.',
  'Further work involves drawing up an action plan to remove/ameliorate barriers to inclusion in mainstream settings.',
  'Special Educational Needs and Disabilities – processes',
  'Advice process',
  '(Information from other agencies sent to the Statutory Assessment and Review Team to carry out an Education, Health and Care Plan assessment)',
  'Co-production of Education, Health and Care Plans',
  '(Arrangements for multi-agency meetings as part of an Education, Health and Care Plan assessment)',
  'Placements',
  '(Process for placing pupils in the educational setting most able to meet their needs and negotiating best value)',
  'Review of current and future support service provision',
  'The plan has been initiated with a view to trigger key activity in years 2 and 3, further activity needs to follow development of strands 2 and 3.',
  'Funding Strategy and Planning',
  'Recovery Plan and Financial Model',
  'This was reported to, and approved by Full Cabinet on the 13th February 2020.',
  'Financial Modelling',
  'The report included the first version of the financial plan based on a series of assumptions. This will be refined over the next few months as options develop.',
  'Formal Recovery Plan',
  'This will be required by the Department for Education (DFE) by June 2020.',
  'A reference group of head teachers has been established and is meeting to discuss progress on the High Needs Block Recovery plan',
  'Interviews to be held to appoint of new Team Manager for the Statutory Assessment and Review Team (StART).',
  'Update report was discussed by Councillors (Cabinet) in February.',
  'Recruitment process for new Assistant Director for SEND 0-25 has been completed and the new Assistant Director for SEND 0-25 starts in April',
  'Further workshops to take forward the development of our new SEND Strategy for Solihull, with a draft for consultation expected by the end of April.',
  'Meetings will be held to support parents / carers to re-establish a Parent Carer Forum.',
]

describe('what the newsletter says', () => {
  const cited = (['strand', 'action', 'milestone', 'dependency', 'event', 'consultation'] as const).flatMap(
    (entity) =>
      (rowsOf(plan, entity) as readonly (Record<string, unknown> & { sourceId: string })[]).filter(
        (row) => row.sourceId === 'newsletter-1',
      ),
  )

  test.each(newsletter)('the plan holds word for word: %s', (phrase) => {
    const texts = [detailsOf(plan), ...cited].flatMap((row) => Object.values(row))
    expect(texts.some((text) => typeof text === 'string' && text.includes(phrase))).toBe(true)
  })

  test('the plan puts no other words under the newsletter’s name', () => {
    const words = cited.flatMap((row) => [
      row.name,
      row.title,
      row.summary,
      row.description,
      row.body,
      row.opensWords,
      row.takePart,
    ])
    const invented = words.filter(
      (text) =>
        typeof text === 'string' &&
        !newsletter.some((phrase) => phrase.toLowerCase().includes(text.toLowerCase())),
    )
    expect(invented).toEqual([])
  })

  test('a newsletter composed as at its date carries every fact of the original', () => {
    const composed = composeNewsletter(visibleTo(plan, THE_PUBLIC), today, null)
    const figures = figuresOf(visibleTo(plan, THE_PUBLIC))
    const plain = (text: string) => text.toLowerCase().replaceAll(/[\s.]+/g, ' ')
    const text = plain(
      composed.map(({ heading, body }) => `${heading} ${withFigures(body, figures)}`).join(' '),
    )
    expect(newsletter.filter((phrase) => !text.includes(plain(phrase).trim()))).toEqual([])
    expect(composed.map(({ heading }) => heading)).toEqual([
      'Why we need a recovery plan',
      'Where we stand',
      'The plan so far',
      ...rowsOf(plan, 'strand').map(({ position, name }) => `Strand ${position}: ${name}`),
      'Decided and done',
      'Forthcoming activities',
    ])
    expect(text).not.toContain('{{')
  })

  test('a newsletter tells what has changed since a day, and marks what is made up', () => {
    const earlier = visibleTo(planAt('2020-02-13T23:00:00.000Z'), THE_PUBLIC)
    const composed = composeNewsletter(visibleTo(plan, THE_PUBLIC), today, earlier)
    const changes = composed.flatMap(({ body }) => body.split('### What has changed')[1] ?? [])
    expect(changes.length).toBeGreaterThan(2)
    const lines = changes.flatMap((of) => of.split('\n')).filter(Boolean)
    expect(lines.some((line) => line.endsWith(' is done.'))).toBe(true)
    for (const line of lines.filter((of) => of.includes('rating'))) {
      expect(line).toMatch(/ \(illustrative\)\.$/)
    }
  })

  test('strand 4 waits for strands 2 and 3', () => {
    const needed = rowsOf(plan, 'dependency').filter(
      ({ waitingStrandId }) => waitingStrandId === 'support-services',
    )
    expect(needed.map(({ neededStrandId }) => neededStrandId)).toEqual(['inclusion', 'processes'])
  })

  test('the overspend of 2020-21 is £5.6m, between £5.1m and £6.1m', () => {
    const year = trajectoryOf(plan)?.unmitigated.positions.find((at) => at.year === 2020)
    expect(year).toMatchObject({
      inYear: { low: pounds(-6_100_000), central: pounds(-5_600_000), high: pounds(-5_100_000) },
      basis: 'Judgement: +/- £500k, as published',
      provenance: 'PUBLISHED',
      cumulativeProvenance: 'ILLUSTRATIVE',
    })
  })
})

describe('what is invented', () => {
  test('no saving, forecast version or holder’s rating is claimed as published', () => {
    for (const row of [...rowsOf(plan, 'saving'), ...rowsOf(plan, 'forecastVersion')]) {
      expect(sourceOf(plan, row).provenance, row.id).toBe('ILLUSTRATIVE')
    }
    for (const action of rowsOf(plan, 'action').filter((of) => of.ratedOn !== null)) {
      expect(action.ratingSourceId, action.id).toBe('illustrative')
    }
  })

  test('the illustrative source says that it is', () => {
    expect(requireRow(plan, 'source', 'illustrative')).toMatchObject({
      provenance: 'ILLUSTRATIVE',
      title: 'Strandline demonstration',
      publishedOn: null,
    })
  })

  test('only the year that the newsletter gives is a published forecast', () => {
    const published = rowsOf(plan, 'forecastYear').filter(
      (row) => sourceOf(plan, row).provenance === 'PUBLISHED',
    )
    expect(published.map(({ id }) => id)).toEqual(['version-1-unmitigated-2020'])
  })

  test('a revision that the newsletter does not tell says so first', () => {
    for (const { why } of story.revisions) expect(why).toMatch(/^(Illustrative: |Newsletter 1)/)
  })
})

describe('the forecast', () => {
  test.each([
    ['draft-0-1', '2019-12-16T11:20:00.000Z'],
    ['version-1', '2020-02-13T19:35:00.000Z'],
  ])('%s is its unmitigated forecast with the savings planned when it was made', (versionId, at) => {
    const then = planAt(at)
    const rows = rowsOf(then, 'forecastYear').filter((row) => row.versionId === versionId)
    const series = (name: string) => rows.filter((row) => row.series === name).sort((a, b) => a.year - b.year)
    const expected = series('UNMITIGATED').map(({ year, low, central, high }) => {
      const saved = countedInYear(then, year, 'planned')
      return { year, low: plus(low, saved), central: plus(central, saved), high: plus(high, saved) }
    })
    expect(expected).toHaveLength(4)
    expect(series('MITIGATED')).toMatchObject(expected)
  })

  test('Version 1 peaks at £13.9m and reaches in-year balance in 2022-23', () => {
    const line = trajectoryOf(plan)?.versions.find(({ name }) => name === 'Version 1')
    const years = line?.positions.filter(({ year }) => year >= 2021)
    expect(years?.map(({ inYear }) => inYear.central)).toEqual([-3_960_000, 240_000, 540_000].map(pounds))
    expect(years?.map(({ cumulative }) => cumulative.central)).toEqual(
      [-13_890_000, -13_650_000, -13_110_000].map(pounds),
    )
  })

  test('the draft that is worked out gives the unmitigated deficit of Version 1, to the penny', () => {
    const model = modelOf(plan, requireRow(plan, 'forecastVersion', 'draft-2'))
    if (!model) throw new Error('the draft has assumptions')
    const years = yearsOf(model)
    const version1 = rowsOf(plan, 'forecastYear').filter(
      ({ versionId, series }) => versionId === 'version-1' && series === 'UNMITIGATED',
    )
    expect(years.map(({ year, unmitigated }) => [year, unmitigated.inYear])).toEqual(
      version1.map(({ year, central }) => [year, central]),
    )
    expect(model.base.openingBalance).toBe(pounds(-5_000_000))
  })

  test('savings have slipped since, with less room in 2022-23', () => {
    const line = trajectoryOf(plan)?.mitigated
    expect(line?.positions.find(({ year }) => year === 2022)?.inYear.central).toBe(pounds(100_000))
    expect(countedInYear(plan, 2022, 'planned')).toBe(pounds(8_640_000))
    expect(countedInYear(plan, 2020, 'delivered')).toBe(NOTHING)
  })

  test.each([
    [
      '2020-01-15T12:00:00.000Z',
      'Deficit forecast to reach £19.6m by the end of 2023-24, still growing; in-year balance not reached within the plan; cumulative deficit not cleared within the plan.',
    ],
    [
      '2020-02-14T12:00:00.000Z',
      'Deficit forecast to peak at £13.9m in 2021-22; in-year balance in 2022-23; cumulative deficit not cleared within the plan.',
    ],
    [
      '2020-03-31T09:00:00.000Z',
      'Deficit forecast to peak at £14.6m in 2021-22; in-year balance in 2022-23; cumulative deficit not cleared within the plan.',
    ],
  ])('the headline at %s', (at, words) => {
    expect(headlineOf(planAt(at))).toBe(words)
  })

  test('people who may know less read the same kind of headline', () => {
    const words =
      'Deficit forecast to peak at £14.6m in 2021-22; in-year balance in 2022-23; cumulative deficit not cleared within the plan.'
    expect(headlineOf(visibleTo(plan, aViewer('CABINET_MEMBER')))).toBe(words)
    expect(headlineOf(visibleTo(plan, THE_PUBLIC))).toBe(words)
    expect(targetInWords(visibleTo(plan, THE_PUBLIC))).toContain('The forecast meets it.')
  })

  test('places at the autism free school save seven twelfths in their first year', () => {
    const { fullYearValue } = requireRow(plan, 'saving', 'autism-school-places')
    const first = requireRow(plan, 'savingYear', 'autism-school-places-2022')
    expect(first.planned).toBe(partYear(fullYearValue ?? NOTHING, 7).first)
  })
})

describe('who may know what', () => {
  const marks = ['Kestrel', 'Osprey', 'Plover', 'placement-fees']

  test.each(marks)('%s is for the team only', (mark) => {
    const textFor = (role: 'PUBLIC' | 'CABINET_MEMBER' | 'PROGRAMME_MANAGER') =>
      JSON.stringify(visibleTo(plan, viewerAs(role)))
    expect(textFor('PROGRAMME_MANAGER')).toContain(mark)
    expect(textFor('CABINET_MEMBER')).not.toContain(mark)
    expect(textFor('PUBLIC')).not.toContain(mark)
  })

  test('a planted mark is written once', () => {
    const text = readFileSync(path.join(import.meta.dirname, '../solihull.yaml'), 'utf8')
    expect(text.match(/kestrel/gi)).toHaveLength(1)
    expect(text.match(/osprey/gi)).toHaveLength(1)
    expect(text.match(/plover/gi)).toHaveLength(1)
  })

  test('one open risk is for everybody, an issue for members besides, and one risk for the team alone', () => {
    const seenBy = (role: 'PUBLIC' | 'CABINET_MEMBER' | 'PROGRAMME_MANAGER') =>
      risksOf(visibleTo(plan, viewerAs(role))).map(({ id }) => id)
    expect(seenBy('PUBLIC')).toEqual(['advice-late'])
    expect(seenBy('CABINET_MEMBER')).toEqual(['places-not-agreed', 'advice-late'])
    expect(seenBy('PROGRAMME_MANAGER')).toEqual(['places-not-agreed', 'talks-end', 'advice-late'])
    expect(closedRisksOf(visibleTo(plan, viewerAs('PUBLIC')))).toEqual([])
    expect(closedRisksOf(plan).map(({ id }) => id)).toEqual(['model-by-one-person'])
  })

  test('every risk and condition is invented, and says so', () => {
    const rows = [...rowsOf(plan, 'risk'), ...rowsOf(plan, 'condition')]
    expect(rows).toHaveLength(6)
    expect(new Set(rows.map((row) => sourceOf(plan, row).provenance))).toEqual(new Set(['ILLUSTRATIVE']))
    expect(conditionsOf(plan).map(({ agreement }) => agreement)).toEqual(
      Array(2).fill('Illustrative agreement'),
    )
  })

  test('the restricted saving is for members and not for the public', () => {
    const seenBy = (role: 'PUBLIC' | 'CABINET_MEMBER') => visibleTo(plan, viewerAs(role)).tables.saving
    expect(seenBy('CABINET_MEMBER')).toHaveProperty('support-service-vacancies')
    expect(seenBy('PUBLIC')).not.toHaveProperty('support-service-vacancies')
  })

  test('no audience can find a hidden saving by taking the savings it sees from a mitigated forecast', () => {
    for (const role of ['PUBLIC', 'CABINET_MEMBER', 'PROGRAMME_MANAGER'] as const) {
      const seen = visibleTo(planAt('2020-02-13T23:00:00.000Z'), viewerAs(role))
      const rows = rowsOf(seen, 'forecastYear').filter((row) => row.versionId === 'version-1')
      for (const { year, central } of rows.filter((row) => row.series === 'MITIGATED')) {
        const unmitigated = rows.find((row) => row.series === 'UNMITIGATED' && row.year === year)
        expect(central - (unmitigated?.central ?? 0), `${role} ${year}`).toBe(
          countedInYear(seen, year, 'planned'),
        )
      }
      expect(rows.some((row) => row.series === 'MITIGATED')).toBe(role !== 'PUBLIC')
    }
  })

  test('a revision touches only what one audience may know', () => {
    const hiddenFrom = (role: 'PUBLIC' | 'CABINET_MEMBER') => {
      const seen = visibleTo(plan, viewerAs(role))
      return steps.map(
        ({ changes }) =>
          new Set(changes.map(({ entity, id }) => Object.hasOwn(seen.tables[entity], id))).size,
      )
    }
    expect(hiddenFrom('PUBLIC')).toEqual(steps.map(() => 1))
    expect(hiddenFrom('CABINET_MEMBER')).toEqual(steps.map(() => 1))
  })
})

describe('the plan on the day of the demonstration', () => {
  const seen = visibleTo(plan, THE_PUBLIC)

  test('it has five strands, and actions of every kind', () => {
    expect(rowsOf(seen, 'strand')).toHaveLength(5)
    expect(countsInWords(ratingCounts(rowsOf(seen, 'action'), today))).toBe(
      '1 red, 3 amber, 1 not updated, 4 green, 2 not started, 2 complete',
    )
  })

  test('one action was not updated in March', () => {
    const stale = rowsOf(plan, 'action').filter((action) => isNotUpdated(action, today))
    expect(stale.map(({ id }) => id)).toEqual(['advice-process'])
  })

  test('milestones have slipped, and one is overdue', () => {
    const moved = rowsOf(plan, 'milestone').filter(({ timesMoved }) => timesMoved > 0)
    expect(moved.map(({ id, timesMoved }) => [id, timesMoved])).toEqual([
      ['formal-plan-draft', 1],
      ['barriers-draft', 2],
      ['places-agreed', 2],
    ])
    expect(overdueOf(plan, today).map(({ id }) => id)).toEqual(['placements-register'])
  })

  test('what schools are asked to do is invented, wherever the action comes from', () => {
    const asked = rowsOf(plan, 'action').filter(({ askOfSchools }) => askOfSchools !== null)
    expect(asked.map(({ askSourceId }) => askSourceId)).toEqual(asked.map(() => 'illustrative'))
    expect(asked.length).toBeGreaterThan(2)
  })

  test('the consultation of the newsletter has no day, no number and no words but its own', () => {
    expect(rowsOf(plan, 'consultation')).toMatchObject([
      { stage: 'PLANNED', opensOn: null, closesOn: null, responses: null, sourceId: 'newsletter-1' },
    ])
  })

  test('the coming meeting of the reference group is known to the group, and to nobody outside', () => {
    const known = (role: Role | 'PUBLIC') => Object.keys(visibleTo(plan, viewerAs(role)).tables.meeting)
    expect(known('PUBLIC')).toEqual(['reference-group-2020-03'])
    expect(known('REFERENCE_GROUP_MEMBER')).toEqual(['reference-group-2020-03', 'reference-group-2020-05'])
    expect(known('CABINET_MEMBER')).toEqual(['reference-group-2020-03', 'reference-group-2020-05'])
  })

  test('spending by phase in 2019-20 comes to the budget of that year', () => {
    const spend = rowsOf(plan, 'budgetLine').filter(({ year, isIncome }) => year === 2019 && !isIncome)
    expect(spendByPhase(plan).map(({ year, total }) => [year, total])).toEqual([
      [2019, total(spend.map(({ budget }) => budget))],
    ])
  })

  test('strand 2 has one lead, who took over in February', () => {
    const leads = (day: '2020-02-06' | '2020-02-07') =>
      holdersOf(plan, 'STRAND_LEAD', day, { strandId: 'inclusion' }).map(({ id }) => id)
    expect(leads('2020-02-06')).toEqual(['head-of-inclusion'])
    expect(leads('2020-02-07')).toEqual(['interim-head-of-inclusion'])
  })

  test('it has rows of every kind, so that every screen has something to show', () => {
    // Newsletter 1 was never corrected.
    expect(entities.filter((entity) => Object.keys(plan.tables[entity]).length === 0)).toEqual([
      'newsletterCorrection',
    ])
  })
})

describe('reading a story', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'strandline-story-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  function readWith(from: string | RegExp, to: string) {
    const text = readFileSync(path.join(import.meta.dirname, '../solihull.yaml'), 'utf8')
    const file = path.join(folder, 'story.yaml')
    writeFileSync(file, text.replace(from, to))
    return readStory(file)
  }

  test('pounds are read as pence', () => {
    const version = story.revisions.map(({ edits }) => edits.forecastVersion?.['version-1']).find(Boolean)
    expect(version?.openingBalance).toBe(-20_000_000)
  })

  test.each([
    [
      'a field that no plan has',
      'strandLabel:',
      'strandLable:',
      /2019-12-02.*plan solihull has no field strandLable/,
    ],
    [
      'a kind that no plan has',
      '\n      strand:\n',
      '\n      strands:\n',
      /2019-12-02.*a plan has no strands/,
    ],
    [
      'money with a part of a pound',
      '-200_000',
      '-200_000.5',
      /2019-12-16.*openingBalance: -200_000.5 is not/,
    ],
    [
      'a moment before the last',
      '2019-12-10T16',
      '2019-12-01T16',
      /2019-12-01.*must be after that of 2019-12-04/,
    ],
    ['a first revision of another day', 'beganOn: 2019-12-02', 'beganOn: 2019-12-01', /of the first day/],
    ['a revision without a reason', /why: "Illustrative: the first ratings.*"/, 'why: ""', /2019-12-10.*why/],
  ])('%s is refused', (_, from, to, message) => {
    expect(() => readWith(from, to)).toThrow(message)
  })

  test('what the domain refuses is told in words', () => {
    const broken = readWith('dueToDfeOn: 2020-06-30', 'dueToDfeOn: 2020-06-31')
    expect(() => storyChanges(broken, 0)).toThrow(
      /2019-12-02.*refused\.\nplan solihull: .*must be a real date/i,
    )
  })

  test('the plan’s clock is the one that the store gives', () => {
    const clocks = storyChanges(story, -210_000_000).flatMap(({ changes }) =>
      changes.filter(({ field }) => field === 'clockOffsetSeconds').map(({ after }) => after),
    )
    expect(clocks).toEqual([-210_000_000])
  })
})
