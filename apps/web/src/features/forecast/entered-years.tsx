import { yearLabel } from '@strandline/domain/financial-year'
import { forecastSeries } from '@strandline/domain/vocabulary'
import { Money } from '../../ui/money.tsx'
import { SourceLink } from '../../ui/provenance.tsx'
import { Table } from '../../ui/table.tsx'
import type { VersionShown } from './version-view.tsx'

/** The years of a version as they were written down: with their range, its basis and their sources. */
export function EnteredYears({ years }: { readonly years: VersionShown['enteredYears'] }) {
  return (
    <Table
      caption="In-year balance by year, in pounds; a deficit is below nothing"
      rows={years}
      keyOf={({ id }) => id}
      columns={[
        { header: 'Year', cell: ({ year }) => yearLabel(year) },
        { header: 'Series', cell: ({ series }) => forecastSeries[series] },
        { header: 'Low', isNumeric: true, cell: ({ low }) => <Money amount={low} isExact /> },
        { header: 'Central', isNumeric: true, cell: ({ central }) => <Money amount={central} isExact /> },
        { header: 'High', isNumeric: true, cell: ({ high }) => <Money amount={high} isExact /> },
        { header: 'Basis', cell: ({ basis }) => basis },
        { header: 'Source', cell: ({ source }) => <SourceLink source={source} /> },
      ]}
    />
  )
}
