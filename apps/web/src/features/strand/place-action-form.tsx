import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField } from '../../ui/form-fields.tsx'
import { missingIn, textIn, textOrNull } from '../../ui/form-values.ts'
import type { StrandFormProps } from './strand-editing.tsx'

const PlaceActionForm_save = graphql(`
  mutation PlaceActionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: PlaceActionInput!
  ) {
    placeAction(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function PlaceActionForm({ revision, strand }: StrandFormProps) {
  const actions = strand.actions.map(({ id, name }) => [id, name] as const)
  return (
    <CommandForm
      title="Change the order of actions"
      submit="Move the action"
      name={`order of ${strand.id}`}
      document={PlaceActionForm_save}
      revision={revision}
      problemsIn={(form) => missingIn(form, { actionId: 'Choose the action to move.' })}
      inputOf={(form) => ({ actionId: textIn(form, 'actionId'), afterId: textOrNull(form, 'afterId') })}
    >
      <ChoiceField name="actionId" label="Move" choices={[['', 'Choose an action'], ...actions]} />
      <ChoiceField
        name="afterId"
        label="To after"
        hint="The page shows actions worst first; reports keep this order."
        choices={[['', 'Nothing: first in the strand'], ...actions]}
      />
    </CommandForm>
  )
}
