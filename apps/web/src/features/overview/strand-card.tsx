import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { ActionLink, StrandLink } from '../../ui/plan-link.tsx'
import { Rating } from '../../ui/rating.tsx'
import styles from './overview.module.css'

export const StrandCard_strand = graphql(`
  fragment StrandCard_strand on Strand {
    id
    title
    name
    counts
    waitsFor
    delivery: rating(kind: delivery)
    benefit: rating(kind: benefit)
    worst: worstAction(kind: delivery) {
      ...StrandCard_action
    }
    worstForMoney: worstAction(kind: benefit) {
      ...StrandCard_action
    }
    actions {
      isNotUpdated
    }
  }
`)

export const StrandCard_action = graphql(`
  fragment StrandCard_action on Action {
    id
    name
    reason
    pathToGreen
    isNotUpdated
    updateNote
  }
`)

export function StrandCard({ strand }: { readonly strand: FragmentType<typeof StrandCard_strand> }) {
  const { id, title, name, counts, waitsFor, delivery, benefit, actions, ...worst } = unmask(
    StrandCard_strand,
    strand,
  )
  const forDelivery = unmask(StrandCard_action, worst.worst)
  const forMoney = unmask(StrandCard_action, worst.worstForMoney)
  const notUpdated = actions.filter((action) => action.isNotUpdated).length
  // A green that somebody did not confirm this month is not shown as green.
  const isOld = (rating: string, action: typeof forDelivery) =>
    action?.isNotUpdated === true || (rating === 'GREEN' && notUpdated > 0)
  const reasons = [isColoured(delivery) && forDelivery, isColoured(benefit) && forMoney]
  const told = new Map(reasons.flatMap((action) => (action ? [[action.id, action] as const] : [])))
  return (
    <li className={styles.row}>
      <h3>
        {title}: <StrandLink id={id}>{name}</StrandLink>
      </h3>
      <p className={styles.ratings}>
        <Rating kind="delivery" rating={delivery} isNotUpdated={isOld(delivery, forDelivery)} />
        <Rating kind="benefit" rating={benefit} isNotUpdated={isOld(benefit, forMoney)} />
        <span className="quiet">
          {counts}
          {notUpdated > 0 && `; ${notUpdated} not updated this month`}
        </span>
      </p>
      {[...told.values()].map((action) => (
        <p key={action.id}>
          <ActionLink id={action.id}>{action.name}</ActionLink>
          {action.reason ? `: ${action.reason}` : ': no reason was given.'}
          {action.pathToGreen && (
            <span className={styles.path}>
              <b>Path to green:</b> {action.pathToGreen}
            </span>
          )}
          {action.updateNote && <span className={styles.path}>{action.updateNote}</span>}
        </p>
      ))}
      {waitsFor && <p>{waitsFor}</p>}
    </li>
  )
}

function isColoured(rating: string): boolean {
  return rating === 'RED' || rating === 'AMBER'
}
