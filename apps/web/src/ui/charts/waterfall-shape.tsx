import styles from './charts.module.css'
import { textWidth } from './text-width.ts'
import { type BarPlace, stepFigure, type WaterfallStep } from './waterfall-step.ts'
import { shortened } from './wrap-words.ts'

const HATCH = 'waterfall-hatch'
const BAR = 20
const EDGE = 4

interface WaterfallShapeProps {
  readonly place: BarPlace
  readonly steps: readonly WaterfallStep[]
  readonly active: number | null
  readonly plotWidth: number
}

/** One bar: its name and figure above it, and a thin line on to where the next begins. Totals are solid, steps are hatched. */
export function WaterfallShape({ place, steps, active, plotWidth }: WaterfallShapeProps) {
  const { x = 0, y = 0, width = 0, height = 0, index = 0 } = place
  const step = steps[index]
  if (!step) return null
  const [left, size] = [Math.min(x, x + width), Math.max(Math.abs(width), 1)]
  const top = y + height - BAR - 6
  const end = step.to > step.from === width > 0 || step.isTotal ? left + size : left
  const isLast = index === steps.length - 1
  const colour = isLast || !step.isTotal ? 'var(--line-mitigated)' : 'var(--line-unmitigated)'
  const onward = step.isTotal ? left : end
  return (
    <g>
      <text x={EDGE} y={top - 7} className={styles.barName}>
        {shortened(step.name, (words) => textWidth(words, 13, 400) < plotWidth - EDGE - 90)}
      </text>
      <text x={plotWidth - EDGE} y={top - 7} textAnchor="end" className={styles.barFigure}>
        {stepFigure(step)}
      </text>
      <rect
        x={left}
        y={top}
        width={size}
        height={BAR}
        fill={step.isTotal ? colour : `url(#${HATCH})`}
        stroke={colour}
        strokeWidth={active === index ? 4 : 1.5}
      />
      {!isLast && (
        <line x1={onward} x2={onward} y1={top + BAR} y2={top + height} className={styles.connector} />
      )}
    </g>
  )
}

export function HatchPattern() {
  return (
    <pattern id={HATCH} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={6} height={6} fill="var(--paper)" />
      <rect width={2.5} height={6} fill="var(--line-mitigated)" />
    </pattern>
  )
}
