import { impactInWords, likelihoodInWords, type RiskScale } from '@strandline/domain/risk'
import { visibilities } from '@strandline/domain/vocabulary'
import { StrandLink } from '../../ui/plan-link.tsx'
import { Rating } from '../../ui/rating.tsx'
import { Table } from '../../ui/table.tsx'
import type { RiskShown } from './risks-page.tsx'

interface RiskTableProps {
  readonly risks: readonly RiskShown[]
  readonly scale: RiskScale
}

/** What is open, the highest score first, each with a link to what is said of it below. */
export function RiskTable({ risks, scale }: RiskTableProps) {
  return (
    <Table
      caption="Open risks and issues, the highest score first"
      rows={risks}
      keyOf={({ id }) => id}
      columns={[
        { header: 'Name', cell: ({ id, name }) => <a href={`#risk-${id}`}>{name}</a> },
        {
          header: 'Score',
          cell: ({ score, rating }) => (
            <>
              {score} of {scale * scale} {rating && <Rating rating={rating} />}
            </>
          ),
        },
        { header: 'Likelihood', cell: ({ likelihood }) => likelihoodInWords(likelihood ?? null, scale) },
        { header: 'Impact', cell: ({ impact }) => impactInWords(impact, scale) },
        { header: 'Owner', cell: ({ owner }) => owner?.name ?? 'Nobody' },
        {
          header: 'Belongs to',
          cell: ({ strand }) =>
            strand ? <StrandLink id={strand.id}>{strand.title}</StrandLink> : 'The whole plan',
        },
        { header: 'Who may see it', cell: ({ visibility }) => visibilities[visibility] },
      ]}
    />
  )
}
