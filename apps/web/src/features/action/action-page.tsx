import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { ActionPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { HistoryList } from '../../ui/history-list.tsx'
import { NoSuchItem } from '../../ui/no-such-item.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ActionLink, StrandLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { ProvenanceTag } from '../../ui/provenance.tsx'
import { Savings } from '../../ui/savings.tsx'
import { ActionEditing } from './action-editing.tsx'
import { ActionFacts } from './action-facts.tsx'
import { ActionParts } from './action-parts.tsx'
import { ActionStanding, standingInWords } from './action-standing.tsx'
import { MilestonesTable } from './milestones-table.tsx'
import { WhyRated } from './why-rated.tsx'

const ActionPage_plan = graphql(`
  query ActionPage_plan($planId: ID!, $asAt: Day, $actionId: ID!) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        action(id: $actionId) {
          id
          name
          description
          viewerCanEdit
          viewerCanMoveMilestones
          viewerCanHandOver
          deliveryRating
          isNotUpdated
          isOverdue
          strand {
            id
            title
          }
          parent {
            id
            name
          }
          milestones {
            ...MilestonesTable_milestone
          }
          savings {
            ...Savings_saving
          }
          ratingSource {
            provenance
          }
          ...ActionStanding_action
          ...WhyRated_action
          ...ActionFacts_action
          ...ActionParts_action
        }
        history(kind: action, id: $actionId) {
          ...HistoryList_entry
        }
      }
    }
  }
`)

export function ActionPage() {
  const { planId, asAt } = usePlanPlace()
  const { actionId = '' } = useParams()
  const result = useQuery(ActionPage_plan, { variables: { planId, asAt, actionId } })
  return (
    <Answer result={result} what="the action">
      {({ plan }) => plan.__typename === 'Plan' && <Action plan={plan} />}
    </Answer>
  )
}

type Plan = Extract<ActionPage_PlanQuery['plan'], { __typename: 'Plan' }>

function Action({ plan: { action, history, isCurrent } }: { readonly plan: Plan }) {
  if (!action) return <NoSuchItem noun="action" />
  const { strand, parent } = action
  const mayChange = action.viewerCanEdit || action.viewerCanMoveMilestones || action.viewerCanHandOver
  return (
    <>
      <Breadcrumbs>
        <li>
          <StrandLink id={strand.id}>{strand.title}</StrandLink>
        </li>
        {parent && (
          <li>
            <ActionLink id={parent.id}>{parent.name}</ActionLink>
          </li>
        )}
        <li aria-current="page">Action</li>
      </Breadcrumbs>
      <PageHeading title={`${standingInWords(action)}: ${action.name}`} eyebrow={`Action of ${strand.title}`}>
        {action.name}
      </PageHeading>
      {action.description && <p className="lead">{action.description}</p>}
      <ActionStanding action={action} />
      <WhyRated action={action} />
      <ActionFacts action={action} />
      <ActionParts action={action} />

      <h2>Milestones</h2>
      <MilestonesTable milestones={action.milestones} />

      <h2>Savings</h2>
      <Savings savings={action.savings} of="this action" />

      {isCurrent && mayChange && <ActionEditing actionId={action.id} />}

      <h2>History {action.ratingSource && <ProvenanceTag provenance={action.ratingSource.provenance} />}</h2>
      <HistoryList entries={history} of={action.name} />
    </>
  )
}
