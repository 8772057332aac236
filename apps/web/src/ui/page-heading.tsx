import { dayInWords } from '@strandline/domain/day'
import { type ReactNode, useContext, useEffect, useRef } from 'react'
import { useArrival } from './arrival.ts'
import styles from './page-heading.module.css'
import { PageSinkContext } from './page-sink.ts'
import { type PlanFrame, usePlanFrame } from './plan-place.ts'

interface PageHeadingProps {
  /** The finding first: "3 overdue, 9 to come: Forthcoming". The plan and the as-at day are added. */
  readonly title: string
  /** A few words above the heading: where this page stands. */
  readonly eyebrow?: ReactNode
  /** The heading as shown. */
  readonly children: ReactNode
  /** The HTTP status when the server sends this page. */
  readonly status?: number
}

/** The one h1 of a page. It names the window, and receives the focus when a reader arrives by a link. */
export function PageHeading({ title, eyebrow, children, status = 200 }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const fullTitle = titleOf(title, usePlanFrame())
  const sink = useContext(PageSinkContext)
  if (sink) Object.assign(sink, { title: fullTitle, status })
  useEffect(() => {
    document.title = fullTitle
  }, [fullTitle])
  useArrival(heading)
  return (
    <div className={styles.heading}>
      {eyebrow && <p className={styles.eyebrow}>{eyebrow}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
    </div>
  )
}

function titleOf(title: string, frame: PlanFrame | null): string {
  if (!frame) return `${title} | Strandline`
  const asAt = frame.isCurrent ? '' : ` as at ${dayInWords(frame.today)}`
  return `${title}${asAt} | ${frame.authority} | Strandline`
}
