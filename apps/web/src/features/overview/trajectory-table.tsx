import { yearLabel } from '@strandline/domain/financial-year'
import { provenances } from '@strandline/domain/vocabulary'
import { Money } from '../../ui/money.tsx'
import { Illustrative } from '../../ui/provenance.tsx'
import { Table } from '../../ui/table.tsx'
import { SourceList } from './source-list.tsx'
import type { FigureRow } from './trajectory-lines.ts'

interface TrajectoryTableProps {
  readonly caption: string
  readonly rows: readonly FigureRow[]
}

/** Every figure of a chart, exact, with what its range rests on and where it comes from. */
export function TrajectoryTable({ caption, rows }: TrajectoryTableProps) {
  return (
    <Table
      caption={caption}
      rows={rows}
      keyOf={({ line, year }) => `${line} ${year}`}
      columns={[
        { header: 'Line and year', cell: ({ line, year }) => `${line}, ${yearLabel(year)}` },
        { header: 'Low', isNumeric: true, cell: ({ range }) => <Money amount={range.low} isExact /> },
        { header: 'Central', isNumeric: true, cell: ({ range }) => <Money amount={range.central} isExact /> },
        { header: 'High', isNumeric: true, cell: ({ range }) => <Money amount={range.high} isExact /> },
        {
          header: 'Published or illustrative',
          cell: ({ provenance }) =>
            provenance === 'ILLUSTRATIVE' ? <Illustrative /> : provenances[provenance],
        },
        { header: 'Range rests on', cell: ({ basis }) => basis },
        {
          header: 'Source',
          cell: ({ sources }) => <SourceList sources={sources} />,
        },
      ]}
    />
  )
}
