import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { ActionRatings } from '../../ui/action-ratings.tsx'
import { DayText } from '../../ui/day.tsx'
import { Overdue } from '../../ui/overdue.tsx'
import { ActionLink } from '../../ui/plan-link.tsx'
import styles from './strand-action.module.css'
import { StrandMilestone } from './strand-milestone.tsx'

const StrandAction_action = graphql(`
  fragment StrandAction_action on Action {
    id
    name
    gap
    reason
    pathToGreen
    updateNote
    dueOn
    isOverdue
    owners {
      id
      name
    }
    milestones {
      id
      ...StrandMilestone_milestone
    }
    ...ActionRatings_action
  }
`)

export function StrandAction({
  action: masked,
}: {
  readonly action: FragmentType<typeof StrandAction_action>
}) {
  const action = unmask(StrandAction_action, masked)
  return (
    <article className={styles.action} aria-labelledby={`action-${action.id}`}>
      <h3 id={`action-${action.id}`}>
        <ActionLink id={action.id}>{action.name}</ActionLink>
      </h3>
      <ActionRatings action={action} />
      {action.gap && <p>{action.gap}</p>}
      {action.reason && <p>{action.reason}</p>}
      {action.pathToGreen && (
        <p>
          <span className="quiet">Path to green:</span> {action.pathToGreen}
        </p>
      )}
      <p className="quiet">
        {action.updateNote}{' '}
        {action.owners.length > 0 && `Owned by ${action.owners.map(({ name }) => name).join(', ')}. `}
        {action.dueOn && (
          <>
            Due <DayText day={action.dueOn} />. {action.isOverdue && <Overdue />}
          </>
        )}
      </p>
      {action.milestones.length > 0 && (
        <ul className={styles.milestones} aria-label="Milestones">
          {action.milestones.map((milestone) => (
            <StrandMilestone key={milestone.id} milestone={milestone} />
          ))}
        </ul>
      )}
    </article>
  )
}
