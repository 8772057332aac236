import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, DayField } from '../../ui/form-fields.tsx'
import { dayIn, missingIn, textIn } from '../../ui/form-values.ts'
import { HandOverForm } from '../../ui/hand-over-form.tsx'
import type { ActionFormProps } from './action-editing.tsx'

const AddOwnerForm_save = graphql(`
  mutation AddOwnerForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: GiveRoleInput!
  ) {
    giveRole(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** Who owns the action: handed over by each owner, or given to one more. */
export function OwnerForms({ plan, action }: ActionFormProps) {
  return (
    <>
      {action.ownership.map(({ id, person }) => (
        <HandOverForm
          key={id}
          assignmentId={id}
          holder={person}
          people={plan.people}
          today={plan.latestDay}
          revision={plan.revision}
        />
      ))}
      <CommandForm
        title="Add an owner"
        submit="Add the owner"
        name={`owner ${action.id}`}
        document={AddOwnerForm_save}
        revision={plan.revision}
        problemsIn={(form) =>
          missingIn(form, { personId: 'Choose the owner.', fromDay: 'Give the first day.' })
        }
        inputOf={(form) => ({
          personId: textIn(form, 'personId'),
          role: 'ACTION_OWNER' as const,
          actionId: action.id,
          fromDay: dayIn(form, 'fromDay') ?? plan.latestDay,
        })}
      >
        <ChoiceField
          name="personId"
          label="Owner"
          choices={[['', 'Choose a person'], ...plan.people.map(({ id, name }) => [id, name] as const)]}
        />
        <DayField name="fromDay" label="From" initial={plan.latestDay} />
      </CommandForm>
    </>
  )
}
