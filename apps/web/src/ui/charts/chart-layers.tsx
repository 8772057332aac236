import type { ChartLine } from './chart-line.ts'
import styles from './charts.module.css'
import { type Frame, yOfAmount } from './frame.ts'
import { Mark } from './mark.tsx'

interface LayerProps {
  readonly frame: Frame
  readonly lines: readonly ChartLine[]
}

/** What happened ends where the forecast begins, so its name stands there. */
export function OutturnLabel({ frame, lines }: LayerProps) {
  const line = lines.find(({ look }) => look === 'outturn')
  const last = line?.points.at(-1)
  const stop = frame.stops.find(({ day }) => day === last?.day)
  if (!line || !last || !stop || stop === frame.stops.at(-1)) return null
  const y = yOfAmount(frame, last.central)
  const isAbove = y - frame.top > 40
  return (
    <text x={Math.max(stop.x, frame.left + 4)} y={isAbove ? y - 12 : y + 22} className={styles.outturnLabel}>
      {line.name}
    </text>
  )
}

export function Cursor({ frame, lines, stop }: LayerProps & { readonly stop: Frame['stops'][number] }) {
  return (
    <g>
      <line
        x1={stop.x}
        x2={stop.x}
        y1={frame.top}
        y2={frame.top + frame.plotHeight}
        className={styles.cursor}
      />
      {lines.map((line) => {
        const point = line.points.find(({ day }) => day === stop.day)
        return (
          point && (
            <Mark key={line.name} look={line.look} x={stop.x} y={yOfAmount(frame, point.central)} size={6} />
          )
        )
      })}
    </g>
  )
}
