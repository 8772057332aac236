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
  const { id, title, name, counts, waitsFor, delivery, benefit, ...worst } = unmask(StrandCard_strand, strand)
  const forDelivery = unmask(StrandCard_action, worst.worst)
  const forMoney = unmask(StrandCard_action, worst.worstForMoney)
  const reasons = [isColoured(delivery) && forDelivery, isColoured(benefit) && forMoney]
  const told = new Map(reasons.flatMap((action) => (action ? [[action.id, action] as const] : [])))
  return (
    <li className={styles.row}>
      <h3>
        {title}: <StrandLink id={id}>{name}</StrandLink>
      </h3>
      <p className={styles.ratings}>
        <Rating kind="delivery" rating={delivery} isNotUpdated={forDelivery?.isNotUpdated ?? false} />
        <Rating kind="benefit" rating={benefit} isNotUpdated={forMoney?.isNotUpdated ?? false} />
        <span className="quiet">{counts}</span>
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
