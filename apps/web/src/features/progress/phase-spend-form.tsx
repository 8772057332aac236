import { useQuery } from '@apollo/client/react'
import { yearLabel, yearsFrom } from '@strandline/domain/financial-year'
import { type SchoolPhase, schoolPhases, scopes } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import type { RecordPhaseSpendInput } from '../../generated/graphql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, MoneyField } from '../../ui/form-fields.tsx'
import { moneyIn, moneyProblems, textIn, textOrNull } from '../../ui/form-values.ts'
import { usePlanPlace } from '../../ui/plan-place.ts'
import type { YearShown } from './phase-spend.tsx'

const PhaseSpendForm_plan = graphql(`
  query PhaseSpendForm_plan($planId: ID!) {
    plan(id: $planId) {
      __typename
      ... on Plan {
        revision
        firstYear
        lastYear
        sources {
          id
          title
        }
      }
    }
  }
`)

const PhaseSpendForm_save = graphql(`
  mutation PhaseSpendForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: RecordPhaseSpendInput!
  ) {
    recordPhaseSpend(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const phases = Object.keys(schoolPhases) as SchoolPhase[]

/** A year at once, or the phases of it that are to be corrected. It asks for more than readers need, so only finance asks. */
export function PhaseSpendForm({ years }: { readonly years: readonly YearShown[] }) {
  const { planId } = usePlanPlace()
  const { data } = useQuery(PhaseSpendForm_plan, { variables: { planId } })
  if (data?.plan.__typename !== 'Plan') return null
  const { revision, firstYear, lastYear, sources } = data.plan
  const earliest = Math.min(firstYear - 3, ...years.map(({ year }) => year))
  return (
    <CommandForm
      title="Write down spending by phase"
      submit="Save the spending"
      name="spending by phase"
      document={PhaseSpendForm_save}
      revision={revision}
      problemsIn={(form) => [
        ...moneyProblems(form, phases),
        ...(partsIn(form).length === 0
          ? [{ field: phases[0] ?? '', message: 'Write the amount of at least one phase.' }]
          : []),
      ]}
      inputOf={(form): RecordPhaseSpendInput => ({
        year: Number(textIn(form, 'year')),
        scope: textIn(form, 'scope') as RecordPhaseSpendInput['scope'],
        parts: partsIn(form),
        sourceId: textOrNull(form, 'sourceId'),
      })}
    >
      <ChoiceField
        name="year"
        label="Year"
        initial={String(firstYear - 1)}
        choices={yearsFrom(earliest, lastYear).map((of) => [String(of), yearLabel(of)] as const)}
      />
      <ChoiceField name="scope" label="For" initial="HIGH_NEEDS_BLOCK" choices={Object.entries(scopes)} />
      {phases.map((phase) => (
        <MoneyField
          key={phase}
          name={phase}
          label={schoolPhases[phase]}
          hint="In pounds. Left empty, it stays as it is."
        />
      ))}
      <ChoiceField
        name="sourceId"
        label="Source"
        choices={[['', 'Entered by the council'], ...sources.map(({ id, title }) => [id, title] as const)]}
      />
    </CommandForm>
  )
}

function partsIn(form: FormData): RecordPhaseSpendInput['parts'] {
  return phases.flatMap((phase) => {
    const amount = moneyIn(form, phase)
    return amount === null ? [] : [{ phase, amount }]
  })
}
