import { DayText } from '../../ui/day.tsx'
import { SourceLink } from '../../ui/provenance.tsx'
import { Rating } from '../../ui/rating.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { DropConditionForm, EditConditionForm, RateConditionForm } from './condition-forms.tsx'
import type { ConditionShown, RisksPlan } from './risks-page.tsx'

const columns: readonly Column<ConditionShown>[] = [
  { header: 'Number', cell: ({ number }) => `Condition ${number}` },
  { header: 'What it asks for', isProse: true, cell: ({ words }) => words },
  { header: 'Rating', cell: (condition) => <Rated condition={condition} /> },
  {
    header: 'Evidence',
    isProse: true,
    cell: ({ evidence, evidenceOn }) => (
      <>
        {evidence ?? 'None yet'}
        {evidenceOn && (
          <>
            {' '}
            (<DayText day={evidenceOn} />)
          </>
        )}
      </>
    ),
  },
  { header: 'Owner', cell: ({ owner }) => owner?.name ?? 'Nobody' },
  { header: 'Source', cell: ({ source }) => <SourceLink source={source} /> },
]

function Rated({ condition: { rating, ratedOn, metOn } }: { readonly condition: ConditionShown }) {
  const day = metOn ?? ratedOn
  return (
    <>
      <Rating rating={rating} />
      {day && (
        <>
          {metOn ? ', met on ' : ', '}
          <DayText day={day} />
        </>
      )}
    </>
  )
}

/** The conditions of each agreement, with the forms for whoever may use them. */
export function Conditions({ plan }: { readonly plan: RisksPlan }) {
  const { conditions, isCurrent, viewerCanEditConditions: mayEdit } = plan
  const agreements = [...new Set(conditions.map(({ agreement }) => agreement))]
  return agreements.map((agreement) => {
    const rows = conditions.filter((of) => of.agreement === agreement)
    const mine = rows.filter(({ viewerCanRate }) => isCurrent && (mayEdit || viewerCanRate))
    return (
      <section key={agreement} aria-label={agreement}>
        <h3>{agreement}</h3>
        <Table caption={`Conditions: ${agreement}`} columns={columns} rows={rows} keyOf={({ id }) => id} />
        {mine.map((condition) => (
          <article key={condition.id} aria-label={`Condition ${condition.number}`}>
            {condition.viewerCanRate && <RateConditionForm condition={condition} plan={plan} />}
            {mayEdit && <EditConditionForm condition={condition} plan={plan} />}
            {mayEdit && <DropConditionForm condition={condition} plan={plan} />}
          </article>
        ))}
      </section>
    )
  })
}
