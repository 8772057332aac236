import { type KeyboardEvent, type ReactNode, useId } from 'react'
import styles from './charts.module.css'

export interface Reading {
  readonly label: string
  readonly items: readonly { readonly name: string; readonly words: string }[]
}

interface PointReaderProps {
  readonly name: string
  readonly readings: readonly Reading[]
  /** The reading in view, by its place; null for none. */
  readonly active: number | null
  readonly onRead: (place: number | null) => void
  /** Where the point that is read lies across the chart; without it the card stands below. */
  readonly x?: number | undefined
  readonly width: number
  /** True where the card always stands below the chart. */
  readonly isBelow?: boolean
  readonly children: ReactNode
}

/**
 * Reads a chart point by point. A slider lies unseen over the chart: arrow keys, Home and End move it, and every screen
 * reader knows how to work one. What it stands on is told in a card, which the pointer brings up too and Escape puts away.
 */
export function PointReader({
  name,
  readings,
  active,
  onRead,
  x,
  width,
  isBelow = false,
  children,
}: PointReaderProps) {
  const hintId = useId()
  const reading = active === null ? undefined : readings[active]
  const putAway = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onRead(null)
  }
  const side = isBelow
    ? styles.cardBelow
    : x !== undefined && x > width / 2
      ? styles.cardLeft
      : styles.cardRight
  return (
    <div className={styles.reader}>
      <input
        type="range"
        className={styles.slider}
        aria-label={`${name}, point by point`}
        aria-describedby={hintId}
        aria-valuetext={readings[active ?? 0]?.label}
        min={0}
        max={Math.max(0, readings.length - 1)}
        step={1}
        value={active ?? 0}
        onChange={(event) => onRead(Number(event.currentTarget.value))}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && onRead(active ?? 0)}
        onBlur={() => onRead(null)}
        onKeyDown={putAway}
      />
      {children}
      <div className={styles.below}>
        <output className={`${styles.card} ${side}`} data-empty={reading === undefined}>
          {reading && (
            <>
              <strong>{reading.label}</strong>
              {reading.items.map((item) => (
                <span key={item.name}>
                  {item.name}: {item.words}
                </span>
              ))}
            </>
          )}
        </output>
        <p id={hintId} className={styles.hint}>
          Point at the chart, or press Tab and the arrow keys, to read each point.
        </p>
      </div>
    </div>
  )
}
