import { Outlet } from 'react-router'
import styles from './layout.module.css'
import { SiteFooter } from './site-footer.tsx'
import { SkipLink } from './skip-link.tsx'

export function SiteLayout() {
  return (
    <>
      <SkipLink />
      <header className={styles.siteHeader}>
        <a href="/" className={styles.brand}>
          Strandline
        </a>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        <Outlet />
      </main>
      <SiteFooter />
    </>
  )
}
