import { type RatingKind, type Rating as RatingValue, ratingWords } from '@strandline/domain/rag'
import styles from './rating.module.css'

const kindWords: Readonly<Record<RatingKind, string>> = { delivery: 'Delivery', benefit: 'Savings' }

interface RatingProps {
  readonly rating: RatingValue
  readonly kind?: RatingKind
  /** A rating that nobody confirmed this month is not shown as if it were current. */
  readonly isNotUpdated?: boolean
}

export function Rating({ rating, kind, isNotUpdated = false }: RatingProps) {
  const isBad = rating === 'RED' || rating === 'AMBER'
  const shown = isNotUpdated && !isBad ? 'NOT_UPDATED' : rating
  return (
    <span className={styles.rating}>
      {kind && <span className={styles.kind}>{kindWords[kind]}</span>}
      <RatingShape rating={shown} />
      <span>
        <span className={styles.word}>{ratingWords[shown]}</span>
        {isNotUpdated && isBad && <span className={styles.was}>, not updated</span>}
        {shown !== rating && rating !== 'NOT_RATED' && (
          <span className={styles.was}>, was {ratingWords[rating].toLowerCase()}</span>
        )}
      </span>
    </span>
  )
}

const ringShape = <circle cx="8" cy="8" r="5.75" fill="none" stroke="currentColor" strokeWidth="2.5" />

const shapes = {
  RED: <rect x="1.5" y="1.5" width="13" height="13" fill="currentColor" />,
  AMBER: <path d="M8 1 15.5 14.5H.5Z" fill="currentColor" />,
  GREEN: <circle cx="8" cy="8" r="7" fill="currentColor" />,
  COMPLETE: <path d="m1.5 8.5 4.5 4.5 8.5-10" fill="none" stroke="currentColor" strokeWidth="3" />,
  NOT_STARTED: ringShape,
  NOT_RATED: ringShape,
  NOT_UPDATED: ringShape,
  STOPPED: <path d="M2 8h12" fill="none" stroke="currentColor" strokeWidth="3" />,
} as const

/** The shape alone, for where the word stands beside it already. */
export function RatingShape({ rating }: { readonly rating: RatingValue }) {
  return (
    <svg
      className={`${styles.shape} ${styles[rating]}`}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[rating]}
    </svg>
  )
}
