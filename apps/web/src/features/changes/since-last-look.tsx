import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '../../generated/gql.ts'
import { usePlanFrame, usePlanPlace } from '../../ui/plan-place.ts'

const SinceLastLook_plan = graphql(`
  query SinceLastLook_plan($planId: ID!) {
    plan(id: $planId) {
      __typename
      ... on Plan {
        revision
        sinceLastLook {
          news {
            kind
            id
            words
          }
        }
      }
    }
  }
`)

const SinceLastLook_seen = graphql(`
  mutation SinceLastLook_seen($planId: ID!, $revision: Int!) {
    markSeen(planId: $planId, revision: $revision)
  }
`)

/** What is new to this reader. Seeing it is said on purpose, so that nothing is taken as read by an open window. */
export function SinceLastLook() {
  const { planId } = usePlanPlace()
  const frame = usePlanFrame()
  const isReader = frame?.isCurrent === true && frame.reader.name !== null
  const { data, refetch } = useQuery(SinceLastLook_plan, { variables: { planId }, skip: !isReader })
  const [markSeen, { loading, error }] = useMutation(SinceLastLook_seen)
  if (data?.plan.__typename !== 'Plan') return null
  const { revision, sinceLastLook } = data.plan
  const news = sinceLastLook?.news ?? []
  const seen = () =>
    // A failure is shown below; what was not marked is simply told again.
    markSeen({ variables: { planId, revision } }).then(
      () => refetch(),
      () => undefined,
    )
  return (
    <section aria-labelledby="since-last-look">
      <h2 id="since-last-look">Since you last looked</h2>
      {sinceLastLook === null && (
        <p>Mark what is here as seen, and next time this page begins with what is new to you.</p>
      )}
      {sinceLastLook !== null && news.length === 0 && <p>Nothing has changed.</p>}
      {news.length > 0 && (
        <ul>
          {news.map(({ kind, id, words }) => (
            <li key={`${kind}/${id}/${words}`}>{words}</li>
          ))}
        </ul>
      )}
      {(sinceLastLook === null || news.length > 0) && (
        <button type="button" onClick={seen} disabled={loading}>
          Mark as seen
        </button>
      )}
      {error && <p role="alert">That could not be kept. Try again in a minute.</p>}
    </section>
  )
}
