import { type FragmentType, unmask } from '../generated/fragment-masking.ts'
import { graphql } from '../generated/gql.ts'
import styles from './action-ratings.module.css'
import { ProvenanceTag } from './provenance.tsx'
import { Rating } from './rating.tsx'

export const ActionRatings_action = graphql(`
  fragment ActionRatings_action on Action {
    deliveryRating
    benefitRating
    isNotUpdated
    ratingSource {
      provenance
    }
  }
`)

/** The two ratings of an action, side by side: is it being done, and is its money coming. */
export function ActionRatings({
  action: masked,
}: {
  readonly action: FragmentType<typeof ActionRatings_action>
}) {
  const { deliveryRating, benefitRating, isNotUpdated, ratingSource } = unmask(ActionRatings_action, masked)
  return (
    <p className={styles.ratings}>
      <Rating kind="delivery" rating={deliveryRating} isNotUpdated={isNotUpdated} />
      <Rating kind="benefit" rating={benefitRating} isNotUpdated={isNotUpdated} />
      {ratingSource && <ProvenanceTag provenance={ratingSource.provenance} />}
    </p>
  )
}
