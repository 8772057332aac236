import { useQuery } from '@apollo/client/react'
import { yearLabel } from '@strandline/domain/financial-year'
import { inPounds, inShort } from '@strandline/domain/money'
import { savingStatuses } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import type { SavingsPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { Money } from '../../ui/money.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { SavingLink, StrandLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { Illustrative, ProvenanceTag } from '../../ui/provenance.tsx'
import { Table } from '../../ui/table.tsx'
import { NewSavingForm } from './new-saving-form.tsx'
import { ProposalCard } from './proposal-card.tsx'
import { ConfirmForms } from './year-forms.tsx'

const SavingsPage_plan = graphql(`
  query SavingsPage_plan($planId: ID!, $asAt: Day) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        revision
        savingsTable {
          year
          budgeted
          forecast
          weighted
          net
          achieved
          confirmed
          provenance
        }
        doubleCounts {
          budgetLine
          year
          gross
          net
          savings {
            id
            name
          }
        }
        waitingProposals {
          id
          ...ProposalCard_proposal
        }
        strands {
          id
          title
          name
          endedOn
          viewerCanProposeSaving
          actions {
            id
            name
            viewerCanProposeSaving
          }
          savings {
            id
            name
            status
            isCounted
            fullYearValue
            confidencePercent
            source {
              provenance
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
          }
        }
      }
    }
  }
`)

export type SavingsPlan = Extract<SavingsPage_PlanQuery['plan'], { __typename: 'Plan' }>
type Strand = SavingsPlan['strands'][number]

/** What the plan saves: in all, what finance has still to decide, and saving by saving. */
export function SavingsPage() {
  const { planId, asAt } = usePlanPlace()
  const result = useQuery(SavingsPage_plan, { variables: { planId, asAt } })
  return (
    <Answer result={result} what="the savings">
      {({ plan }) => plan.__typename === 'Plan' && <Savings plan={plan} />}
    </Answer>
  )
}

function Savings({ plan }: { readonly plan: SavingsPlan }) {
  const withSavings = plan.strands.filter(({ savings }) => savings.length > 0)
  return (
    <>
      <PageHeading title="Savings">Savings</PageHeading>
      <p className="lead">
        Planned, forecast, delivered and confirmed are different things. A saving lowers the forecast once
        finance has agreed it.
      </p>
      {plan.isCurrent && <ToDecide plan={plan} />}
      <Totals plan={plan} />
      <DoubleCounts plan={plan} />
      <h2>Each saving</h2>
      {withSavings.length === 0 && <p>No savings have been written down yet.</p>}
      {withSavings.map((strand) => (
        <StrandSavings key={strand.id} strand={strand} />
      ))}
      {plan.isCurrent && <NewSavingForm plan={plan} />}
    </>
  )
}

/** What waits for finance. The public knows of no proposal, so has nothing here. */
function ToDecide({ plan }: { readonly plan: SavingsPlan }) {
  const reported = plan.strands
    .flatMap(({ savings }) => savings)
    .filter(({ years }) =>
      years.some((year) => year.viewerCanConfirm && year.confirmed === null && !year.returnReason),
    )
  if (plan.waitingProposals.length === 0 && reported.length === 0) return null
  return (
    <section aria-labelledby="to-decide">
      <h2 id="to-decide">Waiting for finance</h2>
      {plan.waitingProposals.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} revision={plan.revision} isNamed />
      ))}
      {reported.map((saving) => (
        <article key={saving.id} aria-label={`Delivered by ${saving.name}`}>
          <h3>
            <SavingLink id={saving.id}>{saving.name}</SavingLink>
          </h3>
          <ConfirmForms saving={saving} revision={plan.revision} />
        </article>
      ))}
    </section>
  )
}

