export interface PlanWithPeople {
  readonly id: string
  readonly title: string
  readonly people: readonly { readonly id: string; readonly name: string }[]
}

/** The people of each plan, to choose from. An id has no slash. */
export function PersonOptions({ plans }: { readonly plans: readonly PlanWithPeople[] }) {
  return plans.map((plan) => (
    <optgroup key={plan.id} label={plan.title}>
      {plan.people.map(({ id, name }) => (
        <option key={id} value={`${plan.id}/${id}`}>
          {name}
        </option>
      ))}
    </optgroup>
  ))
}
