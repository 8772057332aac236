import { type Role, roles } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, DayField, TextField } from '../../ui/form-fields.tsx'
import { dayIn, missingIn, textIn, textOrNull } from '../../ui/form-values.ts'
import type { ProgrammePlan } from './programme-page.tsx'

const AddPersonForm_save = graphql(`
  mutation AddPersonForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: AddPersonInput!
  ) {
    addPerson(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function AddPersonForm({ plan }: { readonly plan: ProgrammePlan }) {
  return (
    <CommandForm
      title="Add a person"
      submit="Add the person"
      name="person"
      document={AddPersonForm_save}
      revision={plan.revision}
      inputOf={(form) => ({ name: textIn(form, 'name'), jobTitle: textOrNull(form, 'jobTitle') })}
    >
      <TextField name="name" label="Name" hint="The title of the post is enough, and public." />
      <TextField name="jobTitle" label="Job title, beside a personal name" />
    </CommandForm>
  )
}

const GiveRoleForm_save = graphql(`
  mutation GiveRoleForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: GiveRoleInput!
  ) {
    giveRole(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** Owners are given on the page of their action, and administrators are not appointed in a plan. */
const given = Object.entries(roles).filter(([role]) => role !== 'ADMINISTRATOR' && role !== 'ACTION_OWNER')

export function GiveRoleForm({ plan }: { readonly plan: ProgrammePlan }) {
  const strands = plan.strands.map(({ id, title, name }) => [id, `${title}, ${name}`] as const)
  return (
    <CommandForm
      title="Give a role"
      submit="Give the role"
      name="role"
      document={GiveRoleForm_save}
      revision={plan.revision}
      problemsIn={(form) =>
        missingIn(form, {
          personId: 'Choose the person.',
          role: 'Choose the role.',
          fromDay: 'Give the first day.',
        })
      }
      inputOf={(form) => ({
        personId: textIn(form, 'personId'),
        role: textIn(form, 'role') as Role,
        strandId: textOrNull(form, 'strandId'),
        fromDay: dayIn(form, 'fromDay') ?? plan.latestDay,
      })}
    >
      <ChoiceField
        name="personId"
        label="Person"
        choices={[['', 'Choose a person'], ...plan.people.map(({ id, name }) => [id, name] as const)]}
      />
      <ChoiceField name="role" label="Role" choices={[['', 'Choose a role'], ...given]} />
      <ChoiceField
        name="strandId"
        label="Strand"
        hint="Only for a strand lead. Owners are given on the page of their action."
        choices={[['', 'The whole plan'], ...strands]}
      />
      <DayField name="fromDay" label="From" initial={plan.latestDay} />
    </CommandForm>
  )
}
