import { useQuery } from '@apollo/client/react'
import { newsletterStatuses } from '@strandline/domain/vocabulary'
import { useParams } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { NewsletterPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { DayText } from '../../ui/day.tsx'
import { NoSuchItem } from '../../ui/no-such-item.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { AddSectionForm, DecideForms, IssueForms } from './issue-forms.tsx'
import { Hints, SectionForms } from './section-forms.tsx'

const NewsletterPage_plan = graphql(`
  query NewsletterPage_plan($planId: ID!, $asAt: Day, $number: Int!) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        revision
        boundFigures {
          name
          words
        }
        newsletter(number: $number) {
          id
          number
          title
          fromDay
          asAt
          status
          returnReason
          approvedOn
          publishedOn
          viewerCanEdit
          viewerCanDecide
          approvedBy {
            name
          }
          unexplained {
            abbreviation
            words
          }
          corrections {
            id
            correctedOn
            words
          }
          sections {
            id
            heading
            body
            html
            readingAge
            disagreements
          }
        }
      }
    }
  }
`)

type Plan = Extract<NewsletterPage_PlanQuery['plan'], { __typename: 'Plan' }>
export type IssueShown = NonNullable<Plan['newsletter']>
export type SectionShown = IssueShown['sections'][number]

/** One issue: as it is read, with the forms of whoever works on it. */
export function NewsletterPage() {
  const { planId, asAt } = usePlanPlace()
  const number = Number(useParams().number)
  const isNumber = Number.isInteger(number) && number > 0 && number < 10_000
  const variables = { planId, asAt, number: isNumber ? number : 0 }
  const result = useQuery(NewsletterPage_plan, { variables })
  return (
    <Answer result={result} what="the newsletter">
      {({ plan }) => plan.__typename === 'Plan' && <Issue plan={plan} />}
    </Answer>
  )
}

function Issue({ plan }: { readonly plan: Plan }) {
  const { newsletter: issue, isCurrent, revision } = plan
  if (!issue) return <NoSuchItem noun="newsletter" />
  const mayEdit = isCurrent && issue.viewerCanEdit
  const isDraft = mayEdit && issue.status === 'DRAFT'
  return (
    <>
      <Breadcrumbs>
        <li>
          <PlanLink to="newsletters">Newsletters</PlanLink>
        </li>
        <li aria-current="page">Newsletter {issue.number}</li>
      </Breadcrumbs>
      <PageHeading title={`Newsletter ${issue.number}`} eyebrow={`Newsletter ${issue.number}`}>
        {issue.title}
      </PageHeading>
      <Standing issue={issue} />
      {issue.corrections.map(({ id, correctedOn, words }) => (
        <p key={id}>
          <strong>
            Correction, <DayText day={correctedOn} />:
          </strong>{' '}
          {words}
        </p>
      ))}
      {isDraft && <Hints issue={issue} />}
      {issue.sections.map((section, at) => (
        <section key={section.id} aria-labelledby={`section-${section.id}`}>
          <h2 id={`section-${section.id}`}>{section.heading}</h2>
          <Text html={section.html} />
          {isDraft && (
            <SectionForms
              section={section}
              before={issue.sections[at - 2]}
              isFirst={at === 0}
              revision={revision}
              figures={plan.boundFigures}
            />
          )}
        </section>
      ))}
      {isDraft && <AddSectionForm issue={issue} revision={revision} />}
      {mayEdit && <IssueForms issue={issue} revision={revision} />}
      {isCurrent && issue.viewerCanDecide && <DecideForms issue={issue} revision={revision} />}
    </>
  )
}

/** Made of Markdown by the server, which lets no element of the writer's through. */
function Text({ html }: { readonly html: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: micromark escapes every tag and drops unsafe addresses
  return <div dangerouslySetInnerHTML={{ __html: html }} />
}

function Standing({ issue }: { readonly issue: IssueShown }) {
  const { status, asAt, publishedOn, approvedBy, approvedOn, returnReason, fromDay } = issue
  return (
    <>
      <p className="quiet">
        {publishedOn ? (
          <>
            Published on <DayText day={publishedOn} />, as at <DayText day={asAt} />
            {approvedOn && (
              <>
                , approved by {approvedBy?.name ?? 'somebody'} on <DayText day={approvedOn} />
              </>
            )}
            .
          </>
        ) : (
          <>
            {newsletterStatuses[status]}. It reads here as it would be published today.
            {fromDay && (
              <>
                {' '}
                Changes are told since <DayText day={fromDay} />.
              </>
            )}
          </>
        )}
      </p>
      {returnReason && <p>Returned: {returnReason}</p>}
    </>
  )
}
