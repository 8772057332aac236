import { LabelledField } from '../../ui/labelled-field.tsx'

interface WordsFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly placeholder?: string | undefined
  readonly problem: string | null
  readonly onChange: (words: string) => void
  readonly onLeave: () => void
}

/** Words that are kept as they are typed. */
export function WordsField({ id, label, value, placeholder, problem, onChange, onLeave }: WordsFieldProps) {
  return (
    <LabelledField id={id} label={label} problem={problem}>
      {(described) => (
        <textarea
          {...described}
          rows={3}
          maxLength={4000}
          value={value}
          placeholder={placeholder}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onLeave}
        />
      )}
    </LabelledField>
  )
}
