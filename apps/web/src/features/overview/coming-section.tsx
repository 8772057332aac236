import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { DayText } from '../../ui/day.tsx'
import { ActionLink, PlanLink } from '../../ui/plan-link.tsx'
import { ProvenanceTag } from '../../ui/provenance.tsx'
import styles from './overview.module.css'

export const ComingSection_plan = graphql(`
  fragment ComingSection_plan on Plan {
    forthcoming {
      id
      title
      detail
      decidedBy
      when
      source {
        provenance
      }
      action {
        id
      }
    }
    overdue {
      id
    }
    milestones {
      id
      name
      slip
      currentDate
      isDone
      source {
        provenance
      }
      action {
        id
        name
      }
    }
  }
`)

const AT_MOST = 5

/** What is next, what is late, and which dates have moved. */
export function ComingSection({ plan }: { readonly plan: FragmentType<typeof ComingSection_plan> }) {
  const { forthcoming, overdue, milestones } = unmask(ComingSection_plan, plan)
  const slipped = milestones.filter(({ slip, isDone }) => slip && !isDone)
  return (
    <section aria-labelledby="coming">
      <h2 id="coming">What is coming</h2>
      {forthcoming.length === 0 && <p>Nothing is planned from here on.</p>}
      <ol className={`plain-list ${styles.coming}`}>
        {forthcoming.slice(0, AT_MOST).map(({ id, title, detail, decidedBy, when, action, source }) => (
          <li key={id}>
            <b>{when}</b>
            <span>
              {action ? <ActionLink id={action.id}>{title}</ActionLink> : title}{' '}
              <span className="quiet small">
                {detail}
                {decidedBy && `, decided by ${decidedBy}`}
              </span>{' '}
              <ProvenanceTag provenance={source.provenance} />
            </span>
          </li>
        ))}
      </ol>
      <p>
        {overdue.length > 0 ? <strong>{overdue.length} overdue. </strong> : 'Nothing is overdue. '}
        <PlanLink to="forthcoming">
          {forthcoming.length > AT_MOST ? `All ${forthcoming.length} to come` : 'Everything to come'}
          {overdue.length > 0 && ', and what is overdue'}
        </PlanLink>
      </p>
      {slipped.length > 0 && (
        <>
          <h3>Milestones that moved</h3>
          <ul>
            {slipped.map(({ id, name, slip, currentDate, action, source }) => (
              <li key={id}>
                <b>{name}</b> {slip}
                {currentDate && (
                  <>
                    {' '}
                    Now <DayText day={currentDate} />.
                  </>
                )}{' '}
                <ActionLink id={action.id}>{action.name}</ActionLink>{' '}
                <ProvenanceTag provenance={source.provenance} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
