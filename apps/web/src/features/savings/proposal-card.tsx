import { dayInWords } from '@strandline/domain/day'
import { yearLabel } from '@strandline/domain/financial-year'
import { inPounds } from '@strandline/domain/money'
import {
  fundingSources,
  proposalOutcomes,
  recurrences,
  savingStatuses,
  savingTypes,
} from '@strandline/domain/vocabulary'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { ProposalCard_ProposalFragment } from '../../generated/graphql.ts'
import { DayText } from '../../ui/day.tsx'
import { placesInWords } from '../../ui/places-saved.ts'
import { SavingLink } from '../../ui/plan-link.tsx'
import { Table } from '../../ui/table.tsx'
import { DecideForms } from './decide-forms.tsx'

const ProposalCard_proposal = graphql(`
  fragment ProposalCard_proposal on SavingProposal {
    id
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
    note
    outcome
    outcomeReason
    proposedOn
    decidedOn
    viewerCanDecide
    years {
      year
      amount
    }
    proposedBy {
      name
    }
    decidedBy {
      name
    }
    saving {
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
    }
  }
`)

interface ProposalCardProps {
  readonly proposal: FragmentType<typeof ProposalCard_proposal>
  readonly revision: number
  /** Where the page is not about one saving. */
  readonly isNamed?: boolean
}

/** What is proposed for a saving beside what stands, what came of it, and the forms of whoever decides. */
export function ProposalCard({ proposal: masked, revision, isNamed = false }: ProposalCardProps) {
  const proposal = unmask(ProposalCard_proposal, masked)
  const { saving, years } = proposal
  return (
    <article aria-label={`Proposal for ${saving.name}`}>
      {isNamed && (
        <h3>
          <SavingLink id={saving.id}>{saving.name}</SavingLink>
        </h3>
      )}
      <Standing proposal={proposal} />
      {proposal.outcome === 'WAITING' && (
        <>
          <Table
            caption={`What would change: ${saving.name}`}
            rows={differences(saving, proposal)}
            keyOf={({ label }) => label}
            columns={[
              { header: 'Field', cell: ({ label }) => label },
              { header: 'Now', cell: ({ now }) => now },
              { header: 'Proposed', cell: ({ proposed }) => proposed },
            ]}
          />
          {years.length > 0 && (
            <p className="quiet">
              By year: {years.map(({ year, amount }) => `${yearLabel(year)} ${inPounds(amount)}`).join(', ')}.
            </p>
          )}
        </>
      )}
      {proposal.viewerCanDecide && (
        <DecideForms proposalId={proposal.id} name={saving.name} revision={revision} />
      )}
    </article>
  )
}

function Standing({ proposal }: { readonly proposal: ProposalCard_ProposalFragment }) {
  const { proposedBy, proposedOn, outcome, decidedOn, decidedBy, note, outcomeReason } = proposal
  return (
    <>
      <p>
        Proposed by {proposedBy?.name ?? 'somebody'} on <DayText day={proposedOn} />.{' '}
        <strong>{proposalOutcomes[outcome]}</strong>
        {decidedOn && (
          <>
            {' '}
            on <DayText day={decidedOn} />
            {decidedBy && <>, by {decidedBy.name}</>}
          </>
        )}
        .
      </p>
      {note && <p>Note to finance: {note}</p>}
      {outcomeReason && <p>Reason: {outcomeReason}</p>}
    </>
  )
}

type Stated = Omit<ProposalCard_ProposalFragment['saving'], 'id' | 'name'>

const said: Readonly<Record<string, (of: Stated) => string | null>> = {
  Status: ({ status }) => savingStatuses[status],
  'Full-year value': ({ fullYearValue }) => (fullYearValue === null ? null : inPounds(fullYearValue)),
  'Starts on': ({ startsOn }) => (startsOn ? dayInWords(startsOn) : null),
  'One-off or recurrent': ({ recurrence }) => recurrences[recurrence],
  Type: ({ type }) => savingTypes[type],
  'Funding source': ({ fundingSource }) => fundingSources[fundingSource],
  Confidence: ({ confidencePercent }) => (confidencePercent === null ? null : `${confidencePercent}%`),
  'Reason for the confidence': ({ confidenceReason }) => confidenceReason,
  Baseline: ({ baseline }) => baseline,
  Method: ({ method }) => method,
  'Budget line': ({ budgetLine }) => budgetLine,
  'Places saved': placesInWords,
}

/** Each field that would change, in words. */
function differences(now: Stated, proposed: Stated) {
  const rows = Object.entries(said).map(([label, words]) => ({
    label,
    now: words(now) ?? 'Nothing',
    proposed: words(proposed) ?? 'Nothing',
  }))
  return rows.filter((row) => row.now !== row.proposed)
}
