import { useQuery } from '@apollo/client/react'
import { packBodies, packStatuses } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import type { PacksPage_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { CommandForm } from '../../ui/command-form.tsx'
import { DayText } from '../../ui/day.tsx'
import { ChoiceField, DayField, TextField } from '../../ui/form-fields.tsx'
import { dayIn, missingIn, textIn } from '../../ui/form-values.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { Table } from '../../ui/table.tsx'

const PacksPage_plan = graphql(`
  query PacksPage_plan($planId: ID!, $asAt: Day) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        revision
        viewerCanEditPacks
        packs {
          id
          number
          title
          body
          meetingOn
          status
        }
      }
    }
  }
`)

type Plan = Extract<PacksPage_PlanQuery['plan'], { __typename: 'Plan' }>

/** The papers for meetings: those that are published, and for those who work on the plan the others too. */
export function PacksPage() {
  const { planId, asAt } = usePlanPlace()
  const result = useQuery(PacksPage_plan, { variables: { planId, asAt } })
  return (
    <Answer result={result} what="the packs">
      {({ plan }) => plan.__typename === 'Plan' && <Packs plan={plan} />}
    </Answer>
  )
}

function Packs({ plan }: { readonly plan: Plan }) {
  return (
    <>
      <PageHeading title="Papers for meetings">Papers for meetings</PageHeading>
      <p className="lead">
        Each is the plan as at a day, with what officers recommend, signed in turn by those who answer for it.
      </p>
      {plan.packs.length === 0 ? (
        <p>No paper has been published yet.</p>
      ) : (
        <Table
          caption="Papers, the newest first"
          rows={plan.packs}
          keyOf={({ id }) => id}
          columns={[
            {
              header: 'Paper',
              cell: ({ number, title }) => (
                <PlanLink to={`packs/${number}`}>
                  Pack {number}: {title}
                </PlanLink>
              ),
            },
            { header: 'For', cell: ({ body }) => packBodies[body] },
            {
              header: 'Meeting',
              cell: ({ meetingOn }) => (meetingOn ? <DayText day={meetingOn} /> : 'No date yet'),
            },
            { header: 'Status', cell: ({ status }) => packStatuses[status] },
          ]}
        />
      )}
      {plan.isCurrent && plan.viewerCanEditPacks && <BeginPackForm revision={plan.revision} />}
    </>
  )
}

const BeginPackForm_save = graphql(`
  mutation BeginPackForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: BeginPackInput!
  ) {
    beginPack(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

type Body = keyof typeof packBodies

function BeginPackForm({ revision }: { readonly revision: number }) {
  return (
    <CommandForm
      title="Begin a paper"
      submit="Begin the paper"
      name="pack"
      document={BeginPackForm_save}
      revision={revision}
      problemsIn={(form) => missingIn(form, { title: 'Give the paper a title.' })}
      inputOf={(form) => ({
        title: textIn(form, 'title'),
        body: textIn(form, 'body') as Body,
        meetingOn: dayIn(form, 'meetingOn'),
      })}
    >
      <TextField name="title" label="Title" />
      <ChoiceField name="body" label="For" initial="CABINET" choices={Object.entries(packBodies)} />
      <DayField name="meetingOn" label="Meeting on" />
    </CommandForm>
  )
}
