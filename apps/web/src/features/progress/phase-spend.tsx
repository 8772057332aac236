import { yearLabel } from '@strandline/domain/financial-year'
import type { Pence } from '@strandline/domain/money'
import { shareInWords } from '@strandline/domain/phase-spend'
import { schoolPhases, scopes } from '@strandline/domain/vocabulary'
import type { ReactNode } from 'react'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { PhaseSpend_PlanFragment } from '../../generated/graphql.ts'
import { Money } from '../../ui/money.tsx'
import { SourceLink } from '../../ui/provenance.tsx'
import { Table } from '../../ui/table.tsx'
import { PhaseSpendForm } from './phase-spend-form.tsx'

const PhaseSpend_plan = graphql(`
  fragment PhaseSpend_plan on Plan {
    isCurrent
    viewerCanEditForecast
    spendByPhase {
      year
      scope
      total
      phases {
        id
        phase
        amount
        share
        source {
          ...SourceLink_source
        }
      }
    }
  }
`)

export type YearShown = PhaseSpend_PlanFragment['spendByPhase'][number]

/** Where the money goes by phase: a table for each year, with its total, shares and sources. */
export function PhaseSpend({ plan: masked }: { readonly plan: FragmentType<typeof PhaseSpend_plan> }) {
  const { spendByPhase, isCurrent, viewerCanEditForecast } = unmask(PhaseSpend_plan, masked)
  return (
    <section aria-labelledby="by-phase">
      <h2 id="by-phase">Where the money goes, by phase</h2>
      {spendByPhase.length === 0 && <p>This has not been written down yet.</p>}
      {spendByPhase.map((year) => (
        <YearTable key={`${year.year} ${year.scope}`} year={year} />
      ))}
      {isCurrent && viewerCanEditForecast && <PhaseSpendForm years={spendByPhase} />}
    </section>
  )
}

interface Line {
  readonly key: string
  readonly name: string
  readonly amount: Pence
  readonly share: number
  readonly source: ReactNode
}

function YearTable({ year: { year, scope, total, phases } }: { readonly year: YearShown }) {
  const lines = phases.map(({ id, phase, amount, share, source }): Line => {
    const name = schoolPhases[phase]
    return { key: id, name, amount, share, source: <SourceLink source={source} /> }
  })
  const whole = phases.reduce((sum, { share }) => sum + share, 0)
  return (
    <Table
      caption={`Spending by phase in ${yearLabel(year)}, ${scopes[scope]}, in pounds`}
      rows={lines}
      keyOf={({ key }) => key}
      total={{ key: 'total', name: 'Total', amount: total, share: whole, source: '' }}
      columns={[
        { header: 'Phase', cell: ({ name }) => name },
        { header: 'Amount', isNumeric: true, cell: ({ amount }) => <Money amount={amount} isExact /> },
        { header: 'Share', isNumeric: true, cell: ({ share }) => shareInWords(share) },
        { header: 'Source', cell: ({ source }) => source },
      ]}
    />
  )
}
