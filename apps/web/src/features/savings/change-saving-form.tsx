import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ProposalFields, proposalProblems, proposedIn } from './proposal-fields.tsx'
import type { SavingFormProps } from './saving-page.tsx'

const ChangeSavingForm_save = graphql(`
  mutation ChangeSavingForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ProposeSavingInput!
  ) {
    proposeSaving(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** Puts to finance what a saving is to become. */
export function ChangeSavingForm({ saving, revision }: SavingFormProps) {
  return (
    <CommandForm
      title="Propose a change"
      submit="Send it to finance"
      name={`propose ${saving.id}`}
      document={ChangeSavingForm_save}
      revision={revision}
      problemsIn={proposalProblems}
      inputOf={(form) => ({ savingId: saving.id, ...proposedIn(form) })}
    >
      <ProposalFields now={saving} />
    </CommandForm>
  )
}
