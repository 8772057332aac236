import type { Day } from '@strandline/domain/day'
import { balanceInWords, inShort, negated, type Pence } from '@strandline/domain/money'

/** What a line says, which decides its dashes, its marks and its colour, so that no line differs by colour alone. */
export type LineLook = 'outturn' | 'unmitigated' | 'delivered' | 'mitigated' | 'earlier'

/** A balance at the end of a period, in pence and negative in deficit. */
export interface ChartPoint {
  readonly day: Day
  /** The period that the balance is of: 2020-21. */
  readonly label: string
  readonly low: Pence
  readonly central: Pence
  readonly high: Pence
}

export interface ChartLine {
  readonly name: string
  readonly look: LineLook
  readonly points: readonly ChartPoint[]
  /** Where the line sets out from: the last outturn, which is another line's point. */
  readonly join?: ChartPoint | undefined
  /** True for the line whose range is drawn as a band. */
  readonly hasBand?: boolean
}

/** A decision or change, drawn at its own day. */
export interface ChartMarker {
  readonly day: Day
  readonly title: string
}

/** Lines that lie on each other become one line with both names, because only one of them could be seen. */
export function withoutDoubles(lines: readonly ChartLine[]): ChartLine[] {
  const kept: ChartLine[] = []
  for (const line of lines) {
    const index = kept.findIndex((other) => liesOn(line, other))
    const other = kept[index]
    if (!other) kept.push(line)
    else
      kept[index] = {
        ...other,
        name: `${other.name} and ${line.name.charAt(0).toLowerCase()}${line.name.slice(1)}`,
      }
  }
  return kept
}

function liesOn(line: ChartLine, other: ChartLine): boolean {
  return (
    line.points.length === other.points.length &&
    line.points.every((point, index) => {
      const at = other.points[index]
      return at?.day === point.day && at.central === point.central
    })
  )
}

export function hasRange({ low, high }: ChartPoint): boolean {
  return low !== high
}

/** A balance in words with its range: "deficit £5.6m (£5.1m to £6.1m)", with signs where the range crosses zero. */
export function pointInWords(point: ChartPoint): string {
  const words = balanceInWords(point.central)
  if (!hasRange(point)) return words
  const [from, to] = point.high <= 0 ? [negated(point.high), negated(point.low)] : [point.low, point.high]
  return `${words} (${inShort(from)} to ${inShort(to)})`
}

/** The days at which any line has a point, in order, each with its label. */
export function stopsOf(lines: readonly ChartLine[]): { readonly day: Day; readonly label: string }[] {
  const labels = new Map(lines.flatMap(({ points }) => points.map(({ day, label }) => [day, label] as const)))
  return [...labels].map(([day, label]) => ({ day, label })).sort((a, b) => (a.day < b.day ? -1 : 1))
}

/** What every line says at a day: the plan before what it is compared with, the reverse of the order of drawing. */
export function readingAt(
  lines: readonly ChartLine[],
  day: Day,
): { readonly name: string; readonly words: string }[] {
  return lines.toReversed().flatMap(({ name, points }) => {
    const point = points.find((at) => at.day === day)
    return point ? [{ name, words: pointInWords(point) }] : []
  })
}
