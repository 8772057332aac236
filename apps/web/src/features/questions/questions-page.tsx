import { useQuery } from '@apollo/client/react'
import { planCharts, questionStatuses } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import type { QuestionsPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { DayText } from '../../ui/day.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ActionLink, StrandLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { SourceLink } from '../../ui/provenance.tsx'
import { AnswerForm, AskForm, ShowForm, WithdrawForm } from './question-forms.tsx'

const QuestionsPage_plan = graphql(`
  query QuestionsPage_plan($planId: ID!, $asAt: Day) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        revision
        viewerCanAsk
        strands {
          id
          title
          name
        }
        actions {
          id
          name
        }
        questions {
          id
          askedOn
          chart
          words
          status
          answer
          answeredOn
          isPublic
          viewerCanAnswer
          viewerCanModerate
          askedBy {
            name
          }
          answeredBy {
            name
          }
          strand {
            id
            title
            name
          }
          action {
            id
            name
          }
          changedAction {
            id
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

type Plan = Extract<QuestionsPage_PlanQuery['plan'], { __typename: 'Plan' }>
export type QuestionShown = Plan['questions'][number]

/** You said, we did: what people asked of the plan, and what came of it. It prints. */
export function QuestionsPage() {
  const { planId, asAt } = usePlanPlace()
  const result = useQuery(QuestionsPage_plan, { variables: { planId, asAt } })
  return (
    <Answer result={result} what="the questions">
      {({ plan }) => plan.__typename === 'Plan' && <Questions plan={plan} />}
    </Answer>
  )
}

function Questions({ plan }: { readonly plan: Plan }) {
  const { questions, isCurrent, revision, viewerCanAsk, strands, actions } = plan
  const waiting = questions.filter(({ status }) => status === 'OPEN')
  const settled = questions.filter(({ status }) => status !== 'OPEN')
  return (
    <>
      <PageHeading title="You said, we did">You said, we did</PageHeading>
      <p className="lead">{countsInWords(questions)}</p>
      {isCurrent && viewerCanAsk && <AskForm strands={strands} actions={actions} revision={revision} />}
      {waiting.length > 0 && <h2>Waiting for an answer</h2>}
      {waiting.map((question) => (
        <Question key={question.id} question={question} plan={plan} />
      ))}
      {settled.length > 0 && <h2>Answered</h2>}
      {settled.map((question) => (
        <Question key={question.id} question={question} plan={plan} />
      ))}
    </>
  )
}

function countsInWords(questions: readonly QuestionShown[]): string {
  if (questions.length === 0) return 'No question has been published yet.'
  const count = (status: QuestionShown['status']) => questions.filter((of) => of.status === status).length
  return `${count('OPEN')} waiting for an answer, ${count('ANSWERED')} answered, ${count('CHANGED_THE_PLAN')} changed the plan.`
}

function Question({ question, plan }: { readonly question: QuestionShown; readonly plan: Plan }) {
  const { askedBy, askedOn, words, status, answer, answeredBy, answeredOn, changedAction, isPublic } =
    question
  const { isCurrent, revision, actions } = plan
  return (
    <article aria-label={words}>
      <h3>{words}</h3>
      <p className="quiet">
        {askedBy?.name ?? 'Somebody'}, <DayText day={askedOn} />
        <About question={question} />. {questionStatuses[status]}. {!isPublic && 'Not public. '}
        <SourceLink source={question.source} />
      </p>
      {answer && (
        <p>
          <strong>We answered</strong>
          {answeredOn && (
            <>
              {' '}
              on <DayText day={answeredOn} />
            </>
          )}
          {answeredBy && <>, {answeredBy.name}</>}: {answer}
        </p>
      )}
      {changedAction && (
        <p>
          <strong>It changed</strong> <ActionLink id={changedAction.id}>{changedAction.name}</ActionLink>.
        </p>
      )}
      {isCurrent && question.viewerCanAnswer && (
        <AnswerForm question={question} actions={actions} revision={revision} />
      )}
      {isCurrent && question.viewerCanModerate && (
        <>
          {status !== 'OPEN' && <ShowForm question={question} revision={revision} />}
          <WithdrawForm question={question} revision={revision} />
        </>
      )}
    </article>
  )
}

function About({ question: { strand, action, chart } }: { readonly question: QuestionShown }) {
  if (chart) return <> on {planCharts[chart]}</>
  if (action)
    return (
      <>
        {' '}
        on <ActionLink id={action.id}>{action.name}</ActionLink>
      </>
    )
  if (!strand) return null
  return (
    <>
      {' '}
      on{' '}
      <StrandLink id={strand.id}>
        {strand.title}, {strand.name}
      </StrandLink>
    </>
  )
}
