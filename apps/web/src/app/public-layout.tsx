import { useQuery } from '@apollo/client/react'
import { useContext } from 'react'
import { Outlet } from 'react-router'
import { FaultNotice } from '../ui/answer.tsx'
import { PageSinkContext } from '../ui/page-sink.ts'
import { PlanFrameContext, usePlanPlace } from '../ui/plan-place.ts'
import styles from './layout.module.css'
import { frameOf, PlanLayout_plan } from './plan-frame.ts'
import { PlanRefusal } from './refusals.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SkipLink } from './skip-link.tsx'

/** The pages for everybody: no sign-in, nothing to work with, and no script. */
export function PublicLayout() {
  const { planId } = usePlanPlace()
  const { data, error, refetch } = useQuery(PlanLayout_plan, { variables: { planId, asAt: null } })
  const sink = useContext(PageSinkContext)
  if (sink) sink.isStatic = true
  const frame = data ? frameOf(data) : null
  const page = () => {
    if (error && !data) return <FaultNotice error={error} retry={refetch} />
    if (data && data.plan.__typename !== 'Plan') return <PlanRefusal refusal={data.plan} />
    return <Outlet />
  }
  return (
    <PlanFrameContext value={frame}>
      <SkipLink />
      <header className={styles.siteHeader}>
        <a href={`/plans/${encodeURIComponent(planId)}/public`} className={styles.brand}>
          {frame ? frame.authority : 'Strandline'}
        </a>
      </header>
      <main id="main" className={styles.main} tabIndex={-1}>
        {page()}
      </main>
      <SiteFooter />
    </PlanFrameContext>
  )
}
