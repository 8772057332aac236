import { visibilities } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import type { EditStrandInput } from '../../generated/graphql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, TextField, WordsField } from '../../ui/form-fields.tsx'
import { textIn, textOrNull } from '../../ui/form-values.ts'
import type { StrandFormProps } from './strand-editing.tsx'

const EditStrandForm_save = graphql(`
  mutation EditStrandForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: EditStrandInput!
  ) {
    editStrand(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function EditStrandForm({ revision, strand }: StrandFormProps) {
  return (
    <CommandForm
      title="Edit name and summary"
      submit="Save"
      name={`edit ${strand.id}`}
      document={EditStrandForm_save}
      revision={revision}
      inputOf={(form) => ({
        strandId: strand.id,
        name: textIn(form, 'name'),
        summary: textOrNull(form, 'summary'),
        visibility: textIn(form, 'visibility') as EditStrandInput['visibility'],
        visibilityReason: textOrNull(form, 'visibilityReason'),
      })}
    >
      <TextField name="name" label="Name" initial={strand.name} />
      <WordsField name="summary" label="Summary" initial={strand.summary} />
      <ChoiceField
        name="visibility"
        label="Who may see it"
        initial={strand.visibility}
        choices={Object.entries(visibilities)}
      />
      <TextField
        name="visibilityReason"
        label="Why it is not public"
        hint="For example “Schedule 12A, paragraph 3”. Leave this empty where it is public."
        initial={strand.visibilityReason}
      />
    </CommandForm>
  )
}
