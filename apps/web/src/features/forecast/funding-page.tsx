import { useQuery } from '@apollo/client/react'
import { yearLabel, yearsFrom } from '@strandline/domain/financial-year'
import { NOTHING } from '@strandline/domain/money'
import { fundingKinds, scopes, transferStatuses } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import type { FundingPage_PlanQuery, KeepFundingLineInput } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { DayText } from '../../ui/day.tsx'
import { ChoiceField, DayField, MoneyField, TextField } from '../../ui/form-fields.tsx'
import { dayIn, missingIn, moneyIn, moneyProblems, textIn, textOrNull } from '../../ui/form-values.ts'
import { Money } from '../../ui/money.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { SourceLink } from '../../ui/provenance.tsx'
import { Table } from '../../ui/table.tsx'

const FundingPage_plan = graphql(`
  query FundingPage_plan($planId: ID!, $asAt: Day) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        revision
        firstYear
        lastYear
        viewerCanEditForecast
        fundingLines {
          id
          year
          kind
          name
          amount
          scope
          transferStatus
          publishedOn
          source {
            ...SourceLink_source
          }
        }
      }
    }
  }
`)

type Plan = Extract<FundingPage_PlanQuery['plan'], { __typename: 'Plan' }>
type Line = Plan['fundingLines'][number]

/** What comes in beside the allocation of the model: transfers with their status, and payments below the line. */
export function FundingPage() {
  const { planId, asAt } = usePlanPlace()
  const result = useQuery(FundingPage_plan, { variables: { planId, asAt } })
  return (
    <Answer result={result} what="the funding lines">
      {({ plan }) => plan.__typename === 'Plan' && <Funding plan={plan} />}
    </Answer>
  )
}

function Funding({ plan }: { readonly plan: Plan }) {
  const { fundingLines: lines, isCurrent, viewerCanEditForecast } = plan
  return (
    <>
      <PageHeading title="Funding lines">Funding lines</PageHeading>
      <p>
        <PlanLink to="forecast">Forecast</PlanLink>
      </p>
      <p className="lead">
        A transfer between blocks counts in the forecast once it is agreed; one that is only asked for does
        not. Payments and contributions stand below the line: they lower the cumulative deficit, not the
        in-year balance.
      </p>
      {lines.length === 0 ? (
        <p>There is no funding line yet.</p>
      ) : (
        <Table
          caption="Funding lines, in pounds"
          rows={lines.toSorted((a, b) => a.year - b.year)}
          keyOf={({ id }) => id}
          columns={[
            { header: 'Line', cell: ({ name }) => name },
            { header: 'Year', cell: ({ year }) => yearLabel(year) },
            { header: 'Kind', cell: ({ kind }) => fundingKinds[kind] },
            { header: 'Amount', isNumeric: true, cell: ({ amount }) => <Money amount={amount} isExact /> },
            {
              header: 'Status',
              cell: ({ transferStatus }) => (transferStatus ? transferStatuses[transferStatus] : ''),
            },
            {
              header: 'Published',
              cell: ({ publishedOn }) => publishedOn && <DayText day={publishedOn} />,
            },
            { header: 'Scope', cell: ({ scope }) => scopes[scope] },
            { header: 'Source', cell: ({ source }) => <SourceLink source={source} /> },
          ]}
        />
      )}
      {isCurrent && viewerCanEditForecast && (
        <>
          <KeepFundingLineForm plan={plan} />
          {lines.map((line) => (
            <KeepFundingLineForm key={line.id} plan={plan} line={line} />
          ))}
        </>
      )}
    </>
  )
}

const KeepFundingLineForm_save = graphql(`
  mutation KeepFundingLineForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: KeepFundingLineInput!
  ) {
    keepFundingLine(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** A new funding line, or one whose amount or status changes. */
function KeepFundingLineForm({ plan, line }: { readonly plan: Plan; readonly line?: Line }) {
  const { revision, firstYear, lastYear } = plan
  return (
    <CommandForm
      title={line ? `Change “${line.name}” of ${yearLabel(line.year)}` : 'Add a funding line'}
      submit={line ? 'Change the line' : 'Add the line'}
      name={`funding line ${line?.id ?? 'new'}`}
      document={KeepFundingLineForm_save}
      revision={revision}
      problemsIn={(form) => [
        ...missingIn(form, { name: 'Give the line a name.', amount: 'Write the amount.' }),
        ...moneyProblems(form, ['amount']),
      ]}
      inputOf={(form): KeepFundingLineInput => ({
        lineId: line?.id ?? null,
        year: Number(textIn(form, 'year')),
        kind: textIn(form, 'kind') as KeepFundingLineInput['kind'],
        name: textIn(form, 'name'),
        amount: moneyIn(form, 'amount') ?? NOTHING,
        scope: textIn(form, 'scope') as KeepFundingLineInput['scope'],
        publishedOn: dayIn(form, 'publishedOn'),
        transferStatus: textOrNull(form, 'transferStatus') as KeepFundingLineInput['transferStatus'],
      })}
    >
      <TextField name="name" label="Name" initial={line?.name} />
      <ChoiceField
        name="kind"
        label="Kind"
        initial={line?.kind ?? 'BLOCK_TRANSFER'}
        choices={Object.entries(fundingKinds)}
      />
      <ChoiceField
        name="year"
        label="Year"
        initial={String(line?.year ?? firstYear)}
        choices={yearsFrom(Math.min(firstYear, line?.year ?? firstYear), lastYear).map(
          (of) => [String(of), yearLabel(of)] as const,
        )}
      />
      <MoneyField name="amount" label="Amount" initial={line?.amount} />
      <ChoiceField
        name="scope"
        label="For"
        initial={line?.scope ?? 'HIGH_NEEDS_BLOCK'}
        choices={Object.entries(scopes)}
      />
      <DayField
        name="publishedOn"
        label="Published on"
        hint="An allocation is published several times a year: write each as a line of its own."
        initial={line?.publishedOn}
      />
      <ChoiceField
        name="transferStatus"
        label="Status of the transfer"
        hint="For a block transfer only."
        initial={line?.transferStatus}
        choices={[['', 'Not a transfer'], ...Object.entries(transferStatuses)]}
      />
    </CommandForm>
  )
}
