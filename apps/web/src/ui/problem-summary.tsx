import { use, useEffect, useRef } from 'react'
import styles from './form.module.css'
import { type FieldProblem, FormProblemsContext } from './form-problems.ts'

/** All that is wrong with a form, each with the way to its field; the reader is brought here when it is refused. */
export function ProblemSummary({ problems }: { readonly problems: readonly FieldProblem[] }) {
  const { formId } = use(FormProblemsContext)
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems.length > 0) summary.current?.focus()
  }, [problems])
  if (problems.length === 0) return null
  return (
    <div ref={summary} className={styles.notice} role="alert" tabIndex={-1}>
      <p>Nothing was saved. Mend this and submit again:</p>
      <ul>
        {problems.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a
              href={`#${formId}-${field}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(`${formId}-${field}`)?.focus()
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