function Totals({ plan }: { readonly plan: SavingsPlan }) {
  const hasDoubles = plan.doubleCounts.length > 0
  type Row = SavingsPlan['savingsTable'][number]
  const money = (header: string, of: (row: Row) => Row['budgeted']) => ({
    header,
    isNumeric: true,
    cell: (row: Row) => <Money amount={of(row)} isExact />,
  })
  return (
    <section aria-labelledby="totals">
      <h2 id="totals">Savings that count</h2>
      <Table
        caption="Savings counted in the mitigated forecast, by financial year, in pounds"
        rows={plan.savingsTable}
        keyOf={({ year }) => year}
        columns={[
          {
            header: 'Year',
            cell: ({ year, provenance }) => (
              <>
                {yearLabel(year)} <ProvenanceTag provenance={provenance} />
              </>
            ),
          },
          money('Planned', ({ budgeted }) => budgeted),
          money(hasDoubles ? 'Forecast, gross' : 'Forecast', ({ forecast }) => forecast),
          ...(hasDoubles ? [money('Forecast, net', ({ net }) => net)] : []),
          money('Weighted by confidence', ({ weighted }) => weighted),
          money('Delivered', ({ achieved }) => achieved),
          money('Confirmed by finance', ({ confirmed }) => confirmed),
        ]}
      />
    </section>
  )
}

function DoubleCounts({ plan }: { readonly plan: SavingsPlan }) {
  if (plan.doubleCounts.length === 0) return null
  return (
    <section aria-labelledby="doubles">
      <h2 id="doubles">Possible double counts</h2>
      <p>
        Two savings on one budget line in one year may be the same money. The forecast has them gross; the net
        is what is left if they are.
      </p>
      <Table
        caption="Savings on the same budget line in the same year"
        rows={plan.doubleCounts}
        keyOf={({ year, budgetLine }) => `${year} ${budgetLine}`}
        columns={[
          { header: 'Year', cell: ({ year }) => yearLabel(year) },
          { header: 'Budget line', cell: ({ budgetLine }) => budgetLine },
          {
            header: 'Savings',
            cell: ({ savings }) => (
              <ul className="plain-list">
                {savings.map(({ id, name }) => (
                  <li key={id}>
                    <SavingLink id={id}>{name}</SavingLink>
                  </li>
                ))}
              </ul>
            ),
          },
          { header: 'Gross', isNumeric: true, cell: ({ gross }) => <Money amount={gross} isExact /> },
          { header: 'Net', isNumeric: true, cell: ({ net }) => <Money amount={net} isExact /> },
        ]}
      />
    </section>
  )
}

function StrandSavings({ strand }: { readonly strand: Strand }) {
  const isIllustrative = strand.savings.some(({ source }) => source.provenance === 'ILLUSTRATIVE')
  return (
    <>
      <h3>
        <StrandLink id={strand.id}>{`${strand.title}, ${strand.name}`}</StrandLink>
      </h3>
      <Table
        caption={
          <>
            Savings of {strand.title} {isIllustrative && <Illustrative />}
          </>
        }
        rows={strand.savings}
        keyOf={({ id }) => id}
        columns={[
          { header: 'Saving', cell: ({ id, name }) => <SavingLink id={id}>{name}</SavingLink> },
          {
            header: 'Status',
            cell: ({ status, isCounted }) => (
              <>
                {savingStatuses[status]}
                {!isCounted && <span className="quiet">, not counted</span>}
              </>
            ),
          },
          {
            header: 'In a full year',
            isNumeric: true,
            cell: ({ fullYearValue }) =>
              fullYearValue === null ? 'Not known' : <Money amount={fullYearValue} isExact />,
          },
          {
            header: 'Confidence',
            isNumeric: true,
            cell: ({ confidencePercent }) =>
              confidencePercent === null ? 'Not known' : `${confidencePercent}%`,
          },
          { header: 'Delivered so far', cell: ({ years }) => deliveredInWords(years) },
        ]}
      />
    </>
  )
}

type Year = Strand['savings'][number]['years'][number]

/** What is known of the years that have begun: "2020-21: £0 of £170,000, not confirmed". */
function deliveredInWords(years: readonly Year[]): string {
  const known = years.filter(({ delivered }) => delivered !== null)
  const words = known.map(({ year, delivered, planned, confirmed }) => {
    const state = confirmed === null ? 'not confirmed' : 'confirmed'
    return `${yearLabel(year)}: ${inPounds(delivered ?? planned)} of ${inShort(planned)} planned, ${state}`
  })
  return words.join('; ') || 'Nothing reported'
}
