import { inShort } from '@strandline/domain/money'
import type { ChartLine } from './chart-line.ts'
import styles from './charts.module.css'
import { type Frame, yOfAmount } from './frame.ts'
import { looks } from './looks.ts'
import { nudgeApart } from './nudge-apart.ts'
import { textWidth } from './text-width.ts'
import { wrapWords } from './wrap-words.ts'

const LINE_HEIGHT = 15
const GAP = 8
const LEAD = 14
const SIZE = 12.5

/** The name and last figure of each line at its end, moved apart where the ends are close, with a lead to the end. */
export function EndLabels({ frame, lines }: { readonly frame: Frame; readonly lines: readonly ChartLine[] }) {
  const end = frame.stops.at(-1)
  if (!end) return null
  const room = frame.width - end.x - LEAD - 2
  const fits = (words: string) => textWidth(words, SIZE, 700) <= room
  const labels = lines.flatMap((line) => {
    const last = line.points.at(-1)
    if (!last || last.day !== end.day) return []
    const amount = inShort(last.central)
    const words =
      line.look === 'earlier'
        ? wrapWords(`${line.name} ${amount}`, fits)
        : [...wrapWords(line.name, fits), amount]
    return [{ line, words, at: yOfAmount(frame, last.central), height: words.length * LINE_HEIGHT + GAP }]
  })
  const middles = nudgeApart(labels, 2, frame.top + frame.plotHeight)
  return labels.map(({ line, words, at }, index) => (
    <EndLabel key={line.name} line={line} words={words} at={at} middle={middles[index] ?? at} x={end.x} />
  ))
}

interface EndLabelProps {
  readonly line: ChartLine
  readonly words: readonly string[]
  readonly at: number
  readonly middle: number
  readonly x: number
}

function EndLabel({ line, words, at, middle, x }: EndLabelProps) {
  const { colour } = looks[line.look]
  const first = middle - ((words.length - 1) * LINE_HEIGHT) / 2 + 4.5
  const isFaint = line.look === 'earlier'
  return (
    <g>
      {Math.abs(middle - at) > 3 && (
        <path d={`M${x + 7} ${at}L${x + LEAD - 2} ${middle}`} stroke={colour} strokeWidth={1} fill="none" />
      )}
      {words.map((word, index) => (
        <text
          key={word}
          x={x + LEAD}
          y={first + index * LINE_HEIGHT}
          fill={isFaint ? 'var(--ink-quiet)' : colour}
          className={
            isFaint ? styles.endFaint : index === words.length - 1 ? styles.endAmount : styles.endName
          }
        >
          {word}
        </text>
      ))}
    </g>
  )
}
