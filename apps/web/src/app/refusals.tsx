import { dayInWords } from '@strandline/domain/day'
import { Link, useLocation } from 'react-router'
import { Notice } from '../ui/notice.tsx'
import { PlanLink } from '../ui/plan-link.tsx'
import { usePlanPlace } from '../ui/plan-place.ts'
import { NowLink } from './as-at-control.tsx'
import type { Refusal } from './plan-frame.ts'

export function PageNotFound() {
  const { planId } = usePlanPlace()
  return (
    <Notice title="Page not found" status={404}>
      <p>There is no page at this address. If you typed it, check the spelling; a link may be out of date.</p>
      <p>
        {planId ? (
          <PlanLink to="">Go to the overview of the plan</PlanLink>
        ) : (
          <Link to="/">See the plans</Link>
        )}
      </p>
    </Notice>
  )
}

/** Why there is no plan to show, and the nearest one that there is. */
export function PlanRefusal({ refusal }: { readonly refusal: Refusal }) {
  const { pathname } = useLocation()
  switch (refusal.__typename) {
    case 'NoSuchPlan':
      return (
        <Notice title="Plan not found" status={404}>
          <p>{refusal.message}</p>
          <p>
            <Link to="/">See the plans</Link>
          </p>
        </Notice>
      )
    case 'PlanNotBegun':
      return (
        <Notice title="Before the plan began" status={404}>
          <p>{refusal.message}</p>
          <p>
            <Link to={`${pathname}?as-at=${refusal.beganOn}`}>
              Show its first day, {dayInWords(refusal.beganOn)}
            </Link>
          </p>
          <p>
            <NowLink />
          </p>
        </Notice>
      )
    case 'DateNotReached':
      return (
        <Notice title="A date still to come" status={404}>
          <p>{refusal.message}</p>
          <p>
            <NowLink>{`Show the plan now, ${dayInWords(refusal.today)}`}</NowLink>
          </p>
        </Notice>
      )
  }
}

export function ImpossibleDate({ text }: { readonly text: string }) {
  return (
    <Notice title="That is not a date" status={404}>
      <p id="as-at-problem">
        “{text}” is not a real date. Enter a day such as 13 February 2020; in an address, write it as
        2020-02-13.
      </p>
      <p>
        <NowLink />
      </p>
    </Notice>
  )
}
