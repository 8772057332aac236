import { inSentence, roles } from '@strandline/domain/vocabulary'
import { DayText } from '../../ui/day.tsx'
import { HandOverForm } from '../../ui/hand-over-form.tsx'
import { ActionLink } from '../../ui/plan-link.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { AddPersonForm, GiveRoleForm } from './people-forms.tsx'
import type { ProgrammePlan } from './programme-page.tsx'

type Held = ProgrammePlan['people'][number]['assignments'][number] & {
  readonly person: { readonly id: string; readonly name: string }
}

const columns: readonly Column<Held>[] = [
  { header: 'Person', cell: ({ person }) => person.name },
  { header: 'Role', cell: ({ role }) => roles[role] },
  {
    header: 'On',
    cell: ({ strand, action }) =>
      action ? <ActionLink id={action.id}>{action.name}</ActionLink> : (strand?.title ?? 'The plan'),
  },
  { header: 'Since', cell: ({ fromDay }) => <DayText day={fromDay} /> },
]

const onWhat = ({ role, strand, action }: Held) =>
  [inSentence(roles[role]), action?.name ?? strand?.title].filter(Boolean).join(' of ')

/** Who does what on this day, and how it is handed over. */
export function PeopleSection({ plan }: { readonly plan: ProgrammePlan }) {
  const held = plan.people.flatMap(({ assignments, ...person }) =>
    assignments.filter(({ isHeld }) => isHeld).map((of) => ({ ...of, person })),
  )
  const mine = held.filter(({ viewerCanHandOver }) => viewerCanHandOver)
  const { people, latestDay: today, revision } = plan
  return (
    <section aria-labelledby="people">
      <h2 id="people">Who does what</h2>
      <Table caption="Roles held now" isCaptionHidden columns={columns} rows={held} keyOf={({ id }) => id} />
      {plan.viewerCanGiveRoles && <AddPersonForm plan={plan} />}
      {plan.viewerCanGiveRoles && <GiveRoleForm plan={plan} />}
      {mine.length > 0 && (
        <details>
          <summary>Hand over a role</summary>
          {mine.map((of) => (
            <HandOverForm
              key={of.id}
              assignmentId={of.id}
              holder={of.person}
              what={onWhat(of)}
              {...{ people, today, revision }}
            />
          ))}
        </details>
      )}
    </section>
  )
}
