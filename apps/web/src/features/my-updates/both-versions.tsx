import { type Day, dayInWords } from '@strandline/domain/day'
import type { SettledInput } from '../../generated/graphql.ts'
import styles from './my-updates.module.css'
import type { SubmitAnswer } from './use-submit-update.ts'

export type Conflicted = Extract<SubmitAnswer, { __typename: 'Conflicted' }>

const asked = ['deliveryRag', 'benefitRag', 'progress', 'reason', 'pathToGreen']

/** What people wrote, each field once: it is written on the action and in the update, and dates of both differ anyway. */
export function toBeSettled({ conflicts }: Conflicted): Conflicted['conflicts'] {
  return asked.flatMap((field) => {
    const both = conflicts.filter((of) => of.field === field)
    return both.find(({ kind }) => kind === 'action') ?? both[0] ?? []
  })
}

/** The record that is kept when the reader's own words stand. */
export function settledWith(conflicted: Conflicted, me: string): SettledInput[] {
  return toBeSettled(conflicted).map(({ kind, id, field, yours, theirs, theirsBy }) => ({
    entity: kind,
    id,
    field,
    kept: yours || 'nothing',
    refused: theirs || 'nothing',
    keptBy: me,
    refusedBy: theirsBy,
  }))
}

interface BothVersionsProps {
  readonly conflicted: Conflicted
  readonly onMine: () => void
  readonly onTheirs: () => void
}

/** Two people wrote at once: both versions field by field, and a choice. Nothing was overwritten. */
export function BothVersions({ conflicted, onMine, onTheirs }: BothVersionsProps) {
  const first = conflicted.conflicts[0]
  return (
    <div className={styles.notice} role="alert">
      <h3>{first ? `${first.theirsBy} has changed this too` : 'This has been changed too'}</h3>
      <p>Nothing was overwritten. Choose which version stands; the other is kept on record.</p>
      {toBeSettled(conflicted).map(({ field, label, yours, theirs, theirsBy, theirsAt }) => (
        <dl key={field}>
          <dt>{label}, as you wrote it</dt>
          <dd>{yours || 'nothing'}</dd>
          <dt>
            {label}, by {theirsBy} on {dayInWords(theirsAt.slice(0, 10) as Day)}
          </dt>
          <dd>{theirs || 'nothing'}</dd>
        </dl>
      ))}
      <p className={styles.buttons}>
        <button type="button" onClick={onMine}>
          Keep mine
        </button>
        <button type="button" onClick={onTheirs}>
          Keep theirs
        </button>
      </p>
    </div>
  )
}
