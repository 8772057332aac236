import { useQuery } from '@apollo/client/react'
import { graphql } from '../../generated/gql.ts'
import type { SourcesPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { citedBy } from './cited.ts'
import { CitedTable } from './cited-table.tsx'
import { SourceCard } from './source-card.tsx'

const SourcesPage_plan = graphql(`
  query SourcesPage_plan($planId: ID!, $asAt: Day) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        sources {
          id
          provenance
          title
          ...SourceCard_source
        }
        hasSuppressedFigures
        figures {
          ...Cited_figure
          source {
            id
          }
        }
        fundingLines {
          ...Cited_line
          source {
            id
          }
        }
      }
    }
  }
`)

export function SourcesPage() {
  const { planId, asAt } = usePlanPlace()
  const result = useQuery(SourcesPage_plan, { variables: { planId, asAt } })
  return (
    <Answer result={result} what="the sources">
      {({ plan }) => plan.__typename === 'Plan' && <Sources plan={plan} />}
    </Answer>
  )
}

type Plan = Extract<SourcesPage_PlanQuery['plan'], { __typename: 'Plan' }>

function Sources({
  plan: { sources, figures, fundingLines, hasSuppressedFigures },
}: {
  readonly plan: Plan
}) {
  const published = sources.filter(({ provenance }) => provenance === 'PUBLISHED').length
  const counts = `${published} published, ${sources.length - published} illustrative`
  return (
    <>
      <PageHeading title={`${counts}: Sources`} eyebrow="Sources">
        {counts}
      </PageHeading>
      <p className="lead">
        Every figure, date and rating in the plan cites one of these. What cites an illustrative source was
        made up to show what a plan can hold, and says so wherever it appears.
      </p>
      {hasSuppressedFigures && (
        <p>
          Some figures are not shown: a count of their period is too small. Ask the council’s finance team.
        </p>
      )}
      {sources.map((source) => (
        <SourceCard key={source.id} source={source}>
          <CitedTable
            title={source.title}
            rows={citedBy(
              figures.filter((figure) => figure.source.id === source.id),
              fundingLines.filter((line) => line.source.id === source.id),
            )}
          />
        </SourceCard>
      ))}
      <p className="quiet">
        Department for Education data: contains public sector information licensed under the Open Government
        Licence v3.0.
      </p>
    </>
  )
}
