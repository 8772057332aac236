import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import { Answer } from '../../ui/answer.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { FormProblem, problemId } from './form-problem.tsx'
import styles from './sign-in.module.css'

const AccountPage_viewer = graphql(`
  query AccountPage_viewer {
    viewer {
      name
      hasAccount
      isAdministrator
    }
  }
`)

/** What somebody with an account can do about it: another password, and signing out everywhere. */
export function AccountPage() {
  const result = useQuery(AccountPage_viewer)
  return (
    <Answer result={result} what="your account">
      {({ viewer }) => (
        <>
          <PageHeading title="Your account">Your account</PageHeading>
          {viewer.hasAccount ? (
            <Account name={viewer.name ?? ''} isAdministrator={viewer.isAdministrator} />
          ) : (
            <p>
              You are not signed in with an account. <a href="/sign-in?return=%2Faccount">Sign in</a>
            </p>
          )}
        </>
      )}
    </Answer>
  )
}

function Account({ name, isAdministrator }: { readonly name: string; readonly isAdministrator: boolean }) {
  const [search] = useSearchParams()
  return (
    <>
      <p>
        You are signed in as {name}.{' '}
        {isAdministrator && (
          <>
            You manage <a href="/accounts">the accounts of this site</a>.
          </>
        )}
      </p>
      <FormProblem />
      {search.get('done') !== null && (
        <p role="status">Your password is changed. Other browsers were signed out.</p>
      )}
      <h2>Change your password</h2>
      <form method="post" action="/change-password" className={styles.form} aria-describedby={problemId}>
        <label htmlFor="current">Password now</label>
        <input id="current" name="current" type="password" autoComplete="current-password" required />
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
        <button type="submit">Change the password</button>
      </form>
      <h2>Sign out everywhere</h2>
      <form method="post" action="/sign-out/everywhere">
        <button type="submit">Sign out on every device</button>
      </form>
    </>
  )
}
