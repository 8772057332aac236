import { type FragmentType, unmask } from '../generated/fragment-masking.ts'
import { graphql } from '../generated/gql.ts'
import { InstantText } from './day.tsx'
import styles from './history-list.module.css'
import { withoutName } from './news-words.ts'

export const HistoryList_entry = graphql(`
  fragment HistoryList_entry on HistoryEntry {
    revision
    at
    by
    why
    news {
      id
      words
    }
  }
`)

interface HistoryListProps {
  /** Newest first. */
  readonly entries: readonly FragmentType<typeof HistoryList_entry>[]
  /** The name of the item, which each sentence need not repeat. */
  readonly of: string
}

/** Who changed what, when, and why. */
export function HistoryList({ entries: masked, of }: HistoryListProps) {
  const entries = unmask(HistoryList_entry, masked)
  if (entries.length === 0) return <p className="quiet">Nothing has changed since the plan began.</p>
  return (
    <ol className={styles.history}>
      {entries.map(({ revision, at, by, why, news }) => (
        <li key={revision}>
          <p className={styles.when}>
            <InstantText instant={at} /> <span className={styles.by}>{by}</span>
          </p>
          {why && <p className={styles.why}>{why}</p>}
          <ul className={styles.news}>
            {news.map(({ words }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two items may be told in the same words, and the list never moves
              <li key={index}>{withoutName(words, of)}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
