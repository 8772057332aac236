import { useQuery } from '@apollo/client/react'
import { graphql } from '../../generated/gql.ts'
import type { MeetingsPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { ConsultationArticle } from './consultation-article.tsx'
import { PlanConsultationForm } from './consultation-forms.tsx'
import { MeetingArticle } from './meeting-article.tsx'
import { PlanMeetingForm } from './meeting-forms.tsx'

const MeetingsPage_plan = graphql(`
  query MeetingsPage_plan($planId: ID!, $asAt: Day) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        revision
        beganOn
        today
        viewerCanEditMeetings
        viewerCanEditConsultations
        strands {
          id
          title
          name
        }
        meetings {
          id
          body
          ownTitle
          packNumber
          title
          name
          day
          startsAt
          place
          agenda
          notes
          hasBeen
          visibility
          visibilityReason
          cancelledOn
          cancelReason
          viewerCanEdit
          viewerCanRaise {
            id
            title
            name
          }
          attendance {
            id
            who
            present
          }
          actionsArising {
            id
            name
            stage
            strand {
              id
              title
            }
            ...ActionRatings_action
          }
          source {
            ...SourceLink_source
          }
        }
        consultations {
          id
          title
          stage
          opensOn
          opensWords
          closesOn
          takePart
          url
          responses
          outcome
          visibility
          visibilityReason
          strand {
            id
            title
            name
          }
          source {
            ...SourceLink_source
          }
        }
      }
    }
  }
`)

export type PlanShown = Extract<MeetingsPage_PlanQuery['plan'], { __typename: 'Plan' }>
export type MeetingShown = PlanShown['meetings'][number]
export type ConsultationShown = PlanShown['consultations'][number]

/** Who meets about the plan and what came of it, and what is consulted on. */
export function MeetingsPage() {
  const { planId, asAt } = usePlanPlace()
  const result = useQuery(MeetingsPage_plan, { variables: { planId, asAt } })
  return (
    <Answer result={result} what="the meetings">
      {({ plan }) => plan.__typename === 'Plan' && <Meetings plan={plan} />}
    </Answer>
  )
}

function Meetings({ plan }: { readonly plan: PlanShown }) {
  const { meetings, consultations, isCurrent, revision, today } = plan
  const coming = meetings.filter(({ day, cancelledOn }) => day >= today && cancelledOn === null)
  const past = meetings.filter((meeting) => !coming.includes(meeting))
  return (
    <>
      <PageHeading title="Meetings and consultations">Meetings and consultations</PageHeading>
      <p className="lead">{countsInWords(coming.length, past.length, consultations)}</p>
      <p className="no-print">
        Their days are in the <PlanLink to="forthcoming">calendar of the plan</PlanLink>.
      </p>
      {isCurrent && plan.viewerCanEditMeetings && <PlanMeetingForm revision={revision} />}
      <h2>Meetings to come</h2>
      {coming.length === 0 && <p>None has been arranged.</p>}
      {coming.map((meeting) => (
        <MeetingArticle key={meeting.id} meeting={meeting} plan={plan} />
      ))}
      <h2>Meetings that have been</h2>
      {past.length === 0 && <p>None has been written down.</p>}
      {past.map((meeting) => (
        <MeetingArticle key={meeting.id} meeting={meeting} plan={plan} />
      ))}
      <h2 id="consultations">Consultations</h2>
      {isCurrent && plan.viewerCanEditConsultations && <PlanConsultationForm plan={plan} />}
      {consultations.length === 0 && <p>None is planned.</p>}
      {consultations.map((consultation) => (
        <ConsultationArticle key={consultation.id} consultation={consultation} plan={plan} />
      ))}
    </>
  )
}

function countsInWords(coming: number, past: number, consultations: readonly ConsultationShown[]): string {
  const open = consultations.filter(({ stage }) => stage === 'OPEN').length
  const meetings = (count: number) => (count === 1 ? '1 meeting' : `${count} meetings`)
  const consulted =
    open === 1 ? '1 consultation is open' : `${open === 0 ? 'no' : open} consultations are open`
  return `${meetings(coming)} to come, ${meetings(past)} before; ${consulted}.`
}
