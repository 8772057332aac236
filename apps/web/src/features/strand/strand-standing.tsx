import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { StrandStanding_WorstFragment } from '../../generated/graphql.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
import { People } from '../../ui/people.tsx'
import { ActionLink } from '../../ui/plan-link.tsx'
import { ProvenanceTag } from '../../ui/provenance.tsx'
import { Rating } from '../../ui/rating.tsx'

const StrandStanding_strand = graphql(`
  fragment StrandStanding_strand on Strand {
    deliveryRating: rating(kind: delivery)
    benefitRating: rating(kind: benefit)
    deliveryWorst: worstAction(kind: delivery) {
      ...StrandStanding_worst
    }
    benefitWorst: worstAction(kind: benefit) {
      ...StrandStanding_worst
    }
    deliveryCounts: counts(kind: delivery)
    benefitCounts: counts(kind: benefit)
    leads {
      ...People_person
    }
    waitsFor
    neededBy
  }
`)

const StrandStanding_worst = graphql(`
  fragment StrandStanding_worst on Action {
    id
    name
    reason
    isNotUpdated
    updateNote
    ratingSource {
      provenance
    }
  }
`)

/** How a strand stands: both ratings with the reason of the worst action, who leads, and what it waits for. */
export function StrandStanding({
  strand: masked,
}: {
  readonly strand: FragmentType<typeof StrandStanding_strand>
}) {
  const strand = unmask(StrandStanding_strand, masked)
  const delivery = unmask(StrandStanding_worst, strand.deliveryWorst)
  const benefit = unmask(StrandStanding_worst, strand.benefitWorst)
  return (
    <Facts>
      <Fact name="Delivery">
        <Rating rating={strand.deliveryRating} isNotUpdated={delivery?.isNotUpdated ?? false} />{' '}
        <TagOf worst={delivery} />
        {reasonOf(delivery)}
        <p className="quiet">Of its actions: {strand.deliveryCounts}</p>
      </Fact>
      <Fact name="Savings">
        <Rating rating={strand.benefitRating} isNotUpdated={benefit?.isNotUpdated ?? false} />{' '}
        <TagOf worst={benefit} />
        {benefit?.id === delivery?.id ? null : reasonOf(benefit)}
        <p className="quiet">Of its actions: {strand.benefitCounts}</p>
      </Fact>
      <Fact name="Led by">{strand.leads.length > 0 && <People people={strand.leads} />}</Fact>
      <Fact name="Waits for">{strand.waitsFor}</Fact>
      <Fact name="Needed by">{strand.neededBy}</Fact>
    </Facts>
  )
}

type Worst = StrandStanding_WorstFragment | null | undefined

function TagOf({ worst }: { readonly worst: Worst }) {
  return worst?.ratingSource ? <ProvenanceTag provenance={worst.ratingSource.provenance} /> : null
}

/** A strand is rated by its worst action, so the reason is that action's own. */
function reasonOf(worst: Worst) {
  if (!worst) return null
  return (
    <div>
      <ActionLink id={worst.id}>{worst.name}</ActionLink>
      {(worst.reason || worst.updateNote) && ': '}
      {[worst.reason, worst.updateNote].filter(Boolean).join(' ')}
    </div>
  )
}
