import { stages, visibilities } from '@strandline/domain/vocabulary'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { DayText } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { Overdue } from '../../ui/overdue.tsx'
import { People } from '../../ui/people.tsx'
import { ActionLink } from '../../ui/plan-link.tsx'
import { ProvenanceTag, SourceLink } from '../../ui/provenance.tsx'

const ActionFacts_action = graphql(`
  fragment ActionFacts_action on Action {
    stage
    stageReason
    supersededBy {
      id
      name
    }
    visibility
    startsOn
    dueOn
    isOverdue
    ratedOn
    owners {
      ...People_person
    }
    waitsFor
    neededBy
    askOfSchools
    askSource {
      provenance
    }
    source {
      ...SourceLink_source
    }
    datesSource {
      provenance
      ...SourceLink_source
    }
    ratingSource {
      provenance
      ...SourceLink_source
    }
  }
`)

export function ActionFacts({
  action: masked,
}: {
  readonly action: FragmentType<typeof ActionFacts_action>
}) {
  const action = unmask(ActionFacts_action, masked)
  const tag = <ProvenanceTag provenance={action.datesSource.provenance} />
  return (
    <Facts>
      <Fact name="Stage">
        {stages[action.stage]}
        {action.stageReason && `. ${action.stageReason}`}
        {action.supersededBy && (
          <>
            {' '}
            Its place was taken by{' '}
            <ActionLink id={action.supersededBy.id}>{action.supersededBy.name}</ActionLink>.
          </>
        )}
      </Fact>
      <Fact name="Owned by">
        {action.owners.length > 0 ? <People people={action.owners} /> : 'Nobody on this day'}
      </Fact>
      <Fact name="Starts">
        {action.startsOn && (
          <>
            <DayText day={action.startsOn} /> {tag}
          </>
        )}
      </Fact>
      <Fact name="Due">
        {action.dueOn && (
          <>
            <DayText day={action.dueOn} /> {action.isOverdue && <Overdue />} {tag}
          </>
        )}
      </Fact>
      <Fact name="Last rated">
        {action.ratedOn && (
          <>
            <DayText day={action.ratedOn} />{' '}
            {action.ratingSource && <ProvenanceTag provenance={action.ratingSource.provenance} />}
          </>
        )}
      </Fact>
      <Fact name="What schools are asked to do">
        {action.askOfSchools && (
          <>
            {action.askOfSchools}{' '}
            {action.askSource && <ProvenanceTag provenance={action.askSource.provenance} />}
          </>
        )}
      </Fact>
      <Fact name="Waits for">{action.waitsFor}</Fact>
      <Fact name="Needed by">{action.neededBy}</Fact>
      <Fact name="Who may see it">{action.visibility !== 'PUBLIC' && visibilities[action.visibility]}</Fact>
      <Fact name="Source">
        <SourceLink source={action.source} />
      </Fact>
      <Fact name="Source of its dates">
        {(action.startsOn || action.dueOn) && <SourceLink source={action.datesSource} />}
      </Fact>
      <Fact name="Source of its ratings">
        {action.ratingSource && <SourceLink source={action.ratingSource} />}
      </Fact>
    </Facts>
  )
}
