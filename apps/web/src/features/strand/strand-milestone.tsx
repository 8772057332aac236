import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { DayText } from '../../ui/day.tsx'
import { Overdue } from '../../ui/overdue.tsx'
import { ProvenanceTag } from '../../ui/provenance.tsx'
import { RatingShape } from '../../ui/rating.tsx'
import styles from './strand-action.module.css'

const StrandMilestone_milestone = graphql(`
  fragment StrandMilestone_milestone on Milestone {
    name
    currentDate
    slip
    isDone
    doneOn
    isOverdue
    droppedOn
    source {
      provenance
    }
  }
`)

interface StrandMilestoneProps {
  readonly milestone: FragmentType<typeof StrandMilestone_milestone>
}

export function StrandMilestone({ milestone: masked }: StrandMilestoneProps) {
  const { name, currentDate, slip, isDone, doneOn, isOverdue, droppedOn, source } = unmask(
    StrandMilestone_milestone,
    masked,
  )
  const day = doneOn ?? currentDate
  return (
    <li className={styles.milestone}>
      <span className={styles.mark}>
        <RatingShape rating={isDone ? 'COMPLETE' : 'NOT_STARTED'} />
      </span>
      <span>
        {name}
        {droppedOn ? ', dropped, was due' : isDone ? ', done' : ', due'}{' '}
        {day ? <DayText day={day} /> : isDone ? '' : 'on no date given'}
        {'. '}
        {isOverdue && <Overdue />} {slip && <span className="quiet">{slip}</span>}{' '}
        <ProvenanceTag provenance={source.provenance} />
      </span>
    </li>
  )
}
