import { useQuery } from '@apollo/client/react'
import { useSearchParams } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import { Answer } from '../../ui/answer.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { FormProblem, problemId } from './form-problem.tsx'
import { PersonChooser } from './person-chooser.tsx'
import styles from './sign-in.module.css'

const SignInPage_viewer = graphql(`
  query SignInPage_viewer {
    viewer {
      name
      isDemonstration
      councilSignIn
    }
    plans {
      id
      ...PersonChooser_plan
    }
  }
`)

/** Where a person becomes somebody: by choice in a demonstration, by password otherwise. */
export function SignInPage() {
  const result = useQuery(SignInPage_viewer)
  const [search] = useSearchParams()
  const back = search.get('return') ?? ''
  return (
    <Answer result={result} what="the sign-in page">
      {({ viewer, plans }) =>
        viewer.isDemonstration ? (
          <>
            <PageHeading title="Choose who you are">Choose who you are</PageHeading>
            <p className="lead">
              This is a demonstration. Choose a person to see what that person sees and may do; no password is
              needed.
            </p>
            {plans.map((plan) => (
              <PersonChooser key={plan.id} plan={plan} back={back} />
            ))}
          </>
        ) : (
          <SignIn back={back} council={viewer.councilSignIn} />
        )
      }
    </Answer>
  )
}

interface SignInProps {
  readonly back: string
  /** What the council's own sign-in is called, where there is one. */
  readonly council: string | null
}

function SignIn({ back, council }: SignInProps) {
  return (
    <>
      <PageHeading title="Sign in">Sign in</PageHeading>
      <FormProblem />
      {council && (
        <>
          <p>
            <a className={styles.council} href={`/sign-in/council?${new URLSearchParams({ return: back })}`}>
              Sign in with {council}
            </a>
          </p>
          <h2>Or with a password of this site</h2>
        </>
      )}
      <form method="post" action="/sign-in" className={styles.form} aria-describedby={problemId}>
        <input type="hidden" name="return" value={back} />
        <label htmlFor="email">E-mail address</label>
        <input id="email" name="email" type="email" autoComplete="username" required />
        <label htmlFor="password">Password</label>
        <input id="password" name="password" type="password" autoComplete="current-password" required />
        <button type="submit">Sign in</button>
      </form>
      <p>
        If you have forgotten your password, ask an administrator of this site for a link to set a new one.
      </p>
    </>
  )
}
