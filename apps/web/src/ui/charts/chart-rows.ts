import { dayNumber } from '@strandline/domain/day'
import type { Pence } from '@strandline/domain/money'
import { type ChartLine, stopsOf } from './chart-line.ts'

/** One day of the chart, as Recharts takes it. */
export interface Row {
  readonly x: number
  readonly amounts: Readonly<Record<string, Pence>>
  readonly ranges: Readonly<Record<string, readonly [Pence, Pence]>>
}

export function rowsOf(lines: readonly ChartLine[]): Row[] {
  return stopsOf(lines).map(({ day }) => {
    const at = lines.flatMap((line) =>
      [line.join, ...line.points]
        .filter((point) => point?.day === day)
        .flatMap((point) => (point ? [{ line, point }] : [])),
    )
    return {
      x: dayNumber(day),
      amounts: Object.fromEntries(at.map(({ line, point }) => [line.name, point.central])),
      ranges: Object.fromEntries(at.map(({ line, point }) => [line.name, [point.low, point.high] as const])),
    }
  })
}
