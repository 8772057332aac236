import { useQuery } from '@apollo/client/react'
import { graphql } from '../../generated/gql.ts'
import { usePlanFrame, usePlanPlace } from '../../ui/plan-place.ts'

const Contact_plan = graphql(`
  query Contact_plan($planId: ID!) {
    plan(id: $planId) {
      __typename
      ... on Plan {
        contactEmail
      }
    }
  }
`)

/** How the public reaches those who run the plan. */
export function Contact() {
  const { planId } = usePlanPlace()
  const authority = usePlanFrame()?.authority ?? 'the council'
  const { data } = useQuery(Contact_plan, { variables: { planId } })
  const email = data?.plan.__typename === 'Plan' ? data.plan.contactEmail : null
  return email ? (
    <a href={`mailto:${email}`}>{email}</a>
  ) : (
    <>the contact centre of {authority}, and ask for the team of the high needs recovery plan</>
  )
}
