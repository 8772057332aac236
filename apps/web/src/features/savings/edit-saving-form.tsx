import { visibilities } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import type { EditSavingInput } from '../../generated/graphql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, TextField } from '../../ui/form-fields.tsx'
import { missingIn, textIn, textOrNull } from '../../ui/form-values.ts'
import type { SavingFormProps } from './saving-page.tsx'

const EditSavingForm_save = graphql(`
  mutation EditSavingForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: EditSavingInput!
  ) {
    editSaving(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function EditSavingForm({ saving, revision }: SavingFormProps) {
  return (
    <CommandForm
      title="Edit the name and who may see it"
      submit="Save the saving"
      name={`saving ${saving.id}`}
      document={EditSavingForm_save}
      revision={revision}
      problemsIn={(form) => missingIn(form, { name: 'Say what is saved.' })}
      inputOf={(form) => ({
        savingId: saving.id,
        name: textIn(form, 'name'),
        visibility: textIn(form, 'visibility') as EditSavingInput['visibility'],
        visibilityReason: textOrNull(form, 'visibilityReason'),
      })}
    >
      <TextField name="name" label="What is saved" initial={saving.name} />
      <ChoiceField
        name="visibility"
        label="Who may see it"
        initial={saving.visibility}
        choices={Object.entries(visibilities)}
      />
      <TextField
        name="visibilityReason"
        label="Why it is not public"
        hint="Leave this empty for a public saving."
        initial={saving.visibilityReason}
      />
    </CommandForm>
  )
}
