import { dayNumber } from '@strandline/domain/day'
import { type PointerEvent, useState } from 'react'
import { CartesianGrid, ComposedChart, ReferenceLine, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { type ChartLine, type ChartMarker, readingAt, withoutDoubles } from './chart-line.ts'
import { rowsOf } from './chart-rows.ts'
import styles from './charts.module.css'
import { EndLabels } from './end-labels.tsx'
import { type Frame, frameOf, yOfAmount } from './frame.ts'
import { Mark } from './mark.tsx'
import { MarkerLines } from './marker-lines.tsx'
import { axisMoney } from './money-ticks.ts'
import { PointReader } from './point-reader.tsx'
import { nearest } from './time-axis.ts'
import { band, stroke } from './trajectory-lines.tsx'
import { useWidth } from './use-width.ts'

const ON_TOP = 1500

export interface TrajectoryChartProps {
  /** What the chart is of, for those who do not see it: "In-year balance". */
  readonly name: string
  readonly lines: readonly ChartLine[]
  readonly markers: readonly ChartMarker[]
}

export function TrajectoryChart({ name, lines: all, markers }: TrajectoryChartProps) {
  const [box, width] = useWidth()
  const [active, setActive] = useState<number | null>(null)
  const lines = withoutDoubles(all)
  const frame = frameOf(width, lines, markers)
  const stop = active === null ? undefined : frame.stops[active]
  const readings = frame.stops.map(({ day, label }) => ({ label, items: readingAt(lines, day) }))

  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    if (x <= frame.left + frame.plotWidth + 10)
      setActive(
        nearest(
          frame.stops.map((at) => at.x),
          x,
        ),
      )
  }

  return (
    <PointReader
      name={name}
      readings={readings}
      active={active}
      onRead={setActive}
      x={stop?.x}
      width={2 * frame.left + frame.plotWidth}
    >
      <div
        ref={box}
        className={styles.plot}
        role="img"
        aria-label={`${name}: line chart. Its figures are in the table below.`}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setActive(null)}
      >
        {width > 0 && (
          <ComposedChart
            width={width}
            height={frame.height}
            data={rowsOf(lines)}
            margin={{ top: frame.top, right: frame.labelWidth, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid horizontal vertical={false} stroke="var(--rule)" strokeWidth={1} />
            <XAxis
              dataKey="x"
              type="number"
              domain={frame.domain}
              ticks={frame.labelled.map(({ day }) => dayNumber(day))}
              tickFormatter={(x: number) =>
                frame.labelled.find(({ day }) => dayNumber(day) === x)?.label ?? ''
              }
              interval={0}
              height={frame.bottom}
              stroke="var(--edge)"
              tick={{ fill: 'var(--ink-quiet)', fontSize: 12 }}
            />
            <YAxis
              type="number"
              width={frame.left}
              ticks={frame.ticks}
              domain={[frame.ticks[0] ?? 0, frame.ticks.at(-1) ?? 1]}
              tickFormatter={axisMoney}
              interval={0}
              axisLine={false}
              tickLine={false}
              tick={{ fill: 'var(--ink-quiet)', fontSize: 12 }}
            />
            {lines.filter(({ hasBand }) => hasBand).map(band)}
            <ReferenceLine y={0} stroke="var(--ink)" strokeWidth={2.5} />
            {lines.map(stroke)}
            <ZIndexLayer zIndex={ON_TOP}>
              <MarkerLines frame={frame} />
              <OutturnLabel frame={frame} lines={lines} />
              <EndLabels frame={frame} lines={lines} />
              {stop && <Cursor frame={frame} lines={lines} stop={stop} />}
            </ZIndexLayer>
          </ComposedChart>
        )}
      </div>
    </PointReader>
  )
}

interface LayerProps {
  readonly frame: Frame
  readonly lines: readonly ChartLine[]
}

/** What happened ends where the forecast begins, so its name stands there. */
function OutturnLabel({ frame, lines }: LayerProps) {
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

function Cursor({ frame, lines, stop }: LayerProps & { readonly stop: Frame['stops'][number] }) {
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
