import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { MilestonesTable_MilestoneFragment } from '../../generated/graphql.ts'
import { DayText } from '../../ui/day.tsx'
import { Overdue } from '../../ui/overdue.tsx'
import { SourceLink } from '../../ui/provenance.tsx'
import { type Column, Table } from '../../ui/table.tsx'

const MilestonesTable_milestone = graphql(`
  fragment MilestonesTable_milestone on Milestone {
    id
    name
    firstDate
    currentDate
    timesMoved
    slip
    isDone
    doneOn
    moveReason
    droppedOn
    dropReason
    isOverdue
    outsideDecisionMaker
    source {
      ...SourceLink_source
    }
  }
`)

type Milestone = MilestonesTable_MilestoneFragment

const columns: readonly Column<Milestone>[] = [
  {
    header: 'Milestone',
    cell: ({ name, outsideDecisionMaker }) => (
      <>
        {name}
        {outsideDecisionMaker && <div className="quiet small">Decided by {outsideDecisionMaker}</div>}
      </>
    ),
  },
  {
    header: 'First date',
    cell: ({ firstDate }) => (firstDate ? <DayText day={firstDate} /> : 'No date given'),
  },
  {
    header: 'Date now',
    cell: ({ currentDate }) => (currentDate ? <DayText day={currentDate} /> : 'No date given'),
  },
  {
    header: 'Moved',
    cell: ({ slip, timesMoved, moveReason }) => (
      <>
        {slip ?? (timesMoved > 0 ? `${timesMoved} times` : 'Not moved')}
        {moveReason && <div className="quiet small">{moveReason}</div>}
      </>
    ),
  },
  { header: 'Done', cell: (milestone) => doneInWords(milestone) },
  { header: 'Source', cell: ({ source }) => <SourceLink source={source} /> },
]

function doneInWords({ isDone, doneOn, isOverdue, droppedOn, dropReason }: Milestone) {
  if (droppedOn)
    return (
      <>
        Dropped on <DayText day={droppedOn} />. {dropReason}
      </>
    )
  if (isDone) return doneOn ? <DayText day={doneOn} /> : 'Done'
  return isOverdue ? <Overdue /> : 'Not yet'
}

interface MilestonesTableProps {
  readonly milestones: readonly FragmentType<typeof MilestonesTable_milestone>[]
}

export function MilestonesTable({ milestones }: MilestonesTableProps) {
  if (milestones.length === 0) return <p className="quiet">No milestones are set.</p>
  return (
    <Table
      caption="Milestones of this action"
      isCaptionHidden
      columns={columns}
      rows={unmask(MilestonesTable_milestone, milestones)}
      keyOf={({ id }) => id}
    />
  )
}
