import { useState } from 'react'
import { graphql } from '../../generated/gql.ts'
import type { ChangeActionsInput } from '../../generated/graphql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, TextField, TicksField, WordsField } from '../../ui/form-fields.tsx'
import type { FieldProblem } from '../../ui/form-problems.ts'
import { textIn, textOrNull, wholeNumberIn } from '../../ui/form-values.ts'
import { ChangePreview } from './change-preview.tsx'
import type { StrandFormProps } from './strand-editing.tsx'
import { UndoChange } from './undo-change.tsx'

const ChangeActionsForm_save = graphql(`
  mutation ChangeActionsForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ChangeActionsInput!
  ) {
    changeActions(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

function changeIn(form: FormData): ChangeActionsInput {
  return {
    actionIds: form.getAll('actionIds').map(String),
    ownerId: textOrNull(form, 'ownerId'),
    moveByDays: wholeNumberIn(form, 'moveByDays'),
    reason: textIn(form, 'reason'),
  }
}

/** What the API cannot know: that something was typed which is no number, or that nothing was ticked. */
function problemsIn(form: FormData): FieldProblem[] {
  const isNoNumber = textIn(form, 'moveByDays') !== '' && wholeNumberIn(form, 'moveByDays') === null
  return [
    ...(form.has('actionIds') ? [] : [{ field: 'actionIds', message: 'Tick the actions to change.' }]),
    ...(isNoNumber
      ? [{ field: 'moveByDays', message: 'Give whole days, such as 14, or -7 for a week earlier.' }]
      : []),
  ]
}

/** Many actions at once: what would change is shown first, and what was changed can be undone. */
export function ChangeActionsForm({ revision, people, strand }: StrandFormProps) {
  const [made, setMade] = useState<number | null>(null)
  const open = strand.actions.filter(({ stage }) => stage === 'NOT_STARTED' || stage === 'IN_PROGRESS')
  return (
    <>
      <CommandForm
        title="Change many actions at once"
        submit="Change them all"
        name={`many of ${strand.id}`}
        document={ChangeActionsForm_save}
        revision={revision}
        problemsIn={problemsIn}
        inputOf={changeIn}
        onDone={setMade}
      >
        <TicksField
          name="actionIds"
          label="Actions to change"
          choices={open.map(({ id, name }) => [id, name] as const)}
        />
        <ChoiceField
          name="ownerId"
          label="New owner from today"
          choices={[['', 'As before'], ...people.map(({ id, name }) => [id, name] as const)]}
        />
        <TextField
          name="moveByDays"
          label="Move start and due dates by days"
          hint="14 is two weeks later, -7 a week earlier. Leave this empty to keep the dates."
        />
        <WordsField name="reason" label="Reason" />
        <ChangePreview changeIn={changeIn} problemsIn={problemsIn} />
      </CommandForm>
      {made !== null && <UndoChange made={made} revision={revision} onUndone={() => setMade(null)} />}
    </>
  )
}
