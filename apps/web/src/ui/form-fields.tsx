import type { Day } from '@strandline/domain/day'
import styles from './form.module.css'
import { useField } from './form-problems.ts'
import { LabelledField } from './labelled-field.tsx'

interface FieldProps<Value> {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  /** What stands now. */
  readonly initial?: Value | null | undefined
}

export function TextField({ name, label, hint, initial }: FieldProps<string>) {
  return (
    <LabelledField label={label} hint={hint} {...useField(name)}>
      {(described) => <input {...described} name={name} maxLength={400} defaultValue={initial ?? ''} />}
    </LabelledField>
  )
}

export function WordsField({ name, label, hint, initial }: FieldProps<string>) {
  return (
    <LabelledField label={label} hint={hint} {...useField(name)}>
      {(described) => (
        <textarea {...described} name={name} rows={3} maxLength={4000} defaultValue={initial ?? ''} />
      )}
    </LabelledField>
  )
}

export function DayField({ name, label, hint, initial }: FieldProps<Day>) {
  return (
    <LabelledField label={label} hint={hint} {...useField(name)}>
      {(described) => <input {...described} type="date" name={name} defaultValue={initial ?? ''} />}
    </LabelledField>
  )
}

interface ChoiceFieldProps extends FieldProps<string> {
  /** What may be chosen: what is sent, and the words for it. */
  readonly choices: readonly (readonly [value: string, words: string])[]
}

export function ChoiceField({ name, label, hint, initial, choices }: ChoiceFieldProps) {
  return (
    <LabelledField label={label} hint={hint} {...useField(name)}>
      {(described) => (
        <select {...described} name={name} defaultValue={initial ?? ''}>
          {choices.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      )}
    </LabelledField>
  )
}

/** Boxes of which any number may be ticked; all are sent under one name. */
export function TicksField({ name, label, choices }: Pick<ChoiceFieldProps, 'name' | 'label' | 'choices'>) {
  const { id, problem } = useField(name)
  return (
    <fieldset
      className={styles.ticks}
      id={id}
      tabIndex={-1}
      aria-describedby={problem ? `${id}-problem` : undefined}
    >
      <legend>{label}</legend>
      {problem && (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      )}
      {choices.map(([value, words]) => (
        <label key={value} className={styles.tick}>
          <input type="checkbox" name={name} value={value} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}
