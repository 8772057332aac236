import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { WordsField } from '../../ui/form-fields.tsx'
import { textIn } from '../../ui/form-values.ts'
import type { StrandFormProps } from './strand-editing.tsx'

const EndStrandForm_end = graphql(`
  mutation EndStrandForm_end(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: StrandReasonInput!
  ) {
    endStrand(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const EndStrandForm_reopen = graphql(`
  mutation EndStrandForm_reopen(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: StrandReasonInput!
  ) {
    reopenStrand(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** Ends a strand, or takes up again one that had ended. */
export function EndStrandForm({ revision, strand }: StrandFormProps) {
  const isOpen = strand.endedOn === null
  return (
    <CommandForm
      key={String(isOpen)}
      title={isOpen ? 'End it' : 'Take it up again'}
      submit={isOpen ? 'End the strand' : 'Reopen the strand'}
      name={`${isOpen ? 'end' : 'reopen'} ${strand.id}`}
      document={isOpen ? EndStrandForm_end : EndStrandForm_reopen}
      revision={revision}
      inputOf={(form) => ({ strandId: strand.id, reason: textIn(form, 'reason') })}
    >
      {isOpen && <p>A strand ends when its actions have ended. It keeps its number and its history.</p>}
      <WordsField name="reason" label="Reason" />
    </CommandForm>
  )
}
