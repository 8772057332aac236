import type { Day } from '@strandline/domain/day'
import type { ReactNode } from 'react'
import { Link, type LinkProps } from 'react-router'
import { usePlanPlace } from './plan-place.ts'

/** The address of a page of a plan, such as "strands/2", "sources#source-s251" or "" for the overview. */
export function planPath(planId: string, to: string, asAt: Day | null): string {
  const [, path = '', query = '', hash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/.exec(to) ?? []
  const search = new URLSearchParams(query)
  if (asAt) search.set('as-at', asAt)
  const page = path ? `/plans/${encodeURIComponent(planId)}/${path}` : `/plans/${encodeURIComponent(planId)}`
  return `${page}${search.size > 0 ? `?${search}` : ''}${hash}`
}

/** Addresses within the plan that the reader is in; each keeps the as-at day. */
export function usePlanPath(): (to: string) => string {
  const { planId, asAt } = usePlanPlace()
  return (to) => planPath(planId, to, asAt)
}

interface PlanLinkProps extends Omit<LinkProps, 'to'> {
  readonly to: string
}

/** A link within the plan that keeps the as-at day. */
export function PlanLink({ to, ...rest }: PlanLinkProps) {
  const path = usePlanPath()
  return <Link to={path(to)} {...rest} />
}

export function StrandLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return <PlanLink to={`strands/${encodeURIComponent(id)}`}>{children}</PlanLink>
}

export function SavingLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return <PlanLink to={`savings/${encodeURIComponent(id)}`}>{children}</PlanLink>
}

export function ActionLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return <PlanLink to={`actions/${encodeURIComponent(id)}`}>{children}</PlanLink>
}
