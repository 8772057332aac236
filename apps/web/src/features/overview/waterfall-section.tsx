import { useQuery } from '@apollo/client/react'
import { yearLabel } from '@strandline/domain/financial-year'
import { useSearchParams } from 'react-router'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import styles from './overview.module.css'
import { WaterfallFigure } from './waterfall-figure.tsx'

export const WaterfallSection_plan = graphql(`
  fragment WaterfallSection_plan on Plan {
    balanceTargetYear
    trajectory {
      version {
        scope
      }
      mitigated {
        positions {
          year
          isOutturn
          provenance
          sources {
            id
            ...SourceLink_source
          }
        }
      }
    }
  }
`)

/** Asked for apart, because its year is chosen by the reader or named by the plan itself. */
export const WaterfallSection_query = graphql(`
  query WaterfallSection($planId: ID!, $asAt: Day, $year: FinancialYear!) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        ...WaterfallFigure_plan
      }
    }
  }
`)

/** From the gap of one year, through what each strand saves, to what is left. */
export function WaterfallSection({ plan }: { readonly plan: FragmentType<typeof WaterfallSection_plan> }) {
  const { planId, asAt } = usePlanPlace()
  const { balanceTargetYear, trajectory } = unmask(WaterfallSection_plan, plan)
  const [search] = useSearchParams()
  const positions = trajectory?.mitigated.positions.filter(({ isOutturn }) => !isOutturn) ?? []
  const asked = Number(search.get('waterfall'))
  const position =
    positions.find(({ year }) => year === asked) ??
    positions.find(({ year }) => year === balanceTargetYear) ??
    positions.at(-1)
  const year = position?.year ?? balanceTargetYear
  const { data, previousData } = useQuery(WaterfallSection_query, {
    variables: { planId, asAt, year },
    skip: !position,
  })
  const answer = (data ?? previousData)?.plan
  if (!trajectory || !position) return null
  return (
    <section aria-labelledby="waterfall">
      <h2 id="waterfall">What each strand takes off the gap</h2>
      <nav aria-label="Year of the savings chart" className={styles.years}>
        {positions.map((at) => (
          <PlanLink
            key={at.year}
            to={`?waterfall=${at.year}#waterfall`}
            aria-current={at.year === year ? 'true' : undefined}
            preventScrollReset
          >
            {yearLabel(at.year)}
          </PlanLink>
        ))}
      </nav>
      {answer?.__typename === 'Plan' && (
        <WaterfallFigure
          plan={answer}
          year={year}
          scope={trajectory.version.scope}
          provenance={position.provenance}
          sources={position.sources}
        />
      )}
    </section>
  )
}
