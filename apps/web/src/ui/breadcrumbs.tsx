import type { ReactNode } from 'react'
import styles from './breadcrumbs.module.css'
import { PlanLink } from './plan-link.tsx'

/** The way down to this page: the plan, then the links given. */
export function Breadcrumbs({ children = null }: { readonly children?: ReactNode }) {
  return (
    <nav aria-label="Breadcrumbs">
      <ol className={styles.crumbs}>
        <li>
          <PlanLink to="">Plan</PlanLink>
        </li>
        {children}
      </ol>
    </nav>
  )
}
