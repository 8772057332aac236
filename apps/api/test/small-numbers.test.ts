import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Edits } from '@strandline/domain/command'
import { pounds } from '@strandline/domain/money'
import { buildSchema, type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { commitTo } from './commit-to.ts'
import { aDemonstration } from './demonstration.ts'

const demonstration = aDemonstration()

/** Small counts that occur nowhere else, being parts of a place, with the costs that would give them away. */
const PLANTED = /\b(337|3\.37|293|2\.93|271|2\.71|765432100|7654321)\b|zaffre/i

const entered = { sourceId: 'illustrative' } as const
/** Of a saving, of an approved version, of a report, of a figure and of what two people wrote of one. */
const planted: Edits = {
  saving: { 'autism-school-places': { fewerPlaces: 337, costOfPlace: pounds(7_654_321) } },
  figure: {
    few: {
      ...{ subject: 'Zaffre', period: '2018/19', scope: 'LOCAL_AUTHORITY', value: 3, unit: 'COUNT' },
      ...entered,
    },
  },
  settledConflict: {
    both: {
      ...{ strandId: 'commissioning', subject: 'Zaffre', field: 'Fewer places', kept: '337', refused: '271' },
      ...{ keptBy: 'a', refusedBy: 'b', personId: 'programme-manager', settledOn: '2020-03-31' },
    },
  },
}

const schema = buildSchema(readFileSync(path.join(import.meta.dirname, '../schema.graphql'), 'utf8'))

/** Every leaf that can be reached from a type without arguments, a few steps deep. */
function everything(type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some((arg) => String(arg.type).endsWith('!'))) return []
    const of = getNamedType(field.type)
    if (isLeafType(of)) return [field.name]
    return depth > 0 && isObjectType(of) ? [`${field.name} { ${everything(of, depth - 1)} }`] : []
  })
  return fields.length > 0 ? fields.join(' ') : '__typename'
}

const planType = schema.getType('Plan') as GraphQLObjectType
const inPlan = (fields: string, day = '2020-03-31') =>
  `{ plan(id: "solihull", asAt: "${day}") { ... on Plan { ${fields} } } }`

async function answersTo(personId: string | null): Promise<string> {
  const arguments_ = [
    'compareTo(day: "2020-03-01") { ... on Comparison { news { words } } }',
    'history(kind: saving, id: "autism-school-places") { why news { words } }',
    ...['2020-01-31', '2020-02-29'].map(
      (day) => `inYear(year: 2019, asOf: "${day}") { lines { placesPlanned report { places note } } }`,
    ),
    ...['version-1', 'draft-2'].map(
      (id) =>
        `forecastVersion(id: "${id}") { isSuppressed ${everything(schema.getType('ForecastVersion') as GraphQLObjectType, 1)} explanation(year: 2020) { label value how } months(year: 2020) { spend } }`,
    ),
  ]
  const fields = everything(planType, 2).match(/\w+(?: \{(?:[^{}]|\{[^{}]*\})*\})?/g) ?? []
  const answers: string[] = []
  for (const field of [...fields, ...arguments_]) {
    const answer = await demonstration.ask(inPlan(field), {}, personId)
    const faults = (answer.errors ?? []).filter(
      ({ extensions }) => !['FORBIDDEN', 'UNAUTHENTICATED'].includes(extensions.code),
    )
    expect(faults, field).toEqual([])
    answers.push(JSON.stringify(answer.data))
  }
  return answers.join('\n')
}

const everybodyOutside = [null, 'primary-head', 'cabinet-member', 'head-of-processes'] as const

describe('small counts that are planted', () => {
  beforeAll(async () => {
    const plan = await demonstration.store.plan('solihull')
    // Otherwise what is found would be the demonstration's own.
    expect(JSON.stringify(plan?.tables)).not.toMatch(PLANTED)
    const tables = plan?.tables
    const [report] = Object.values(tables?.budgetReport ?? {}).filter(({ places }) => places !== null)
    const input = tables?.assumption['draft-2-places-mainstream']
    await commitTo(demonstration.store, {
      ...planted,
      assumption: { [input?.id ?? '']: { value: 293, low: null, high: null, sourceId: 'illustrative' } },
      budgetReport: { [report?.id ?? '']: { places: 271 } },
    })
  })

  test('are found by the team, or the tests here would find nothing anywhere', async () => {
    const told = await answersTo('finance-business-partner')
    const marks = ['337', '293', '271', '765432100', 'Zaffre']
    expect(marks.filter((mark) => !new RegExp(`\\b${mark}\\b`).test(told))).toEqual([])
  })

  test.each(everybodyOutside)('are in no answer to %s', async (personId) => {
    const told = await answersTo(personId)
    expect(PLANTED.exec(told)?.[0] ?? null).toBeNull()
  })

  test('are in no file of the plan', async () => {
    const files = [
      'forthcoming.ics',
      'newsletters/feed.atom',
      'newsletters.atom',
      'packs/1.csv',
      'packs/1.docx',
    ]
    for (const file of files)
      expect((await demonstration.app.inject(`/plans/solihull/${file}`)).body, file).not.toMatch(PLANTED)
  })

  test('are said to be absent', async () => {
    const fields = `hasSuppressedFigures saving(id: "autism-school-places") { isSuppressed placement fewerPlaces }
      forecastVersion(id: "draft-2") { isSuppressed base { firstYear } register { id } }
      inYear(year: 2020) { isModelSuppressed modelledBy }`
    const { data } = await demonstration.ask<{ plan: object }>(inPlan(fields), {}, 'cabinet-member')
    expect(data.plan).toEqual({
      hasSuppressedFigures: true,
      saving: { isSuppressed: true, placement: 'INDEPENDENT', fewerPlaces: null },
      forecastVersion: { isSuppressed: true, base: null, register: [] },
      inYear: { isModelSuppressed: true, modelledBy: null },
    })
    const team = await demonstration.ask<{ plan: object }>(inPlan(fields), {}, 'finance-business-partner')
    expect(team.data.plan).toMatchObject({
      hasSuppressedFigures: false,
      saving: { isSuppressed: false, fewerPlaces: 337 },
      forecastVersion: { isSuppressed: false },
    })
  })

  test('are so by the threshold of today on every day that the plan is shown as at', async () => {
    const places = 'saving(id: "autism-school-places") { fewerPlaces } hasSuppressedFigures'
    const before = inPlan(places, '2020-02-20')
    const asked = () => demonstration.ask<{ plan: { saving: object } }>(before, {}, 'cabinet-member')
    expect((await asked()).data.plan.saving).toEqual({ fewerPlaces: 6000 })
    await commitTo(demonstration.store, { plan: { solihull: { smallNumberThreshold: 61 } } })
    expect((await asked()).data.plan.saving).toEqual({ fewerPlaces: null })
    await commitTo(demonstration.store, { plan: { solihull: { smallNumberThreshold: 0 } } })
    const { data } = await demonstration.ask<{ plan: { saving: object } }>(inPlan(places), {}, null)
    expect(data.plan.saving).toEqual({ fewerPlaces: 337 })
  })
})
