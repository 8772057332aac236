import { drivers } from '@strandline/domain/assumption'
import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, TextField } from '../../ui/form-fields.tsx'
import { missingIn, quantityIn, quantityProblems, textIn, textOrNull } from '../../ui/form-values.ts'
import { assumptionName } from './register.tsx'
import type { VersionShown } from './version-view.tsx'

const RecordActualForm_save = graphql(`
  mutation RecordActualForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: RecordActualInput!
  ) {
    recordActual(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface RecordActualFormProps {
  readonly version: VersionShown
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly revision: number
}

/** What an assumption turned out to be, and who keeps it true. What was forecast with it stays. */
export function RecordActualForm({ version: { id, register }, people, revision }: RecordActualFormProps) {
  const unitIn = (form: FormData) =>
    drivers[register.find((of) => of.id === textIn(form, 'assumptionId'))?.driver ?? 'PLACES'].unit
  return (
    <CommandForm
      title="Record an actual or an owner"
      submit="Record it"
      name={`actual ${id}`}
      document={RecordActualForm_save}
      revision={revision}
      problemsIn={(form) => [
        ...missingIn(form, { assumptionId: 'Choose an assumption.' }),
        ...quantityProblems(form, ['actual'], unitIn(form)),
      ]}
      inputOf={(form) => {
        const actual = quantityIn(form, 'actual', unitIn(form))
        const ownerId = textOrNull(form, 'ownerId')
        return {
          assumptionId: textIn(form, 'assumptionId'),
          ...(actual === null ? {} : { actual }),
          ...(ownerId ? { ownerId } : {}),
        }
      }}
    >
      <ChoiceField
        name="assumptionId"
        label="Assumption"
        choices={[['', 'Choose'], ...register.map((of) => [of.id, assumptionName(of)] as const)]}
      />
      <TextField
        name="actual"
        label="What it turned out to be"
        hint="In its own unit: £52,000, 12.5 places or 3%. Left empty, it stays as it is."
      />
      <ChoiceField
        name="ownerId"
        label="Owner"
        choices={[['', 'As it is'], ...people.map((of) => [of.id, of.name] as const)]}
      />
    </CommandForm>
  )
}
