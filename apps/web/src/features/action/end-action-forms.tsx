import { type Ending, endings } from '@strandline/domain/action-commands'
import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, WordsField } from '../../ui/form-fields.tsx'
import { textIn, textOrNull } from '../../ui/form-values.ts'
import type { ActionFormProps } from './action-editing.tsx'

const EndActionForm_save = graphql(`
  mutation EndActionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: EndActionInput!
  ) {
    endAction(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function EndActionForm({ plan, action }: ActionFormProps) {
  const others = plan.actions.filter(({ id }) => id !== action.id)
  return (
    <CommandForm
      title="Complete, stop or supersede it"
      submit="End the action"
      name={`end ${action.id}`}
      document={EndActionForm_save}
      revision={plan.revision}
      inputOf={(form) => ({
        actionId: action.id,
        ending: textIn(form, 'ending') as Ending,
        reason: textIn(form, 'reason'),
        supersededById: textOrNull(form, 'supersededById'),
      })}
    >
      <ChoiceField name="ending" label="How it ends" initial="COMPLETE" choices={Object.entries(endings)} />
      <WordsField name="reason" label="Reason" />
      <ChoiceField
        name="supersededById"
        label="What takes its place"
        hint="Only for an action that is superseded."
        choices={[['', 'Nothing'], ...others.map(({ id, name }) => [id, name] as const)]}
      />
    </CommandForm>
  )
}

const ReopenActionForm_save = graphql(`
  mutation ReopenActionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ReopenActionInput!
  ) {
    reopenAction(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function ReopenActionForm({ plan, action }: ActionFormProps) {
  return (
    <CommandForm
      title="Take it up again"
      submit="Reopen the action"
      name={`reopen ${action.id}`}
      document={ReopenActionForm_save}
      revision={plan.revision}
      inputOf={(form) => ({ actionId: action.id, reason: textIn(form, 'reason') })}
    >
      <WordsField name="reason" label="Reason" />
    </CommandForm>
  )
}
