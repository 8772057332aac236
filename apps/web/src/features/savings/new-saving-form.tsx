import { visibilities } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import type { ProposeNewSavingInput } from '../../generated/graphql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, TextField } from '../../ui/form-fields.tsx'
import { missingIn, textIn, textOrNull } from '../../ui/form-values.ts'
import { ProposalFields, proposalProblems, proposedIn } from './proposal-fields.tsx'
import type { SavingsPlan } from './savings-page.tsx'

const NewSavingForm_save = graphql(`
  mutation NewSavingForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ProposeNewSavingInput!
  ) {
    proposeNewSaving(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** A saving that is not in the plan yet. Nothing where the reader may propose none. */
export function NewSavingForm({ plan }: { readonly plan: SavingsPlan }) {
  const makers = makersIn(plan)
  if (makers.length === 0) return null
  return (
    <section aria-labelledby="new-saving" className="no-print">
      <h2 id="new-saving">Another saving</h2>
      <CommandForm
        title="Propose a saving"
        submit="Send it to finance"
        name="new saving"
        document={NewSavingForm_save}
        revision={plan.revision}
        problemsIn={(form) => [
          ...missingIn(form, { name: 'Say what is saved.', maker: 'Choose what makes it.' }),
          ...proposalProblems(form),
        ]}
        inputOf={(form) => ({
          ...makerIn(form),
          name: textIn(form, 'name'),
          visibility: textIn(form, 'visibility') as ProposeNewSavingInput['visibility'],
          visibilityReason: textOrNull(form, 'visibilityReason'),
          ...proposedIn(form),
        })}
      >
        <TextField name="name" label="What is saved" />
        <ChoiceField
          name="maker"
          label="What makes it"
          choices={[['', 'Choose a strand or an action'], ...makers]}
        />
        <ChoiceField
          name="visibility"
          label="Who may see it"
          initial="RESTRICTED"
          choices={Object.entries(visibilities)}
        />
        <TextField
          name="visibilityReason"
          label="Why it is not public"
          hint="Leave this empty for a public saving."
          initial="Not yet agreed by finance"
        />
        <ProposalFields />
      </CommandForm>
    </section>
  )
}

/** The strands and actions that the reader may propose savings of. An id has no space. */
function makersIn({ strands }: SavingsPlan): (readonly [string, string])[] {
  return strands
    .filter(({ endedOn }) => endedOn === null)
    .flatMap(({ id, title, viewerCanProposeSaving, actions }) => [
      ...(viewerCanProposeSaving ? [[id, `${title} as a whole`] as const] : []),
      ...actions
        .filter((action) => action.viewerCanProposeSaving)
        .map((action) => [`${id} ${action.id}`, `${title}: ${action.name}`] as const),
    ])
}

function makerIn(form: FormData): Pick<ProposeNewSavingInput, 'strandId' | 'actionId'> {
  const [strandId = '', actionId] = textIn(form, 'maker').split(' ')
  return { strandId, actionId: actionId ?? null }
}
