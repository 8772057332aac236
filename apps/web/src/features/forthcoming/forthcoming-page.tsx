import { useQuery } from '@apollo/client/react'
import { graphql } from '../../generated/gql.ts'
import type { ForthcomingPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { CalendarFeed } from './calendar-feed.tsx'
import styles from './forthcoming.module.css'
import { ForthcomingItem } from './forthcoming-item.tsx'
import { type Group, groupsOf } from './groups.ts'
import { Timeline } from './timeline.tsx'

const ForthcomingPage_plan = graphql(`
  query ForthcomingPage_plan($planId: ID!, $asAt: Day) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        today
        overdue {
          id
          kind
          day
          ...ForthcomingItem_item
        }
        forthcoming {
          id
          kind
          day
          ...ForthcomingItem_item
        }
      }
    }
  }
`)

export function ForthcomingPage() {
  const { planId, asAt } = usePlanPlace()
  const result = useQuery(ForthcomingPage_plan, { variables: { planId, asAt } })
  return (
    <Answer result={result} what="what is to come">
      {({ plan }) => plan.__typename === 'Plan' && <Forthcoming plan={plan} />}
    </Answer>
  )
}

type Plan = Extract<ForthcomingPage_PlanQuery['plan'], { __typename: 'Plan' }>
type Item = Plan['forthcoming'][number]

function Forthcoming({ plan: { today, overdue, forthcoming } }: { readonly plan: Plan }) {
  const groups = groupsOf<Item>(overdue, forthcoming)
  const counts = `${overdue.length} overdue, ${forthcoming.length} to come`
  return (
    <>
      <PageHeading title={`${counts}: Forthcoming`} eyebrow="Forthcoming">
        {counts}
      </PageHeading>
      <Timeline groups={groups} today={today} />
      {groups.length === 0 && <p>Nothing is due: the plan holds no dates that are still open.</p>}
      {groups.map((group) => (
        <GroupSection key={group.id} group={group} />
      ))}
      <CalendarFeed />
    </>
  )
}

function GroupSection({ group: { id, name, items } }: { readonly group: Group<Item> }) {
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h2 id={id}>{name}</h2>
      <ul className={styles.items}>
        {items.map((item) => (
          <ForthcomingItem key={`${item.kind}-${item.id}`} item={item} />
        ))}
      </ul>
    </section>
  )
}
