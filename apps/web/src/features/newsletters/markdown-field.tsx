import { useRef } from 'react'
import formStyles from '../../ui/form.module.css'
import { useField } from '../../ui/form-problems.ts'
import { LabelledField } from '../../ui/labelled-field.tsx'

interface MarkdownFieldProps {
  readonly name: string
  readonly label: string
  readonly initial: string
  readonly figures: readonly { readonly name: string; readonly words: string }[]
}

/** Text with a few marks, each of which a button writes: what is typed is all there is, so any keyboard and reader can follow it. */
export function MarkdownField({ name, label, initial, figures }: MarkdownFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null)
  const put = (before: string, within: string, afterwards: string) => {
    const field = area.current
    if (!field) return
    const { selectionStart, selectionEnd, value } = field
    const chosen = value.slice(selectionStart, selectionEnd) || within
    field.focus()
    field.setRangeText(`${before}${chosen}${afterwards}`, selectionStart, selectionEnd, 'end')
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }
  return (
    <>
      <LabelledField
        label={label}
        hint="### begins a heading, - a list; **strong**, [words](address), and {{name}} for a figure of the plan."
        {...useField(name)}
      >
        {(described) => (
          <textarea {...described} ref={area} name={name} rows={14} maxLength={4000} defaultValue={initial} />
        )}
      </LabelledField>
      <p>
        <button type="button" className={formStyles.plain} onClick={() => put('\n### ', 'Heading', '\n')}>
          Heading
        </button>{' '}
        <button type="button" className={formStyles.plain} onClick={() => put('\n- ', 'Item', '\n')}>
          List
        </button>{' '}
        <button type="button" className={formStyles.plain} onClick={() => put('**', 'strong', '**')}>
          Strong
        </button>{' '}
        <button type="button" className={formStyles.plain} onClick={() => put('[', 'words', '](https://)')}>
          Link
        </button>
      </p>
      <LabelledField id={`figure-${name}`} problem={null} label="Put in a figure of the plan">
        {(described) => (
          <select {...described} value="" onChange={(event) => put('', `{{${event.target.value}}}`, '')}>
            <option value="">Choose a figure</option>
            {figures.map((figure) => (
              <option key={figure.name} value={figure.name}>
                {figure.name}: {figure.words}
              </option>
            ))}
          </select>
        )}
      </LabelledField>
    </>
  )
}
