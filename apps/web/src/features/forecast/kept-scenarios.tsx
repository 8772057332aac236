import { yearLabel, yearsFrom } from '@strandline/domain/financial-year'
import { inPounds, NOTHING } from '@strandline/domain/money'
import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, TextField, TicksField } from '../../ui/form-fields.tsx'
import type { FieldProblem } from '../../ui/form-problems.ts'
import { missingIn, quantityIn, textIn, textOrNull, wholeNumberIn } from '../../ui/form-values.ts'
import { Money } from '../../ui/money.tsx'
import { Table } from '../../ui/table.tsx'
import type { VersionShown } from './version-view.tsx'

type Kept = VersionShown['scenarios'][number]

const KeepScenarioForm_save = graphql(`
  mutation KeepScenarioForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: KeepScenarioInput!
  ) {
    keepScenario(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const DropScenarioForm_save = graphql(`
  mutation DropScenarioForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: DropScenarioInput!
  ) {
    dropScenario(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export interface SavingAction {
  readonly id: string
  readonly name: string
}

interface KeptScenariosProps {
  readonly version: VersionShown
  readonly actions: readonly SavingAction[]
  readonly revision: number
  readonly isCurrent: boolean
}

/** Scenarios that finance keeps beside a version: what each supposes, and what would come of it. */
export function KeptScenarios({ version, actions, revision, isCurrent }: KeptScenariosProps) {
  const { scenarios, viewerCanKeepScenario } = version
  const isKeeping = isCurrent && viewerCanKeepScenario
  if (scenarios.length === 0 && !isKeeping) return null
  const years = scenarios[0]?.years.map(({ year }) => year) ?? []
  return (
    <>
      <h3>Kept scenarios</h3>
      {scenarios.length > 0 && (
        <Table
          caption="In-year balance by kept scenario, in pounds; none of them is part of the plan"
          rows={scenarios}
          keyOf={({ id }) => id}
          columns={[
            { header: 'Scenario', cell: ({ name }) => name },
            { header: 'It supposes', isProse: true, cell: suppositionInWords },
            ...years.map((year, at) => ({
              header: yearLabel(year),
              isNumeric: true,
              cell: (of: Kept) => <Money amount={of.years[at]?.inYear ?? NOTHING} isExact />,
            })),
            {
              header: 'Cumulative at the end',
              isNumeric: true,
              cell: (of) => <Money amount={of.years.at(-1)?.cumulative ?? NOTHING} isExact />,
            },
          ]}
        />
      )}
      {isKeeping && (
        <>
          <KeepScenarioForm version={version} actions={actions} revision={revision} />
          {scenarios.length > 0 && <DropScenarioForm version={version} revision={revision} />}
        </>
      )}
    </>
  )
}

const points = (name: string, by: number | null) =>
  by ? [`${name} ${by > 0 ? 'up' : 'down'} ${Math.abs(by) / 100} points`] : []

function suppositionInWords(of: Kept): string {
  const { lateAction, lateMonths, overrideEnds, fromGeneralFund } = of
  const said = [
    ...points('growth of places', of.growthBy),
    ...points('inflation', of.inflationBy),
    ...points('growth of the allocation', of.allocationBy),
    ...(lateAction && lateMonths ? [`${lateAction.name} ${lateMonths} months late`] : []),
    ...(of.isTransferRefused ? ['transfers refused'] : []),
    ...(overrideEnds
      ? [
          `the statutory override ends in ${yearLabel(overrideEnds)}, when the General Fund would meet ${inPounds(fromGeneralFund ?? NOTHING)}`,
        ]
      : []),
  ].join('; ')
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}

interface FormProps {
  readonly version: VersionShown
  readonly revision: number
}

const rates = ['growthBy', 'inflationBy', 'allocationBy'] as const

function KeepScenarioForm({ version, actions, revision }: FormProps & Pick<KeptScenariosProps, 'actions'>) {
  const years = version.base ? yearsFrom(version.base.firstYear, version.base.lastYear) : []
  const rateIn = (form: FormData, name: string) => quantityIn(form, name, 'BASIS_POINTS')
  return (
    <CommandForm
      title="Keep a scenario"
      submit="Keep the scenario"
      name={`scenario ${version.id}`}
      document={KeepScenarioForm_save}
      revision={revision}
      problemsIn={(form) => [
        ...missingIn(form, { name: 'Give the scenario a name, such as “Growth up 2 points”.' }),
        ...rates.flatMap((field): FieldProblem[] =>
          textIn(form, field) !== '' && rateIn(form, field) === null
            ? [{ field, message: 'Write points such as 2 or -1.5.' }]
            : [],
        ),
        ...(textIn(form, 'lateMonths') !== '' && wholeNumberIn(form, 'lateMonths') === null
          ? [{ field: 'lateMonths', message: 'Write a whole number of months.' }]
          : []),
      ]}
      inputOf={(form) => ({
        versionId: version.id,
        name: textIn(form, 'name'),
        growthBy: rateIn(form, 'growthBy'),
        inflationBy: rateIn(form, 'inflationBy'),
        allocationBy: rateIn(form, 'allocationBy'),
        lateActionId: textOrNull(form, 'lateActionId'),
        lateMonths: wholeNumberIn(form, 'lateMonths'),
        isTransferRefused: form.has('isTransferRefused'),
        overrideEnds: wholeNumberIn(form, 'overrideEnds'),
      })}
    >
      <TextField name="name" label="Name" />
      <TextField name="growthBy" label="Growth of places, points more" hint="For example 2, or -1.5." />
      <TextField name="inflationBy" label="Inflation, points more" />
      <TextField name="allocationBy" label="Growth of the allocation, points more" />
      <ChoiceField
        name="lateActionId"
        label="An action that is late"
        choices={[['', 'None'], ...actions.map(({ id, name }) => [id, name] as const)]}
      />
      <TextField name="lateMonths" label="Months late" />
      <TicksField name="isTransferRefused" label="Transfers" choices={[['true', 'No transfer is made']]} />
      <ChoiceField
        name="overrideEnds"
        label="The statutory override ends on 31 March of"
        hint="The deficit then falls on the General Fund."
        choices={[['', 'Not within the plan'], ...years.map((of) => [String(of), yearLabel(of)] as const)]}
      />
    </CommandForm>
  )
}

function DropScenarioForm({ version, revision }: FormProps) {
  return (
    <CommandForm
      title="Drop a scenario"
      submit="Drop the scenario"
      name={`drop scenario ${version.id}`}
      document={DropScenarioForm_save}
      revision={revision}
      problemsIn={(form) => missingIn(form, { scenarioId: 'Choose a scenario.' })}
      inputOf={(form) => ({ scenarioId: textIn(form, 'scenarioId') })}
    >
      <ChoiceField
        name="scenarioId"
        label="Scenario"
        choices={[['', 'Choose'], ...version.scenarios.map(({ id, name }) => [id, name] as const)]}
      />
    </CommandForm>
  )
}
