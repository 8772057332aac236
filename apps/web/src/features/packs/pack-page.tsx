import { useQuery } from '@apollo/client/react'
import { EXEMPT_MARK } from '@strandline/domain/pack'
import { packBodies, packStatuses, packSteps } from '@strandline/domain/vocabulary'
import { useParams, useSearchParams } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { PackPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { DayText } from '../../ui/day.tsx'
import { NoSuchItem } from '../../ui/no-such-item.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PaperBlocks } from '../../ui/paper/paper-blocks.tsx'
import { PdfLink } from '../../ui/pdf-link.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { DraftForms, IssuedForms } from './pack-forms.tsx'
import { SignForms } from './sign-forms.tsx'

const PackPage_plan = graphql(`
  query PackPage_plan($planId: ID!, $asAt: Day, $number: Int!, $isExempt: Boolean!) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        revision
        today
        pack(number: $number) {
          id
          number
          title
          body
          meetingOn
          status
          recommendation
          officerText
          decisions
          nextSteps
          asAt
          isIntact
          returnReason
          withdrawnOn
          withdrawReason
          replaces
          replacedBy
          viewerCanEdit
          viewerCanReadExempt
          awaited {
            step
            viewerCanSign
            strand {
              id
              name
            }
          }
          sections(isExempt: $isExempt) {
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

type Plan = Extract<PackPage_PlanQuery['plan'], { __typename: 'Plan' }>
export type PackShown = NonNullable<Plan['pack']>

/** One paper, as it is read and printed, with the forms of whoever writes, signs or issues it. */
export function PackPage() {
  const { planId, asAt } = usePlanPlace()
  const number = Number(useParams().number)
  const isNumber = Number.isInteger(number) && number > 0 && number < 10_000
  const isExempt = useSearchParams()[0].get('version') === 'exempt'
  const variables = { planId, asAt, number: isNumber ? number : 0, isExempt }
  const result = useQuery(PackPage_plan, { variables })
  return (
    <Answer result={result} what="the paper">
      {({ plan }) => plan.__typename === 'Plan' && <Pack plan={plan} isExempt={isExempt} />}
    </Answer>
  )
}

function Pack({ plan, isExempt }: { readonly plan: Plan; readonly isExempt: boolean }) {
  const { pack, isCurrent, revision } = plan
  if (!pack || (isExempt && !pack.viewerCanReadExempt)) return <NoSuchItem noun="paper" />
  const mayEdit = isCurrent && pack.viewerCanEdit
  return (
    <>
      <Heading plan={plan} pack={pack} isExempt={isExempt} />
      {pack.sections.map(({ heading, blocks }) => (
        <section key={heading} aria-labelledby={idOf(heading)}>
          <h2 id={idOf(heading)}>{heading}</h2>
          <PaperBlocks blocks={blocks} />
        </section>
      ))}
      {mayEdit && pack.status === 'DRAFT' && <DraftForms pack={pack} revision={revision} />}
      {mayEdit && pack.status !== 'DRAFT' && <IssuedForms pack={pack} revision={revision} />}
      {isCurrent && pack.status === 'IN_SIGN_OFF' && <SignForms pack={pack} revision={revision} />}
    </>
  )
}

const idOf = (heading: string) => `section-${heading.toLowerCase().replace(/[^a-z]+/g, '-')}`

interface HeadingProps {
  readonly plan: Plan
  readonly pack: PackShown
  readonly isExempt: boolean
}

function Heading({ plan, pack, isExempt }: HeadingProps) {
  const { number, title, body, meetingOn } = pack
  const mark = isExempt ? `${EXEMPT_MARK} ` : ''
  return (
    <>
      <Breadcrumbs>
        <li>
          <PlanLink to="packs">Papers for meetings</PlanLink>
        </li>
        <li aria-current="page">Pack {number}</li>
      </Breadcrumbs>
      <PageHeading title={`${mark}Pack ${number}: ${title}`} eyebrow={`Pack ${number}`}>
        {title}
      </PageHeading>
      {isExempt && (
        <p>
          <strong>{EXEMPT_MARK}</strong>
        </p>
      )}
      <p className="lead">
        For {packBodies[body]}
        {meetingOn && (
          <>
            , <DayText day={meetingOn} />
          </>
        )}
        .
      </p>
      <Standing plan={plan} pack={pack} />
      <Versions pack={pack} isExempt={isExempt} />
    </>
  )
}

function Standing({ plan, pack }: Omit<HeadingProps, 'isExempt'>) {
  const { status, asAt, isIntact, returnReason, withdrawnOn, withdrawReason, replaces, replacedBy, awaited } =
    pack
  return (
    <>
      <p className="quiet">
        {packStatuses[status]}, as at <DayText day={asAt ?? plan.today} />.
        {status === 'DRAFT' && ' It reads here as it would be sent today.'}
        {awaited.length > 0 && ` It waits for: ${awaited.map(signerInWords).join('; ')}.`}
      </p>
      {!isIntact && (
        <p>
          <strong>The plan as at that day no longer has the hash that was signed.</strong> Tell whoever runs
          this site.
        </p>
      )}
      {returnReason && <p>Given back: {returnReason}</p>}
      {withdrawnOn && (
        <p>
          <strong>
            Withdrawn on <DayText day={withdrawnOn} />:
          </strong>{' '}
          {withdrawReason}
        </p>
      )}
      {replacedBy !== null && (
        <p>
          <PlanLink to={`packs/${replacedBy}`}>Pack {replacedBy} takes its place</PlanLink>
        </p>
      )}
      {replaces !== null && (
        <p>
          <PlanLink to={`packs/${replaces}`}>In place of pack {replaces}</PlanLink>
        </p>
      )}
    </>
  )
}

/** A signature that is awaited, in words: "Strand lead of Inclusion Strategy". */
export function signerInWords({ step, strand }: PackShown['awaited'][number]): string {
  return strand ? `${packSteps[step]} of ${strand.name}` : packSteps[step]
}

function Versions({ pack: { number, viewerCanReadExempt }, isExempt }: Omit<HeadingProps, 'plan'>) {
  const { planId } = usePlanPlace()
  const query = isExempt ? '?version=exempt' : ''
  const file = (ending: string) => `/plans/${encodeURIComponent(planId)}/packs/${number}.${ending}${query}`
  return (
    <>
      <PdfLink page={`packs/${number}${query}`} what="This paper" />
      <p className="no-print">
        <a href={file('docx')}>This paper as a Word file</a>
      </p>
      <p className="no-print">
        <a href={file('csv')}>Its figures as CSV</a>
      </p>
      {viewerCanReadExempt && (
        <p className="no-print">
          {isExempt ? (
            <PlanLink to={`packs/${number}`}>The open version</PlanLink>
          ) : (
            <PlanLink to={`packs/${number}?version=exempt`}>The exempt version</PlanLink>
          )}
        </p>
      )}
    </>
  )
}
