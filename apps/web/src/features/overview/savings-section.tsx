import { yearLabel } from '@strandline/domain/financial-year'
import { balanceInWords } from '@strandline/domain/money'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { Money } from '../../ui/money.tsx'
import { ProvenanceTag } from '../../ui/provenance.tsx'
import { Table } from '../../ui/table.tsx'
import { SourceList } from './source-list.tsx'

export const SavingsSection_plan = graphql(`
  fragment SavingsSection_plan on Plan {
    savingsTable {
      year
      budgeted
      forecast
      achieved
      confirmed
      yearEnd
      provenance
      sources {
        id
        ...SourceLink_source
      }
    }
  }
`)

/** The table that members ask for first. */
export function SavingsSection({ plan }: { readonly plan: FragmentType<typeof SavingsSection_plan> }) {
  const { savingsTable: rows } = unmask(SavingsSection_plan, plan)
  const hasSavings = rows.some(({ budgeted, forecast, achieved }) => budgeted || forecast || achieved)
  return (
    <section aria-labelledby="savings">
      <h2 id="savings">Savings by year</h2>
      {hasSavings ? (
        <>
          <Table
            caption="Savings counted in the forecast and the cumulative balance at 31 March, in pounds"
            rows={rows}
            keyOf={({ year }) => year}
            columns={[
              {
                header: 'Year',
                cell: ({ year, provenance }) => (
                  <>
                    {yearLabel(year)} <ProvenanceTag provenance={provenance} />
                  </>
                ),
              },
              {
                header: 'Budgeted',
                isNumeric: true,
                cell: ({ budgeted }) => <Money amount={budgeted} isExact />,
              },
              {
                header: 'Forecast',
                isNumeric: true,
                cell: ({ forecast }) => <Money amount={forecast} isExact />,
              },
              {
                header: 'Achieved',
                isNumeric: true,
                cell: ({ achieved }) => <Money amount={achieved} isExact />,
              },
              {
                header: 'Confirmed',
                isNumeric: true,
                cell: ({ confirmed }) => <Money amount={confirmed} isExact />,
              },
              {
                header: 'Year-end position',
                isNumeric: true,
                cell: ({ yearEnd }) =>
                  yearEnd === null ? (
                    'No forecast'
                  ) : (
                    <>
                      {balanceInWords(yearEnd)}
                      <br />
                      <span className="quiet small">
                        <Money amount={yearEnd} isExact />
                      </span>
                    </>
                  ),
              },
            ]}
          />
          <div className="small">
            Sources: <SourceList sources={rows.at(-1)?.sources ?? []} />
          </div>
        </>
      ) : (
        <p>No savings have been planned yet.</p>
      )}
    </section>
  )
}
