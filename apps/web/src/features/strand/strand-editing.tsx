import { useQuery } from '@apollo/client/react'
import { graphql } from '../../generated/gql.ts'
import type { StrandEditing_PlanQuery } from '../../generated/graphql.ts'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { AddActionForm } from './add-action-form.tsx'
import { ChangeActionsForm } from './change-actions-form.tsx'
import { EditStrandForm } from './edit-strand-form.tsx'
import { EndStrandForm } from './end-strand-form.tsx'
import { PlaceActionForm } from './place-action-form.tsx'

const StrandEditing_plan = graphql(`
  query StrandEditing_plan($planId: ID!, $strandId: ID!) {
    plan(id: $planId) {
      __typename
      ... on Plan {
        revision
        viewerCanAddStrand
        people {
          id
          name
        }
        strand(id: $strandId) {
          id
          title
          name
          summary
          visibility
          visibilityReason
          endedOn
          viewerCanEdit
          viewerCanAddAction
          actions {
            id
            name
            stage
            parent {
              id
            }
          }
        }
      }
    }
  }
`)

type Plan = Extract<StrandEditing_PlanQuery['plan'], { __typename: 'Plan' }>

export interface StrandFormProps {
  readonly revision: number
  readonly people: Plan['people']
  readonly strand: NonNullable<Plan['strand']>
}

/** What the reader may change of a strand. It asks for more than the page shows, so it asks only for whoever may. */
export function StrandEditing({ strandId }: { readonly strandId: string }) {
  const { planId } = usePlanPlace()
  const { data } = useQuery(StrandEditing_plan, { variables: { planId, strandId } })
  if (data?.plan.__typename !== 'Plan' || !data.plan.strand) return null
  const { revision, people, strand, viewerCanAddStrand } = data.plan
  const props = { revision, people, strand }
  const isOpen = strand.endedOn === null
  return (
    <section aria-labelledby="change-strand" className="no-print">
      <h2 id="change-strand">Change {strand.title.toLowerCase()}</h2>
      {strand.viewerCanAddAction && isOpen && <AddActionForm {...props} />}
      {strand.viewerCanAddAction && <ChangeActionsForm {...props} />}
      {strand.viewerCanAddAction && strand.actions.length > 1 && <PlaceActionForm {...props} />}
      {strand.viewerCanEdit && <EditStrandForm {...props} />}
      {viewerCanAddStrand && <EndStrandForm {...props} />}
    </section>
  )
}
