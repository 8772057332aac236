import { useMutation } from '@apollo/client/react'
import { vehicles } from '@strandline/domain/vocabulary'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { NewPlanInput } from '../../generated/graphql.ts'
import { planPath } from '../../ui/plan-link.tsx'
import styles from './new-plan-form.module.css'

const NewPlanForm_create = graphql(`
  mutation NewPlanForm_create($input: NewPlanInput!) {
    createPlan(input: $input) {
      __typename
      ... on Committed {
        plan {
          id
        }
      }
      ... on Refused {
        problems {
          field
          message
        }
      }
    }
  }
`)

const fields = [
  { name: 'authority', label: 'Local authority' },
  { name: 'oldCode', label: 'Its three-digit DfE code, such as 334' },
  { name: 'newCode', label: 'Its ONS code, such as E08000029' },
  { name: 'title', label: 'Title of the plan' },
  { name: 'why', label: 'Why the plan is needed' },
  { name: 'firstYear', label: 'First financial year, such as 2026 for 2026-27', isYear: true },
  { name: 'lastYear', label: 'Last financial year', isYear: true },
  { name: 'balanceTargetYear', label: 'Year by which the year is to balance', isYear: true },
  { name: 'targetWords', label: 'The target in words' },
  { name: 'post', label: 'Your post, such as Programme Manager' },
] as const

function inputOf(form: HTMLFormElement): NewPlanInput {
  const entries = fields.map((field) => {
    const text = String(new FormData(form).get(field.name) ?? '').trim()
    return [field.name, 'isYear' in field ? Number(text) : text]
  })
  return { ...Object.fromEntries(entries), vehicle: new FormData(form).get('vehicle') } as NewPlanInput
}

/** An administrator begins the plan of a council, and becomes its programme manager. */
export function NewPlanForm() {
  const [create, { loading }] = useMutation(NewPlanForm_create)
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({})
  const navigate = useNavigate()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { data, error } = await create({ variables: { input: inputOf(event.currentTarget) } }).catch(
      (failure: Error) => ({ data: null, error: failure }),
    )
    const result = data?.createPlan
    if (result?.__typename === 'Committed') return navigate(planPath(result.plan.id, '', null))
    const refused = result?.__typename === 'Refused' ? result.problems : []
    const found = Object.fromEntries(refused.map(({ field, message }) => [field, message]))
    setProblems({ ...found, ...(error ? { form: error.message } : {}) })
  }
  return (
    <section aria-labelledby="new-plan">
      <h2 id="new-plan">Begin a plan</h2>
      {Object.keys(problems).length > 0 && (
        <div role="alert">
          <p>{problems.form ?? 'The plan was not begun. Mend the fields named below.'}</p>
        </div>
      )}
      <form onSubmit={submit} className={styles.form} noValidate>
        {fields.map((field) => (
          <div key={field.name} className={styles.field}>
            <label htmlFor={`new-${field.name}`}>{field.label}</label>
            {problems[field.name] && <p id={`new-${field.name}-problem`}>{problems[field.name]}</p>}
            <input
              id={`new-${field.name}`}
              name={field.name}
              inputMode={'isYear' in field ? 'numeric' : undefined}
              aria-invalid={problems[field.name] ? true : undefined}
              aria-describedby={problems[field.name] ? `new-${field.name}-problem` : undefined}
            />
          </div>
        ))}
        <div className={styles.field}>
          <label htmlFor="new-vehicle">Kind of plan</label>
          <select id="new-vehicle" name="vehicle">
            {Object.entries(vehicles).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" disabled={loading}>
          Begin the plan
        </button>
      </form>
    </section>
  )
}
