import { useQuery } from '@apollo/client/react'
import { newsletterStatuses } from '@strandline/domain/vocabulary'
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { NewsletterPage_DraftQuery, NewsletterPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { DayText } from '../../ui/day.tsx'
import { NoSuchItem } from '../../ui/no-such-item.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PaperBlocks } from '../../ui/paper/paper-blocks.tsx'
import { PdfLink } from '../../ui/pdf-link.tsx'
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
          corrections {
            id
            correctedOn
            words
          }
          sections {
            id
            heading
            blocks {
              ...PaperBlocks_block
            }
          }
        }
      }
    }
  }
`)

const NewsletterPage_draft = graphql(`
  query NewsletterPage_draft($planId: ID!, $number: Int!) {
    plan(id: $planId) {
      __typename
      ... on Plan {
        boundFigures {
          name
          words
        }
        newsletter(number: $number) {
          unexplained {
            abbreviation
            words
          }
          sections {
            id
            heading
            body
            readingAge
            disagreements
          }
        }
      }
    }
  }
`)

type PlanOfDraft = Extract<NewsletterPage_DraftQuery['plan'], { __typename: 'Plan' }>
export type DraftShown = NonNullable<PlanOfDraft['newsletter']>
export type SectionShown = DraftShown['sections'][number]
type Plan = Extract<NewsletterPage_PlanQuery['plan'], { __typename: 'Plan' }>
export type IssueShown = NonNullable<Plan['newsletter']>

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
      <Heading issue={issue} />
      {isDraft ? <Draft issue={issue} revision={revision} /> : <Sections issue={issue} />}
      {mayEdit && <IssueForms issue={issue} revision={revision} />}
      {isCurrent && issue.viewerCanDecide && <DecideForms issue={issue} revision={revision} />}
    </>
  )
}

/** A draft with what its editor needs, which no reader asks for. */
function Draft({ issue, revision }: { readonly issue: IssueShown; readonly revision: number }) {
  const { planId } = usePlanPlace()
  const { data } = useQuery(NewsletterPage_draft, { variables: { planId, number: issue.number } })
  const plan = data?.plan.__typename === 'Plan' ? data.plan : null
  const draft = plan?.newsletter ?? null
  const at = (id: string) => draft?.sections.findIndex((of) => of.id === id) ?? -1
  return (
    <>
      {draft && <Hints draft={draft} />}
      <Sections
        issue={issue}
        formsOf={(id) => {
          const section = draft?.sections[at(id)]
          return (
            section && (
              <SectionForms
                section={section}
                before={draft.sections[at(id) - 2]}
                isFirst={at(id) === 0}
                revision={revision}
                figures={plan?.boundFigures ?? []}
              />
            )
          )
        }}
      />
      <AddSectionForm issue={issue} revision={revision} />
    </>
  )
}

interface SectionsProps {
  readonly issue: IssueShown
  readonly formsOf?: (sectionId: string) => ReactNode
}

function Sections({ issue, formsOf }: SectionsProps) {
  return issue.sections.map(({ id, heading, blocks }) => (
    <section key={id} aria-labelledby={`section-${id}`}>
      <h2 id={`section-${id}`}>{heading}</h2>
      <PaperBlocks blocks={blocks} />
      {formsOf?.(id)}
    </section>
  ))
}

function Heading({ issue }: { readonly issue: IssueShown }) {
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
      <PdfLink page={`newsletters/${issue.number}`} what="This newsletter" />
      {issue.corrections.map(({ id, correctedOn, words }) => (
        <p key={id}>
          <strong>
            Correction, <DayText day={correctedOn} />:
          </strong>{' '}
          {words}
        </p>
      ))}
    </>
  )
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
