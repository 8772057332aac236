import { yearLabel } from '@strandline/domain/financial-year'
import { fundingKinds, scopes } from '@strandline/domain/vocabulary'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { Money } from '../../ui/money.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { SourceLink } from '../../ui/provenance.tsx'

export const FiguresSection_plan = graphql(`
  fragment FiguresSection_plan on Plan {
    figures {
      id
      subject
      period
      scope
      unit
      value
      source {
        ...SourceLink_source
      }
    }
    fundingLines {
      id
      kind
      year
      amount
      scope
      source {
        ...SourceLink_source
      }
    }
  }
`)

/** The size of the task in a few published numbers. The rest are on the page of sources. */
export function FiguresSection({ plan }: { readonly plan: FragmentType<typeof FiguresSection_plan> }) {
  const { figures, fundingLines } = unmask(FiguresSection_plan, plan)
  const counts = figures.filter(({ unit }) => unit === 'COUNT')
  const allocations = fundingLines.filter(({ kind }) => kind === 'ALLOCATION')
  if (counts.length + allocations.length === 0) return null
  return (
    <section aria-labelledby="figures">
      <h2 id="figures">Figures behind the plan</h2>
      <ul>
        {counts.map(({ id, subject, period, scope, value, source }) => (
          <li key={id}>
            {subject}, {period}: <b>{value.toLocaleString('en-GB')}</b>. {scopes[scope]}.{' '}
            <SourceLink source={source} />
          </li>
        ))}
        {allocations.map(({ id, kind, year, amount, scope, source }) => (
          <li key={id}>
            {fundingKinds[kind]}, {yearLabel(year)}:{' '}
            <b>
              <Money amount={amount} />
            </b>
            . {scopes[scope]}. <SourceLink source={source} />
          </li>
        ))}
      </ul>
      <p>
        <PlanLink to="sources">All figures and sources</PlanLink>
      </p>
    </section>
  )
}
