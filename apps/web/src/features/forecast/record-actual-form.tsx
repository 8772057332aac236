import { drivers } from '@strandline/domain/assumption'
import { readQuantity } from '@strandline/domain/reading-quantity'
import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, TextField } from '../../ui/form-fields.tsx'
import { missingIn, textIn, textOrNull } from '../../ui/form-values.ts'
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
  const read = (form: FormData) => {
    const chosen = register.find((of) => of.id === textIn(form, 'assumptionId'))
    return readQuantity(textIn(form, 'actual'), drivers[chosen?.driver ?? 'PLACES'].unit)
  }
  return (
    <CommandForm
      title="Record an actual or an owner"
      submit="Record it"
      name={`actual ${id}`}
      document={RecordActualForm_save}
      revision={revision}
      problemsIn={(form) => {
        const found = missingIn(form, { assumptionId: 'Choose an assumption.' })
        const actual = read(form)
        return textIn(form, 'actual') === '' || actual.ok
          ? found
          : [...found, { field: 'actual', message: actual.message }]
      }}
      inputOf={(form) => {
        const actual = read(form)
        const ownerId = textOrNull(form, 'ownerId')
        return {
          assumptionId: textIn(form, 'assumptionId'),
          ...(actual.ok ? { actual: actual.value } : {}),
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
