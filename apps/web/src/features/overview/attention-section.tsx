import { needingAttention } from '@strandline/domain/attention'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { DayText } from '../../ui/day.tsx'
import { ActionLink } from '../../ui/plan-link.tsx'
import { ProvenanceTag } from '../../ui/provenance.tsx'
import { Rating } from '../../ui/rating.tsx'
import styles from './overview.module.css'

export const AttentionSection_plan = graphql(`
  fragment AttentionSection_plan on Plan {
    actions {
      id
      name
      deliveryRating
      benefitRating
      isOverdue
      isNotUpdated
      updateNote
      dueOn
      gap
      reason
      pathToGreen
      ratingSource {
        provenance
      }
      strand {
        title
      }
    }
  }
`)

/** The actions to ask about, worst first. */
export function AttentionSection({ plan }: { readonly plan: FragmentType<typeof AttentionSection_plan> }) {
  const actions = needingAttention(unmask(AttentionSection_plan, plan).actions)
  return (
    <section aria-labelledby="attention">
      <h2 id="attention">
        {actions.length === 0
          ? 'No action needs attention'
          : `${actions.length} action${actions.length === 1 ? ' needs' : 's need'} attention`}
      </h2>
      {actions.length === 0 ? (
        <p>None is red, amber, overdue or without an update this month.</p>
      ) : (
        <ol className={`plain-list ${styles.rows}`}>
          {actions.map((action) => (
            <li key={action.id} className={styles.row}>
              <h3>
                <ActionLink id={action.id}>{action.name}</ActionLink>
              </h3>
              <p className={styles.ratings}>
                <Rating kind="delivery" rating={action.deliveryRating} isNotUpdated={action.isNotUpdated} />
                <Rating kind="benefit" rating={action.benefitRating} isNotUpdated={action.isNotUpdated} />
                <span className="quiet">{action.strand.title}</span>
                {action.ratingSource && <ProvenanceTag provenance={action.ratingSource.provenance} />}
                {action.isOverdue && action.dueOn && (
                  <span>
                    <b>Overdue</b>, was due <DayText day={action.dueOn} />
                  </span>
                )}
              </p>
              <p>
                {[action.reason, action.gap, action.updateNote].filter(Boolean).join(' ')}
                {action.pathToGreen && (
                  <span className={styles.path}>
                    <b>Path to green:</b> {action.pathToGreen}
                  </span>
                )}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
