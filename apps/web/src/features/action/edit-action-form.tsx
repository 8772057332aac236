import { visibilities } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import type { EditActionInput } from '../../generated/graphql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, DayField, TextField, WordsField } from '../../ui/form-fields.tsx'
import { dayIn, textIn, textOrNull } from '../../ui/form-values.ts'
import type { ActionFormProps } from './action-editing.tsx'

const EditActionForm_save = graphql(`
  mutation EditActionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: EditActionInput!
  ) {
    editAction(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function EditActionForm({ plan, action }: ActionFormProps) {
  return (
    <CommandForm
      title="Edit name, words and dates"
      submit="Save the action"
      name={`edit ${action.id}`}
      document={EditActionForm_save}
      revision={plan.revision}
      inputOf={(form) => ({
        actionId: action.id,
        name: textIn(form, 'name'),
        description: textOrNull(form, 'description'),
        impact: textOrNull(form, 'impact'),
        askOfSchools: textOrNull(form, 'askOfSchools'),
        startsOn: dayIn(form, 'startsOn'),
        dueOn: dayIn(form, 'dueOn'),
        visibility: textIn(form, 'visibility') as EditActionInput['visibility'],
        visibilityReason: textOrNull(form, 'visibilityReason'),
      })}
    >
      <TextField name="name" label="Name" initial={action.name} />
      <WordsField name="description" label="Description" initial={action.description} />
      <WordsField name="impact" label="Impact if it is not put right" initial={action.impact} />
      <WordsField
        name="askOfSchools"
        label="What schools are asked to do"
        hint="In plain words, with the day by which. Leave this empty where they are asked nothing."
        initial={action.askOfSchools}
      />
      <DayField name="startsOn" label="Starts on" initial={action.startsOn} />
      <DayField name="dueOn" label="Due on" initial={action.dueOn} />
      <ChoiceField
        name="visibility"
        label="Who may see it"
        initial={action.visibility}
        choices={Object.entries(visibilities)}
      />
      <TextField
        name="visibilityReason"
        label="Why it is not public"
        hint="For example “Schedule 12A, paragraph 3”. Leave this empty for a public action."
        initial={action.visibilityReason}
      />
    </CommandForm>
  )
}
