import { useQuery } from '@apollo/client/react'
import { dayInWords } from '@strandline/domain/day'
import type { ReactNode } from 'react'
import { graphql } from '../../generated/gql.ts'
import type { ChangesList_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ActionLink, StrandLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { Illustrative, ProvenanceTag } from '../../ui/provenance.tsx'
import styles from './changes.module.css'
import type { Days } from './days.ts'
import { type ItemNews, newsByStrand, type StrandNews } from './news-by-strand.ts'
import { SinceLastLook } from './since-last-look.tsx'

const ChangesList_plan = graphql(`
  query ChangesList_plan($planId: ID!, $from: Day!, $to: Day!) {
    plan(id: $planId, asAt: $to) {
      __typename
      ... on Plan {
        strands {
          id
          title
          name
        }
        actions {
          id
          name
          ratingSource {
            provenance
          }
        }
        sources {
          provenance
        }
        compareTo(day: $from) {
          __typename
          ... on Comparison {
            news {
              kind
              id
              strandId
              actionId
              words
            }
          }
        }
      }
    }
  }
`)

interface ChangesListProps {
  readonly days: Days
  readonly form: ReactNode
}

export function ChangesList({ days, form }: ChangesListProps) {
  const { planId } = usePlanPlace()
  const result = useQuery(ChangesList_plan, { variables: { planId, ...days } })
  return (
    <Answer result={result} what="what changed">
      {({ plan }) => plan.__typename === 'Plan' && <Comparison plan={plan} days={days} form={form} />}
    </Answer>
  )
}

type Plan = Extract<ChangesList_PlanQuery['plan'], { __typename: 'Plan' }>

function Comparison({ plan, days, form }: ChangesListProps & { readonly plan: Plan }) {
  const news = plan.compareTo.__typename === 'Comparison' ? plan.compareTo.news : []
  const count =
    news.length === 0 ? 'Nothing changed' : news.length === 1 ? '1 change' : `${news.length} changes`
  const span = `${dayInWords(days.from)} to ${dayInWords(days.to)}`
  return (
    <>
      <PageHeading title={`${count}, ${span}: What changed`} eyebrow="What changed">
        {count}, <span className={styles.span}>{span}</span>
      </PageHeading>
      <SinceLastLook />
      {form}
      {plan.sources.some(({ provenance }) => provenance === 'ILLUSTRATIVE') && (
        <p className="quiet">
          <Illustrative /> Some of these dates, ratings and amounts are illustrative; the page of each item
          says which.
        </p>
      )}
      {newsByStrand(news, plan).map((group) => (
        <StrandGroup key={group.strand?.id ?? 'plan'} group={group} />
      ))}
    </>
  )
}

function StrandGroup({ group: { strand, items } }: { readonly group: StrandNews }) {
  return (
    <section>
      <h2>
        {strand ? (
          <StrandLink id={strand.id}>
            {strand.title}: {strand.name}
          </StrandLink>
        ) : (
          'The whole plan'
        )}
      </h2>
      {items.map((item) => (
        <ItemGroup key={item.id} item={item} />
      ))}
    </section>
  )
}

function ItemGroup({ item: { action, name, words } }: { readonly item: ItemNews }) {
  return (
    <>
      <h3>
        {action ? <ActionLink id={action.id}>{action.name}</ActionLink> : name}{' '}
        {action?.ratingSource && <ProvenanceTag provenance={action.ratingSource.provenance} />}
      </h3>
      <ul className={styles.news}>
        {words.map((sentence, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two items may be told in the same words, and the list never moves
          <li key={index}>{sentence}</li>
        ))}
      </ul>
    </>
  )
}
