import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { ActionLink, PlanLink, StrandLink } from '../../ui/plan-link.tsx'
import { ProvenanceTag } from '../../ui/provenance.tsx'

const StrandProgress_told = graphql(`
  fragment StrandProgress_told on StrandProgress {
    strand {
      id
      title
      name
      worstAction {
        ratingSource {
          provenance
        }
      }
    }
    standing
    furthest {
      id
      name
      reason
    }
    changed
    asks {
      id
      name
      askOfSchools
      askSource {
        provenance
      }
    }
  }
`)

interface StrandProgressProps {
  readonly told: FragmentType<typeof StrandProgress_told>
  readonly mayAsk: boolean
}

/** One strand: how it stands, what is asked of schools in it, and what has changed. */
export function StrandProgress({ told: masked, mayAsk }: StrandProgressProps) {
  const { strand, standing, furthest, changed, asks } = unmask(StrandProgress_told, masked)
  const rated = strand.worstAction?.ratingSource
  return (
    <section aria-labelledby={`progress-${strand.id}`}>
      <h2 id={`progress-${strand.id}`}>
        <StrandLink id={strand.id}>
          {strand.title}: {strand.name}
        </StrandLink>
      </h2>
      <p>
        {standing} {rated && <ProvenanceTag provenance={rated.provenance} />}
      </p>
      {furthest && (
        <p>
          Furthest from its plan: <ActionLink id={furthest.id}>{furthest.name}</ActionLink>. {furthest.reason}
        </p>
      )}
      <h3>What schools are asked to do</h3>
      {asks.length === 0 && <p>Nothing at the moment.</p>}
      {asks.length > 0 && (
        <ul>
          {asks.map(({ id, name, askOfSchools, askSource }) => (
            <li key={id}>
              {askOfSchools} {askSource && <ProvenanceTag provenance={askSource.provenance} />} This is for{' '}
              <ActionLink id={id}>{name}</ActionLink>.
            </li>
          ))}
        </ul>
      )}
      <h3>What has changed</h3>
      {changed.length === 0 && <p>Nothing that schools need to know of.</p>}
      {changed.length > 0 && (
        <ul>
          {changed.map((sentence, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two changes may be told in the same words, and the list never moves
            <li key={at}>{sentence}</li>
          ))}
        </ul>
      )}
      {mayAsk && (
        <p className="no-print">
          <PlanLink to={`questions?about=strand+${encodeURIComponent(strand.id)}`}>
            Ask about {strand.title}
          </PlanLink>
        </p>
      )}
    </section>
  )
}
