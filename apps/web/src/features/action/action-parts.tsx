import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { ActionRatings } from '../../ui/action-ratings.tsx'
import { ActionLink } from '../../ui/plan-link.tsx'

const ActionParts_action = graphql(`
  fragment ActionParts_action on Action {
    parts {
      id
      name
      ...ActionRatings_action
    }
  }
`)

/** The smaller actions that this one is made of. */
export function ActionParts({
  action: masked,
}: {
  readonly action: FragmentType<typeof ActionParts_action>
}) {
  const { parts } = unmask(ActionParts_action, masked)
  if (parts.length === 0) return null
  return (
    <>
      <h2>Parts of this action</h2>
      <ul className="plain-list">
        {parts.map((part) => (
          <li key={part.id}>
            <ActionLink id={part.id}>{part.name}</ActionLink>
            <ActionRatings action={part} />
          </li>
        ))}
      </ul>
    </>
  )
}
