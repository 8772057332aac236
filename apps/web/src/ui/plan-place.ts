import { type Day, isDay } from '@strandline/domain/day'
import { createContext, useContext } from 'react'
import { useParams, useSearchParams } from 'react-router'

/** Where the reader is: which plan, and as at which day. It is all in the address, so any view can be sent to a colleague. */
export interface PlanPlace {
  readonly planId: string
  /** Null means now. */
  readonly asAt: Day | null
  /** What the address asks for when that is not a date. */
  readonly impossibleDate: string | null
}

export function usePlanPlace(): PlanPlace {
  const { planId = '' } = useParams()
  const [search] = useSearchParams()
  const asked = search.get('as-at') || null
  return isDay(asked)
    ? { planId, asAt: asked, impossibleDate: null }
    : { planId, asAt: null, impossibleDate: asked }
}

/** What every page of a plan may rely on; null until the plan has arrived. */
export interface PlanFrame {
  /** The revision of the plan that the page shows. */
  readonly revision: number
  readonly title: string
  readonly authority: string
  readonly beganOn: Day
  readonly latestDay: Day
  /** The day that the plan is seen from. */
  readonly today: Day
  readonly isCurrent: boolean
  /** What the reader does in this plan, in words. */
  readonly myRoles: string | null
  readonly reader: {
    /** Null for the public. */
    readonly name: string | null
    readonly isDemonstration: boolean
    readonly hasAccount: boolean
  }
}

export const PlanFrameContext = createContext<PlanFrame | null>(null)

export const usePlanFrame = () => useContext(PlanFrameContext)
