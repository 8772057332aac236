import { dayNumber } from '@strandline/domain/day'
import { type PointerEvent, useState } from 'react'
import { CartesianGrid, ComposedChart, ReferenceLine, XAxis, YAxis, ZIndexLayer } from 'recharts'
import { Cursor, OutturnLabel } from './chart-layers.tsx'
import { type ChartLine, type ChartMarker, readingAt, withoutDoubles } from './chart-line.ts'
import { rowsOf } from './chart-rows.ts'
import styles from './charts.module.css'
import { EndLabels } from './end-labels.tsx'
import { frameOf } from './frame.ts'
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
