import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { TicksField, WordsField } from '../../ui/form-fields.tsx'
import { missingIn, textIn, textOrNull } from '../../ui/form-values.ts'

const DecideForm_save = graphql(`
  mutation DecideForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: DecideSavingInput!
  ) {
    decideSaving(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface DecideFormsProps {
  readonly proposalId: string
  readonly name: string
  readonly revision: number
}

/** Finance agrees a proposal or returns it. */
export function DecideForms({ proposalId, name, revision }: DecideFormsProps) {
  return (
    <>
      <CommandForm
        title={`Agree “${name}”`}
        submit="Agree the saving"
        name={`agree ${proposalId}`}
        document={DecideForm_save}
        revision={revision}
        inputOf={(form) => ({
          proposalId,
          isAgreed: true,
          reason: textOrNull(form, 'reason'),
          isNewBudget: textIn(form, 'isNewBudget') === 'yes',
        })}
      >
        <TicksField
          name="isNewBudget"
          label="Budget"
          choices={[['yes', 'Take these figures as the new budget, not only as the forecast']]}
        />
        <WordsField name="reason" label="Note" hint="What you checked, for the record." />
      </CommandForm>
      <CommandForm
        title={`Return “${name}”`}
        submit="Return the saving"
        name={`return ${proposalId}`}
        document={DecideForm_save}
        revision={revision}
        problemsIn={(form) => missingIn(form, { reason: 'Say what has to change before finance can agree.' })}
        inputOf={(form) => ({ proposalId, isAgreed: false, reason: textIn(form, 'reason') })}
      >
        <WordsField name="reason" label="What has to change" />
      </CommandForm>
    </>
  )
}
