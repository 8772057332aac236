import styles from './charts.module.css'
import type { Frame } from './frame.ts'
import { textWidth } from './text-width.ts'

const RADIUS = 9
const SIZE = 12

/** A numbered line at the day of each decision, with its title where there is room. The list under the chart has all. */
export function MarkerLines({ frame }: { readonly frame: Frame }) {
  return frame.markers.map((marker) => {
    const { number, x, row, title } = marker
    const middle = 14 + row * frame.markRow
    return (
      <g key={number}>
        <line
          x1={x}
          x2={x}
          y1={middle + RADIUS}
          y2={frame.top + frame.plotHeight}
          className={styles.markerLine}
        />
        <circle cx={x} cy={middle} r={RADIUS} className={styles.markerCircle} />
        <text x={x} y={middle + 4} textAnchor="middle" className={styles.markerNumber}>
          {number}
        </text>
        {textWidth(title, SIZE, 400) < roomAfter(frame, marker) && (
          <text x={x + RADIUS + 5} y={middle + 4} className={styles.markerTitle}>
            {title}
          </text>
        )}
      </g>
    )
  })
}

/** Up to the next marker, whatever its row: a title never crosses another marker's line. */
function roomAfter({ markers, width }: Frame, { x }: Frame['markers'][number]): number {
  const next = markers.filter((other) => other.x > x).map((other) => other.x - RADIUS)
  return Math.min(width, ...next) - x - RADIUS - 9
}
