import { useQuery } from '@apollo/client/react'
import { graphql } from '../../generated/gql.ts'
import type { OwedState, WhoOwes_PlanQuery } from '../../generated/graphql.ts'
import { ActionLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { type Column, Table } from '../../ui/table.tsx'

const WhoOwes_plan = graphql(`
  query WhoOwes_plan($planId: ID!) {
    plan(id: $planId) {
      __typename
      ... on Plan {
        openCycle {
          name
        }
        owed {
          state
          action {
            id
            name
            strand {
              title
            }
          }
          people {
            id
            name
          }
        }
      }
    }
  }
`)

type Plan = Extract<WhoOwes_PlanQuery['plan'], { __typename: 'Plan' }>
type Owed = Plan['owed'][number]

const stateWords: Readonly<Record<OwedState, string>> = {
  OWED: 'Not yet given',
  IN_GRACE: 'Past the deadline',
  LATE: 'Late',
  SUBMITTED: 'Given',
}

const columns: readonly Column<Owed>[] = [
  { header: 'Action', cell: ({ action }) => <ActionLink id={action.id}>{action.name}</ActionLink> },
  { header: 'Strand', cell: ({ action }) => action.strand.title },
  {
    header: 'From',
    cell: ({ people }) => people.map(({ name }) => name).join(', ') || 'Nobody: give it an owner',
  },
  { header: 'Update', cell: ({ state }) => stateWords[state] },
]

/** What the open cycle asks for and who is to give it: a list, in the order of the plan. */
export function WhoOwes() {
  const { planId } = usePlanPlace()
  const { data } = useQuery(WhoOwes_plan, { variables: { planId } })
  if (data?.plan.__typename !== 'Plan' || !data.plan.openCycle) return null
  const { openCycle, owed } = data.plan
  const given = owed.filter(({ state }) => state === 'SUBMITTED').length
  return (
    <section aria-labelledby="who-owes">
      <h2 id="who-owes">Who owes what</h2>
      <p>
        {openCycle.name}: {given} of {owed.length} updates given.
      </p>
      {owed.length > 0 && (
        <Table
          caption={`Updates of ${openCycle.name}`}
          isCaptionHidden
          columns={columns}
          rows={owed}
          keyOf={({ action }) => action.id}
        />
      )}
    </section>
  )
}
