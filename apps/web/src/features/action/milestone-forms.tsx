import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { DayField, TextField, WordsField } from '../../ui/form-fields.tsx'
import { dayIn, missingIn, textIn, textOrNull } from '../../ui/form-values.ts'
import type { ActionFormProps, EditedAction } from './action-editing.tsx'

const AddMilestoneForm_save = graphql(`
  mutation AddMilestoneForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: AddMilestoneInput!
  ) {
    addMilestone(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const MoveMilestoneForm_save = graphql(`
  mutation MoveMilestoneForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: MoveMilestoneInput!
  ) {
    moveMilestone(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const MeetMilestoneForm_save = graphql(`
  mutation MeetMilestoneForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: MarkMilestoneDoneInput!
  ) {
    markMilestoneDone(
      planId: $planId
      requestId: $requestId
      basedOn: $basedOn
      settled: $settled
      input: $input
    ) {
      ...CommandAnswer
    }
  }
`)

const DropMilestoneForm_save = graphql(`
  mutation DropMilestoneForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: DropMilestoneInput!
  ) {
    dropMilestone(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** One more milestone; and those that are still to be met are moved, met or dropped. */
export function MilestoneForms({ plan, action }: ActionFormProps) {
  const open = action.milestones.filter(({ isDone, droppedOn }) => !isDone && droppedOn === null)
  return (
    <>
      <CommandForm
        title="Add a milestone"
        submit="Add the milestone"
        name={`milestone of ${action.id}`}
        document={AddMilestoneForm_save}
        revision={plan.revision}
        inputOf={(form) => ({
          actionId: action.id,
          name: textIn(form, 'name'),
          day: dayIn(form, 'currentDate'),
          outsideDecisionMaker: textOrNull(form, 'outsideDecisionMaker'),
        })}
      >
        <TextField name="name" label="What is to have happened" />
        <DayField name="currentDate" label="By" hint="This first date stays, whatever comes after." />
        <TextField
          name="outsideDecisionMaker"
          label="Who decides, where that is not the council"
          hint="For example the Schools Forum."
        />
      </CommandForm>
      {open.map((milestone) => (
        <OpenMilestoneForms key={milestone.id} plan={plan} milestone={milestone} />
      ))}
    </>
  )
}

interface OpenMilestoneFormsProps {
  readonly plan: ActionFormProps['plan']
  readonly milestone: EditedAction['milestones'][number]
}

function OpenMilestoneForms({ plan: { revision, latestDay }, milestone }: OpenMilestoneFormsProps) {
  const { id: milestoneId, name, currentDate } = milestone
  return (
    <>
      <CommandForm
        title={`Move “${name}”`}
        submit="Move the milestone"
        name={`move ${milestoneId}`}
        document={MoveMilestoneForm_save}
        revision={revision}
        problemsIn={(form) => missingIn(form, { currentDate: 'Choose the new date.' })}
        inputOf={(form) => ({
          milestoneId,
          to: dayIn(form, 'currentDate') ?? latestDay,
          reason: textIn(form, 'moveReason'),
        })}
      >
        <DayField name="currentDate" label="New date" initial={currentDate} />
        <WordsField name="moveReason" label="Why it moves" />
      </CommandForm>
      <CommandForm
        title={`Mark “${name}” as met`}
        submit="It is met"
        name={`meet ${milestoneId}`}
        document={MeetMilestoneForm_save}
        revision={revision}
        problemsIn={(form) => missingIn(form, { doneOn: 'Choose the day on which it was met.' })}
        inputOf={(form) => ({ milestoneId, doneOn: dayIn(form, 'doneOn') ?? latestDay })}
      >
        <DayField name="doneOn" label="Met on" initial={latestDay} />
      </CommandForm>
      <CommandForm
        title={`Drop “${name}”`}
        submit="Drop the milestone"
        name={`drop ${milestoneId}`}
        document={DropMilestoneForm_save}
        revision={revision}
        inputOf={(form) => ({ milestoneId, reason: textIn(form, 'reason') })}
      >
        <WordsField name="reason" label="Why it is dropped" />
      </CommandForm>
    </>
  )
}
