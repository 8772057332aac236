import type { Day } from '@strandline/domain/day'
import { inPounds, type Pence } from '@strandline/domain/money'
import { readMoney } from '@strandline/domain/reading-money'
import { useState } from 'react'
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

/** An amount as people type it. What was understood is shown back at a pause in typing. */
export function MoneyField({ name, label, hint, initial }: FieldProps<Pence>) {
  const { id, problem } = useField(name)
  const [understood, setUnderstood] = useState('')
  const showBack = (typed: string) => {
    const read = readMoney(typed)
    setUnderstood(read.ok ? `Understood as ${inPounds(read.amount)}` : '')
  }
  return (
    <>
      <LabelledField
        id={id}
        problem={problem}
        label={label}
        hint={hint ?? 'In pounds: 350,000, £350k and 1.2m are understood.'}
      >
        {(described) => (
          <input
            {...described}
            name={name}
            maxLength={40}
            autoComplete="off"
            defaultValue={initial == null ? '' : inPounds(initial)}
            onInput={(event) => showBack(event.currentTarget.value)}
          />
        )}
      </LabelledField>
      <output htmlFor={id} className={styles.understood}>
        {understood}
      </output>
    </>
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
