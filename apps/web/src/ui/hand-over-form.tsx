import type { Day } from '@strandline/domain/day'
import { graphql } from '../generated/gql.ts'
import { CommandForm } from './command-form.tsx'
import { ChoiceField, DayField } from './form-fields.tsx'
import { dayIn, missingIn, textIn } from './form-values.ts'

const HandOverForm_save = graphql(`
  mutation HandOverForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: HandOverRoleInput!
  ) {
    handOverRole(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface Named {
  readonly id: string
  readonly name: string
}

interface HandOverFormProps {
  readonly assignmentId: string
  readonly holder: Named
  readonly people: readonly Named[]
  readonly today: Day
  readonly revision: number
  /** What is held, where the page does not say it: "strand lead of strand 2". */
  readonly what?: string
}

/** A role goes to somebody else on a day. */
export function HandOverForm({ assignmentId, holder, people, today, revision, what }: HandOverFormProps) {
  const others = people.filter(({ id }) => id !== holder.id)
  return (
    <CommandForm
      title={`Hand over from ${holder.name}${what ? `, ${what}` : ''}`}
      submit="Hand over"
      name={`hand over ${assignmentId}`}
      document={HandOverForm_save}
      revision={revision}
      problemsIn={(form) =>
        missingIn(form, {
          toPersonId: 'Choose the next holder.',
          onDay: 'Give the first day of the next holder.',
        })
      }
      inputOf={(form) => ({
        assignmentId,
        toPersonId: textIn(form, 'toPersonId'),
        onDay: dayIn(form, 'onDay') ?? today,
      })}
    >
      <ChoiceField
        name="toPersonId"
        label="To"
        choices={[['', 'Choose a person'], ...others.map(({ id, name }) => [id, name] as const)]}
      />
      <DayField name="onDay" label="From" initial={today} />
    </CommandForm>
  )
}
