import { impactInWords, likelihoodInWords, type RiskScale, riskMatrix } from '@strandline/domain/risk'
import { rags } from '@strandline/domain/vocabulary'
import { RatingShape } from '../../ui/rating.tsx'
import { Table } from '../../ui/table.tsx'
import styles from './risks.module.css'
import type { RiskShown } from './risks-page.tsx'

interface RiskMatrixProps {
  readonly risks: readonly RiskShown[]
  readonly scale: RiskScale
}

/** Likelihood by impact as a table: each place says its score and rating in words, and names what stands there. */
export function RiskMatrix({ risks, scale }: RiskMatrixProps) {
  const rows = riskMatrix(risks, scale)
  const impacts = rows[0]?.cells.map(({ impact }) => impact) ?? []
  return (
    <Table
      caption="Likelihood by impact, with what stands where"
      rows={rows}
      keyOf={({ likelihood }) => likelihood ?? 'issues'}
      columns={[
        {
          header: 'Likelihood',
          cell: ({ likelihood }) => likelihoodInWords(likelihood, scale),
        },
        ...impacts.map((impact, index) => ({
          header: `Impact ${impactInWords(impact, scale)}`,
          cell: ({ cells }: (typeof rows)[number]) => {
            const cell = cells[index]
            return cell && <Place {...cell} />
          },
        })),
      ]}
    />
  )
}

type Cell = ReturnType<typeof riskMatrix<RiskShown>>[number]['cells'][number]

function Place({ score, rating, risks }: Cell) {
  return (
    <>
      <span className={styles.place}>
        <RatingShape rating={rating} /> {score} {rags[rating].toLowerCase()}
      </span>
      {risks.length > 0 && (
        <ul className={styles.standing}>
          {risks.map(({ id, name }) => (
            <li key={id}>
              <a href={`#risk-${id}`}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
