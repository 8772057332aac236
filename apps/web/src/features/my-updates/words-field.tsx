import styles from './my-updates.module.css'

interface WordsFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly placeholder?: string | undefined
  readonly problem: string | null
  readonly onChange: (words: string) => void
  readonly onLeave: () => void
}

/** A label, what is wrong, and the text: described by it, so that it is heard with the field. */
export function WordsField({ id, label, value, placeholder, problem, onChange, onLeave }: WordsFieldProps) {
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
      <textarea
        id={id}
        rows={3}
        maxLength={4000}
        value={value}
        placeholder={placeholder}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onLeave}
      />
    </div>
  )
}
