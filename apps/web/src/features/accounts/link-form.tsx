import { useMutation } from '@apollo/client/react'
import { type FormEvent, useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import styles from './accounts.module.css'
import { PersonOptions, type PlanWithPeople } from './person-options.tsx'

const LinkForm_link = graphql(`
  mutation LinkForm_link($accountId: ID!, $planId: ID!, $personId: ID!) {
    linkAccount(accountId: $accountId, planId: $planId, personId: $personId) {
      id
    }
  }
`)

interface LinkFormProps {
  readonly accounts: readonly { readonly id: string; readonly name: string; readonly isClosed: boolean }[]
  readonly plans: readonly PlanWithPeople[]
  readonly onLinked: () => unknown
}

/** Says which person of a plan an account is: after a new plan, or where somebody takes over a post. */
export function LinkForm({ accounts, plans, onLinked }: LinkFormProps) {
  const [link, { loading }] = useMutation(LinkForm_link)
  const [said, setSaid] = useState('')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const [planId = '', personId = ''] = String(data.get('person') ?? '').split('/')
    link({ variables: { accountId: String(data.get('account') ?? ''), planId, personId } }).then(
      () => {
        setSaid('Saved.')
        onLinked()
      },
      (problem: Error) => setSaid(problem.message),
    )
  }
  return (
    <section aria-labelledby="link">
      <h2 id="link">Who somebody is in a plan</h2>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <form onSubmit={submit} className={styles.form}>
        <label htmlFor="link-account">Account</label>
        <select id="link-account" name="account" required>
          {accounts
            .filter(({ isClosed }) => !isClosed)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </select>
        <label htmlFor="link-person">Person of the plan</label>
        <select id="link-person" name="person" required>
          <PersonOptions plans={plans} />
        </select>
        <button type="submit" disabled={loading}>
          Save who they are
        </button>
      </form>
    </section>
  )
}
