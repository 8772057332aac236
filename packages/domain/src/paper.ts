import { yearLabel } from './financial-year.ts'
import { type Line, trajectoryOf } from './forecast.ts'
import { cumulativeFinding, inYearFinding } from './headline.ts'
import { inPounds, type Pence, pence } from './money.ts'
import type { Plan } from './plan.ts'
import { type Provenance, scopes } from './vocabulary.ts'

/**
 * What is told on paper is a value: headed sections of text, tables and charts. A page, a print, a letter, a Word file and
 * a CSV are made from the same one.
 */
export interface PaperSection {
  readonly heading: string
  readonly blocks: readonly Block[]
}

export type Block = PaperText | PaperTable | PaperChart

/** Text in Markdown. */
export interface PaperText {
  readonly kind: 'TEXT'
  readonly markdown: string
}

/** An amount is in pence. */
export type Cell = string | Pence | null

export interface PaperColumn {
  readonly header: string
  readonly isMoney?: boolean
  readonly isProse?: boolean
}

export interface PaperTable {
  readonly kind: 'TABLE'
  readonly caption: string
  /** The first column names the row. */
  readonly columns: readonly PaperColumn[]
  readonly rows: readonly (readonly Cell[])[]
}

/** How a line of a chart on paper is told from the others. */
export const lineLooks = {
  outturn: 'Outturn',
  unmitigated: 'Unmitigated forecast',
  mitigated: 'Mitigated forecast',
}

/** A line of a chart: an amount for each label, null where it has none. */
export interface PaperLine {
  readonly name: string
  readonly look: keyof typeof lineLooks
  readonly values: readonly (Pence | null)[]
}

export interface PaperChart {
  readonly kind: 'CHART'
  /** The finding, as a sentence. */
  readonly title: string
  /** Measure, unit, scope and period. */
  readonly subtitle: string
  readonly isIllustrative: boolean
  readonly labels: readonly string[]
  readonly lines: readonly PaperLine[]
}

/** What a cell says: an amount in exact pounds, and in words that it is not known. */
export function cellInWords(cell: Cell): string {
  if (cell === null) return 'not known'
  return typeof cell === 'string' ? cell : inPounds(cell)
}

/** Every figure of a chart as a table, in pounds. */
export function tableOfChart({ title, labels, lines }: PaperChart): PaperTable {
  return {
    kind: 'TABLE',
    caption: `Figures of the chart: ${title}`,
    columns: [{ header: 'Year' }, ...lines.map(({ name }) => ({ header: name, isMoney: true }))],
    rows: labels.map((label, at) => [label, ...lines.map(({ values }) => values[at] ?? null)]),
  }
}

export type Measure = 'inYear' | 'cumulative'

const measures: Readonly<Record<Measure, string>> = {
  inYear: 'In-year balance, one year’s funding less its spending',
  cumulative: 'Cumulative balance, carried forward at 31 March',
}

/** The trajectory as a chart for paper; null before there is a forecast. */
export function balanceChart(plan: Plan, measure: Measure): PaperChart | null {
  const trajectory = trajectoryOf(plan)
  const years = trajectory?.mitigated.positions.map(({ year }) => year) ?? []
  const [first, last] = [years[0], years.at(-1)]
  if (!trajectory || first === undefined || last === undefined) return null
  const { outturn, unmitigated, mitigated, version } = trajectory
  const lineOf = (look: PaperLine['look'], { name, positions }: Line): PaperLine => ({
    name,
    look,
    values: years.map((of) => positions.find(({ year }) => year === of)?.[measure].central ?? null),
  })
  const lines = [lineOf('unmitigated', unmitigated), lineOf('mitigated', mitigated)]
  const finding = measure === 'inYear' ? inYearFinding : cumulativeFinding
  return {
    kind: 'CHART',
    title: finding(mitigated),
    subtitle: `${measures[measure]}. ${scopes[version.scope]}, ${yearLabel(first)} to ${yearLabel(last)}, £ million, negative in deficit.`,
    isIllustrative: isIllustrative(mitigated, measure) || isIllustrative(unmitigated, measure),
    labels: years.map(yearLabel),
    lines: outturn.positions.length > 0 ? [...lines, lineOf('outturn', outturn)] : lines,
  }
}

function isIllustrative({ positions }: Line, measure: Measure): boolean {
  const of = ({ provenance, cumulativeProvenance }: Line['positions'][number]): Provenance =>
    measure === 'inYear' ? provenance : cumulativeProvenance
  return positions.some((at) => of(at) === 'ILLUSTRATIVE')
}

const FENCE = '```chart'
const FENCED = /^```chart\n(.*)\n```$/gm

/** A chart as it is written down within a text, with its figures, so that the text can be frozen. */
export function chartInText(chart: PaperChart): string {
  return `${FENCE}\n${JSON.stringify(chart)}\n\`\`\``
}

/** True for a text that holds a chart, or would be read as if it did. */
export function holdsChart(text: string): boolean {
  return text.includes(FENCE)
}

/** The text without the figures of its charts. */
export function withoutCharts(text: string): string {
  return text.replaceAll(FENCED, '')
}

/** A text as blocks: its charts stand apart. */
export function blocksOf(text: string): Block[] {
  const parts = text.split(FENCED)
  return parts.flatMap((part, at): Block[] => {
    if (at % 2 === 1) return [readChart(part)]
    return part.trim() === '' ? [] : [{ kind: 'TEXT', markdown: part.trim() }]
  })
}

/** Charts are written by `chartInText` alone: a section that is typed may not hold one. */
function readChart(json: string): PaperChart {
  const chart = JSON.parse(json) as PaperChart
  const lines = chart.lines.map((line) => ({
    ...line,
    values: line.values.map((amount) => (amount === null ? null : pence(amount))),
  }))
  return { ...chart, lines }
}

/** All tables of a paper, charts among them, in the order in which they stand. */
export function tablesOf(sections: readonly PaperSection[]): PaperTable[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block): PaperTable[] => {
      if (block.kind === 'TEXT') return []
      return [block.kind === 'CHART' ? tableOfChart(block) : block]
    }),
  )
}

/** The tables of a paper as comma-separated values: each after its caption, amounts in pounds, deficits negative. */
export function paperAsCsv(sections: readonly PaperSection[]): string {
  const lines = tablesOf(sections).flatMap(({ caption, columns, rows }) => [
    [caption],
    columns.map(({ header, isMoney }) => (isMoney ? `${header} (£)` : header)),
    ...rows.map((row) => row.map((cell) => (typeof cell === 'number' ? (cell / 100).toFixed(2) : cell))),
    [],
  ])
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('')
}

/** Quoted as RFC 4180 has it. A spreadsheet would run a text that begins like a formula, so an apostrophe goes before it. */
function csvCell(cell: string | null): string {
  if (cell === null) return ''
  const safe = /^[=+@\t\r]|^-(?!\d+\.\d\d$)/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
