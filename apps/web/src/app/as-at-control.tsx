import { Link, useLocation } from 'react-router'
import { GetForm } from '../ui/get-form.tsx'
import { type PlanFrame, usePlanPlace } from '../ui/plan-place.ts'
import styles from './as-at.module.css'

/** Shows the page that the reader is on as at another day. An empty date means now. */
export function AsAtControl({ frame }: { readonly frame: PlanFrame | null }) {
  const { asAt, impossibleDate } = usePlanPlace()
  const isRefused = impossibleDate !== null
  return (
    <GetForm className={styles.control} label="As at">
      <label htmlFor="as-at">As at</label>
      <input
        // A date that came by the address or by Back must show in the field.
        key={asAt ?? frame?.today}
        type="date"
        id="as-at"
        name="as-at"
        defaultValue={asAt ?? frame?.today}
        min={frame?.beganOn}
        max={frame?.latestDay}
        aria-invalid={isRefused || undefined}
        aria-describedby={isRefused ? 'as-at-problem' : undefined}
      />
      <button type="submit" className={styles.show}>
        Show
      </button>
    </GetForm>
  )
}

export function NowLink({ children = 'Show the plan now' }: { readonly children?: string }) {
  const { pathname } = useLocation()
  return <Link to={pathname}>{children}</Link>
}
