import { isPageAddress } from '@strandline/domain/consultation'
import { visibilities } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import type { PlanConsultationInput } from '../../generated/graphql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, DayField, TextField, WordsField } from '../../ui/form-fields.tsx'
import type { FieldProblem } from '../../ui/form-problems.ts'
import { dayIn, missingIn, textIn, textOrNull, wholeNumberIn } from '../../ui/form-values.ts'
import type { ConsultationShown, PlanShown } from './meetings-page.tsx'

interface FormProps {
  readonly consultation: ConsultationShown
  readonly plan: PlanShown
}

const PlanConsultationForm_save = graphql(`
  mutation PlanConsultationForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: PlanConsultationInput!
  ) {
    planConsultation(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

function fieldsIn(form: FormData): PlanConsultationInput {
  return {
    title: textIn(form, 'title'),
    strandId: textOrNull(form, 'strandId'),
    opensOn: dayIn(form, 'opensOn'),
    closesOn: dayIn(form, 'closesOn'),
    takePart: textOrNull(form, 'takePart'),
    url: textOrNull(form, 'url'),
    visibility: textIn(form, 'visibility') as PlanConsultationInput['visibility'],
    visibilityReason: textOrNull(form, 'visibilityReason'),
  }
}

function problemsWith(form: FormData): FieldProblem[] {
  const url = textIn(form, 'url')
  return [
    ...missingIn(form, { title: 'Say what is consulted on.' }),
    ...(url === '' || isPageAddress(url)
      ? []
      : [{ field: 'url', message: 'Write an address that begins with https:// or http://.' }]),
  ]
}

export function PlanConsultationForm({ plan }: Pick<FormProps, 'plan'>) {
  return (
    <CommandForm
      title="Plan a consultation"
      submit="Save the consultation"
      name="consultation"
      document={PlanConsultationForm_save}
      revision={plan.revision}
      problemsIn={problemsWith}
      inputOf={fieldsIn}
    >
      <ConsultationFields plan={plan} />
    </CommandForm>
  )
}

const EditConsultationForm_save = graphql(`
  mutation EditConsultationForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: EditConsultationInput!
  ) {
    editConsultation(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function EditConsultationForm({ consultation, plan }: FormProps) {
  return (
    <CommandForm
      title="Edit the consultation"
      submit="Save the consultation"
      name={`consultation ${consultation.id}`}
      document={EditConsultationForm_save}
      revision={plan.revision}
      problemsIn={problemsWith}
      inputOf={(form) => ({
        ...fieldsIn(form),
        consultationId: consultation.id,
        // The day on which it opened is shown, and stays.
        ...(consultation.stage === 'OPEN' ? { opensOn: consultation.opensOn } : {}),
      })}
    >
      <ConsultationFields plan={plan} consultation={consultation} />
    </CommandForm>
  )
}

function ConsultationFields({
  plan: { strands },
  consultation,
}: Pick<FormProps, 'plan'> & { readonly consultation?: ConsultationShown }) {
  return (
    <>
      <TextField name="title" label="What is consulted on" initial={consultation?.title} />
      <ChoiceField
        name="strandId"
        label="Strand that it is about"
        initial={consultation?.strand?.id}
        choices={[
          ['', 'The whole plan'],
          ...strands.map(({ id, title, name }) => [id, `${title}, ${name}`] as const),
        ]}
      />
      {consultation?.stage !== 'OPEN' && (
        <DayField name="opensOn" label="Opens on" initial={consultation?.opensOn} />
      )}
      <DayField name="closesOn" label="Closes on" initial={consultation?.closesOn} />
      <WordsField name="takePart" label="How to take part" initial={consultation?.takePart} />
      <TextField
        name="url"
        label="Web page to take part"
        hint="The whole address, such as https://www.example.gov.uk/have-your-say."
        initial={consultation?.url}
      />
      <ChoiceField
        name="visibility"
        label="Who may see it"
        initial={consultation?.visibility ?? 'PUBLIC'}
        choices={Object.entries(visibilities)}
      />
      <TextField
        name="visibilityReason"
        label="Why it is not public"
        hint="Leave this empty for a public consultation."
        initial={consultation?.visibilityReason}
      />
    </>
  )
}

const OpenConsultationForm_save = graphql(`
  mutation OpenConsultationForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: OpenConsultationInput!
  ) {
    openConsultation(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function OpenConsultationForm({ consultation, plan }: FormProps) {
  return (
    <CommandForm
      title="Open it today"
      submit="Open the consultation"
      name={`open ${consultation.id}`}
      document={OpenConsultationForm_save}
      revision={plan.revision}
      problemsIn={(form) => missingIn(form, { closesOn: 'Give the last day of the consultation.' })}
      inputOf={(form) => ({
        consultationId: consultation.id,
        closesOn: dayIn(form, 'closesOn') ?? '0001-01-01',
      })}
    >
      <DayField name="closesOn" label="Closes on" initial={consultation.closesOn} />
    </CommandForm>
  )
}

const CloseConsultationForm_save = graphql(`
  mutation CloseConsultationForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: CloseConsultationInput!
  ) {
    closeConsultation(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function CloseConsultationForm({ consultation, plan }: FormProps) {
  return (
    <CommandForm
      title="Close it"
      submit="Close the consultation"
      name={`close ${consultation.id}`}
      document={CloseConsultationForm_save}
      revision={plan.revision}
      problemsIn={(form) =>
        wholeNumberIn(form, 'responses') === null
          ? [{ field: 'responses', message: 'Write how many responses there were, in figures.' }]
          : []
      }
      inputOf={(form) => ({
        consultationId: consultation.id,
        responses: wholeNumberIn(form, 'responses') ?? 0,
      })}
    >
      <TextField name="responses" label="Number of responses" />
    </CommandForm>
  )
}

const ReportConsultationForm_save = graphql(`
  mutation ReportConsultationForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ReportConsultationInput!
  ) {
    reportConsultation(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function ReportConsultationForm({ consultation, plan }: FormProps) {
  return (
    <CommandForm
      title="Say what came of it"
      submit="Report the outcome"
      name={`report ${consultation.id}`}
      document={ReportConsultationForm_save}
      revision={plan.revision}
      problemsIn={(form) => missingIn(form, { outcome: 'Say what came of it.' })}
      inputOf={(form) => ({ consultationId: consultation.id, outcome: textIn(form, 'outcome') })}
    >
      <WordsField name="outcome" label="What came of it" />
    </CommandForm>
  )
}

const WithdrawConsultationForm_save = graphql(`
  mutation WithdrawConsultationForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: WithdrawConsultationInput!
  ) {
    withdrawConsultation(
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

export function WithdrawConsultationForm({ consultation, plan }: FormProps) {
  return (
    <CommandForm
      title="Withdraw it"
      submit="Withdraw the consultation"
      name={`withdraw ${consultation.id}`}
      document={WithdrawConsultationForm_save}
      revision={plan.revision}
      problemsIn={(form) => missingIn(form, { withdrawReason: 'Say why it is withdrawn.' })}
      inputOf={(form) => ({ consultationId: consultation.id, reason: textIn(form, 'withdrawReason') })}
    >
      <WordsField name="withdrawReason" label="Why it is withdrawn" hint="It stays on record." />
    </CommandForm>
  )
}
