import { dayNumber } from '@strandline/domain/day'
import type { Pence } from '@strandline/domain/money'
import { type ChartLine, type ChartMarker, stopsOf } from './chart-line.ts'
import { moneyTicks } from './money-ticks.ts'
import { everyNth, rowsForMarks, timeDomain, xOfDay } from './time-axis.ts'

const NARROW = 560
const MARK_GAP = 22
const MARK_ROW = 20

/** Where everything on a trajectory lies, in pixels, worked out from the width alone. */
export function frameOf(width: number, lines: readonly ChartLine[], markers: readonly ChartMarker[]) {
  const isNarrow = width < NARROW
  const stops = stopsOf(lines)
  const domain = timeDomain(
    stops.map(({ day }) => day),
    markers.map(({ day }) => day),
  )
  const left = isNarrow ? 54 : 64
  const labelWidth = isNarrow ? 104 : 190
  const plotWidth = Math.max(80, width - left - labelWidth)
  const place = (day: ChartMarker['day']) => xOfDay(day, domain, left, plotWidth)
  const shown = markers.filter(({ day }) => dayNumber(day) >= domain[0] && dayNumber(day) <= domain[1])
  const rows = rowsForMarks(
    shown.map(({ day }) => place(day)),
    MARK_GAP,
  )
  const top = 12 + (rows.length > 0 ? (Math.max(...rows) + 1) * MARK_ROW : 0)
  const bottom = 30
  const plotHeight = isNarrow ? 300 : 336
  const amounts = lines.flatMap(({ points, hasBand }) =>
    points.flatMap(({ low, central, high }): Pence[] => (hasBand ? [low, central, high] : [central])),
  )
  const ticks = moneyTicks(amounts)
  const skip = everyNth(
    stops.length,
    place(stops.at(-1)?.day ?? '1970-01-01') - place(stops[0]?.day ?? '1970-01-01'),
    isNarrow ? 60 : 66,
  )
  return {
    isNarrow,
    width,
    height: top + plotHeight + bottom,
    left,
    top,
    bottom,
    labelWidth,
    plotWidth,
    plotHeight,
    domain,
    ticks,
    stops: stops.map((stop) => ({ ...stop, x: place(stop.day) })),
    labelled: stops.filter((_, index) => (stops.length - 1 - index) % skip === 0),
    markers: shown.map((marker, index) => ({
      ...marker,
      number: markers.indexOf(marker) + 1,
      x: place(marker.day),
      row: rows[index] ?? 0,
    })),
    markRow: MARK_ROW,
  }
}

export type Frame = ReturnType<typeof frameOf>

/** The height of an amount, in pixels from the top of the chart. */
export function yOfAmount(
  { ticks, top, plotHeight }: Pick<Frame, 'ticks' | 'top' | 'plotHeight'>,
  amount: number,
): number {
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  return top + ((high - amount) / (high - low)) * plotHeight
}
