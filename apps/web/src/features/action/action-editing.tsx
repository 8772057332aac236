import { useQuery } from '@apollo/client/react'
import { graphql } from '../../generated/gql.ts'
import type { ActionEditing_PlanQuery } from '../../generated/graphql.ts'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { EditActionForm } from './edit-action-form.tsx'
import { EndActionForm, ReopenActionForm } from './end-action-forms.tsx'
import { MilestoneForms } from './milestone-forms.tsx'
import { OwnerForms } from './owner-forms.tsx'
import { WaitingForms } from './waiting-forms.tsx'

const ActionEditing_plan = graphql(`
  query ActionEditing_plan($planId: ID!, $actionId: ID!) {
    plan(id: $planId) {
      __typename
      ... on Plan {
        revision
        latestDay
        people {
          id
          name
        }
        strands {
          id
          title
          name
          endedOn
        }
        actions {
          id
          name
          stage
        }
        action(id: $actionId) {
          id
          name
          description
          impact
          askOfSchools
          startsOn
          dueOn
          stage
          visibility
          visibilityReason
          viewerCanEdit
          viewerCanMoveMilestones
          viewerCanHandOver
          waitedFor {
            id
            name
          }
          ownership {
            id
            person {
              id
              name
            }
          }
          milestones {
            id
            name
            currentDate
            isDone
            droppedOn
          }
        }
      }
    }
  }
`)

type Plan = Extract<ActionEditing_PlanQuery['plan'], { __typename: 'Plan' }>
export type EditedPlan = Omit<Plan, 'action'>
export type EditedAction = NonNullable<Plan['action']>

/** What the reader may change of an action. It asks for more than the page shows, so it asks only for whoever may. */
export function ActionEditing({ actionId }: { readonly actionId: string }) {
  const { planId } = usePlanPlace()
  const { data } = useQuery(ActionEditing_plan, { variables: { planId, actionId } })
  if (data?.plan.__typename !== 'Plan' || !data.plan.action) return null
  const { action, ...plan } = data.plan
  const isOpen = action.stage === 'NOT_STARTED' || action.stage === 'IN_PROGRESS'
  return (
    <section aria-labelledby="change-action" className="no-print">
      <h2 id="change-action">Change this action</h2>
      {action.viewerCanEdit && <EditActionForm plan={plan} action={action} />}
      {action.viewerCanEdit && isOpen && <EndActionForm plan={plan} action={action} />}
      {action.viewerCanEdit && !isOpen && <ReopenActionForm plan={plan} action={action} />}
      {action.viewerCanHandOver && <OwnerForms plan={plan} action={action} />}
      {action.viewerCanMoveMilestones && <MilestoneForms plan={plan} action={action} />}
      {action.viewerCanEdit && <WaitingForms plan={plan} action={action} />}
    </section>
  )
}

export interface ActionFormProps {
  readonly plan: EditedPlan
  readonly action: EditedAction
}
