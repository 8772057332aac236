import { useLazyQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import type { ChangeActionsInput } from '../../generated/graphql.ts'
import styles from '../../ui/form.module.css'
import type { FieldProblem } from '../../ui/form-problems.ts'
import { usePlanPlace } from '../../ui/plan-place.ts'

const ChangePreview_plan = graphql(`
  query ChangePreview_plan($planId: ID!, $change: ChangeActionsInput!) {
    plan(id: $planId) {
      __typename
      ... on Plan {
        preview(change: $change) {
          lines
          problems
        }
      }
    }
  }
`)

interface ChangePreviewProps {
  readonly changeIn: (form: FormData) => ChangeActionsInput
  readonly problemsIn: (form: FormData) => readonly FieldProblem[]
}

/** What the form around it would change, before anything is. */
export function ChangePreview({ changeIn, problemsIn }: ChangePreviewProps) {
  const { planId } = usePlanPlace()
  const [ask] = useLazyQuery(ChangePreview_plan, { fetchPolicy: 'no-cache' })
  const [lines, setLines] = useState<readonly string[]>([])
  const show = async (form: HTMLFormElement | null) => {
    if (!form) return
    const typed = new FormData(form)
    const found = problemsIn(typed).map(({ message }) => message)
    if (found.length > 0) return setLines(found)
    const { data } = await ask({ variables: { planId, change: changeIn(typed) } })
    const preview = data?.plan.__typename === 'Plan' ? data.plan.preview : null
    setLines(
      preview ? [...preview.problems, ...preview.lines] : ['The preview could not be made. Try again.'],
    )
  }
  return (
    <div>
      <p>
        <button type="button" className={styles.plain} onClick={(event) => show(event.currentTarget.form)}>
          Show what would change
        </button>
      </p>
      <div role="status">
        {lines.length > 0 && (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
