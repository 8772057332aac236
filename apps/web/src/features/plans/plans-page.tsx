import { useQuery } from '@apollo/client/react'
import { useContext } from 'react'
import { Link, Navigate } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { PlansPage_PlansQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageSinkContext } from '../../ui/page-sink.ts'
import { planPath } from '../../ui/plan-link.tsx'

const PlansPage_plans = graphql(`
  query PlansPage_plans {
    plans {
      id
      title
      headline
      authority {
        name
      }
    }
  }
`)

export function PlansPage() {
  const result = useQuery(PlansPage_plans)
  return (
    <Answer result={result} what="the plans">
      {({ plans }) => <Plans plans={plans} />}
    </Answer>
  )
}

function Plans({ plans }: PlansPage_PlansQuery) {
  const [first, ...others] = plans
  if (first && others.length === 0) return <OnlyPlan id={first.id} />
  return (
    <>
      <PageHeading title={`${plans.length} plans`}>Plans</PageHeading>
      {plans.length === 0 && <p>No plan is kept here yet.</p>}
      {plans.map(({ id, title, headline, authority }) => (
        <section key={id}>
          <h2>
            <Link to={planPath(id, '', null)}>
              {authority.name}: {title}
            </Link>
          </h2>
          <p>{headline}</p>
        </section>
      ))}
    </>
  )
}

/** A list of one would only be in the way. */
function OnlyPlan({ id }: { readonly id: string }) {
  const path = planPath(id, '', null)
  const sink = useContext(PageSinkContext)
  if (!sink) return <Navigate to={path} replace />
  sink.redirect = path
  return null
}
