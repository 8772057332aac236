import { useQuery } from '@apollo/client/react'
import { graphql } from '../../generated/gql.ts'
import type { VersionView_PlanQuery } from '../../generated/graphql.ts'
import { Answer } from '../../ui/answer.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { AssumptionGrid } from './assumption-grid.tsx'
import { EnteredYears } from './entered-years.tsx'
import { inputsFrom, isIllustrative } from './inputs.ts'
import { KeptScenarios } from './kept-scenarios.tsx'
import { LateAction } from './late-action.tsx'
import { Movement } from './movement.tsx'
import { RecordActualForm } from './record-actual-form.tsx'
import { Register } from './register.tsx'
import { Results } from './results.tsx'
import { Scenarios } from './scenarios.tsx'
import { SimulationPanel } from './simulation-panel.tsx'
import { DecideVersionForms, SubmitVersionForm } from './version-forms.tsx'

const VersionView_plan = graphql(`
  query VersionView_plan($planId: ID!, $asAt: Day, $versionId: ID!) {
    plan(id: $planId, asAt: $asAt) {
      __typename
      ... on Plan {
        isCurrent
        revision
        people {
          id
          name
        }
        actions {
          id
          name
          savings {
            isCounted
          }
        }
        latestDay
        forecastVersion(id: $versionId) {
          id
          name
          status
          assumptions
          isSuppressed
          returnReason
          viewerCanEdit
          viewerCanDecide
          viewerCanKeepScenario
          enteredYears {
            id
            year
            series
            low
            central
            high
            basis
            source {
              ...SourceLink_source
            }
          }
          scenarios {
            id
            name
            growthBy
            inflationBy
            allocationBy
            lateMonths
            isTransferRefused
            overrideEnds
            fromGeneralFund
            lateAction {
              name
            }
            years {
              year
              inYear
              cumulative
            }
          }
          base {
            firstYear
            lastYear
            openingBalance
            savings {
              name
              year
              amount
            }
            mitigations {
              name
              category
              fewerPlaces
              from
              costOfPlace
              costInstead
            }
            transfers {
              name
              year
              amount
            }
            payments {
              name
              year
              amount
            }
          }
          register {
            id
            driver
            category
            year
            line
            value
            low
            high
            actual
            asOf
            note
            owner {
              id
              name
            }
            source {
              title
              provenance
              ...SourceLink_source
            }
          }
        }
      }
    }
  }
`)

type Plan = Extract<VersionView_PlanQuery['plan'], { __typename: 'Plan' }>
export type VersionShown = NonNullable<Plan['forecastVersion']>

interface VersionViewProps {
  readonly versionId: string
  readonly versions: readonly { readonly id: string; readonly name: string }[]
}

/** One version: what it gives, why, what it rests on, and what the reader may do with it. */
export function VersionView({ versionId, versions }: VersionViewProps) {
  const { planId, asAt } = usePlanPlace()
  const result = useQuery(VersionView_plan, { variables: { planId, asAt, versionId } })
  return (
    <Answer result={result} what="the version">
      {({ plan }) =>
        plan.__typename === 'Plan' && plan.forecastVersion ? (
          <Version plan={plan} version={plan.forecastVersion} versions={versions} />
        ) : null
      }
    </Answer>
  )
}

interface VersionProps {
  readonly plan: Plan
  readonly version: VersionShown
  readonly versions: VersionViewProps['versions']
}

function Version({ plan, version, versions }: VersionProps) {
  const { isCurrent, revision, latestDay, people } = plan
  const actions = plan.actions.filter(({ savings }) => savings.some(({ isCounted }) => isCounted))
  const inputs = inputsFrom(version)
  const mayEdit = isCurrent && version.viewerCanEdit
  return (
    <section aria-labelledby="version">
      <h2 id="version">{version.name}</h2>
      {version.assumptions && <p>{version.assumptions}</p>}
      {version.returnReason && <p>Returned: {version.returnReason}</p>}
      {mayEdit ? (
        <AssumptionGrid version={version} revision={revision} />
      ) : inputs ? (
        <>
          <Results inputs={inputs} isIllustrative={isIllustrative(version)} />
          <Register version={version} inputs={inputs} />
        </>
      ) : (
        <NothingToShow version={version} />
      )}
      {inputs && (
        <>
          {isCurrent && version.viewerCanKeepScenario && (
            <RecordActualForm version={version} people={people} revision={revision} />
          )}
          <Scenarios inputs={inputs} />
          <KeptScenarios version={version} actions={actions} revision={revision} isCurrent={isCurrent} />
          <LateAction versionId={version.id} actions={actions} />
          <SimulationPanel inputs={inputs} />
          <Movement versionId={version.id} versions={versions} />
        </>
      )}
      {mayEdit && inputs && <SubmitVersionForm version={version} revision={revision} />}
      {isCurrent && version.viewerCanDecide && (
        <DecideVersionForms version={version} revision={revision} today={latestDay} />
      )}
    </section>
  )
}

function NothingToShow({ version }: { readonly version: VersionShown }) {
  if (version.isSuppressed)
    return (
      <>
        <p>
          Some of the numbers behind this version are too small to show, so its assumptions are not shown
          here. Its years are those of the whole model. Ask the council’s finance team.
        </p>
        {version.enteredYears.length > 0 && <EnteredYears years={version.enteredYears} />}
      </>
    )
  if (version.status === 'DRAFT')
    return <p>This draft is being worked on. Its assumptions are shown once it is submitted.</p>
  return (
    <>
      <p>This version was entered year by year, without a model.</p>
      <EnteredYears years={version.enteredYears} />
    </>
  )
}
