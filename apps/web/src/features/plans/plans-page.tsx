import { useQuery } from '@apollo/client/react'
import { useContext } from 'react'
import { Link, Navigate } from 'react-router'
import { graphql } from '../../generated/gql.ts'
import type { PlansPage_PlansQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PageSinkContext } from '../../ui/page-sink.ts'
import { planPath } from '../../ui/plan-link.tsx'
import { NewPlanForm } from './new-plan-form.tsx'

const PlansPage_plans = graphql(`
  query PlansPage_plans {
    viewer {
      name
      isDemonstration
      isAdministrator
    }
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
      {({ viewer, plans }) =>
        viewer.isDemonstration && viewer.name === null ? (
          <GoOn to="/sign-in" />
        ) : (
          <Plans plans={plans} isAdministrator={viewer.isAdministrator} />
        )
      }
    </Answer>
  )
}

interface PlansProps extends Pick<PlansPage_PlansQuery, 'plans'> {
  readonly isAdministrator: boolean
}

function Plans({ plans, isAdministrator }: PlansProps) {
  const [first, ...others] = plans
  // A list of one would only be in the way.
  if (first && others.length === 0 && !isAdministrator) return <GoOn to={planPath(first.id, '', null)} />
  return (
    <>
      <PageHeading title={`${plans.length} plans`}>Plans</PageHeading>
      {plans.length === 0 && <p>No plan is kept here yet.</p>}
      {isAdministrator && (
        <p>
          <Link to="/accounts">Accounts: who can sign in</Link>
        </p>
      )}
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
      {isAdministrator && <NewPlanForm />}
    </>
  )
}

/** Leads on to another page, on the server as in the browser. */
function GoOn({ to }: { readonly to: string }) {
  const sink = useContext(PageSinkContext)
  if (!sink) return <Navigate to={to} replace />
  sink.redirect = to
  return null
}
