import type { Provenance } from '@strandline/domain/vocabulary'
import { type FragmentType, unmask } from '../generated/fragment-masking.ts'
import { graphql } from '../generated/gql.ts'
import { PlanLink } from './plan-link.tsx'
import styles from './provenance.module.css'

export const SourceLink_source = graphql(`
  fragment SourceLink_source on Source {
    id
    title
    provenance
    isLaterThanPlan
  }
`)

export function Illustrative() {
  return <span className={styles.illustrative}>Illustrative</span>
}

/** The tag where it is needed, nothing where the figure was published. */
export function ProvenanceTag({ provenance }: { readonly provenance: Provenance }) {
  return provenance === 'ILLUSTRATIVE' ? <Illustrative /> : null
}

interface SourceLinkProps {
  readonly source: FragmentType<typeof SourceLink_source>
}

export function SourceLink({ source: masked }: SourceLinkProps) {
  const source = unmask(SourceLink_source, masked)
  return (
    <span className={styles.source}>
      <PlanLink to={`sources#source-${encodeURIComponent(source.id)}`}>{source.title}</PlanLink>{' '}
      <ProvenanceTag provenance={source.provenance} />
      {source.isLaterThanPlan && <LaterThanPlan />}
    </span>
  )
}

export function LaterThanPlan() {
  return <span className={styles.later}> Published after the plan’s date</span>
}
