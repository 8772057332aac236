import type { ResultOf } from '@graphql-typed-document-node/core'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { Illustrative } from '../provenance.tsx'
import { Table } from '../table.tsx'
import { BalanceChart } from './balance-chart.tsx'
import styles from './paper.module.css'

export const PaperBlocks_block = graphql(`
  fragment PaperBlocks_block on PaperBlock {
    html
    table {
      ...PaperTable_table
    }
    chart {
      title
      subtitle
      isIllustrative
      labels
      lines {
        name
        look
        values
      }
      table {
        ...PaperTable_table
      }
    }
  }
`)

const PaperTable_table = graphql(`
  fragment PaperTable_table on PaperTable {
    caption
    columns {
      header
      isMoney
      isProse
    }
    rows
  }
`)

type Chart = NonNullable<ResultOf<typeof PaperBlocks_block>['chart']>

/** The parts of a section on paper: texts, tables, and charts that are drawn with the page. */
export function PaperBlocks({
  blocks,
}: {
  readonly blocks: readonly FragmentType<typeof PaperBlocks_block>[]
}) {
  return blocks.map((masked, at) => {
    const { html, table, chart } = unmask(PaperBlocks_block, masked)
    const key = at
    if (chart) return <ChartBlock key={key} chart={chart} />
    if (table) return <PaperTable key={key} table={table} />
    return <Text key={key} html={html ?? ''} />
  })
}

/** Made of Markdown by the server, which lets no element of the writer's through. */
function Text({ html }: { readonly html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: micromark escapes every tag and drops unsafe addresses
  return <div dangerouslySetInnerHTML={{ __html: html }} />
}

interface PaperRow {
  readonly at: number
  readonly cells: readonly string[]
}

function PaperTable({ table }: { readonly table: FragmentType<typeof PaperTable_table> }) {
  const { caption, columns, rows } = unmask(PaperTable_table, table)
  return (
    <Table
      caption={caption}
      rows={rows.map((cells, at) => ({ cells, at }))}
      keyOf={({ at }) => at}
      columns={columns.map(({ header, isMoney, isProse }, at) => ({
        header,
        isNumeric: isMoney,
        isProse,
        cell: ({ cells }: PaperRow) => cells[at],
      }))}
    />
  )
}

function ChartBlock({ chart }: { readonly chart: Chart }) {
  const { title, subtitle, isIllustrative, labels, lines, table } = chart
  return (
    <figure className={styles.frame}>
      <figcaption>
        <h3 className={styles.title}>{title}</h3>
        <p className={styles.subtitle}>
          {subtitle} {isIllustrative && <Illustrative />}
        </p>
      </figcaption>
      <BalanceChart labels={labels} lines={lines} />
      <details>
        <summary>Every figure of the chart</summary>
        <PaperTable table={table} />
      </details>
    </figure>
  )
}
