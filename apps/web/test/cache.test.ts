import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gql } from '@apollo/client'
import { buildSchema, isUnionType } from 'graphql'
import { expect, test } from 'vitest'
import { anAnswerCache } from '../src/app/cache.ts'

const question = gql`
  query Action($asAt: Day) {
    plan(id: "solihull", asAt: $asAt) {
      ... on Plan {
        action(id: "panel") {
          id
          deliveryRating
        }
      }
    }
  }
`

test('the same action on two days has two ratings, and neither overwrites the other', () => {
  const cache = anAnswerCache()
  const onDay = (asAt: string, deliveryRating: string) => {
    const action = { __typename: 'Action', id: 'panel', deliveryRating }
    return { query: question, variables: { asAt }, data: { plan: { __typename: 'Plan', action } } }
  }
  const before = onDay('2020-01-31', 'GREEN')
  const after = onDay('2020-03-31', 'RED')
  cache.writeQuery(before)
  cache.writeQuery(after)
  expect(cache.readQuery(before)).toEqual(before.data)
  expect(cache.readQuery(after)).toEqual(after.data)
})

test('the cache knows every member of every union of the schema', () => {
  const schema = buildSchema(readFileSync(path.join(import.meta.dirname, '../../api/schema.graphql'), 'utf8'))
  for (const union of Object.values(schema.getTypeMap()).filter(isUnionType)) {
    for (const member of union.getTypes()) {
      const [fragment] = gql(`fragment Any${union.name} on ${union.name} { __typename }`).definitions
      if (fragment?.kind !== 'FragmentDefinition') throw new Error('not a fragment')
      expect(
        anAnswerCache().policies.fragmentMatches(fragment, member.name),
        `${member.name} of ${union.name}`,
      ).toBe(true)
    }
  }
})
