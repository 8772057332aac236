import { useQuery } from '@apollo/client/react'
import { graphql } from '../../generated/gql.ts'
import { Answer } from '../../ui/answer.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { Illustrative } from '../../ui/provenance.tsx'
import { AttentionSection } from './attention-section.tsx'
import { ComingSection } from './coming-section.tsx'
import { FiguresSection } from './figures-section.tsx'
import { KeyFigures } from './key-figures.tsx'
import { LatelySection } from './lately-section.tsx'
import { SavingsSection } from './savings-section.tsx'
import { Standing } from './standing.tsx'
import { StrandsSection } from './strands-section.tsx'
import { TrajectorySection } from './trajectory-section.tsx'
import { Unbroken } from './unbroken.tsx'
import { WaterfallSection } from './waterfall-section.tsx'

export const Overview_query = graphql(`
  query Overview($planId: ID!, $asAt: Day) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        title
        headline
        inYearBalance
        today
        beganOn
        trajectory {
          mitigated {
            positions {
              cumulativeProvenance
            }
          }
        }
        ...Standing_plan
        ...KeyFigures_plan
        ...TrajectorySection_plan
        ...SavingsSection_plan
        ...WaterfallSection_plan
        ...StrandsSection_plan
        ...AttentionSection_plan
        ...ComingSection_plan
        ...FiguresSection_plan
      }
    }
  }
`)

/** The plan on one page, for a reader with two minutes: where it is going, what is wrong, what comes next. */
export function Overview() {
  const { planId, asAt } = usePlanPlace()
  const result = useQuery(Overview_query, { variables: { planId, asAt } })
  return (
    <Answer result={result} what="the overview">
      {({ plan }) =>
        plan.__typename === 'Plan' ? (
          <>
            <PageHeading title={`${plan.inYearBalance ?? 'No forecast yet'}: Overview`} eyebrow="Overview">
              <Unbroken text={plan.headline} />{' '}
              {plan.trajectory?.mitigated.positions.some(
                (at) => at.cumulativeProvenance === 'ILLUSTRATIVE',
              ) && <Illustrative />}
            </PageHeading>
            <Standing plan={plan} />
            <KeyFigures plan={plan} />
            <TrajectorySection plan={plan} />
            <SavingsSection plan={plan} />
            <WaterfallSection plan={plan} />
            <StrandsSection plan={plan} />
            <AttentionSection plan={plan} />
            <LatelySection today={plan.today} beganOn={plan.beganOn} />
            <ComingSection plan={plan} />
            <FiguresSection plan={plan} />
          </>
        ) : null
      }
    </Answer>
  )
}
