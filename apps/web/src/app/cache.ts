import { InMemoryCache } from '@apollo/client'
import type { KeyArgsFunction } from '@apollo/client/cache'
import { type FieldNode, print } from 'graphql'

/**
 * An answer is one value: a plan as one viewer may know it on one day. So nothing is normalised (the same action on two
 * days would overwrite itself), and each question keeps its own answer, named by what was asked and with which variables.
 */
export function anAnswerCache(): InMemoryCache {
  return new InMemoryCache({
    dataIdFromObject: () => undefined,
    possibleTypes: {
      PlanResult: ['Plan', 'NoSuchPlan', 'PlanNotBegun', 'DateNotReached'],
      CommandResult: ['Committed', 'Refused', 'Conflicted'],
      ComparisonResult: ['Comparison', 'PlanNotBegun', 'DateNotReached'],
      ProgressResult: ['Progress', 'PlanNotBegun', 'DateNotReached'],
    },
    typePolicies: {
      Query: {
        fields: {
          plan: { keyArgs: byQuestion },
          plans: { keyArgs: byQuestion },
          viewer: { keyArgs: byQuestion },
        },
      },
    },
  })
}

const byQuestion: KeyArgsFunction = (args, { field, variables }) =>
  `:${field ? fingerprint(field) : ''}${JSON.stringify({ ...args, ...variables })}`

const fingerprints = new WeakMap<FieldNode, string>()

function fingerprint(field: FieldNode): string {
  const known = fingerprints.get(field)
  if (known) return known
  let hash = 5381
  for (const letter of print(field)) hash = (hash * 33 + letter.charCodeAt(0)) | 0
  const made = (hash >>> 0).toString(36)
  fingerprints.set(field, made)
  return made
}
