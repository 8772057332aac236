import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { DayField, TextField, WordsField } from '../../ui/form-fields.tsx'
import { dayIn, missingIn, textIn, textOrNull } from '../../ui/form-values.ts'
import type { PackShown } from './pack-page.tsx'

interface FormProps {
  readonly pack: PackShown
  readonly revision: number
}

const EditPackForm_save = graphql(`
  mutation EditPackForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: EditPackInput!
  ) {
    editPack(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const SendPackForm_save = graphql(`
  mutation SendPackForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: PackInput!
  ) {
    sendPack(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const HINT =
  '### begins a heading, - a list; **strong**, [words](address), and {{headline}} for a figure of the plan.'

/** What officers write around what the plan says, and the end of writing. */
export function DraftForms({ pack, revision }: FormProps) {
  const { id } = pack
  return (
    <>
      <CommandForm
        title="Write the paper"
        submit="Keep the texts"
        name={`pack ${id}`}
        document={EditPackForm_save}
        revision={revision}
        problemsIn={(form) => missingIn(form, { title: 'Give the paper a title.' })}
        inputOf={(form) => ({
          packId: id,
          title: textIn(form, 'title'),
          meetingOn: dayIn(form, 'meetingOn'),
          recommendation: textOrNull(form, 'recommendation'),
          officerText: textOrNull(form, 'officerText'),
          decisions: textOrNull(form, 'decisions'),
          nextSteps: textOrNull(form, 'nextSteps'),
        })}
      >
        <TextField name="title" label="Title" initial={pack.title} />
        <DayField name="meetingOn" label="Meeting on" initial={pack.meetingOn} />
        <WordsField name="recommendation" label="Recommendation" hint={HINT} initial={pack.recommendation} />
        <WordsField name="officerText" label="What officers say" initial={pack.officerText} />
        <WordsField name="decisions" label="Decisions asked for" initial={pack.decisions} />
        <WordsField name="nextSteps" label="Next steps" initial={pack.nextSteps} />
      </CommandForm>
      <CommandForm
        title="Send it for sign-off"
        submit="Send it"
        name={`send pack ${id}`}
        document={SendPackForm_save}
        revision={revision}
        inputOf={() => ({ packId: id })}
      >
        <p>
          From then on it tells the plan as it is now, whatever changes in the plan. Strand leads sign first,
          then finance, the Director of Children’s Services, the Section 151 officer and the portfolio holder.
        </p>
      </CommandForm>
    </>
  )
}

const PublishPackForm_save = graphql(`
  mutation PublishPackForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: PackInput!
  ) {
    publishPack(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const WithdrawPackForm_save = graphql(`
  mutation WithdrawPackForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: WithdrawPackInput!
  ) {
    withdrawPack(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const ReissuePackForm_save = graphql(`
  mutation ReissuePackForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: PackInput!
  ) {
    reissuePack(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** What can be done with a paper that is no longer written. */
export function IssuedForms({ pack: { id, status, replacedBy }, revision }: FormProps) {
  if (status === 'WITHDRAWN')
    return replacedBy === null ? (
      <CommandForm
        title="Issue it again"
        submit="Begin the paper in its place"
        name={`reissue ${id}`}
        document={ReissuePackForm_save}
        revision={revision}
        inputOf={() => ({ packId: id })}
      >
        <p>A new draft begins with these texts and the plan as it is now. It is signed anew.</p>
      </CommandForm>
    ) : null
  return (
    <>
      {status === 'SIGNED_OFF' && (
        <CommandForm
          title="Publish it"
          submit="Publish the paper"
          name={`publish pack ${id}`}
          document={PublishPackForm_save}
          revision={revision}
          inputOf={() => ({ packId: id })}
        >
          <p>Everybody can then read its open version.</p>
        </CommandForm>
      )}
      <CommandForm
        title="Withdraw it"
        submit="Withdraw the paper"
        name={`withdraw ${id}`}
        document={WithdrawPackForm_save}
        revision={revision}
        problemsIn={(form) => missingIn(form, { withdrawReason: 'Say why it is withdrawn.' })}
        inputOf={(form) => ({ packId: id, reason: textIn(form, 'withdrawReason') })}
      >
        <WordsField
          name="withdrawReason"
          label="Why"
          hint="It can still be read, with this reason above it."
        />
      </CommandForm>
    </>
  )
}
