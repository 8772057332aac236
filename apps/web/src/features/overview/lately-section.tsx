import { useQuery } from '@apollo/client/react'
import { addMonths, type Day } from '@strandline/domain/day'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { DayText } from '../../ui/day.tsx'
import { ActionLink, PlanLink, StrandLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { mostTelling } from './telling.ts'

/** Asked for apart, because the month before is counted from the day that the plan is seen from. */
export const LatelySection_query = graphql(`
  query LatelySection($planId: ID!, $asAt: Day, $day: Day!) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        compareTo(day: $day) {
          __typename
          ... on Comparison {
            news {
              kind
              words
              ...Lately_news
            }
          }
        }
      }
    }
  }
`)

export const Lately_news = graphql(`
  fragment Lately_news on News {
    words
    actionId
    strandId
  }
`)

const AT_MOST = 6

/** What changed in the month before, in words. */
export function LatelySection({ today, beganOn }: { readonly today: Day; readonly beganOn: Day }) {
  const { planId, asAt } = usePlanPlace()
  const monthBefore = addMonths(today, -1)
  const day = monthBefore < beganOn ? beganOn : monthBefore
  const { data } = useQuery(LatelySection_query, { variables: { planId, asAt, day } })
  const comparison = data?.plan.__typename === 'Plan' ? data.plan.compareTo : undefined
  const news = comparison?.__typename === 'Comparison' ? comparison.news : []
  const shown = mostTelling(news, AT_MOST)
  return (
    <section aria-labelledby="lately">
      <h2 id="lately">What changed lately</h2>
      <p>
        {news.length === 0
          ? 'Nothing has changed since '
          : `${news.length} change${news.length === 1 ? '' : 's'} since `}
        <DayText day={day} />.{' '}
        <PlanLink to={`changes?from=${day}`}>
          {news.length > shown.length ? 'All changes, and any two days compared' : 'Compare any two days'}
        </PlanLink>
      </p>
      {shown.length > 0 && (
        <ul>
          {shown.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one item may be told of twice, and the list does not move
            <li key={index}>
              <NewsItem news={item} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function NewsItem({ news }: { readonly news: FragmentType<typeof Lately_news> }) {
  const { words, actionId, strandId } = unmask(Lately_news, news)
  if (actionId) return <ActionLink id={actionId}>{words}</ActionLink>
  return strandId ? <StrandLink id={strandId}>{words}</StrandLink> : words
}
