import { type Day, dayNumber } from '@strandline/domain/day'

/** The days drawn from left to right, as day numbers: every point, and the markers of up to a year before the first. */
export function timeDomain(points: readonly Day[], markers: readonly Day[]): [number, number] {
  const days = points.map(dayNumber).sort((a, b) => a - b)
  const first = days[0] ?? 0
  const last = days.at(-1) ?? first
  const early = markers.map(dayNumber).filter((day) => day >= first - 365 && day < first)
  const room = Math.max(20, (last - first) * 0.03)
  const start = Math.min(first, ...early) - room
  return [start, last === first ? last + room : last]
}

/** Where a day lies, given the days and the pixels of the axis. */
export function xOfDay(day: Day, [from, to]: readonly [number, number], left: number, width: number): number {
  return left + ((dayNumber(day) - from) / (to - from)) * width
}

/** The index of the place nearest to x. */
export function nearest(places: readonly number[], x: number): number {
  return places.reduce(
    (best, at, index) => (Math.abs(at - x) < Math.abs((places[best] ?? 0) - x) ? index : best),
    0,
  )
}

/** A row for each mark, so that no two marks of one row are closer than the gap. Rows count from 0. */
export function rowsForMarks(places: readonly number[], gap: number): number[] {
  const ends: number[] = []
  return places.map((x) => {
    const free = ends.findIndex((end) => x - end >= gap)
    const row = free < 0 ? ends.length : free
    ends[row] = x
    return row
  })
}

/** Every how many-th label fits when each takes a width; the last label is always kept. */
export function everyNth(count: number, width: number, labelWidth: number): number {
  return count < 2 ? 1 : Math.max(1, Math.ceil((labelWidth * (count - 1)) / Math.max(1, width)))
}
