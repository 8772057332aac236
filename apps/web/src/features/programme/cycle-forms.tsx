import { addDays, lastOfMonth, monthInWords } from '@strandline/domain/day'
import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { DayField, TextField, WordsField } from '../../ui/form-fields.tsx'
import { dayIn, missingIn, textIn } from '../../ui/form-values.ts'
import type { ProgrammePlan } from './programme-page.tsx'

const OpenCycleForm_save = graphql(`
  mutation OpenCycleForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: OpenReportingCycleInput!
  ) {
    openReportingCycle(
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

export function OpenCycleForm({ plan }: { readonly plan: ProgrammePlan }) {
  const dueOn = lastOfMonth(plan.latestDay)
  return (
    <CommandForm
      title="Open a reporting cycle"
      submit="Open the cycle"
      name="cycle"
      document={OpenCycleForm_save}
      revision={plan.revision}
      problemsIn={(form) =>
        missingIn(form, {
          opensOn: 'Give the first day.',
          dueOn: 'Give the deadline.',
          graceUntil: 'Give the last day of grace.',
        })
      }
      inputOf={(form) => ({
        name: textIn(form, 'name'),
        opensOn: dayIn(form, 'opensOn') ?? plan.latestDay,
        dueOn: dayIn(form, 'dueOn') ?? dueOn,
        graceUntil: dayIn(form, 'graceUntil') ?? dueOn,
      })}
    >
      <TextField name="name" label="Name" initial={monthInWords(plan.latestDay)} />
      <DayField name="opensOn" label="Opens on" initial={plan.latestDay} />
      <DayField name="dueOn" label="Updates are due on" initial={dueOn} />
      <DayField
        name="graceUntil"
        label="Late after"
        hint="Whoever answers by this day is not called late."
        initial={addDays(dueOn, plan.graceDays ?? 0)}
      />
    </CommandForm>
  )
}

interface CycleFormProps {
  readonly plan: ProgrammePlan
  readonly cycle: ProgrammePlan['cycles'][number]
}

const ReviewCycleForm_save = graphql(`
  mutation ReviewCycleForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ReviewCycleInput!
  ) {
    reviewCycle(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function ReviewCycleForm({ plan, cycle }: CycleFormProps) {
  return (
    <CommandForm
      title={`Review ${cycle.name}`}
      submit="I have read the updates"
      name={`review ${cycle.id}`}
      document={ReviewCycleForm_save}
      revision={plan.revision}
      inputOf={() => ({ cycleId: cycle.id })}
    >
      <p>This closes {cycle.name} for updates. Somebody else then signs it off.</p>
    </CommandForm>
  )
}

const SignOffCycleForm_save = graphql(`
  mutation SignOffCycleForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: SignOffCycleInput!
  ) {
    signOffCycle(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function SignOffCycleForm({ plan, cycle }: CycleFormProps) {
  return (
    <CommandForm
      title={`Sign off ${cycle.name}`}
      submit="Sign off and freeze"
      name={`sign off ${cycle.id}`}
      document={SignOffCycleForm_save}
      revision={plan.revision}
      inputOf={(form) => ({ cycleId: cycle.id, statement: textIn(form, 'statement') })}
    >
      <p>The plan as it stands is frozen with this statement, and can be read again at any time.</p>
      <WordsField name="statement" label="What you sign off" />
    </CommandForm>
  )
}
