import { type Rating as RatingValue, ratingWords } from '@strandline/domain/rag'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { ProvenanceTag } from '../../ui/provenance.tsx'
import { Rating } from '../../ui/rating.tsx'
import styles from './action-standing.module.css'

const ActionStanding_action = graphql(`
  fragment ActionStanding_action on Action {
    deliveryRating
    benefitRating
    isNotUpdated
    updateNote
    gap
    reason
    pathToGreen
    impact
    ratingSource {
      provenance
    }
  }
`)

interface Standing {
  readonly deliveryRating: RatingValue
  readonly isNotUpdated: boolean
  readonly isOverdue: boolean
}

/** What the window is called: the finding comes first. */
export function standingInWords({ deliveryRating, isNotUpdated, isOverdue }: Standing): string {
  const rating = isNotUpdated ? 'Not updated' : ratingWords[deliveryRating]
  return isOverdue ? `${rating}, overdue` : rating
}

/** Both ratings side by side, the gap between them, and what is said about them. */
export function ActionStanding({
  action: masked,
}: {
  readonly action: FragmentType<typeof ActionStanding_action>
}) {
  const action = unmask(ActionStanding_action, masked)
  const tag = action.ratingSource && <ProvenanceTag provenance={action.ratingSource.provenance} />
  return (
    <section aria-label="Ratings" className={styles.standing}>
      <dl className={styles.ratings}>
        <div>
          <dt>Delivery: is it being done</dt>
          <dd>
            <Rating rating={action.deliveryRating} isNotUpdated={action.isNotUpdated} /> {tag}
          </dd>
        </div>
        <div>
          <dt>Savings: is its money coming</dt>
          <dd>
            <Rating rating={action.benefitRating} isNotUpdated={action.isNotUpdated} /> {tag}
          </dd>
        </div>
      </dl>
      {(action.gap || action.updateNote) && (
        <p className={styles.gap}>{[action.gap, action.updateNote].filter(Boolean).join(' ')}</p>
      )}
      <Said label="Why" words={action.reason} />
      <Said label="Path to green" words={action.pathToGreen} />
      <Said label="If it is not put right" words={action.impact} />
    </section>
  )
}

function Said({ label, words }: { readonly label: string; readonly words: string | null }) {
  if (!words) return null
  return (
    <>
      <h2 className={styles.label}>{label}</h2>
      <p>{words}</p>
    </>
  )
}
