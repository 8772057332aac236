import { useQuery } from '@apollo/client/react'
import { versionStatuses } from '@strandline/domain/vocabulary'
import { Link, useSearchParams } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { ForecastPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { DayText } from '../../ui/day.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { usePlanPath } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { Table } from '../../ui/table.tsx'
import { ForecastPages } from './forecast-pages.tsx'
import { BeginVersionForm } from './version-forms.tsx'
import { VersionView } from './version-view.tsx'

const ForecastPage_plan = graphql(`
  query ForecastPage_plan($planId: ID!, $asAt: Day) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        revision
        viewerCanEditForecast
        trajectory {
          version {
            id
          }
        }
        forecastVersions {
          id
          name
          status
          preparedOn
          submittedOn
          approvedOn
          approvedBy
        }
      }
    }
  }
`)

type Plan = Extract<ForecastPage_PlanQuery['plan'], { __typename: 'Plan' }>
type Version = Plan['forecastVersions'][number]

/** The financial model: its versions, and what the chosen one gives and rests on. */
export function ForecastPage() {
  const { planId, asAt } = usePlanPlace()
  const result = useQuery(ForecastPage_plan, { variables: { planId, asAt } })
  return (
    <Answer result={result} what="the forecast">
      {({ plan }) => plan.__typename === 'Plan' && <Forecast plan={plan} />}
    </Answer>
  )
}

function Forecast({ plan }: { readonly plan: Plan }) {
  const [search] = useSearchParams()
  const { forecastVersions: versions } = plan
  // Finance goes on with the newest; everybody else reads the version that the plan runs on.
  const first = plan.viewerCanEditForecast ? versions.at(-1)?.id : plan.trajectory?.version.id
  const chosen = versions.find(({ id }) => id === (search.get('version') ?? first)) ?? versions.at(-1)
  return (
    <>
      <PageHeading title="Forecast">Forecast</PageHeading>
      <p className="lead">
        What the high needs block receives, spends and saves by year, worked out from assumptions that say
        where they come from.
      </p>
      <ForecastPages />
      <Versions versions={versions} chosenId={chosen?.id ?? null} />
      {plan.isCurrent && plan.viewerCanEditForecast && (
        <BeginVersionForm revision={plan.revision} versions={versions} />
      )}
      {chosen && <VersionView key={chosen.id} versionId={chosen.id} versions={versions} />}
    </>
  )
}

interface VersionsProps {
  readonly versions: readonly Version[]
  readonly chosenId: string | null
}

function Versions({ versions, chosenId }: VersionsProps) {
  const path = usePlanPath()
  if (versions.length === 0) return <p>There is no forecast yet.</p>
  return (
    <Table
      caption="Versions, the newest first"
      rows={versions.toReversed()}
      keyOf={({ id }) => id}
      columns={[
        {
          header: 'Version',
          cell: ({ id, name }) => (
            <Link
              to={path(`forecast?version=${encodeURIComponent(id)}`)}
              aria-current={id === chosenId ? 'true' : undefined}
            >
              {name}
            </Link>
          ),
        },
        { header: 'Status', cell: ({ status }) => versionStatuses[status] },
        { header: 'Prepared', cell: ({ preparedOn }) => <DayText day={preparedOn} /> },
        {
          header: 'Approved',
          cell: ({ approvedOn, approvedBy }) =>
            approvedOn ? (
              <>
                {approvedBy}, <DayText day={approvedOn} />
              </>
            ) : (
              'Not yet'
            ),
        },
      ]}
    />
  )
}
