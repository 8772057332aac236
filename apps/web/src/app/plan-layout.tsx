import { useQuery } from '@apollo/client/react'
import { Outlet } from 'react-router'
import { FaultNotice } from '../ui/answer.tsx'
import { PlanFrameContext, usePlanPlace } from '../ui/plan-place.ts'
import styles from './layout.module.css'
import { LiveNews } from './live-news.tsx'
import { frameOf, PlanLayout_plan } from './plan-frame.ts'
import { PlanHeader } from './plan-header.tsx'
import { ImpossibleDate, PlanRefusal } from './refusals.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SkipLink } from './skip-link.tsx'

/** Every page of a plan: who and what, where to go, as at which day; and why there is no page, when there is none. */
export function PlanLayout() {
  const { planId, asAt, impossibleDate } = usePlanPlace()
  const { data, error, refetch } = useQuery(PlanLayout_plan, { variables: { planId, asAt } })
  const frame = data ? frameOf(data) : null
  const page = () => {
    if (error && !data) return <FaultNotice error={error} retry={refetch} />
    if (impossibleDate !== null) return <ImpossibleDate text={impossibleDate} />
    if (data && data.plan.__typename !== 'Plan') return <PlanRefusal refusal={data.plan} />
    // While the frame is on its way the page asks its own question, so that the two arrive together.
    return <Outlet />
  }
  return (
    <PlanFrameContext value={frame}>
      <SkipLink />
      <PlanHeader frame={frame} />
      <main id="main" className={styles.main} tabIndex={-1}>
        {page()}
      </main>
      {frame?.isCurrent && <LiveNews frame={frame} />}
      <SiteFooter />
    </PlanFrameContext>
  )
}
