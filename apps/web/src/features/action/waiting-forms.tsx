import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, TextField } from '../../ui/form-fields.tsx'
import { missingIn, textIn, textOrNull } from '../../ui/form-values.ts'
import type { ActionFormProps } from './action-editing.tsx'

const AddWaitingForm_save = graphql(`
  mutation AddWaitingForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: AddDependencyInput!
  ) {
    addDependency(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const EndWaitingForm_save = graphql(`
  mutation EndWaitingForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: EndDependencyInput!
  ) {
    endDependency(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** What the action waits for: one thing more, or one that is over. The choice says which kind it is. */
export function WaitingForms({ plan, action }: ActionFormProps) {
  const strands = plan.strands.map(({ id, title, name }) => [`strand ${id}`, `${title}, ${name}`] as const)
  const actions = plan.actions
    .filter(({ id }) => id !== action.id)
    .map(({ id, name }) => [`action ${id}`, name] as const)
  const chosen = (form: FormData, kind: 'strand' | 'action') => {
    const [of, id = null] = textIn(form, 'neededStrandId').split(' ')
    return of === kind ? id : null
  }
  return (
    <>
      <CommandForm
        title="Say what it waits for"
        submit="It waits for this"
        name={`waits ${action.id}`}
        document={AddWaitingForm_save}
        revision={plan.revision}
        problemsIn={(form) => missingIn(form, { neededStrandId: 'Choose what it waits for.' })}
        inputOf={(form) => ({
          waitingActionId: action.id,
          neededStrandId: chosen(form, 'strand'),
          neededActionId: chosen(form, 'action'),
          reason: textOrNull(form, 'reason'),
        })}
      >
        <ChoiceField
          name="neededStrandId"
          label="It waits for"
          choices={[['', 'Choose a strand or an action'], ...strands, ...actions]}
        />
        <TextField name="reason" label="Why" />
      </CommandForm>
      {action.waitedFor.map(({ id, name }) => (
        <CommandForm
          key={id}
          title={`No longer wait for ${name}`}
          submit="It waits no longer"
          name={`end ${id}`}
          document={EndWaitingForm_save}
          revision={plan.revision}
          inputOf={() => ({ dependencyId: id })}
        >
          <p>The dependency ends today, and stays on record.</p>
        </CommandForm>
      ))}
    </>
  )
}
