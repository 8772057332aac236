import { Link, useLocation } from 'react-router'
import type { PlanFrame } from '../ui/plan-place.ts'
import styles from './reader-bar.module.css'

/** Who is reading, and the way to become somebody else. Plain links and forms: they work before any script has run. */
export function ReaderBar({ frame: { reader, myRoles } }: { readonly frame: PlanFrame }) {
  const { pathname, search } = useLocation()
  const signIn = `/sign-in?${new URLSearchParams({ return: `${pathname}${search}` })}`
  const { name, isDemonstration, hasAccount } = reader
  return (
    <div className={styles.reader}>
      {isDemonstration && (
        <p className={styles.demonstration}>Demonstration: anybody may choose who to be.</p>
      )}
      {name === null ? (
        <p>
          You are reading as the public.{' '}
          <Link to={signIn}>{isDemonstration ? 'Choose who you are' : 'Sign in'}</Link>
        </p>
      ) : (
        <>
          <p>
            {name}
            {myRoles && <>, {myRoles}</>}
          </p>
          {hasAccount && <Link to="/account">Your account</Link>}
          {isDemonstration && <Link to={signIn}>Be somebody else</Link>}
          <form method="post" action="/sign-out">
            <button type="submit" className={styles.signOut}>
              Sign out
            </button>
          </form>
        </>
      )}
    </div>
  )
}
