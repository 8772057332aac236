import { addMonths } from '@strandline/domain/day'
import { useSearchParams } from 'react-router'
import { Loading } from '../../ui/loading.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { type PlanFrame, usePlanFrame } from '../../ui/plan-place.ts'
import { ChangesForm } from './changes-form.tsx'
import { ChangesList } from './changes-list.tsx'
import { type Asked, problemWith, readDays } from './days.ts'

export function ChangesPage() {
  const frame = usePlanFrame()
  return frame ? <Changes frame={frame} /> : <Loading what="what changed" />
}

function Changes({ frame }: { readonly frame: PlanFrame }) {
  const [search] = useSearchParams()
  const asked = askedBy(search, frame)
  const problem = problemWith(asked, frame)
  const days = readDays(asked)
  if (days && !problem)
    return <ChangesList days={days} form={<ChangesForm asked={asked} frame={frame} problem={null} />} />
  return (
    <>
      <PageHeading title="Choose two dates: What changed" eyebrow="What changed" status={404}>
        Choose two dates of the plan
      </PageHeading>
      <ChangesForm asked={asked} frame={frame} problem={problem} />
    </>
  )
}

/** Without dates of its own the page tells the last month, or all of it where the plan is younger than that. */
function askedBy(search: URLSearchParams, { beganOn, today }: PlanFrame): Asked {
  const monthAgo = addMonths(today, -1)
  return {
    from: search.get('from') || (monthAgo < beganOn ? beganOn : monthAgo),
    to: search.get('to') || today,
  }
}
