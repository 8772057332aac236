import { useQuery } from '@apollo/client/react'
import { byWorst } from '@strandline/domain/rag'
import { useParams } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { StrandPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { DayText } from '../../ui/day.tsx'
import { HistoryList } from '../../ui/history-list.tsx'
import { NoSuchItem } from '../../ui/no-such-item.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { SourceLink } from '../../ui/provenance.tsx'
import { Savings } from '../../ui/savings.tsx'
import { StrandAction } from './strand-action.tsx'
import { StrandEditing } from './strand-editing.tsx'
import { StrandStanding } from './strand-standing.tsx'

const StrandPage_plan = graphql(`
  query StrandPage_plan($planId: ID!, $asAt: Day, $strandId: ID!) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        viewerCanAddStrand
        viewerCanAsk
        strand(id: $strandId) {
          id
          title
          name
          summary
          endedOn
          endReason
          viewerCanEdit
          counts
          actions {
            id
            deliveryRating
            benefitRating
            ...StrandAction_action
          }
          savings {
            ...Savings_saving
          }
          source {
            ...SourceLink_source
          }
          ...StrandStanding_strand
        }
        history(kind: strand, id: $strandId) {
          ...HistoryList_entry
        }
      }
    }
  }
`)

export function StrandPage() {
  const { planId, asAt } = usePlanPlace()
  const { strandId = '' } = useParams()
  const result = useQuery(StrandPage_plan, { variables: { planId, asAt, strandId } })
  return (
    <Answer result={result} what="the strand">
      {({ plan }) => plan.__typename === 'Plan' && <Strand plan={plan} />}
    </Answer>
  )
}

type Plan = Extract<StrandPage_PlanQuery['plan'], { __typename: 'Plan' }>

function Strand({
  plan: { strand, history, isCurrent, viewerCanAddStrand, viewerCanAsk },
}: {
  readonly plan: Plan
}) {
  if (!strand) return <NoSuchItem noun="strand" />
  const actions = strand.actions.toSorted(
    (a, b) => byWorst(a.deliveryRating, b.deliveryRating) || byWorst(a.benefitRating, b.benefitRating),
  )
  return (
    <>
      <Breadcrumbs>
        <li aria-current="page">{strand.title}</li>
      </Breadcrumbs>
      <PageHeading title={`${strand.counts}: ${strand.title}, ${strand.name}`} eyebrow={strand.title}>
        {strand.name}
      </PageHeading>
      {strand.summary && <p className="lead">{strand.summary}</p>}
      {strand.endedOn && (
        <p>
          Ended on <DayText day={strand.endedOn} />. {strand.endReason}
        </p>
      )}
      <StrandStanding strand={strand} />
      <p className="small">
        Source: <SourceLink source={strand.source} />
      </p>

      <p className="no-print">
        <PlanLink to={`risks?strand=${encodeURIComponent(strand.id)}`}>
          Risks and issues of {strand.title}
        </PlanLink>
      </p>

      {isCurrent && viewerCanAsk && (
        <p className="no-print">
          <PlanLink to={`questions?about=strand+${encodeURIComponent(strand.id)}`}>
            Ask about this strand
          </PlanLink>
        </p>
      )}

      <h2>Actions, worst first</h2>
      {actions.length === 0 && <p>No actions yet.</p>}
      {actions.map((action) => (
        <StrandAction key={action.id} action={action} />
      ))}

      <h2>Savings</h2>
      <Savings savings={strand.savings} of={strand.title} />

      {isCurrent && (strand.viewerCanEdit || viewerCanAddStrand) && <StrandEditing strandId={strand.id} />}

      <h2>History</h2>
      <HistoryList entries={history} of={strand.name} />
    </>
  )
}
