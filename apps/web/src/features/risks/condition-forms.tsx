import { type Rag, rags } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, DayField, TextField, WordsField } from '../../ui/form-fields.tsx'
import { dayIn, missingIn, textIn, textOrNull, wholeNumberIn } from '../../ui/form-values.ts'
import { OwnerField, SeenByFields, seenBy } from './risk-fields.tsx'
import type { ConditionShown, RisksPlan } from './risks-page.tsx'

const AddConditionForm_save = graphql(`
  mutation AddConditionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: AddConditionInput!
  ) {
    addCondition(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const EditConditionForm_save = graphql(`
  mutation EditConditionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: EditConditionInput!
  ) {
    editCondition(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const RateConditionForm_save = graphql(`
  mutation RateConditionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: RateConditionInput!
  ) {
    rateCondition(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const DropConditionForm_save = graphql(`
  mutation DropConditionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: DropConditionInput!
  ) {
    dropCondition(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface ConditionFieldsProps {
  readonly plan: RisksPlan
  readonly condition: ConditionShown | null
}

function ConditionFields({ plan, condition }: ConditionFieldsProps) {
  return (
    <>
      <TextField
        name="agreement"
        label="Agreement"
        hint="Conditions of one agreement have the same name here."
        initial={condition?.agreement ?? plan.conditions[0]?.agreement}
      />
      <TextField name="number" label="Number" initial={condition?.number.toString()} />
      <WordsField name="words" label="What it asks for" initial={condition?.words} />
      <OwnerField plan={plan} initial={condition?.owner?.id} />
      <SeenByFields of={condition} />
    </>
  )
}

function problemsIn(form: FormData) {
  const missing = missingIn(form, {
    agreement: 'Name the agreement.',
    number: 'Give the number that the condition has there.',
    words: 'Write what it asks for.',
  })
  return textIn(form, 'number') !== '' && wholeNumberIn(form, 'number') === null
    ? [...missing, { field: 'number', message: 'Give a whole number, such as 4.' }]
    : missing
}

const saidIn = (form: FormData) => ({
  agreement: textIn(form, 'agreement'),
  number: wholeNumberIn(form, 'number') ?? 0,
  words: textIn(form, 'words'),
  ownerId: textOrNull(form, 'ownerId'),
  ...seenBy(form),
})

export function AddConditionForm({ plan }: { readonly plan: RisksPlan }) {
  return (
    <CommandForm
      title="Write down a condition"
      submit="Write it down"
      name="condition"
      document={AddConditionForm_save}
      revision={plan.revision}
      problemsIn={problemsIn}
      inputOf={saidIn}
    >
      <ConditionFields plan={plan} condition={null} />
    </CommandForm>
  )
}

interface ConditionFormProps {
  readonly condition: ConditionShown
  readonly plan: RisksPlan
}

export function EditConditionForm({ condition, plan }: ConditionFormProps) {
  return (
    <CommandForm
      title={`Edit condition ${condition.number}`}
      submit="Save the condition"
      name={`edit condition ${condition.id}`}
      document={EditConditionForm_save}
      revision={plan.revision}
      problemsIn={problemsIn}
      inputOf={(form) => ({ conditionId: condition.id, ...saidIn(form) })}
    >
      <ConditionFields plan={plan} condition={condition} />
    </CommandForm>
  )
}

export function RateConditionForm({ condition, plan }: ConditionFormProps) {
  return (
    <CommandForm
      title={`Rate condition ${condition.number}`}
      submit="Save the rating"
      name={`rate condition ${condition.id}`}
      document={RateConditionForm_save}
      revision={plan.revision}
      inputOf={(form) => ({
        conditionId: condition.id,
        rag: textOrNull(form, 'rag') as Rag | null,
        evidence: textOrNull(form, 'evidence'),
        evidenceOn: dayIn(form, 'evidenceOn'),
        metOn: dayIn(form, 'metOn'),
      })}
    >
      <ChoiceField
        name="rag"
        label="Rating"
        hint="Green, and that it is met, need evidence."
        initial={condition.rag}
        choices={[['', 'Not rated'], ...Object.entries(rags)]}
      />
      <WordsField name="evidence" label="Evidence" initial={condition.evidence} />
      <DayField name="evidenceOn" label="Day of the evidence" initial={condition.evidenceOn} />
      <DayField
        name="metOn"
        label="Met on"
        hint="Leave this empty until it is met."
        initial={condition.metOn}
      />
    </CommandForm>
  )
}

export function DropConditionForm({ condition, plan }: ConditionFormProps) {
  return (
    <CommandForm
      title={`Drop condition ${condition.number}`}
      submit="Drop the condition"
      name={`drop condition ${condition.id}`}
      document={DropConditionForm_save}
      revision={plan.revision}
      problemsIn={(form) => missingIn(form, { dropReason: 'Say why it is dropped.' })}
      inputOf={(form) => ({ conditionId: condition.id, reason: textIn(form, 'dropReason') })}
    >
      <WordsField name="dropReason" label="Why" hint="It stays on record with this reason." />
    </CommandForm>
  )
}
