import { useSearchParams } from 'react-router'
import { PageHeading } from '../../ui/page-heading.tsx'
import { FormProblem, problemId } from './form-problem.tsx'
import styles from './sign-in.module.css'

/** Where a one-time link leads: it sets a password, and the very first makes the administrator too. */
export function SetPasswordPage() {
  const [search] = useSearchParams()
  const token = search.get('token') ?? ''
  return (
    <>
      <PageHeading title="Set your password">Set your password</PageHeading>
      <FormProblem />
      <form method="post" action="/set-password" className={styles.form} aria-describedby={problemId}>
        <input type="hidden" name="token" value={token} />
        {search.get('first') !== null && <FirstAdministrator />}
        <label htmlFor="password">New password, 12 characters or more</label>
        <input
          id="password"
          name="password"
          type="password"
          autoComplete="new-password"
          minLength={12}
          maxLength={128}
          required
        />
        <label htmlFor="again">The same password again</label>
        <input id="again" name="again" type="password" autoComplete="new-password" required />
        <button type="submit">Set the password and sign in</button>
      </form>
    </>
  )
}

function FirstAdministrator() {
  return (
    <>
      <input type="hidden" name="first" value="yes" />
      <p>You are the first: you will be the administrator of this site.</p>
      <label htmlFor="name">Your name</label>
      <input id="name" name="name" autoComplete="name" required />
      <label htmlFor="email">Your e-mail address</label>
      <input id="email" name="email" type="email" autoComplete="username" required />
    </>
  )
}
