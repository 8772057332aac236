import type { ResultOf } from '@graphql-typed-document-node/core'
import { graphql } from '../generated/gql.ts'
import type { PlanFrame } from '../ui/plan-place.ts'

export const PlanLayout_plan = graphql(`
  query PlanLayout_plan($planId: ID!, $asAt: Day) {
    viewer {
      name
      isDemonstration
      hasAccount
    }
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        revision
        title
        today
        isCurrent
        beganOn
        latestDay
        myRoles
        me {
          name
        }
        authority {
          name
        }
      }
      ... on NoSuchPlan {
        message
      }
      ... on PlanNotBegun {
        message
        beganOn
        today
      }
      ... on DateNotReached {
        message
        beganOn
        today
      }
    }
  }
`)

type Answer = ResultOf<typeof PlanLayout_plan>
export type Refusal = Exclude<Answer['plan'], { __typename: 'Plan' }>

export function frameOf({ plan, viewer }: Answer): PlanFrame | null {
  if (plan.__typename !== 'Plan') return null
  const { authority, me, ...frame } = plan
  const reader = {
    name: me?.name ?? viewer.name,
    isDemonstration: viewer.isDemonstration,
    hasAccount: viewer.hasAccount,
  }
  return { ...frame, authority: authority.name, reader }
}
