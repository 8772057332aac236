import { useLocation } from 'react-router'
import styles from './form.module.css'
import type { Fault } from './use-command.ts'

/** Nothing was saved: why, what to do, and where the words are. */
export function FaultWords({ fault }: { readonly fault: Fault }) {
  const { pathname, search } = useLocation()
  return (
    <div className={styles.notice} role="alert">
      {fault === 'SIGNED_OUT' && (
        <p>
          You are no longer signed in. Your words are kept on this device.{' '}
          <a href={`/sign-in?return=${encodeURIComponent(pathname + search)}`}>Sign in and go on</a>
        </p>
      )}
      {fault === 'FORBIDDEN' && (
        <p>You may not change this. Ask the programme manager, who can give you the role.</p>
      )}
      {fault === 'TOO_MANY' && (
        <p>There is more to do than can be done at once. Your words are kept: submit again in a minute.</p>
      )}
      {fault === 'UNREACHED' && (
        <p>That could not be sent. Your words are kept on this device: submit again in a minute.</p>
      )}
    </div>
  )
}
