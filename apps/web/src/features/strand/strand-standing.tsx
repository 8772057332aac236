import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { StrandStanding_WorstFragment } from '../../generated/graphql.ts'
import { Fact, Facts } from '../../ui/facts.tsx'
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
    actions {
      isNotUpdated
    }
    leads {
      id
      name
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
  const notUpdated = strand.actions.filter((action) => action.isNotUpdated).length
  return (
    <Facts>
      <Fact name="Delivery">
        <Rating rating={strand.deliveryRating} isNotUpdated={delivery?.isNotUpdated ?? false} />{' '}
        <TagOf worst={delivery} />
        {reasonOf(delivery)}
        <Counts words={strand.deliveryCounts} notUpdated={notUpdated} />
      </Fact>
      <Fact name="Savings">
        <Rating rating={strand.benefitRating} isNotUpdated={benefit?.isNotUpdated ?? false} />{' '}
        <TagOf worst={benefit} />
        {benefit?.id === delivery?.id ? null : reasonOf(benefit)}
        <Counts words={strand.benefitCounts} notUpdated={notUpdated} />
      </Fact>
      <Fact name="Led by">{strand.leads.map(({ name }) => name).join(', ')}</Fact>
      <Fact name="Waits for">{strand.waitsFor}</Fact>
      <Fact name="Needed by">{strand.neededBy}</Fact>
    </Facts>
  )
}

interface CountsProps {
  readonly words: string
  readonly notUpdated: number
}

/** The counts are of ratings as given, so those that nobody confirmed this month are said beside them. */
function Counts({ words, notUpdated }: CountsProps) {
  return (
    <div className="quiet">
      Of its actions: {words}
      {notUpdated > 0 && `; ${notUpdated} of these not updated this month`}
    </div>
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
