import { riskScales } from '@strandline/domain/risk'
import { type Rhythm, rhythms } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, DayField, TextField, WordsField } from '../../ui/form-fields.tsx'
import { dayIn, missingIn, textIn, textOrNull, wholeNumberIn } from '../../ui/form-values.ts'
import type { ProgrammePlan } from './programme-page.tsx'

const EditPlanForm_save = graphql(`
  mutation EditPlanForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: EditPlanInput!
  ) {
    editPlan(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const AddStrandForm_save = graphql(`
  mutation AddStrandForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: AddStrandInput!
  ) {
    addStrand(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const PlaceStrandForm_save = graphql(`
  mutation PlaceStrandForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: PlaceStrandInput!
  ) {
    placeStrand(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface PlanFormProps {
  readonly plan: ProgrammePlan
}

/** The plan itself: what it says of itself, and its strands. */
export function PlanForms({ plan }: PlanFormProps) {
  return (
    <section aria-labelledby="the-plan">
      <h2 id="the-plan">The plan</h2>
      {plan.viewerCanEdit && <EditPlanForm plan={plan} />}
      {plan.viewerCanAddStrand && <AddStrandForm plan={plan} />}
      {plan.viewerCanAddStrand && plan.strands.length > 1 && <PlaceStrandForm plan={plan} />}
    </section>
  )
}

function EditPlanForm({ plan }: PlanFormProps) {
  return (
    <CommandForm
      title="Edit the plan"
      submit="Save the plan"
      name="plan"
      document={EditPlanForm_save}
      revision={plan.revision}
      problemsIn={(form) =>
        [
          { field: 'graceDays', message: 'Give whole days, such as 4.' },
          { field: 'smallNumberThreshold', message: 'Give a whole number, such as 5.' },
        ].filter(({ field }) => textIn(form, field) !== '' && wholeNumberIn(form, field) === null)
      }
      inputOf={(form) => ({
        title: textIn(form, 'title'),
        why: textIn(form, 'why'),
        targetWords: textIn(form, 'targetWords'),
        strandLabel: textIn(form, 'strandLabel'),
        dueToDfeOn: dayIn(form, 'dueToDfeOn'),
        rhythm: textOrNull(form, 'rhythm') as Rhythm | null,
        contactEmail: textOrNull(form, 'contactEmail'),
        smallNumberThreshold: wholeNumberIn(form, 'smallNumberThreshold'),
        graceDays: wholeNumberIn(form, 'graceDays'),
        ...(wholeNumberIn(form, 'riskScale') === plan.riskScale
          ? {}
          : { riskScale: wholeNumberIn(form, 'riskScale') }),
      })}
    >
      <TextField name="title" label="Title" initial={plan.title} />
      <WordsField name="why" label="Why the plan is needed" initial={plan.why} />
      <TextField name="targetWords" label="Target" initial={plan.targetWords} />
      <TextField name="strandLabel" label="Word for a strand" initial={plan.strandLabel} />
      <DayField name="dueToDfeOn" label="Due to the Department for Education" initial={plan.dueToDfeOn} />
      <ChoiceField
        name="rhythm"
        label="Reporting cycle"
        initial={plan.rhythm}
        choices={[['', 'Not chosen'], ...Object.entries(rhythms)]}
      />
      <TextField
        name="graceDays"
        label="Days of grace after a deadline"
        initial={plan.graceDays?.toString()}
      />
      <TextField
        name="smallNumberThreshold"
        label="Threshold for small numbers"
        hint="Counts of children below it are shown to the team alone. Without one it is 5."
        initial={plan.smallNumberThreshold?.toString()}
      />
      <TextField
        name="contactEmail"
        label="E-mail address for the public"
        hint="It stands on the public page, with the accessibility statement and the privacy notice."
        initial={plan.contactEmail}
      />
      <ChoiceField
        name="riskScale"
        label="Scale of risks"
        hint="Scores that are there keep their numbers: score open risks again after a change."
        initial={String(plan.riskScale)}
        choices={riskScales.map((scale) => [String(scale), `${scale} by ${scale}`])}
      />
    </CommandForm>
  )
}

function AddStrandForm({ plan }: PlanFormProps) {
  return (
    <CommandForm
      title="Add a strand"
      submit="Add the strand"
      name="strand"
      document={AddStrandForm_save}
      revision={plan.revision}
      inputOf={(form) => ({ name: textIn(form, 'name'), summary: textOrNull(form, 'summary') })}
    >
      <TextField name="name" label="Name" />
      <WordsField name="summary" label="Summary" />
    </CommandForm>
  )
}

function PlaceStrandForm({ plan }: PlanFormProps) {
  const strands = plan.strands.map(({ id, title, name }) => [id, `${title}, ${name}`] as const)
  return (
    <CommandForm
      title="Change the order of strands"
      submit="Move the strand"
      name="order of strands"
      document={PlaceStrandForm_save}
      revision={plan.revision}
      problemsIn={(form) => missingIn(form, { strandId: 'Choose the strand to move.' })}
      inputOf={(form) => ({ strandId: textIn(form, 'strandId'), afterId: textOrNull(form, 'afterId') })}
    >
      <p>Strands are known by their number, so the numbers follow the order.</p>
      <ChoiceField name="strandId" label="Move" choices={[['', 'Choose a strand'], ...strands]} />
      <ChoiceField name="afterId" label="To after" choices={[['', 'Nothing: first'], ...strands]} />
    </CommandForm>
  )
}
