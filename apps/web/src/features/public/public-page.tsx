import { useQuery } from '@apollo/client/react'
import { graphql } from '../../generated/gql.ts'
import type { PublicPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { DayText } from '../../ui/day.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PaperBlocks } from '../../ui/paper/paper-blocks.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'

const PublicPage_plan = graphql(`
  query PublicPage_plan($planId: ID!) {
    plan(id: $planId) {
      __typename
      ... on Plan {
        title
        today
        publicPage {
          heading
          blocks {
            ...PaperBlocks_block
          }
        }
      }
    }
  }
`)

type Plan = Extract<PublicPage_PlanQuery['plan'], { __typename: 'Plan' }>

/** The plan in short, for everybody: what is approved and published, on one page. */
export function PublicPage() {
  const { planId } = usePlanPlace()
  const result = useQuery(PublicPage_plan, { variables: { planId } })
  return (
    <Answer result={result} what="the plan in short">
      {({ plan }) => plan.__typename === 'Plan' && <InShort plan={plan} />}
    </Answer>
  )
}

function InShort({ plan: { title, today, publicPage } }: { readonly plan: Plan }) {
  return (
    <>
      <PageHeading title={title}>{title}</PageHeading>
      <p className="quiet">
        As at <DayText day={today} />.
      </p>
      {publicPage.map(({ heading, blocks }) => (
        <section key={heading} aria-labelledby={idOf(heading)}>
          <h2 id={idOf(heading)}>{heading}</h2>
          <PaperBlocks blocks={blocks} />
        </section>
      ))}
    </>
  )
}

const idOf = (heading: string) => heading.toLowerCase().replace(/[^a-z]+/g, '-')
