import { useQuery } from '@apollo/client/react'
import type { Day } from '@strandline/domain/day'
import { dayInWords } from '@strandline/domain/day'
import { inPounds, NOTHING, negated, type Pence } from '@strandline/domain/money'
import { deficitRecords, scopes } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import type { KeepDeficitRecordInput, RecordsPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, DayField, MoneyField, TextField } from '../../ui/form-fields.tsx'
import { dayIn, missingIn, moneyIn, moneyProblems, textIn, textOrNull } from '../../ui/form-values.ts'
import { Money } from '../../ui/money.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { SourceLink } from '../../ui/provenance.tsx'
import { Table } from '../../ui/table.tsx'

const RecordsPage_plan = graphql(`
  query RecordsPage_plan($planId: ID!, $asAt: Day) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        revision
        viewerCanEditForecast
        reconciliations {
          asOf
          scope
          isExplained
          taken
          atStake
          records {
            kind
            difference
            unexplained
            reasons {
              id
              name
              amount
            }
            record {
              id
              amount
              note
              source {
                ...SourceLink_source
              }
            }
          }
        }
      }
    }
  }
`)

type Plan = Extract<RecordsPage_PlanQuery['plan'], { __typename: 'Plan' }>
type Reconciliation = Plan['reconciliations'][number]
type Recorded = Reconciliation['records'][number]

/** The same deficit as up to five records have it, with the differences explained or flagged. */
export function RecordsPage() {
  const { planId, asAt } = usePlanPlace()
  const result = useQuery(RecordsPage_plan, { variables: { planId, asAt } })
  return (
    <Answer result={result} what="the records">
      {({ plan }) => plan.__typename === 'Plan' && <Records plan={plan} />}
    </Answer>
  )
}

function Records({
  plan: { reconciliations, revision, isCurrent, viewerCanEditForecast },
}: {
  readonly plan: Plan
}) {
  const mayEdit = isCurrent && viewerCanEditForecast
  return (
    <>
      <PageHeading title="Records of the deficit">Records of the deficit</PageHeading>
      <p>
        <PlanLink to="forecast">Forecast</PlanLink>
      </p>
      <p className="lead">
        The Department for Education compares five records of the same deficit. Where they differ and nobody
        can say why, it takes the lowest.
      </p>
      {reconciliations.length === 0 && <p>No record is here yet, or none that you may see.</p>}
      {reconciliations.map((of) => (
        <article key={`${of.asOf} ${of.scope}`} aria-label={titleOf(of)}>
          <h2>{titleOf(of)}</h2>
          <p>
            <strong>{findingOf(of)}</strong>
          </p>
          <Table
            caption={`Records, in pounds, ${titleOf(of)}`}
            rows={of.records}
            keyOf={({ kind }) => kind}
            columns={[
              { header: 'Record', cell: ({ kind }) => deficitRecords[kind] },
              {
                header: 'Balance',
                isNumeric: true,
                cell: ({ record }) => (record ? <Money amount={record.amount} isExact /> : 'Not recorded'),
              },
              {
                header: 'Less deficit than the largest',
                isNumeric: true,
                cell: ({ difference }) => <Money amount={difference} isExact />,
              },
              { header: 'Reasons', isProse: true, cell: reasonsInWords },
              {
                header: 'Unexplained',
                isNumeric: true,
                cell: ({ unexplained }) => <Money amount={unexplained} isExact />,
              },
              {
                header: 'Source',
                cell: ({ record }) =>
                  record && (
                    <>
                      {record.note && <>{record.note}. </>}
                      <SourceLink source={record.source} />
                    </>
                  ),
              },
            ]}
          />
          {mayEdit && <DifferenceForms of={of} revision={revision} />}
        </article>
      ))}
      {mayEdit && <KeepRecordForm revision={revision} asOf={reconciliations[0]?.asOf} />}
    </>
  )
}

const titleOf = ({ asOf, scope }: Reconciliation) => `${dayInWords(asOf)}, ${scopes[scope]}`

/** To the penny: what is at stake may be small beside the deficit. */
function exactly(balance: Pence): string {
  return balance > 0 ? `a surplus of ${inPounds(balance)}` : `a deficit of ${inPounds(negated(balance))}`
}

