import { useQuery } from '@apollo/client/react'
import { dayInWords } from '@strandline/domain/day'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { MyUpdatesPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ActionLink, PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { NoChangeForGreen } from './no-change-for-green.tsx'
import { UpdateRow } from './update-row.tsx'

const MyUpdatesPage_plan = graphql(`
  query MyUpdatesPage_plan($planId: ID!) {
    plan(id: $planId) {
      __typename
      ... on Plan {
        revision
        me {
          id
          name
        }
        openCycle {
          name
          dueOn
        }
        owedByMe {
          state
          action {
            id
            name
            deliveryRag
            benefitRag
            ...UpdateRow_action
          }
        }
      }
    }
  }
`)

/** What the reader still owes the open reporting cycle, each answered in its place. */
export function MyUpdatesPage() {
  const { planId } = usePlanPlace()
  const result = useQuery(MyUpdatesPage_plan, { variables: { planId }, fetchPolicy: 'cache-and-network' })
  return (
    <Answer result={result} what="your updates">
      {({ plan }) => plan.__typename === 'Plan' && <MyUpdates plan={plan} refetch={result.refetch} />}
    </Answer>
  )
}

type Plan = Extract<MyUpdatesPage_PlanQuery['plan'], { __typename: 'Plan' }>

interface MyUpdatesProps {
  readonly plan: Plan
  readonly refetch: () => Promise<unknown>
}

function MyUpdates({ plan: { revision, me, openCycle, owedByMe }, refetch }: MyUpdatesProps) {
  const { pathname } = useLocation()
  const [given, setGiven] = useState<readonly string[]>([])
  const [opened, setOpened] = useState(0)
  if (!me)
    return (
      <Notice title="Sign in to see your updates" status={200}>
        <p>
          Updates are given by the people of this plan.{' '}
          <a href={`/sign-in?return=${encodeURIComponent(pathname)}`}>Sign in</a>
        </p>
      </Notice>
    )
  const isGiven = ({ state, action }: Plan['owedByMe'][number]) =>
    state === 'SUBMITTED' || given.includes(action.id)
  const owed = owedByMe.filter((of) => !isGiven(of))
  // What others are typed into is on this device, so nothing is lost when the rows open again.
  const openAgain = () => setOpened((times) => times + 1)
  const title = `My updates: ${owed.length === 0 ? 'nothing' : owed.length} owed`
  return (
    <>
      <PageHeading title={title} eyebrow={me.name}>
        {title}
      </PageHeading>
      {openCycle ? (
        <p className="lead">
          {openCycle.name}, due on {dayInWords(openCycle.dueOn)}. Drafts stay on this device until you submit.
        </p>
      ) : (
        <p className="lead">No reporting cycle is open.</p>
      )}
      <NoChangeForGreen
        actions={owed.map(({ action }) => action)}
        me={me}
        revision={revision}
        onGiven={(id) => setGiven((ids) => [...ids, id])}
      />
      {owed.map(({ action, state }) => (
        <UpdateRow
          key={`${action.id} ${opened}`}
          action={action}
          state={state}
          me={me}
          revision={revision}
          onGiven={() => setGiven((ids) => [...ids, action.id])}
          onTheirs={() => refetch().then(openAgain, openAgain)}
        />
      ))}
      {owedByMe.some(isGiven) && (
        <>
          <h2>Given in this cycle</h2>
          <ul>
            {owedByMe.filter(isGiven).map(({ action }) => (
              <li key={action.id}>
                <ActionLink id={action.id}>{action.name}</ActionLink>
              </li>
            ))}
          </ul>
        </>
      )}
      {owed.length === 0 && (
        <p>
          <PlanLink to="">Go to the overview of the plan</PlanLink>
        </p>
      )}
    </>
  )
}
