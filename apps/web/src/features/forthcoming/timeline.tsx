import { addMonths, type Day, monthInWords } from '@strandline/domain/day'
import { type Group, monthId, OVERDUE, UNDATED } from './groups.ts'
import styles from './timeline.module.css'

const MONTHS_SHOWN = 12

interface TimelineProps {
  readonly groups: readonly Group<unknown>[]
  readonly today: Day
}

interface Stop {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly count: number
}

/** The year ahead at a glance: a column of dots for each month, which leads to that month in the list. */
export function Timeline({ groups, today }: TimelineProps) {
  const stops = stopsOf(groups, today)
  return (
    <nav aria-label="Timeline by month" className={styles.timeline}>
      <ol className={styles.stops}>
        {stops.map((stop) => (
          <li key={stop.id} className={stop.id === OVERDUE ? styles.overdue : undefined}>
            <TimelineStop {...stop} />
          </li>
        ))}
      </ol>
    </nav>
  )
}

function TimelineStop({ id, name, label, count }: Stop) {
  const inside = (
    <>
      <Dots count={count} isSquare={id === OVERDUE} />
      <span aria-hidden="true" className={styles.count}>
        {count || ''}
      </span>
      <span aria-hidden="true" className={styles.label}>
        {label}
      </span>
      <span className="visually-hidden">{`${name}: ${count === 0 ? 'nothing due' : count}`}</span>
    </>
  )
  return count > 0 ? (
    <a href={`#${id}`} className={styles.stop}>
      {inside}
    </a>
  ) : (
    <span className={styles.stop}>{inside}</span>
  )
}

function Dots({ count, isSquare }: { readonly count: number; readonly isSquare: boolean }) {
  return (
    <span aria-hidden="true" className={styles.dots}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike
        <span key={index} className={isSquare ? styles.square : styles.dot} />
      ))}
    </span>
  )
}

function stopsOf(groups: readonly Group<unknown>[], today: Day): Stop[] {
  const countOf = (id: string) => groups.find((group) => group.id === id)?.items.length ?? 0
  const firstOfMonth = `${today.slice(0, 7)}-01` as Day
  const months = Array.from({ length: MONTHS_SHOWN }, (_, index) => addMonths(firstOfMonth, index))
  const shown = new Set([OVERDUE, UNDATED, ...months.map(monthId)])
  const later = groups.filter(({ id }) => !shown.has(id))
  const inLater = later.reduce((sum, { items }) => sum + items.length, 0)
  return [
    { id: OVERDUE, name: 'Overdue', label: 'Overdue', count: countOf(OVERDUE) },
    ...months.map((day, index) => ({
      id: monthId(day),
      name: monthInWords(day),
      label: shortMonth(day, index === 0),
      count: countOf(monthId(day)),
    })),
    { id: later[0]?.id ?? 'later', name: 'Later', label: 'Later', count: inLater },
    { id: UNDATED, name: 'No date given', label: 'No date', count: countOf(UNDATED) },
  ]
}

/** "Apr", with the year where it begins: "Jan 2021". */
function shortMonth(day: Day, isFirst: boolean): string {
  const short = monthInWords(day).slice(0, 3)
  return isFirst || day.slice(5, 7) === '01' ? `${short} ${day.slice(0, 4)}` : short
}
