import { type Day, dayInWords } from '@strandline/domain/day'
import type { SettledInput } from '../generated/graphql.ts'
import styles from './form.module.css'
import type { Answer } from './use-command.ts'

export type Conflicted = Extract<Answer, { __typename: 'Conflicted' }>
export type Conflicts = Conflicted['conflicts']

/** The record that is kept when the reader's own words stand. */
export function settledWith(conflicts: Conflicts, me: string): SettledInput[] {
  return conflicts.map(({ kind, id, field, yours, theirs, theirsBy }) => ({
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
  readonly conflicts: Conflicts
  readonly onMine: () => void
  readonly onTheirs: () => void
}

/** Two people wrote at once: both versions field by field, and a choice. Nothing was overwritten. */
export function BothVersions({ conflicts, onMine, onTheirs }: BothVersionsProps) {
  const first = conflicts[0]
  return (
    <div className={styles.notice} role="alert">
      <h3>{first ? `${first.theirsBy} has changed this too` : 'This has been changed too'}</h3>
      <p>Nothing was overwritten. Choose which version stands; the other is kept on record.</p>
      {conflicts.map(({ id, field, label, yours, theirs, theirsBy, theirsAt }) => (
        <dl key={`${id} ${field}`}>
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
