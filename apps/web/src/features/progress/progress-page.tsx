import { useQuery } from '@apollo/client/react'
import { dayInWords, isDay } from '@strandline/domain/day'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { ProgressPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { Illustrative } from '../../ui/provenance.tsx'
import { PhaseSpend } from './phase-spend.tsx'
import { SinceForm } from './since-form.tsx'
import { StrandProgress } from './strand-progress.tsx'

const ProgressPage_plan = graphql(`
  query ProgressPage_plan($planId: ID!, $asAt: Day, $from: Day) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        beganOn
        today
        viewerCanAsk
        sources {
          provenance
        }
        progress(from: $from) {
          __typename
          ... on PlanNotBegun {
            message
          }
          ... on DateNotReached {
            message
          }
          ... on Progress {
            since
            meeting {
              id
              name
            }
            strands {
              strand {
                id
                title
              }
              asks {
                id
              }
              ...StrandProgress_told
            }
          }
        }
        ...PhaseSpend_plan
      }
    }
  }
`)

type Plan = Extract<ProgressPage_PlanQuery['plan'], { __typename: 'Plan' }>
type Told = Extract<Plan['progress'], { __typename: 'Progress' }>

/** What has come of the plan, in plain words for head teachers; a form of its own chooses since when. */
export function ProgressPage() {
  const { planId, asAt } = usePlanPlace()
  const [search] = useSearchParams()
  const asked = search.get('since') || null
  const from = isDay(asked) ? asked : null
  const result = useQuery(ProgressPage_plan, { variables: { planId, asAt, from } })
  return (
    <Answer result={result} what="the progress">
      {({ plan }) => plan.__typename === 'Plan' && <Page plan={plan} asked={asked} isRead={from === asked} />}
    </Answer>
  )
}

interface PageProps {
  readonly plan: Plan
  /** What the address asks for, and whether that is a date at all. */
  readonly asked: string | null
  readonly isRead: boolean
}

function Page({ plan, asked, isRead }: PageProps) {
  const { progress } = plan
  const form = (since: string, problem: string | null) => (
    <SinceForm since={since} beganOn={plan.beganOn} latest={plan.today} problem={problem} />
  )
  if (isRead && progress.__typename === 'Progress')
    return <Progress plan={plan} told={progress} form={form(progress.since, null)} />
  const problem =
    isRead && progress.__typename !== 'Progress'
      ? progress.message
      : `“${asked}” is not a real date. Choose a day such as ${dayInWords(plan.beganOn)}.`
  return (
    <>
      <PageHeading title="Choose a day: Progress" eyebrow="Progress" status={404}>
        Choose a day of the plan
      </PageHeading>
      {form(asked ?? '', problem)}
    </>
  )
}

interface ProgressProps {
  readonly plan: Plan
  readonly told: Told
  readonly form: ReactNode
}

function Progress({ plan, told, form }: ProgressProps) {
  const { since, meeting, strands } = told
  return (
    <>
      <PageHeading title={`Since ${dayInWords(since)}: Progress`} eyebrow="Progress">
        What has come of the plan since {dayInWords(since)}
      </PageHeading>
      <p className="lead">{asksInWords(strands)}</p>
      {meeting && (
        <p>
          Since the last <PlanLink to={`meetings#${encodeURIComponent(meeting.id)}`}>{meeting.name}</PlanLink>
          .
        </p>
      )}
      {form}
      {plan.sources.some(({ provenance }) => provenance === 'ILLUSTRATIVE') && (
        <p className="quiet">
          <Illustrative /> What is marked so was made up to show what a plan can hold.
        </p>
      )}
      {strands.map((strand) => (
        <StrandProgress key={strand.strand.id} told={strand} mayAsk={plan.isCurrent && plan.viewerCanAsk} />
      ))}
      <PhaseSpend plan={plan} />
    </>
  )
}

/** "Schools are asked to do 3 things, in Strand 2 and Strand 3." */
function asksInWords(strands: Told['strands']): string {
  const asking = strands.filter(({ asks }) => asks.length > 0)
  const count = asking.reduce((sum, { asks }) => sum + asks.length, 0)
  if (count === 0) return 'Nothing is asked of schools at the moment.'
  const titles = asking.map(({ strand }) => strand.title)
  const where = new Intl.ListFormat('en-GB').format(titles)
  return `Schools are asked to do ${count === 1 ? '1 thing' : `${count} things`}, in ${where}.`
}
