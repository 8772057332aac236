import { useQuery } from '@apollo/client/react'
import { yearLabel } from '@strandline/domain/financial-year'
import { useId, useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import formStyles from '../../ui/form.module.css'
import { Money } from '../../ui/money.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { Table } from '../../ui/table.tsx'
import type { SavingAction } from './kept-scenarios.tsx'

const LateAction_years = graphql(`
  query LateAction_years($planId: ID!, $asAt: Day, $versionId: ID!, $actionId: ID!, $months: Int!) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        forecastVersion(id: $versionId) {
          years {
            year
            inYear
            cumulative
          }
          yearsIfLate(actionId: $actionId, months: $months) {
            year
            inYear
            cumulative
          }
        }
      }
    }
  }
`)

interface LateActionProps {
  readonly versionId: string
  /** Actions whose savings count. */
  readonly actions: readonly SavingAction[]
}

/** What it costs when an action is late: its savings begin months later, and everything else is as planned. */
export function LateAction({ versionId, actions }: LateActionProps) {
  const id = useId()
  const { planId, asAt } = usePlanPlace()
  const [actionId, setActionId] = useState('')
  const [months, setMonths] = useState(6)
  const variables = { planId, asAt, versionId, actionId, months }
  const { data } = useQuery(LateAction_years, { variables, skip: actionId === '' })
  const version = data?.plan.__typename === 'Plan' ? data.plan.forecastVersion : null
  const rows = version?.yearsIfLate.map((late, at) => ({ ...late, planned: version.years[at] ?? late })) ?? []
  return (
    <>
      <h3>What if an action is late?</h3>
      <div className={formStyles.field}>
        <label htmlFor={`${id}-action`}>Action</label>
        <select id={`${id}-action`} value={actionId} onChange={(event) => setActionId(event.target.value)}>
          <option value="">Choose an action that saves</option>
          {actions.map((action) => (
            <option key={action.id} value={action.id}>
              {action.name}
            </option>
          ))}
        </select>
      </div>
      <div className={formStyles.field}>
        <label htmlFor={`${id}-months`}>Late by</label>
        <select
          id={`${id}-months`}
          value={months}
          onChange={(event) => setMonths(Number(event.target.value))}
        >
          {[3, 6, 12, 24].map((count) => (
            <option key={count} value={count}>
              {count} months
            </option>
          ))}
        </select>
      </div>
      {rows.length > 0 && (
        <Table
          caption="In-year balance as planned and if the action is late, in pounds"
          rows={rows}
          keyOf={({ year }) => year}
          columns={[
            { header: 'Year', cell: ({ year }) => yearLabel(year) },
            {
              header: 'As planned',
              isNumeric: true,
              cell: ({ planned }) => <Money amount={planned.inYear} isExact />,
            },
            { header: 'If late', isNumeric: true, cell: ({ inYear }) => <Money amount={inYear} isExact /> },
            {
              header: 'Cumulative, if late',
              isNumeric: true,
              cell: ({ cumulative }) => <Money amount={cumulative} isExact />,
            },
          ]}
        />
      )}
    </>
  )
}
