import { Table } from '../../ui/table.tsx'
import type { Cited } from './cited.ts'

interface CitedTableProps {
  readonly title: string
  readonly rows: readonly Cited[]
}

export function CitedTable({ title, rows }: CitedTableProps) {
  if (rows.length === 0) return null
  return (
    <Table
      caption={
        <>
          Figures from this source<span className="visually-hidden">: {title}</span>
        </>
      }
      columns={[
        { header: 'What', cell: ({ subject }) => subject },
        { header: 'Period', cell: ({ period }) => period },
        { header: 'Covers', cell: ({ scope }) => scope },
        { header: 'Figure', cell: ({ value }) => value, isNumeric: true },
      ]}
      rows={rows}
      keyOf={({ id }) => id}
    />
  )
}
