import { useQuery } from '@apollo/client/react'
import { type Day, dayInWords } from '@strandline/domain/day'
import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { TextField } from '../../ui/form-fields.tsx'
import { missingIn, textIn } from '../../ui/form-values.ts'
import { usePlanPlace } from '../../ui/plan-place.ts'

const BeginNewsletterForm_plan = graphql(`
  query BeginNewsletterForm_plan($planId: ID!, $from: Day) {
    plan(id: $planId) {
      __typename
      ... on Plan {
        composedNewsletter(from: $from) {
          heading
          body
        }
      }
    }
  }
`)

const BeginNewsletterForm_save = graphql(`
  mutation BeginNewsletterForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: BeginNewsletterInput!
  ) {
    beginNewsletter(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface BeginNewsletterFormProps {
  readonly revision: number
  /** When the issue before was published: what has changed is told from then. */
  readonly from: Day | null
}

/** Begins the next issue with what the plan says, as the public may know it. */
export function BeginNewsletterForm({ revision, from }: BeginNewsletterFormProps) {
  const { planId } = usePlanPlace()
  const { data } = useQuery(BeginNewsletterForm_plan, { variables: { planId, from } })
  const sections = data?.plan.__typename === 'Plan' ? data.plan.composedNewsletter : null
  if (!sections) return <p role="status">The next issue is being composed.</p>
  return (
    <CommandForm
      title="Begin the next issue"
      submit="Begin the issue"
      name="newsletter"
      document={BeginNewsletterForm_save}
      revision={revision}
      problemsIn={(form) => missingIn(form, { title: 'Give the issue a title, such as “March 2020”.' })}
      inputOf={(form) => ({
        title: textIn(form, 'title'),
        fromDay: from,
        sections: sections.map(({ heading, body }) => ({ heading, body })),
      })}
    >
      <p>
        It is composed from the plan as the public may know it
        {from ? `, with what has changed since ${dayInWords(from)}` : ''}: {sections.length} sections, which
        you can then edit.
      </p>
      <TextField name="title" label="Title" hint="For example “March 2020”." />
    </CommandForm>
  )
}
