import { useSearchParams } from 'react-router'
import styles from './sign-in.module.css'

export const problemId = 'form-problem'

const sentences: Readonly<Record<string, string>> = {
  wrong: 'That e-mail address and password do not belong together. Check both, and try again.',
  current: 'That is not your password now. Check it, and try again.',
  wait: 'There were too many attempts. Wait 15 minutes, or ask an administrator for a link to set a new password.',
  person: 'That person cannot be chosen. Choose another.',
  short: 'Choose a password of 12 to 128 characters.',
  same: 'The two passwords are not the same. Type both again.',
  link: 'This link has been used or is too old. Ask an administrator for a new one.',
  known: 'That password is easy to guess. Choose another, such as four words that do not belong together.',
  council:
    'The sign-in of the council did not work. Try again; if it goes wrong again, tell an administrator of this site.',
  unknown:
    'Your council account is not known here. Ask an administrator of this site to invite you at the e-mail address of that account.',
  name: 'Enter your name and an e-mail address, such as name@example.gov.uk.',
}

/** Why the form came back, first on the page so that it is met first. */
export function FormProblem() {
  const [search] = useSearchParams()
  const problem = search.get('problem')
  if (!problem) return null
  return (
    <div className={styles.problem} role="alert" id={problemId}>
      <h2>There is a problem</h2>
      <p>{sentences[problem] ?? 'That did not work. Check what you entered, and try again.'}</p>
    </div>
  )
}
