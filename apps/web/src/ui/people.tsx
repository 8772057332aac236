import { type FragmentType, unmask } from '../generated/fragment-masking.ts'
import { graphql } from '../generated/gql.ts'
import { ProvenanceTag } from './provenance.tsx'

export const People_person = graphql(`
  fragment People_person on Person {
    id
    name
    source {
      provenance
    }
  }
`)

/** People by name or post, each marked where it is invented. */
export function People({
  people: masked,
}: {
  readonly people: readonly FragmentType<typeof People_person>[]
}) {
  return unmask(People_person, masked).map(({ id, name, source }, index) => (
    <span key={id}>
      {index > 0 && ', '}
      {name} <ProvenanceTag provenance={source.provenance} />
    </span>
  ))
}
