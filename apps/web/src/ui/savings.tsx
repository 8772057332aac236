import { type FinancialYear, yearLabel } from '@strandline/domain/financial-year'
import { type Pence, total } from '@strandline/domain/money'
import { type SavingMeasure, savingMeasures } from '@strandline/domain/saving'
import { type FragmentType, unmask } from '../generated/fragment-masking.ts'
import { graphql } from '../generated/gql.ts'
import type { Savings_SavingFragment } from '../generated/graphql.ts'
import { Money } from './money.tsx'
import { SavingLink } from './plan-link.tsx'
import { Illustrative } from './provenance.tsx'
import { SavingNotes } from './saving-notes.tsx'
import { type Column, Table } from './table.tsx'

export const Savings_saving = graphql(`
  fragment Savings_saving on Saving {
    id
    name
    years {
      year
      planned
      forecast
      delivered
      confirmed
    }
    source {
      provenance
    }
    ...SavingNotes_saving
  }
`)

interface SavingsProps {
  readonly savings: readonly FragmentType<typeof Savings_saving>[]
  /** Whose savings these are: "Strand 2". */
  readonly of: string
}

/** Each saving by year, and what they come to together. */
export function Savings({ savings: masked, of }: SavingsProps) {
  const savings = unmask(Savings_saving, masked)
  if (savings.length === 0) return <p className="quiet">No savings are expected from this.</p>
  return (
    <>
      {savings.length > 1 && <TotalsTable savings={savings} of={of} />}
      {savings.map((saving) => (
        <section key={saving.id} aria-labelledby={`saving-${saving.id}`}>
          <h3 id={`saving-${saving.id}`}>
            <SavingLink id={saving.id}>{saving.name}</SavingLink>
          </h3>
          <SavingNotes saving={saving} />
          <YearsTable
            caption={`${saving.name}, by financial year`}
            rows={saving.years}
            isIllustrative={saving.source.provenance === 'ILLUSTRATIVE'}
            isCaptionHidden
          />
        </section>
      ))}
    </>
  )
}

/** One saving by year, where its name stands above already. */
export function SavingYears({ saving: masked }: { readonly saving: FragmentType<typeof Savings_saving> }) {
  const { name, years, source } = unmask(Savings_saving, masked)
  if (years.length === 0) return <p className="quiet">No figures for any year yet.</p>
  const isIllustrative = source.provenance === 'ILLUSTRATIVE'
  return <YearsTable caption={`${name}, by financial year`} rows={years} isIllustrative={isIllustrative} />
}

type YearRow = { readonly year: FinancialYear } & Readonly<Record<SavingMeasure, Pence | null>>

const measureWords: Readonly<Record<SavingMeasure, string>> = {
  planned: 'Planned',
  forecast: 'Forecast',
  delivered: 'Delivered',
  confirmed: 'Confirmed by finance',
}

const columns: readonly Column<YearRow>[] = [
  { header: 'Financial year', cell: ({ year }) => yearLabel(year) },
  ...savingMeasures.map(
    (measure): Column<YearRow> => ({
      header: measureWords[measure],
      isNumeric: true,
      cell: (row) => <Amount amount={row[measure]} />,
    }),
  ),
]

function Amount({ amount }: { readonly amount: Pence | null }) {
  return amount === null ? <span className="quiet">Not known</span> : <Money amount={amount} isExact />
}

interface YearsTableProps {
  readonly caption: string
  readonly rows: readonly YearRow[]
  readonly isIllustrative: boolean
  readonly isCaptionHidden?: boolean
}

function YearsTable({ caption, rows, isIllustrative, isCaptionHidden = false }: YearsTableProps) {
  return (
    <Table
      caption={
        <>
          {caption} {isIllustrative && <Illustrative />}
        </>
      }
      columns={columns}
      rows={rows}
      keyOf={({ year }) => year}
      isCaptionHidden={isCaptionHidden}
    />
  )
}

interface TotalsTableProps {
  readonly savings: readonly Savings_SavingFragment[]
  readonly of: string
}

function TotalsTable({ savings, of }: TotalsTableProps) {
  const all = savings.flatMap(({ years }) => years)
  const years = [...new Set(all.map(({ year }) => year))].sort((a, b) => a - b)
  return (
    <YearsTable
      caption={`All savings of ${of}, by financial year`}
      rows={years.map((year) =>
        totalOf(
          year,
          all.filter((row) => row.year === year),
        ),
      )}
      isIllustrative={savings.some(({ source }) => source.provenance === 'ILLUSTRATIVE')}
    />
  )
}

/** What is known, added up; not known where nothing is. */
function totalOf(year: FinancialYear, rows: readonly YearRow[]): YearRow {
  const sum = (measure: SavingMeasure) => {
    const known = rows.map((row) => row[measure]).filter((amount) => amount !== null)
    return known.length > 0 ? total(known) : null
  }
  return {
    year,
    planned: sum('planned'),
    forecast: sum('forecast'),
    delivered: sum('delivered'),
    confirmed: sum('confirmed'),
  }
}
