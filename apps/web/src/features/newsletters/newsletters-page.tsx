import { useQuery } from '@apollo/client/react'
import { newsletterStatuses } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import type { NewslettersPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { DayText } from '../../ui/day.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { Table } from '../../ui/table.tsx'
import { BeginNewsletterForm } from './begin-form.tsx'

const NewslettersPage_plan = graphql(`
  query NewslettersPage_plan($planId: ID!, $asAt: Day) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        id
        isCurrent
        revision
        viewerCanEditNewsletter
        newsletters {
          id
          number
          title
          status
          asAt
          publishedOn
        }
      }
    }
  }
`)

type Plan = Extract<NewslettersPage_PlanQuery['plan'], { __typename: 'Plan' }>

/** The issues of the newsletter: all that are published, and for those who work on the plan the one that is not yet. */
export function NewslettersPage() {
  const { planId, asAt } = usePlanPlace()
  const result = useQuery(NewslettersPage_plan, { variables: { planId, asAt } })
  return (
    <Answer result={result} what="the newsletters">
      {({ plan }) => plan.__typename === 'Plan' && <Newsletters plan={plan} />}
    </Answer>
  )
}

function Newsletters({ plan }: { readonly plan: Plan }) {
  const { newsletters } = plan
  const isOpen = newsletters.some(({ status }) => status !== 'PUBLISHED')
  const last = newsletters.find(({ status }) => status === 'PUBLISHED')
  return (
    <>
      <PageHeading title="Newsletters">Newsletters</PageHeading>
      {newsletters.length === 0 ? (
        <p>No newsletter has been published yet.</p>
      ) : (
        <Table
          caption="Issues, the newest first"
          rows={newsletters}
          keyOf={({ id }) => id}
          columns={[
            {
              header: 'Issue',
              cell: ({ number, title }) => (
                <PlanLink to={`newsletters/${number}`}>
                  Newsletter {number}: {title}
                </PlanLink>
              ),
            },
            { header: 'Status', cell: ({ status }) => newsletterStatuses[status] },
            { header: 'As at', cell: ({ asAt }) => <DayText day={asAt} /> },
          ]}
        />
      )}
      <p>
        <PlanLink to="newsletters/subscribe">Receive the newsletter by e-mail</PlanLink>
      </p>
      <p>
        <a href={`/plans/${encodeURIComponent(plan.id)}/newsletters.atom`}>
          Published issues as a feed (Atom)
        </a>
      </p>
      {plan.isCurrent && plan.viewerCanEditNewsletter && !isOpen && (
        <BeginNewsletterForm revision={plan.revision} from={last?.publishedOn ?? null} />
      )}
    </>
  )
}
