import type { ReactNode } from 'react'
import styles from './form.module.css'

interface Described {
  readonly id: string
  readonly 'aria-invalid': true | undefined
  readonly 'aria-describedby': string | undefined
}

interface LabelledFieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string | null | undefined
  readonly problem: string | null
  readonly children: (described: Described) => ReactNode
}

/** A label, a hint, what is wrong, and the field: described by them, so that they are heard with it. */
export function LabelledField({ id, label, hint, problem, children }: LabelledFieldProps) {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
      {children({
        id,
        'aria-invalid': problem ? true : undefined,
        'aria-describedby': described || undefined,
      })}
    </div>
  )
}
