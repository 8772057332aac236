import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { Illustrative, SourceLink } from '../../ui/provenance.tsx'
import styles from './overview.module.css'
import { Unbroken } from './unbroken.tsx'

export const Standing_plan = graphql(`
  fragment Standing_plan on Plan {
    target
    inYearBalance
    clearance
    why
    source {
      ...SourceLink_source
    }
    trajectory {
      mitigated {
        positions {
          provenance
          cumulativeProvenance
        }
      }
    }
  }
`)

/** The target, then two statements that are not the same: the balance of a year, and the end of the debt. */
export function Standing({ plan }: { readonly plan: FragmentType<typeof Standing_plan> }) {
  const { target, inYearBalance, clearance, why, source, trajectory } = unmask(Standing_plan, plan)
  const positions = trajectory?.mitigated.positions ?? []
  return (
    <>
      <p className="lead">
        <Unbroken text={target} />
      </p>
      {inYearBalance && clearance && (
        <dl className={styles.statements}>
          <div>
            <dt>Balance of each year</dt>
            <dd>
              <strong>
                <Unbroken text={`${inYearBalance}.`} />
              </strong>{' '}
              {positions.some((at) => at.provenance === 'ILLUSTRATIVE') && <Illustrative />}
              <p>Whether one year’s spending is within that year’s funding.</p>
            </dd>
          </div>
          <div>
            <dt>Deficit built up over the years</dt>
            <dd>
              <strong>{clearance}.</strong>{' '}
              {positions.some((at) => at.cumulativeProvenance === 'ILLUSTRATIVE') && <Illustrative />}
              <p>Whether the cumulative deficit is paid back. It needs a surplus, not only a balance.</p>
            </dd>
          </div>
        </dl>
      )}
      <details className={styles.why}>
        <summary>Why the plan is needed</summary>
        {why.split('\n\n').map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <p className="small">
          Source: <SourceLink source={source} />
        </p>
      </details>
    </>
  )
}
