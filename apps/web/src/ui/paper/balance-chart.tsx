import { type Pence, pence } from '@strandline/domain/money'
import { looks } from '../charts/looks.ts'
import { Mark } from '../charts/mark.tsx'
import { axisMoney, moneyTicks } from '../charts/money-ticks.ts'
import styles from './paper.module.css'

interface DrawnLine {
  readonly name: string
  readonly look: 'outturn' | 'unmitigated' | 'mitigated'
  readonly values: readonly (number | null)[]
}

interface BalanceChartProps {
  readonly labels: readonly string[]
  readonly lines: readonly DrawnLine[]
}

const WIDTH = 340
const HEIGHT = 230
const LEFT = 52
const RIGHT = 26
const TOP = 12
const BOTTOM = 28
const MOST_LABELS = 5

const xOf = (at: number, count: number) => LEFT + (at * (WIDTH - LEFT - RIGHT)) / Math.max(1, count - 1)

/** A chart that is drawn with the page and needs no script: lines told apart by dashes and mark. Its table says the same. */
export function BalanceChart({ labels, lines }: BalanceChartProps) {
  const amounts = lines.flatMap(({ values }) => values).filter((value) => value !== null)
  const ticks = moneyTicks(
    amounts.map((value) => pence(value)),
    7,
  )
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const yOf = (amount: number) => TOP + ((high - amount) / (high - low)) * (HEIGHT - TOP - BOTTOM)
  return (
    <>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.chart} aria-hidden="true">
        <Axes ticks={ticks} labels={labels} yOf={yOf} />
        {lines.map((line) => (
          <DrawnPath key={line.name} line={line} yOf={yOf} />
        ))}
      </svg>
      <ul className={styles.key} aria-hidden="true">
        {lines.map(({ name, look }) => (
          <li key={name}>
            <svg viewBox="0 0 44 14" className={styles.sample} aria-hidden="true">
              <Stroke look={look} points="1,7 43,7" />
              <Mark look={look} x={22} y={7} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
    </>
  )
}

interface AxesProps {
  readonly ticks: readonly Pence[]
  readonly labels: readonly string[]
  readonly yOf: (amount: number) => number
}

function Axes({ ticks, labels, yOf }: AxesProps) {
  const every = Math.ceil(labels.length / MOST_LABELS)
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={LEFT}
            x2={WIDTH - RIGHT}
            y1={yOf(tick)}
            y2={yOf(tick)}
            className={tick === 0 ? styles.zero : styles.grid}
          />
          <text x={LEFT - 8} y={yOf(tick) + 4} textAnchor="end" className={styles.tick}>
            {axisMoney(tick)}
          </text>
        </g>
      ))}
      {labels.map(
        (label, at) =>
          (labels.length - 1 - at) % every === 0 && (
            <text
              key={label}
              x={xOf(at, labels.length)}
              y={HEIGHT - 8}
              textAnchor="middle"
              className={styles.tick}
            >
              {label}
            </text>
          ),
      )}
    </>
  )
}

interface DrawnPathProps {
  readonly line: DrawnLine
  readonly yOf: (amount: number) => number
}

function DrawnPath({ line: { look, values }, yOf }: DrawnPathProps) {
  const points = values.flatMap((value, at) =>
    value === null ? [] : [{ x: xOf(at, values.length), y: yOf(value) }],
  )
  return (
    <g>
      <Stroke look={look} points={points.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ')} />
      {points.map(({ x, y }) => (
        <Mark key={x} look={look} x={Math.round(x)} y={Math.round(y)} size={3.5} />
      ))}
    </g>
  )
}

function Stroke({ look, points }: { readonly look: DrawnLine['look']; readonly points: string }) {
  const { colour, width, dashes } = looks[look]
  return <polyline points={points} fill="none" stroke={colour} strokeWidth={width} strokeDasharray={dashes} />
}
