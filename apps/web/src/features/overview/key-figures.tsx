import { yearLabel } from '@strandline/domain/financial-year'
import { scopes } from '@strandline/domain/vocabulary'
import type { ReactNode } from 'react'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { Money } from '../../ui/money.tsx'
import { ProvenanceTag } from '../../ui/provenance.tsx'
import { overspendInWords } from './overspend.ts'
import styles from './overview.module.css'
import { SourceList } from './source-list.tsx'

export const KeyFigures_plan = graphql(`
  fragment KeyFigures_plan on Plan {
    firstYear
    savingsTable {
      year
      budgeted
      achieved
      provenance
    }
    trajectory {
      version {
        scope
      }
      unmitigated {
        positions {
          ...KeyFigure_position
          year
        }
      }
      mitigated {
        positions {
          ...KeyFigure_position
          year
        }
      }
    }
  }
`)

export const KeyFigure_position = graphql(`
  fragment KeyFigure_position on YearPosition {
    inYear {
      low
      central
      high
    }
    isOutturn
    basis
    provenance
    sources {
      id
      ...SourceLink_source
    }
  }
`)

/** The numbers of the plan's first year, each with its scope, period, basis and source. */
export function KeyFigures({ plan }: { readonly plan: FragmentType<typeof KeyFigures_plan> }) {
  const { firstYear, savingsTable, trajectory } = unmask(KeyFigures_plan, plan)
  if (!trajectory) return null
  const place = `${scopes[trajectory.version.scope]}, ${yearLabel(firstYear)}`
  const before = trajectory.unmitigated.positions.find(({ year }) => year === firstYear)
  const after = trajectory.mitigated.positions.find(({ year }) => year === firstYear)
  const savings = savingsTable.find(({ year }) => year === firstYear)
  return (
    <section aria-labelledby="first-year">
      <h2 id="first-year">{yearLabel(firstYear)}, the first year of the plan</h2>
      <dl className={styles.keyFigures}>
        {before && <KeyFigure position={before} label="if nothing more is done" place={place} />}
        {after && <KeyFigure position={after} label="after expected savings" place={place} />}
        {savings && (
          <Figure
            label="Saved so far"
            value={
              <>
                <Money amount={savings.achieved} /> of <Money amount={savings.budgeted} />
              </>
            }
          >
            Achieved of budgeted. {place}. <ProvenanceTag provenance={savings.provenance} />
          </Figure>
        )}
      </dl>
    </section>
  )
}

interface KeyFigureProps {
  readonly position: FragmentType<typeof KeyFigure_position>
  readonly label: string
  readonly place: string
}

function KeyFigure({ position, label, place }: KeyFigureProps) {
  const { inYear, isOutturn, basis, provenance, sources } = unmask(KeyFigure_position, position)
  const { kind, size, range } = overspendInWords(inYear)
  return (
    <Figure
      label={`${isOutturn ? 'Outturn' : 'Forecast'} ${kind} ${label}`}
      value={
        <>
          {size} {range && <span className={styles.range}>({range})</span>}
        </>
      }
    >
      {place}. {basis}. <ProvenanceTag provenance={provenance} />
      <SourceList sources={sources} />
    </Figure>
  )
}

function Figure(props: { readonly label: string; readonly value: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{props.label}</dt>
      <dd>
        <p className={styles.figure}>{props.value}</p>
        <p className={styles.context}>{props.children}</p>
      </dd>
    </div>
  )
}
