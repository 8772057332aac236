import { useQuery } from '@apollo/client/react'
import { conditionsInWords } from '@strandline/domain/condition'
import { bandsInWords, type RiskScale, risksInWords } from '@strandline/domain/risk'
import { useSearchParams } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { RisksPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { AddConditionForm } from './condition-forms.tsx'
import { Conditions } from './conditions.tsx'
import { RaiseRiskForm } from './risk-forms.tsx'
import { ClosedRisk, OpenRisk } from './risk-item.tsx'
import { RiskMatrix } from './risk-matrix.tsx'
import { RiskTable } from './risk-table.tsx'

const RisksPage_plan = graphql(`
  query RisksPage_plan($planId: ID!, $asAt: Day) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        revision
        riskScale
        viewerCanRaiseRisk
        viewerCanEditConditions
        people {
          id
          name
        }
        strands {
          id
          title
          name
          viewerCanRaiseRisk
        }
        savings {
          id
          name
          strand {
            id
          }
        }
        risks {
          id
          kind
          name
          cause
          effect
          likelihood
          impact
          score
          rating
          response
          owner {
            id
            name
          }
          strand {
            id
            title
            name
          }
          saving {
            id
            name
          }
          visibility
          visibilityReason
          raisedOn
          source {
            ...SourceLink_source
          }
          viewerCanEdit
          viewerCanRescore
        }
        closedRisks {
          id
          kind
          name
          strand {
            id
          }
          raisedOn
          closedOn
          closeReason
          source {
            ...SourceLink_source
          }
          viewerCanEdit
        }
        conditions {
          id
          agreement
          number
          words
          rag
          rating
          ratedOn
          evidence
          evidenceOn
          metOn
          owner {
            id
            name
          }
          visibility
          visibilityReason
          source {
            ...SourceLink_source
          }
          viewerCanRate
        }
      }
    }
  }
`)

export type RisksPlan = Extract<RisksPage_PlanQuery['plan'], { __typename: 'Plan' }>
export type RiskShown = RisksPlan['risks'][number]
export type ClosedRiskShown = RisksPlan['closedRisks'][number]
export type ConditionShown = RisksPlan['conditions'][number]

/** What may go wrong with the plan, worst first, and the conditions of its agreements. An address can ask for one strand. */
export function RisksPage() {
  const { planId, asAt } = usePlanPlace()
  const result = useQuery(RisksPage_plan, { variables: { planId, asAt } })
  return (
    <Answer result={result} what="the risks">
      {({ plan }) => plan.__typename === 'Plan' && <RisksAndConditions plan={plan} />}
    </Answer>
  )
}

/** The scale as the domain knows it; the API sends any whole number. */
export const scaleOf = ({ riskScale }: Pick<RisksPlan, 'riskScale'>): RiskScale => (riskScale === 5 ? 5 : 3)

function RisksAndConditions({ plan }: { readonly plan: RisksPlan }) {
  const { conditions, isCurrent } = plan
  const [search] = useSearchParams()
  const only = plan.strands.find(({ id }) => id === search.get('strand'))
  return (
    <>
      <PageHeading title="Risks and conditions">Risks and conditions</PageHeading>
      {only && (
        <p>
          Risks and issues of {only.title}, {only.name}.{' '}
          <PlanLink to="risks">Show those of the whole plan</PlanLink>
        </p>
      )}
      <Risks plan={plan} strandId={only?.id ?? null} />
      <h2>Conditions of agreements</h2>
      <p className="lead">{conditionsInWords(conditions)}</p>
      <Conditions plan={plan} />
      {isCurrent && plan.viewerCanEditConditions && <AddConditionForm plan={plan} />}
    </>
  )
}

function Risks({ plan, strandId }: { readonly plan: RisksPlan; readonly strandId: string | null }) {
  const { isCurrent, strands } = plan
  const scale = scaleOf(plan)
  const isShown = ({ strand }: { readonly strand: { readonly id: string } | null | undefined }) =>
    strandId === null || strand?.id === strandId
  const risks = plan.risks.filter(isShown)
  const closed = plan.closedRisks.filter(isShown)
  const mayRaise = plan.viewerCanRaiseRisk || strands.some(({ viewerCanRaiseRisk }) => viewerCanRaiseRisk)
  return (
    <>
      <p className="lead">{risksInWords(risks, scale)}</p>
      {isCurrent && mayRaise && <RaiseRiskForm plan={plan} strandId={strandId} />}
      {risks.length > 0 && (
        <>
          <RiskMatrix risks={risks} scale={scale} />
          <p className="small">{bandsInWords(scale)}</p>
          <RiskTable risks={risks} scale={scale} />
          <h2>Each risk and issue, the highest score first</h2>
          {risks.map((risk) => (
            <OpenRisk key={risk.id} risk={risk} plan={plan} />
          ))}
        </>
      )}
      {closed.length > 0 && <h2>Closed</h2>}
      {closed.map((risk) => (
        <ClosedRisk key={risk.id} risk={risk} plan={plan} />
      ))}
    </>
  )
}
