import { dayInWords } from '@strandline/domain/day'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { WhyRated_ActionFragment } from '../../generated/graphql.ts'
import { ProvenanceTag } from '../../ui/provenance.tsx'

const WhyRated_action = graphql(`
  fragment WhyRated_action on Action {
    whyDelivery {
      rule
      values
      author
      on
      toTurnGreen
    }
    whyBenefit {
      rule
      values
      author
      on
      toTurnGreen
    }
    ratingSource {
      provenance
    }
    lastUpdate {
      submittedOn
      progress
      person {
        name
      }
    }
  }
`)

/** What was last said of an action, and in one step why it is rated as it is. */
export function WhyRated({ action: masked }: { readonly action: FragmentType<typeof WhyRated_action> }) {
  const { whyDelivery, whyBenefit, lastUpdate, ratingSource } = unmask(WhyRated_action, masked)
  return (
    <>
      {lastUpdate?.progress && (
        <p>
          Last update, {dayInWords(lastUpdate.submittedOn)}, {lastUpdate.person.name}: {lastUpdate.progress}{' '}
          {ratingSource && <ProvenanceTag provenance={ratingSource.provenance} />}
        </p>
      )}
      <Why of="delivery" why={whyDelivery} />
      <Why of="savings" why={whyBenefit} />
    </>
  )
}

interface WhyProps {
  readonly of: string
  readonly why: WhyRated_ActionFragment['whyDelivery']
}

function Why({ of, why }: WhyProps) {
  if (!why) return null
  return (
    <details>
      <summary>Why {of} is rated so</summary>
      <p>{why.rule}</p>
      {why.values.length > 0 && (
        <ul>
          {why.values.map((value) => (
            <li key={value}>{value}</li>
          ))}
        </ul>
      )}
      {why.on && (
        <p>
          Rated on {dayInWords(why.on)}
          {why.author && ` by ${why.author}`}.
        </p>
      )}
      {why.toTurnGreen.length > 0 && (
        <>
          <p>What would turn it green:</p>
          <ul>
            {why.toTurnGreen.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ul>
        </>
      )}
    </details>
  )
}
