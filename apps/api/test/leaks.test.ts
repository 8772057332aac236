import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSchema, type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from 'graphql'
import { expect, test } from 'vitest'
import { commitTo } from './commit-to.ts'
import { aDemonstration } from './demonstration.ts'

const demonstration = aDemonstration()
/** Words of an exempt action and an exempt risk of the demonstration, which occur nowhere else in it. */
const MARK = /kestrel|plover/i

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

test('the demonstration does hold an exempt action, or the tests here would test nothing', async () => {
  expect(JSON.stringify((await demonstration.store.plan('solihull'))?.tables)).toMatch(MARK)
})

test.each(['2020-03-31', '2020-02-20', '2020-01-31'])(
  'no field of the plan as at %s tells a cabinet member of an exempt item',
  async (day) => {
    for (const field of everything(planType, 2).match(/\w+(?: \{(?:[^{}]|\{[^{}]*\})*\})?/g) ?? []) {
      const answer = await demonstration.ask(
        `{ plan(id: "solihull", asAt: "${day}") { ... on Plan { ${field} } } }`,
      )
      // What a cabinet member may not read at all is refused, and tells nothing either.
      const faults = (answer.errors ?? []).filter(({ extensions }) => extensions.code !== 'FORBIDDEN')
      expect(faults, field).toEqual([])
      expect(JSON.stringify(answer), field).not.toMatch(MARK)
    }
  },
)

test('neither comparison, nor history, nor an address guessed, nor the calendar tells of it', async () => {
  const plan = await demonstration.store.plan('solihull')
  const hidden = Object.values(plan?.tables.action ?? {}).filter((action) => action.visibility === 'EXEMPT')
  const savings = Object.values(plan?.tables.saving ?? {}).filter((saving) => saving.visibility === 'EXEMPT')
  expect(hidden.length + savings.length).toBeGreaterThan(0)
  const guesses = [
    'compareTo(day: "2019-12-02") { ... on Comparison { news { id words } } }',
    ...hidden.flatMap(({ id }) => [
      `action(id: "${id}") { id name }`,
      `history(kind: action, id: "${id}") { why news { words } }`,
    ]),
    ...savings.map(({ id }) => `history(kind: saving, id: "${id}") { why news { words } }`),
  ]
  for (const guess of guesses) {
    const answer = await demonstration.ask(`{ plan(id: "solihull") { ... on Plan { ${guess} } } }`)
    expect(answer.errors).toBeUndefined()
    expect(JSON.stringify(answer)).not.toMatch(MARK)
  }
  expect((await demonstration.app.inject('/plans/solihull/forthcoming.ics')).body).not.toMatch(MARK)
})

test('what was said while an item was exempt stays unsaid once it is public', async () => {
  const { store } = demonstration
  const both = {
    placements: { description: 'Renamed' },
    'placement-fees': { name: 'Kestrel closes', description: 'Still exempt' },
  }
  await commitTo(store, { action: both }, 'solihull', 'Kestrel closes, so placements are renamed')
  const open = {
    name: 'Fees',
    description: 'Now public',
    visibility: 'PUBLIC',
    visibilityReason: null,
  } as const
  await commitTo(store, { action: { 'placement-fees': open } })
  const told = (id: string) =>
    demonstration.ask(
      `{ plan(id: "solihull") { ... on Plan { history(kind: action, id: "${id}") { why news { words } } } } }`,
    )
  expect(JSON.stringify(await told('placements'))).toContain('Renamed')
  expect(JSON.stringify(await told('placements'))).not.toMatch(MARK)
  expect(JSON.stringify(await told('placement-fees'))).not.toMatch(MARK)
})
