import { useQuery } from '@apollo/client/react'
import { graphql } from '../../generated/gql.ts'
import type { OutboxLetters_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { InstantText } from '../../ui/day.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import styles from './outbox.module.css'

const OutboxPage_plan = graphql(`
  query OutboxPage_plan($planId: ID!) {
    plan(id: $planId) {
      __typename
      ... on Plan {
        viewerCanSeeMail
      }
    }
  }
`)

/** What the product has written to people, and whether it has gone out. */
export function OutboxPage() {
  const { planId } = usePlanPlace()
  const result = useQuery(OutboxPage_plan, { variables: { planId } })
  return (
    <Answer result={result} what="the outbox">
      {({ plan }) => plan.__typename === 'Plan' && (plan.viewerCanSeeMail ? <Outbox /> : <NotForReader />)}
    </Answer>
  )
}

function NotForReader() {
  return (
    <Notice title="The outbox is for the programme manager" status={200}>
      <p>It shows what has been written to other people.</p>
      <p>
        <PlanLink to="">Go to the overview of the plan</PlanLink>
      </p>
    </Notice>
  )
}

const OutboxLetters_plan = graphql(`
  query OutboxLetters_plan($planId: ID!) {
    plan(id: $planId) {
      __typename
      ... on Plan {
        mail {
          id
          recipient
          subject
          text
          writtenAt
          sentAt
          attempts
          problem
        }
      }
    }
  }
`)

type Plan = Extract<OutboxLetters_PlanQuery['plan'], { __typename: 'Plan' }>
type Letter = Plan['mail'][number]

function Outbox() {
  const { planId } = usePlanPlace()
  const result = useQuery(OutboxLetters_plan, { variables: { planId } })
  return (
    <>
      <Breadcrumbs>
        <li>
          <PlanLink to="programme">Programme</PlanLink>
        </li>
        <li aria-current="page">Outbox</li>
      </Breadcrumbs>
      <PageHeading title="Outbox">Outbox</PageHeading>
      <p className="lead">
        Reminders go to whoever owes an update: as a reporting cycle opens, the day before its deadline, and
        the day after.
      </p>
      <Answer result={result} what="the letters">
        {({ plan }) => plan.__typename === 'Plan' && <Letters letters={plan.mail} />}
      </Answer>
    </>
  )
}

function Letters({ letters }: { readonly letters: readonly Letter[] }) {
  if (letters.length === 0) return <p>Nothing has been written yet.</p>
  return letters.map(({ id, recipient, subject, text, writtenAt, ...of }) => (
    <article key={id} aria-labelledby={`letter-${id}`} className={styles.letter}>
      <h2 id={`letter-${id}`}>{subject}</h2>
      <p className="small">
        To {recipient}, written <InstantText instant={writtenAt} />. <State letter={of} />
      </p>
      <details>
        <summary>Read it</summary>
        <pre className={styles.text}>{text}</pre>
      </details>
    </article>
  ))
}

function State({
  letter: { sentAt, attempts, problem },
}: {
  readonly letter: Pick<Letter, 'sentAt' | 'attempts' | 'problem'>
}) {
  if (sentAt)
    return (
      <>
        Sent <InstantText instant={sentAt} />.
      </>
    )
  if (attempts === 0) return 'Not sent: it waits here.'
  const times = attempts === 1 ? 'once' : `${attempts} times`
  return `Not sent yet, tried ${times}${problem ? `: ${problem}` : ''}.`
}
