import type { Day } from '@strandline/domain/day'
import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, DayField, MoneyField, TextField, WordsField } from '../../ui/form-fields.tsx'
import { dayIn, missingIn, moneyIn, moneyProblems, textIn, textOrNull } from '../../ui/form-values.ts'
import type { VersionShown } from './version-view.tsx'

const BeginVersionForm_save = graphql(`
  mutation BeginVersionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: BeginVersionInput!
  ) {
    beginVersion(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface BeginVersionFormProps {
  readonly revision: number
  readonly versions: readonly { readonly id: string; readonly name: string }[]
}

export function BeginVersionForm({ revision, versions }: BeginVersionFormProps) {
  return (
    <CommandForm
      title="Begin a draft"
      submit="Begin the draft"
      name="forecast version"
      document={BeginVersionForm_save}
      revision={revision}
      problemsIn={(form) => missingIn(form, { name: 'Give the version a name, such as Version 2.' })}
      inputOf={(form) => ({ name: textIn(form, 'name'), fromId: textOrNull(form, 'fromId') })}
    >
      <TextField name="name" label="Name" />
      <ChoiceField
        name="fromId"
        label="As a copy of"
        hint="Its outturns and assumptions are copied; the version itself stays as it is."
        initial={versions.at(-1)?.id}
        choices={versions.map(({ id, name }) => [id, name] as const)}
      />
    </CommandForm>
  )
}

const SubmitVersionForm_save = graphql(`
  mutation SubmitVersionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: SubmitVersionInput!
  ) {
    submitVersion(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface VersionFormProps {
  readonly version: VersionShown
  readonly revision: number
}

/** Freezes a draft with its assumptions. */
export function SubmitVersionForm({ version, revision }: VersionFormProps) {
  return (
    <CommandForm
      title="Submit this version"
      submit="Submit the version"
      name={`submit ${version.id}`}
      document={SubmitVersionForm_save}
      revision={revision}
      problemsIn={(form) => [
        ...missingIn(form, { basis: 'Say what the range rests on.' }),
        ...moneyProblems(form, ['spread']),
      ]}
      inputOf={(form) => ({
        versionId: version.id,
        spread: moneyIn(form, 'spread'),
        lowScenarioId: textOrNull(form, 'lowScenarioId'),
        highScenarioId: textOrNull(form, 'highScenarioId'),
        basis: textIn(form, 'basis'),
      })}
    >
      <p>A submitted version is kept as it is, with its assumptions. Somebody else approves it.</p>
      <MoneyField
        name="spread"
        label="Range, either side"
        hint="For example £500k. Leave this empty for two scenarios, or for the range of a simulation."
      />
      {version.scenarios.length > 0 &&
        (['lowScenarioId', 'highScenarioId'] as const).map((name) => (
          <ChoiceField
            key={name}
            name={name}
            label={name === 'lowScenarioId' ? 'Scenario for the low' : 'Scenario for the high'}
            choices={[['', 'None'], ...version.scenarios.map(({ id, name: of }) => [id, of] as const)]}
          />
        ))}
      <TextField
        name="basis"
        label="Basis of the range"
        hint="For example “Judgement: +/- £500k” or “Simulation”."
      />
    </CommandForm>
  )
}

const DecideVersionForm_save = graphql(`
  mutation DecideVersionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: DecideVersionInput!
  ) {
    decideVersion(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** Approves a version, or returns it with a reason. */
export function DecideVersionForms({ version, revision, today }: VersionFormProps & { readonly today: Day }) {
  return (
    <>
      <CommandForm
        title="Record its approval"
        submit="Approve the version"
        name={`approve ${version.id}`}
        document={DecideVersionForm_save}
        revision={revision}
        problemsIn={(form) => missingIn(form, { approvedBy: 'Say who approved it, such as Full Cabinet.' })}
        inputOf={(form) => ({
          versionId: version.id,
          isApproved: true,
          approvedBy: textIn(form, 'approvedBy'),
          approvedOn: dayIn(form, 'approvedOn'),
        })}
      >
        <TextField name="approvedBy" label="Approved by" hint="For example Full Cabinet." />
        <DayField name="approvedOn" label="On" initial={today} />
      </CommandForm>
      <CommandForm
        title="Return it"
        submit="Return the version"
        name={`return ${version.id}`}
        document={DecideVersionForm_save}
        revision={revision}
        problemsIn={(form) => missingIn(form, { reason: 'Say what has to change.' })}
        inputOf={(form) => ({ versionId: version.id, isApproved: false, reason: textIn(form, 'reason') })}
      >
        <WordsField name="reason" label="What has to change" />
      </CommandForm>
    </>
  )
}
