import { Link, NavLink } from 'react-router'
import { usePlanPath } from '../ui/plan-link.tsx'
import type { PlanFrame } from '../ui/plan-place.ts'
import { AsAtBanner } from './as-at-banner.tsx'
import { AsAtControl } from './as-at-control.tsx'
import styles from './layout.module.css'
import { ReaderBar } from './reader-bar.tsx'

const pages = [
  { to: '', label: 'Overview' },
  { to: 'progress', label: 'Progress' },
  { to: 'my-updates', label: 'My updates', isForMembers: true },
  { to: 'savings', label: 'Savings' },
  { to: 'forecast', label: 'Forecast' },
  { to: 'risks', label: 'Risks' },
  { to: 'forthcoming', label: 'Forthcoming' },
  { to: 'changes', label: 'What changed' },
  { to: 'meetings', label: 'Meetings' },
  { to: 'newsletters', label: 'Newsletters' },
  { to: 'packs', label: 'Papers' },
  { to: 'questions', label: 'You said, we did' },
  { to: 'programme', label: 'Programme', isForMembers: true },
  { to: 'sources', label: 'Sources' },
] as const satisfies readonly { to: string; label: string; isForMembers?: boolean }[]

/** The frame is null while it is loading and where there is no plan to show. */
export function PlanHeader({ frame }: { readonly frame: PlanFrame | null }) {
  const path = usePlanPath()
  const shown = pages.filter((page) => !('isForMembers' in page) || frame?.myRoles)
  return (
    <header className={styles.planHeader}>
      {frame && <ReaderBar frame={frame} />}
      <div className={styles.masthead}>
        <Link to="/" className={styles.brand}>
          Strandline
        </Link>
        <p className={styles.planTitle}>
          {frame && (
            <>
              <span className={styles.authority}>{frame.authority}</span> {frame.title}
            </>
          )}
        </p>
      </div>
      <div className={styles.bar}>
        <nav aria-label="Plan">
          <ul className={styles.nav}>
            {shown.map(({ to, label }) => (
              <li key={to}>
                <NavLink to={path(to)} end={to === ''} className={styles.navLink}>
                  {label}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
        <AsAtControl frame={frame} />
      </div>
      {frame && !frame.isCurrent && <AsAtBanner today={frame.today} />}
    </header>
  )
}
