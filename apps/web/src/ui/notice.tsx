import type { ReactNode } from 'react'
import { PageHeading } from './page-heading.tsx'

interface NoticeProps {
  readonly title: string
  readonly status: number
  readonly children: ReactNode
}

/** A page that says why there is nothing to show, and where to go from here. */
export function Notice({ title, status, children }: NoticeProps) {
  return (
    <>
      <PageHeading title={title} status={status}>
        {title}
      </PageHeading>
      {children}
    </>
  )
}
