import { useQuery } from '@apollo/client/react'
import { isDay } from '@strandline/domain/day'
import { quantityInWords } from '@strandline/domain/explanation'
import { yearLabel } from '@strandline/domain/financial-year'
import { addsAsShort, balanceInWords, inShort, type Pence, pence } from '@strandline/domain/money'
import { useSearchParams } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { InYearPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { DayText } from '../../ui/day.tsx'
import { Money } from '../../ui/money.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { SourceLink } from '../../ui/provenance.tsx'
import { Table } from '../../ui/table.tsx'
import { DropBudgetLineForm, KeepBudgetLineForm, ReportBudgetForm } from './in-year-forms.tsx'

const InYearPage_plan = graphql(`
  query InYearPage_plan($planId: ID!, $asAt: Day, $year: FinancialYear, $report: Day) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        revision
        latestDay
        viewerCanEditForecast
        monitoredYears
        inYear(year: $year, asOf: $report) {
          year
          asOf
          reports
          modelledBy
          isModelSuppressed
          balance {
            budget
            toDate
            outturn
            movement
          }
          lines {
            budgetToDate
            variance
            movement
            placesPlanned
            isPlannedSuppressed
            line {
              id
              name
              isIncome
              category
              budget
              scope
              source {
                ...SourceLink_source
              }
            }
            report {
              toDate
              outturn
              places
              isSuppressed
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

type Plan = Extract<InYearPage_PlanQuery['plan'], { __typename: 'Plan' }>
export type InYearShown = Plan['inYear']
type Position = InYearShown['lines'][number]

/** The year so far: what was budgeted, what it has come to, what it is forecast to come to, and how that has moved. */
export function InYearPage() {
  const { planId, asAt } = usePlanPlace()
  const [search] = useSearchParams()
  const asked = search.get('year') ?? ''
  const report = search.get('report')
  const variables = {
    planId,
    asAt,
    year: /^20\d\d$/.test(asked) ? Number(asked) : null,
    report: isDay(report) ? report : null,
  }
  const result = useQuery(InYearPage_plan, { variables })
  return (
    <Answer result={result} what="the year so far">
      {({ plan }) => plan.__typename === 'Plan' && <Years plan={plan} />}
    </Answer>
  )
}

function Years({ plan }: { readonly plan: Plan }) {
  return (
    <>
      <PageHeading title="The year so far">The year so far</PageHeading>
      <p>
        <PlanLink to="forecast">Forecast</PlanLink>
      </p>
      {plan.monitoredYears.length > 1 && (
        <ul>
          {plan.monitoredYears.map((of) => (
            <li key={of}>
              <PlanLink to={`forecast/in-year?year=${of}`}>{yearLabel(of)}</PlanLink>
            </li>
          ))}
        </ul>
      )}
      <Year plan={plan} />
    </>
  )
}

function Year({
  plan: { inYear, isCurrent, revision, latestDay, viewerCanEditForecast },
}: {
  readonly plan: Plan
}) {
  const { year, asOf, lines } = inYear
  const mayEdit = isCurrent && viewerCanEditForecast
  return (
    <>
      <h2>{yearLabel(year)}</h2>
      {lines.length === 0 ? (
        <p>There is no budget of {yearLabel(year)} here, or none that you may see.</p>
      ) : (
        <>
          <p>
            <strong>{positionInWords(inYear)}</strong>
          </p>
          <Reports inYear={inYear} />
          <Lines inYear={inYear} />
          {asOf && <Places inYear={inYear} />}
        </>
      )}
      {mayEdit && (
        <>
          {lines.length > 0 && <ReportBudgetForm inYear={inYear} revision={revision} today={latestDay} />}
          <KeepBudgetLineForm inYear={inYear} revision={revision} />
          {lines.length > 0 && <DropBudgetLineForm inYear={inYear} revision={revision} />}
        </>
      )}
    </>
  )
}

function positionInWords({ balance, asOf }: InYearShown): string {
  const { budget, outturn, movement } = balance
  if (!asOf) return `Budgeted: ${balanceInWords(budget)}. Nothing has been reported yet.`
  const gap = pence(outturn - budget)
  const beside =
    gap === 0
      ? 'as budgeted'
      : `${inShort(pence(Math.abs(gap)))} ${gap < 0 ? 'worse' : 'better'} than the budget`
  const moved =
    movement === null
      ? ''
      : movement === 0
        ? ' It has not moved since the last report.'
        : ` It is ${inShort(pence(Math.abs(movement)))} ${movement < 0 ? 'worse' : 'better'} than at the last report.`
  return `Forecast outturn: ${balanceInWords(outturn)}, ${beside}.${moved}`
}

function Reports({ inYear: { year, asOf, reports } }: { readonly inYear: InYearShown }) {
  if (reports.length === 0) return null
  return (
    <>
      <p>Reports of this year, the newest first:</p>
      <ul>
        {reports.map((day) => (
          <li key={day}>
            {day === asOf ? (
              <>
                <DayText day={day} />, shown here
              </>
            ) : (
              <PlanLink to={`forecast/in-year?year=${year}&report=${day}`}>
                <DayText day={day} />
              </PlanLink>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

const inTheBalance = ({ line }: Position, amount: Pence): Pence => pence(line.isIncome ? amount : -amount)

function Lines({ inYear }: { readonly inYear: InYearShown }) {
  const { lines, balance, modelledBy, isModelSuppressed } = inYear
  const short = (amount: Pence | null | undefined) =>
    amount == null ? 'Not reported' : <Money amount={amount} />
  const shown = (of: (position: Position) => Pence) => lines.map((at) => inTheBalance(at, of(at)))
  const adds =
    addsAsShort(shown(({ line }) => line.budget)) &&
    addsAsShort(shown(({ line, report }) => report?.outturn ?? line.budget))
  return (
    <>
      <Table
        caption="Lines of the budget; income and spend are both written as positive amounts"
        rows={lines}
        keyOf={({ line }) => line.id}
        columns={[
          { header: 'Line', cell: ({ line }) => `${line.name}${line.isIncome ? ' (income)' : ''}` },
          { header: 'Budget', isNumeric: true, cell: ({ line }) => short(line.budget) },
          { header: 'Budget to date', isNumeric: true, cell: ({ budgetToDate }) => short(budgetToDate) },
          { header: 'To date', isNumeric: true, cell: ({ report }) => short(report?.toDate) },
          { header: 'Forecast outturn', isNumeric: true, cell: ({ report }) => short(report?.outturn) },
          { header: 'Over the budget', isNumeric: true, cell: ({ variance }) => short(variance) },
          {
            header: 'Since the last report',
            isNumeric: true,
            cell: ({ movement }) => (movement === null ? 'First report' : <Money amount={movement} />),
          },
          { header: 'Why', isProse: true, cell: ({ report }) => report?.note ?? '' },
          {
            header: 'Source',
            cell: ({ line, report }) => <SourceLink source={report?.source ?? line.source} />,
          },
        ]}
      />
      <p>
        In-year balance: budgeted <Money amount={balance.budget} />, to date <Money amount={balance.toDate} />
        , forecast outturn <Money amount={balance.outturn} />.
      </p>
      {!adds && (
        <p className="quiet">
          Amounts are worked out in pence and shown rounded, so lines as shown may not add up to the balance
          as shown.
        </p>
      )}
      <p className="quiet">
        {modelledBy
          ? `The budget of a placement category falls by month as the model of ${modelledBy} expects; any other in twelfths.`
          : isModelSuppressed
            ? 'The budget falls by month in twelfths here, since some of the numbers behind the model are too small to show.'
            : 'The budget falls by month in twelfths, since no version has a model of this year.'}
      </p>
    </>
  )
}

/** A number is too small to show: this one, or one that this would give away. */
const NOT_SHOWN = 'Not shown (c)'

function Places({ inYear: { lines } }: { readonly inYear: InYearShown }) {
  const counted = lines.filter(
    ({ report, placesPlanned, isPlannedSuppressed }) =>
      report?.places != null || placesPlanned != null || report?.isSuppressed || isPlannedSuppressed,
  )
  if (counted.length === 0) return null
  const places = (count: number | null | undefined, otherwise: string) =>
    count == null ? otherwise : quantityInWords(count, 'HUNDREDTHS')
  const isWithheld = counted.some((at) => at.report?.isSuppressed || at.isPlannedSuppressed)
  return (
    <>
      <Table
        caption="Places or plans by category, against the model"
        rows={counted}
        keyOf={({ line }) => line.id}
        columns={[
          { header: 'Line', cell: ({ line }) => line.name },
          {
            header: 'Planned',
            isNumeric: true,
            cell: ({ placesPlanned, isPlannedSuppressed }) =>
              places(placesPlanned, isPlannedSuppressed ? NOT_SHOWN : 'No model of this year'),
          },
          {
            header: 'Actual',
            isNumeric: true,
            cell: ({ report }) => places(report?.places, report?.isSuppressed ? NOT_SHOWN : 'Not reported'),
          },
          {
            header: 'Difference',
            isNumeric: true,
            cell: ({ report, placesPlanned }) =>
              report?.places == null || placesPlanned == null
                ? ''
                : places(report.places - placesPlanned, ''),
          },
        ]}
      />
      {isWithheld && (
        <p className="quiet">(c) A number is too small to show, or would give such a number away.</p>
      )}
    </>
  )
}
