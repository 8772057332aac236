import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, DayField, TextField, WordsField } from '../../ui/form-fields.tsx'
import { dayIn, textIn, textOrNull } from '../../ui/form-values.ts'
import type { StrandFormProps } from './strand-editing.tsx'

const AddActionForm_save = graphql(`
  mutation AddActionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: AddActionInput!
  ) {
    addAction(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function AddActionForm({ revision, strand }: StrandFormProps) {
  const wholes = strand.actions.filter(({ parent }) => parent === null)
  return (
    <CommandForm
      title="Add an action"
      submit="Add the action"
      name={`action of ${strand.id}`}
      document={AddActionForm_save}
      revision={revision}
      inputOf={(form) => ({
        strandId: strand.id,
        name: textIn(form, 'name'),
        description: textOrNull(form, 'description'),
        startsOn: dayIn(form, 'startsOn'),
        dueOn: dayIn(form, 'dueOn'),
        parentId: textOrNull(form, 'parentId'),
      })}
    >
      <TextField name="name" label="Name" />
      <WordsField name="description" label="Description" />
      <DayField name="startsOn" label="Starts on" />
      <DayField name="dueOn" label="Due on" />
      <ChoiceField
        name="parentId"
        label="Part of a larger action"
        choices={[['', 'No'], ...wholes.map(({ id, name }) => [id, name] as const)]}
      />
    </CommandForm>
  )
}
