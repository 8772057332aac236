import { useQuery } from '@apollo/client/react'
import { total } from '@strandline/domain/money'
import { useId, useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import formStyles from '../../ui/form.module.css'
import { Money } from '../../ui/money.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { Table } from '../../ui/table.tsx'

const Movement_plan = graphql(`
  query Movement_plan($planId: ID!, $asAt: Day, $versionId: ID!, $fromId: ID!) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        forecastVersion(id: $versionId) {
          movementFrom(versionId: $fromId) {
            name
            amount
          }
        }
      }
    }
  }
`)

interface MovementProps {
  readonly versionId: string
  readonly versions: readonly { readonly id: string; readonly name: string }[]
}

/** Why the balance at the end differs from that of another version: causes that add up to the penny. */
export function Movement({ versionId, versions }: MovementProps) {
  const id = useId()
  const { planId, asAt } = usePlanPlace()
  const others = versions.filter((of) => of.id !== versionId)
  const [fromId, setFromId] = useState('')
  const variables = { planId, asAt, versionId, fromId }
  const { data } = useQuery(Movement_plan, { variables, skip: fromId === '' })
  const causes = data?.plan.__typename === 'Plan' ? (data.plan.forecastVersion?.movementFrom ?? []) : []
  const whole = { name: 'Difference', amount: total(causes.map(({ amount }) => amount)) }
  if (others.length === 0) return null
  return (
    <>
      <h3>Why it differs</h3>
      <div className={formStyles.field}>
        <label htmlFor={id}>From the version</label>
        <select id={id} value={fromId} onChange={(event) => setFromId(event.target.value)}>
          <option value="">Choose a version</option>
          {others.map((of) => (
            <option key={of.id} value={of.id}>
              {of.name}
            </option>
          ))}
        </select>
      </div>
      {data && causes.length === 0 && (
        <p>There is nothing to compare: both give the same, or one has no years that you may see.</p>
      )}
      {causes.length > 0 && (
        <Table
          caption="What moved the cumulative balance at the end, in pounds"
          rows={causes}
          total={whole}
          keyOf={({ name }) => name}
          columns={[
            { header: 'Cause', cell: ({ name }) => name },
            { header: 'Effect', isNumeric: true, cell: ({ amount }) => <Money amount={amount} isExact /> },
          ]}
        />
      )}
    </>
  )
}
