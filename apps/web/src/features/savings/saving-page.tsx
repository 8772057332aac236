import { useQuery } from '@apollo/client/react'
import { useParams } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { SavingPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { HistoryList } from '../../ui/history-list.tsx'
import { NoSuchItem } from '../../ui/no-such-item.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ActionLink, PlanLink, StrandLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { SavingNotes } from '../../ui/saving-notes.tsx'
import { SavingYears } from '../../ui/savings.tsx'
import { ChangeSavingForm } from './change-saving-form.tsx'
import { EditSavingForm } from './edit-saving-form.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { ConfirmForms, ReportForms, ReviseForm } from './year-forms.tsx'

const SavingPage_plan = graphql(`
  query SavingPage_plan($planId: ID!, $asAt: Day, $savingId: ID!) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        revision
        saving(id: $savingId) {
          id
          name
          type
          recurrence
          fundingSource
          status
          fullYearValue
          startsOn
          confidencePercent
          confidenceReason
          baseline
          method
          budgetLine
          placement
          fewerPlaces
          costOfPlace
          costInstead
          visibility
          visibilityReason
          viewerCanPropose
          viewerCanEdit
          viewerCanReviseForecast
          strand {
            id
            title
          }
          action {
            id
            name
          }
          years {
            year
            planned
            forecast
            delivered
            confirmed
            returnReason
            viewerCanReport
            viewerCanConfirm
          }
          proposals {
            id
            ...ProposalCard_proposal
          }
          ...SavingNotes_saving
          ...Savings_saving
        }
        history(kind: saving, id: $savingId) {
          ...HistoryList_entry
        }
      }
    }
  }
`)

type Plan = Extract<SavingPage_PlanQuery['plan'], { __typename: 'Plan' }>
export type SavingShown = NonNullable<Plan['saving']>

export interface SavingFormProps {
  readonly saving: SavingShown
  readonly revision: number
}

export function SavingPage() {
  const { planId, asAt } = usePlanPlace()
  const { savingId = '' } = useParams()
  const result = useQuery(SavingPage_plan, { variables: { planId, asAt, savingId } })
  return (
    <Answer result={result} what="the saving">
      {({ plan }) => plan.__typename === 'Plan' && <Saving plan={plan} />}
    </Answer>
  )
}

function Saving({ plan: { saving, history, isCurrent, revision } }: { readonly plan: Plan }) {
  if (!saving) return <NoSuchItem noun="saving" />
  const { strand, action } = saving
  return (
    <>
      <Breadcrumbs>
        <li>
          <PlanLink to="savings">Savings</PlanLink>
        </li>
        <li>
          <StrandLink id={strand.id}>{strand.title}</StrandLink>
        </li>
        {action && (
          <li>
            <ActionLink id={action.id}>{action.name}</ActionLink>
          </li>
        )}
        <li aria-current="page">Saving</li>
      </Breadcrumbs>
      <PageHeading title={saving.name} eyebrow={`Saving of ${strand.title}`}>
        {saving.name}
      </PageHeading>
      <SavingNotes saving={saving} />
      <SavingYears saving={saving} />
      {isCurrent && <ConfirmForms saving={saving} revision={revision} />}
      {saving.proposals.length > 0 && <h2>Proposed</h2>}
      {saving.proposals.toReversed().map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} revision={revision} />
      ))}
      {isCurrent && (saving.viewerCanPropose || saving.viewerCanReviseForecast) && (
        <Editing saving={saving} revision={revision} />
      )}
      <h2>History</h2>
      <HistoryList entries={history} of={saving.name} />
    </>
  )
}

function Editing(props: SavingFormProps) {
  const { saving } = props
  return (
    <section aria-labelledby="change-saving" className="no-print">
      <h2 id="change-saving">Change this saving</h2>
      <ReportForms {...props} />
      {saving.viewerCanPropose && <ChangeSavingForm {...props} />}
      {saving.viewerCanReviseForecast && saving.years.length > 0 && <ReviseForm {...props} />}
      {saving.viewerCanEdit && <EditSavingForm {...props} />}
    </section>
  )
}
