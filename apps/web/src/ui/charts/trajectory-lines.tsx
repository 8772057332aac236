import { dayNumber } from '@strandline/domain/day'
import { Area, Line } from 'recharts'
import { type ChartLine, hasRange } from './chart-line.ts'
import type { Row } from './chart-rows.ts'
import { looks } from './looks.ts'
import { Mark } from './mark.tsx'

/** The range of a line as an outlined band. */
export function band(line: ChartLine) {
  if (!line.points.some(hasRange)) return null
  return (
    <Area
      key={`${line.name} range`}
      dataKey={(row: Row) => row.ranges[line.name]}
      type="linear"
      connectNulls
      stroke="var(--edge)"
      strokeWidth={1}
      fill="var(--band)"
      fillOpacity={0.75}
      isAnimationActive={false}
      activeDot={false}
      legendType="none"
    />
  )
}

/** A line with its marks. */
export function stroke(line: ChartLine) {
  const { colour, width, dashes, mark } = looks[line.look]
  return (
    <Line
      key={line.name}
      dataKey={(row: Row) => row.amounts[line.name]}
      name={line.name}
      type="linear"
      connectNulls
      stroke={colour}
      strokeWidth={width}
      {...(dashes ? { strokeDasharray: dashes } : {})}
      isAnimationActive={false}
      activeDot={false}
      dot={
        mark === 'none'
          ? false
          : ({ cx = 0, cy = 0, payload }: { cx?: number; cy?: number; payload?: Row }) => {
              const isOwn = line.points.some(({ day }) => dayNumber(day) === payload?.x)
              return isOwn ? <Mark key={cx} look={line.look} x={cx} y={cy} /> : <g key={cx} />
            }
      }
    />
  )
}
