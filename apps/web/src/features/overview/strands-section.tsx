import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { Illustrative } from '../../ui/provenance.tsx'
import styles from './overview.module.css'
import { StrandCard } from './strand-card.tsx'

export const StrandsSection_plan = graphql(`
  fragment StrandsSection_plan on Plan {
    strandLabel
    ratingCounts
    benefitCounts: ratingCounts(kind: benefit)
    actions {
      ratingSource {
        provenance
      }
    }
    strands {
      id
      ...StrandCard_strand
    }
  }
`)

/** Each strand with both its ratings, in the order of the plan. */
export function StrandsSection({ plan }: { readonly plan: FragmentType<typeof StrandsSection_plan> }) {
  const { strandLabel, ratingCounts, benefitCounts, actions, strands } = unmask(StrandsSection_plan, plan)
  const isIllustrative = actions.some(({ ratingSource }) => ratingSource?.provenance === 'ILLUSTRATIVE')
  return (
    <section aria-labelledby="strands">
      <h2 id="strands">Rating by {strandLabel.toLowerCase()}</h2>
      {strands.length === 0 ? (
        <p>No strands have been set up yet.</p>
      ) : (
        <>
          <p>
            Actions by delivery: <strong>{ratingCounts}</strong>. By savings: <strong>{benefitCounts}</strong>
            . {isIllustrative && <Illustrative />}
          </p>
          <ul className={`plain-list ${styles.rows}`}>
            {strands.map((strand) => (
              <StrandCard key={strand.id} strand={strand} />
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
