import { planPath } from '../ui/plan-link.tsx'
import { usePlanPlace } from '../ui/plan-place.ts'
import styles from './layout.module.css'

export function SiteFooter() {
  const { planId } = usePlanPlace()
  return (
    <footer className={styles.footer}>
      {planId && (
        <ul className={styles.nav}>
          <li>
            <a href={planPath(planId, 'public', null)}>The plan in short, for everybody</a>
          </li>
          <li>
            <a href={planPath(planId, 'accessibility', null)}>Accessibility statement</a>
          </li>
          <li>
            <a href={planPath(planId, 'privacy', null)}>Privacy notice</a>
          </li>
        </ul>
      )}
      <p>
        Department for Education data is used under the{' '}
        <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
          Open Government Licence v3.0
        </a>
        . Figures marked Illustrative were made up to show what a plan can hold.
      </p>
    </footer>
  )
}
