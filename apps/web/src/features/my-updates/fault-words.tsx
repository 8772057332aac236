import { useLocation } from 'react-router'
import styles from './my-updates.module.css'
import type { Fault } from './use-submit-update.ts'

/** Nothing was saved: why, what to do, and where the words are. */
export function FaultWords({ fault }: { readonly fault: Fault }) {
  const { pathname } = useLocation()
  return (
    <div className={styles.notice} role="alert">
      {fault === 'SIGNED_OUT' && (
        <p>
          You are no longer signed in. Your words are kept on this device.{' '}
          <a href={`/sign-in?return=${encodeURIComponent(pathname)}`}>Sign in and go on</a>
        </p>
      )}
      {fault === 'FORBIDDEN' && (
        <p>You may not update this action. Ask the programme manager, who can give you the role.</p>
      )}
      {fault === 'UNREACHED' && (
        <p>That could not be sent. Your words are kept on this device: submit again in a minute.</p>
      )}
    </div>
  )
}
