import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import styles from './table.module.css'

export interface Column<Row> {
  readonly header: ReactNode
  readonly cell: (row: Row) => ReactNode
  readonly isNumeric?: boolean
  /** Sentences: wide enough to be read, though the table then scrolls. */
  readonly isProse?: boolean
}

interface TableProps<Row> {
  readonly caption: ReactNode
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string | number
  /** A row of totals, drawn apart. */
  readonly total?: Row
  readonly isCaptionHidden?: boolean
}

export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
  total,
  isCaptionHidden = false,
}: TableProps<Row>) {
  const captionId = useId()
  const { ref, isScrolling } = useScrolling()
  return (
    <section
      ref={ref}
      className={styles.region}
      aria-labelledby={captionId}
      tabIndex={isScrolling ? 0 : undefined}
    >
      <table className={styles.table}>
        <caption className={isCaptionHidden ? 'visually-hidden' : styles.caption}>
          <span id={captionId}>{caption}</span>
        </caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
              <th key={index} scope="col" className={column.isNumeric ? styles.number : undefined}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TableRow key={keyOf(row)} row={row} columns={columns} />
          ))}
        </tbody>
        {total !== undefined && (
          <tfoot>
            <TableRow row={total} columns={columns} />
          </tfoot>
        )}
      </table>
    </section>
  )
}

function TableRow<Row>({ row, columns }: { readonly row: Row; readonly columns: readonly Column<Row>[] }) {
  return (
    <tr>
      {columns.map(({ cell, isNumeric, isProse }, index) =>
        index === 0 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
          <th key={index} scope="row">
            {cell(row)}
          </th>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
          <td key={index} className={isNumeric ? styles.number : isProse ? styles.prose : undefined}>
            {cell(row)}
          </td>
        ),
      )}
    </tr>
  )
}

/** Whether the table is wider than its place. Until that can be measured it counts as scrolling, so that no reader is locked out. */
function useScrolling() {
  const ref = useRef<HTMLElement>(null)
  const [isScrolling, setScrolling] = useState(true)
  useEffect(() => {
    const region = ref.current
    if (!region || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setScrolling(region.scrollWidth > region.clientWidth))
    observer.observe(region)
    return () => observer.disconnect()
  }, [])
  return { ref, isScrolling }
}