function findingOf({ isExplained, taken, atStake, records }: Reconciliation): string {
  const missing = records.filter(({ record }) => record === null).length
  const known = missing === 0 ? '' : ` ${5 - missing} of 5 records are here.`
  if (atStake === 0) return `The records agree: ${exactly(taken)}.${known}`
  return isExplained
    ? `Every difference is explained, so ${exactly(taken)} stands.${known}`
    : `Not every difference is explained, so ${exactly(taken)} would be taken, the lowest; ${inPounds(atStake)} is at stake.${known}`
}

function reasonsInWords({ reasons }: Recorded): string {
  return reasons.map(({ name, amount }) => `${name}: ${inPounds(amount)}`).join('; ')
}

const KeepRecordForm_save = graphql(`
  mutation KeepRecordForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: KeepDeficitRecordInput!
  ) {
    keepDeficitRecord(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

function KeepRecordForm({ revision, asOf }: { readonly revision: number; readonly asOf: Day | undefined }) {
  return (
    <CommandForm
      title="Write down a record"
      submit="Write it down"
      name="deficit record"
      document={KeepRecordForm_save}
      revision={revision}
      problemsIn={(form) => [
        ...missingIn(form, { asOf: 'Say of which 31 March it is.', deficit: 'Write the deficit.' }),
        ...moneyProblems(form, ['deficit']),
      ]}
      inputOf={(form): KeepDeficitRecordInput => ({
        record: textIn(form, 'record') as KeepDeficitRecordInput['record'],
        asOf: dayIn(form, 'asOf') ?? ('' as Day),
        scope: textIn(form, 'scope') as KeepDeficitRecordInput['scope'],
        amount: negated(moneyIn(form, 'deficit') ?? NOTHING),
        note: textOrNull(form, 'note'),
      })}
    >
      <ChoiceField name="record" label="Record" choices={Object.entries(deficitRecords)} />
      <DayField name="asOf" label="As at" initial={asOf} />
      <ChoiceField name="scope" label="Scope" initial="WHOLE_DSG" choices={Object.entries(scopes)} />
      <MoneyField
        name="deficit"
        label="Deficit"
        hint="As line 1.9.3 of Section 251 has it: a deficit is positive. Write a surplus in brackets, as (120,000)."
      />
      <TextField name="note" label="Where it stands in the record" />
    </CommandForm>
  )
}

const ExplainForm_save = graphql(`
  mutation ExplainForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ExplainDifferenceInput!
  ) {
    explainDifference(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const DropReasonForm_save = graphql(`
  mutation DropReasonForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: DropDifferenceInput!
  ) {
    dropDifference(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

function DifferenceForms({ of, revision }: { readonly of: Reconciliation; readonly revision: number }) {
  const unexplained = of.records.flatMap(({ kind, record, unexplained: left }) =>
    record && left !== 0 ? [[record.id, `${deficitRecords[kind]}, ${inPounds(left)}`] as const] : [],
  )
  const reasons = of.records.flatMap((at) => at.reasons)
  return (
    <>
      {unexplained.length > 0 && (
        <CommandForm
          title="Explain a difference"
          submit="Explain it"
          name={`difference ${of.asOf} ${of.scope}`}
          document={ExplainForm_save}
          revision={revision}
          problemsIn={(form) => [
            ...missingIn(form, { name: 'Give the reason.', amount: 'Write its part of the difference.' }),
            ...moneyProblems(form, ['amount']),
          ]}
          inputOf={(form) => ({
            recordId: textIn(form, 'recordId'),
            name: textIn(form, 'name'),
            amount: moneyIn(form, 'amount') ?? NOTHING,
          })}
        >
          <ChoiceField name="recordId" label="Record and what is unexplained" choices={unexplained} />
          <TextField name="name" label="Reason" />
          <MoneyField name="amount" label="Its part of the difference" />
        </CommandForm>
      )}
      {reasons.length > 0 && (
        <CommandForm
          title="Drop a reason"
          submit="Drop the reason"
          name={`drop reason ${of.asOf} ${of.scope}`}
          document={DropReasonForm_save}
          revision={revision}
          inputOf={(form) => ({ differenceId: textIn(form, 'differenceId') })}
        >
          <ChoiceField
            name="differenceId"
            label="Reason"
            choices={reasons.map(({ id, name }) => [id, name] as const)}
          />
        </CommandForm>
      )}
    </>
  )
}
