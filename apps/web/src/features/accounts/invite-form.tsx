import { useMutation } from '@apollo/client/react'
import { type FormEvent, useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import styles from './accounts.module.css'
import { PersonOptions, type PlanWithPeople } from './person-options.tsx'

const InviteForm_invite = graphql(`
  mutation InviteForm_invite($input: InviteAccountInput!) {
    inviteAccount(input: $input) {
      path
      hours
    }
  }
`)

interface InviteFormProps {
  readonly plans: readonly PlanWithPeople[]
  readonly onInvited: () => unknown
}

/** The link is shown once, for the administrator to hand over: only its hash is kept. */
export function InviteForm({ plans, onInvited }: InviteFormProps) {
  const [invite, { loading }] = useMutation(InviteForm_invite)
  const [said, setSaid] = useState('')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const data = new FormData(form)
    const text = (name: string) => String(data.get(name) ?? '').trim()
    const [planId = null, personId = null] = text('person') ? text('person').split('/') : []
    const isAdministrator = data.get('administrator') === 'yes'
    const input = { name: text('name'), email: text('email'), isAdministrator, planId, personId }
    invite({ variables: { input } }).then(
      (result) => {
        const link = result.data?.inviteAccount
        setSaid(
          `Hand this link to ${input.name} and nobody else. It is good once and for ${link?.hours} hours: ${location.origin}${link?.path}`,
        )
        form.reset()
        onInvited()
      },
      (problem: Error) => setSaid(problem.message),
    )
  }
  return (
    <section aria-labelledby="invite">
      <h2 id="invite">Invite somebody</h2>
      <p role="status" className={styles.said}>
        {said}
      </p>
      <form onSubmit={submit} className={styles.form}>
        <label htmlFor="invite-name">Name</label>
        <input id="invite-name" name="name" required />
        <label htmlFor="invite-email">E-mail address</label>
        <input id="invite-email" name="email" type="email" required />
        <label htmlFor="invite-person">Who they are in a plan</label>
        <select id="invite-person" name="person">
          <option value="">Nobody yet</option>
          <PersonOptions plans={plans} />
        </select>
        <label>
          <input type="checkbox" name="administrator" value="yes" /> May manage accounts
        </label>
        <button type="submit" disabled={loading}>
          Make the account
        </button>
      </form>
    </section>
  )
}
