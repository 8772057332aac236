import { useQuery } from '@apollo/client/react'
import { useLocation } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { ProgrammePage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { CyclesSection } from './cycles-section.tsx'
import { PeopleSection } from './people-section.tsx'
import { PlanForms } from './plan-forms.tsx'
import { WhoOwes } from './who-owes.tsx'

const ProgrammePage_plan = graphql(`
  query ProgrammePage_plan($planId: ID!) {
    plan(id: $planId) {
      __typename
      ... on Plan {
        revision
        latestDay
        me {
          id
          name
        }
        title
        why
        targetWords
        strandLabel
        dueToDfeOn
        rhythm
        graceDays
        contactEmail
        smallNumberThreshold
        riskScale
        viewerCanSeeWhoOwes
        viewerCanSeeMail
        viewerCanManageCycles
        viewerCanSignOffCycle
        viewerCanGiveRoles
        viewerCanEdit
        viewerCanAddStrand
        cycles {
          id
          name
          stage
          opensOn
          dueOn
          graceUntil
          reviewedOn
          reviewedBy {
            name
          }
          signedOffOn
          signedOffBy {
            name
          }
          statement
        }
        people {
          id
          name
          jobTitle
          assignments {
            id
            role
            isHeld
            viewerCanHandOver
            fromDay
            strand {
              title
            }
            action {
              id
              name
            }
          }
        }
        strands {
          id
          title
          name
          endedOn
        }
      }
    }
  }
`)

export type ProgrammePlan = Extract<ProgrammePage_PlanQuery['plan'], { __typename: 'Plan' }>

/** How the plan is run: its reporting cycles, who owes what, who does what, and the plan itself. */
export function ProgrammePage() {
  const { planId } = usePlanPlace()
  const result = useQuery(ProgrammePage_plan, { variables: { planId } })
  return (
    <Answer result={result} what="the programme">
      {({ plan }) => plan.__typename === 'Plan' && <Programme plan={plan} />}
    </Answer>
  )
}

function Programme({ plan }: { readonly plan: ProgrammePlan }) {
  const { pathname } = useLocation()
  if (!plan.me && !plan.viewerCanGiveRoles)
    return (
      <Notice title="Sign in to see how the plan is run" status={200}>
        <p>
          This page is for the people of this plan.{' '}
          <a href={`/sign-in?return=${encodeURIComponent(pathname)}`}>Sign in</a>
        </p>
      </Notice>
    )
  return (
    <>
      <PageHeading title="Programme">Programme</PageHeading>
      <p className="lead">Reporting cycles, who owes what, and who does what.</p>
      <CyclesSection plan={plan} />
      {plan.viewerCanSeeWhoOwes && <WhoOwes />}
      {plan.viewerCanSeeMail && (
        <p>
          <PlanLink to="outbox">Reminders that were written</PlanLink>
        </p>
      )}
      <PeopleSection plan={plan} />
      {(plan.viewerCanEdit || plan.viewerCanAddStrand) && <PlanForms plan={plan} />}
    </>
  )
}
