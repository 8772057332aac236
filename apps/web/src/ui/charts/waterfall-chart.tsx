import { type PointerEvent, useState } from 'react'
import { Bar, BarChart, CartesianGrid, ReferenceLine, XAxis, YAxis } from 'recharts'
import styles from './charts.module.css'
import { axisMoney, moneyTicks } from './money-ticks.ts'
import { PointReader } from './point-reader.tsx'
import { useWidth } from './use-width.ts'
import { HatchPattern, WaterfallShape } from './waterfall-shape.tsx'
import type { BarPlace, WaterfallStep } from './waterfall-step.ts'

export interface WaterfallChartProps {
  readonly name: string
  readonly steps: readonly WaterfallStep[]
}

const ROW = 50
const AXIS = 30
const TOP = 4
const FIGURES = 76

/** Bars from balance to balance, the name of each above it, so that long names hold at any width. */
export function WaterfallChart({ name, steps }: WaterfallChartProps) {
  const [box, width] = useWidth()
  const [active, setActive] = useState<number | null>(null)
  const ticks = moneyTicks(
    steps.flatMap(({ from, to }) => [from, to]),
    width < 480 ? 4 : 7,
  )
  const data = steps.map((step) => ({
    ...step,
    range: [Math.min(step.from, step.to), Math.max(step.from, step.to)],
  }))
  const readings = steps.map((step) => ({
    label: step.name,
    items: [{ name: step.isTotal ? 'Balance' : 'Change', words: step.words }],
  }))
  const height = steps.length * ROW + AXIS + TOP
  const follow = (event: PointerEvent<HTMLDivElement>) => {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top
    const place = Math.floor((y - TOP) / ROW)
    setActive(place >= 0 && place < steps.length ? place : null)
  }
  return (
    <PointReader name={name} readings={readings} active={active} onRead={setActive} width={width} isBelow>
      <div
        ref={box}
        className={styles.plot}
        role="img"
        aria-label={`${name}: waterfall chart. Its figures are in the table below.`}
        onPointerMove={follow}
        onPointerDown={follow}
        onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setActive(null)}
      >
        {width > 0 && (
          <BarChart
            width={width}
            height={height}
            data={data}
            layout="vertical"
            margin={{ top: TOP, right: FIGURES, bottom: 0, left: 30 }}
            barCategoryGap={0}
            accessibilityLayer={false}
          >
            <defs>
              <HatchPattern />
            </defs>
            <CartesianGrid horizontal={false} vertical stroke="var(--rule)" />
            <XAxis
              type="number"
              ticks={ticks}
              domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
              tickFormatter={axisMoney}
              interval={0}
              height={AXIS}
              stroke="var(--edge)"
              tick={{ fill: 'var(--ink-quiet)', fontSize: 12 }}
            />
            <YAxis type="category" dataKey="name" hide />
            <ReferenceLine x={0} stroke="var(--ink)" strokeWidth={2.5} />
            <Bar
              dataKey="range"
              isAnimationActive={false}
              shape={(bar: BarPlace) => (
                <WaterfallShape place={bar} steps={steps} active={active} plotWidth={width} />
              )}
            />
          </BarChart>
        )}
      </div>
    </PointReader>
  )
}
