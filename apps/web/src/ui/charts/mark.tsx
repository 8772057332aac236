import type { LineLook } from './chart-line.ts'
import { looks } from './looks.ts'

interface MarkProps {
  readonly look: LineLook
  readonly x: number
  readonly y: number
  readonly size?: number
}

/** The mark of a point: filled for the outturn and the plan, hollow for what it is compared with. */
export function Mark({ look, x, y, size = 4.5 }: MarkProps) {
  const { colour, mark } = looks[look]
  const paint = { stroke: colour, strokeWidth: 1.75, fill: 'var(--paper)' }
  const solid = { ...paint, fill: colour }
  switch (mark) {
    case 'circle':
      return <circle cx={x} cy={y} r={size} {...solid} />
    case 'diamond':
      return (
        <path
          d={`M${x} ${y - size - 1}l${size + 1} ${size + 1}l${-size - 1} ${size + 1}l${-size - 1} ${-size - 1}z`}
          {...solid}
        />
      )
    case 'triangle':
      return <path d={`M${x} ${y - size - 1}l${size + 1} ${size * 2}h${-2 * size - 2}z`} {...paint} />
    case 'square':
      return <rect x={x - size} y={y - size} width={size * 2} height={size * 2} {...paint} />
    case 'none':
      return null
  }
}
