import { dayInWords } from '@strandline/domain/day'
import { Link, useLocation } from 'react-router'
import { Notice } from './notice.tsx'
import { PlanLink } from './plan-link.tsx'
import { usePlanFrame } from './plan-place.ts'

/** An item that the plan does not have on the day it is seen from, though it may have had or will have it on another. */
export function NoSuchItem({ noun }: { readonly noun: string }) {
  const frame = usePlanFrame()
  const { pathname } = useLocation()
  if (!frame || frame.isCurrent) {
    return (
      <Notice title={`No such ${noun}`} status={404}>
        <p>
          This plan has no {noun} at this address. It may have been on another day: choose one under “As at”.
        </p>
        <p>
          <PlanLink to="">Go to the overview of the plan</PlanLink>
        </p>
      </Notice>
    )
  }
  return (
    <Notice title={`No such ${noun} then`} status={404}>
      <p>
        There was no such {noun} on {dayInWords(frame.today)}. <Link to={pathname}>See it now</Link>.
      </p>
      <p>
        <PlanLink to="">Go to the overview of the plan on that day</PlanLink>
      </p>
    </Notice>
  )
}
