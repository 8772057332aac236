import type { RatingKind } from '@strandline/domain/rag'
import { type Rag, rags } from '@strandline/domain/vocabulary'
import { criteria } from '@strandline/domain/why-rated'
import { RatingShape } from '../../ui/rating.tsx'
import styles from './my-updates.module.css'

const legends = { delivery: 'Delivery: is it being done', benefit: 'Savings: is its money coming' } as const
const choices = Object.keys(rags) as Rag[]

interface RatingChoiceProps {
  readonly kind: RatingKind
  readonly name: string
  readonly value: Rag | ''
  /** What the figures say, where they say anything. */
  readonly hint?: string | null
  readonly onChange: (rag: Rag) => void
}

/** Three native radios, each with its word, its shape and what it means. */
export function RatingChoice({ kind, name, value, hint, onChange }: RatingChoiceProps) {
  const hintId = `${name}-hint`
  return (
    <fieldset className={styles.choice} aria-describedby={hint ? hintId : undefined}>
      <legend>{legends[kind]}</legend>
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
      {choices.map((rag) => (
        <label key={rag} className={styles.option}>
          <input
            type="radio"
            name={name}
            value={rag}
            checked={value === rag}
            onChange={() => onChange(rag)}
          />
          <span>
            <RatingShape rating={rag} /> <strong>{rags[rag]}</strong>{' '}
            <span className={styles.hint}>{criteria[kind][rag]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
