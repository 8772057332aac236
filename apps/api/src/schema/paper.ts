import {
  type Block,
  type PaperChart as Chart,
  cellInWords,
  type PaperLine as Line,
  type PaperColumn,
  type PaperTable as Table,
  tableOfChart,
} from '@strandline/domain/paper'
import { micromark } from 'micromark'
import { builder } from './builder.ts'
import { LineLook } from './enums.ts'

const Column = builder.objectRef<PaperColumn>('PaperColumn').implement({
  description: 'A column of a table on paper.',
  fields: (t) => ({
    header: t.exposeString('header', { description: 'What stands over it.' }),
    isMoney: t.boolean({
      description: 'True for amounts in pounds.',
      resolve: ({ isMoney = false }) => isMoney,
    }),
    isProse: t.boolean({ description: 'True for sentences.', resolve: ({ isProse = false }) => isProse }),
  }),
})

const PaperTable = builder.objectRef<Table>('PaperTable').implement({
  description: 'A table on paper. The first column names the row.',
  fields: (t) => ({
    caption: t.exposeString('caption', { description: 'What it shows.' }),
    columns: t.field({ type: [Column], description: 'Its columns.', resolve: ({ columns }) => [...columns] }),
    rows: t.field({
      type: t.listRef(t.listRef('String')),
      description: 'Its cells as they read, row by row.',
      resolve: ({ rows }) => rows.map((row) => row.map(cellInWords)),
    }),
  }),
})

const PaperLine = builder.objectRef<Line>('PaperLine').implement({
  description: 'A line of a chart on paper.',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name.' }),
    look: t.expose('look', { type: LineLook, description: 'How it is drawn.' }),
    values: t.field({
      type: ['Pence'],
      nullable: { list: false, items: true },
      description: 'An amount for each label, in pence; null where it has none.',
      resolve: ({ values }) => [...values],
    }),
  }),
})

const PaperChart = builder.objectRef<Chart>('PaperChart').implement({
  description: 'A chart on paper: years from left to right, balances in pence.',
  fields: (t) => ({
    title: t.exposeString('title', { description: 'The finding.' }),
    subtitle: t.exposeString('subtitle', { description: 'Measure, unit, scope and period.' }),
    isIllustrative: t.exposeBoolean('isIllustrative', {
      description: 'True when any of its figures is made up.',
    }),
    labels: t.stringList({ description: 'The years.', resolve: ({ labels }) => [...labels] }),
    lines: t.field({ type: [PaperLine], description: 'Its lines.', resolve: ({ lines }) => [...lines] }),
    table: t.field({ type: PaperTable, description: 'Its figures.', resolve: tableOfChart }),
  }),
})

export const PaperBlock = builder.objectRef<Block>('PaperBlock').implement({
  description: 'A part of a section on paper: a text, a table or a chart.',
  fields: (t) => ({
    html: t.string({
      nullable: true,
      description: 'A text, as HTML.',
      resolve: (block) => (block.kind === 'TEXT' ? micromark(block.markdown) : null),
    }),
    table: t.field({
      type: PaperTable,
      nullable: true,
      description: 'A table.',
      resolve: (block) => (block.kind === 'TABLE' ? block : null),
    }),
    chart: t.field({
      type: PaperChart,
      nullable: true,
      description: 'A chart.',
      resolve: (block) => (block.kind === 'CHART' ? block : null),
    }),
  }),
})
