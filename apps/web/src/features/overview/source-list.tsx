import type { FragmentType } from '../../generated/fragment-masking.ts'
import { SourceLink, type SourceLink_source } from '../../ui/provenance.tsx'
import styles from './overview.module.css'

export type CitedSource = { readonly id: string } & FragmentType<typeof SourceLink_source>

/** Everything that a figure rests on. */
export function SourceList({ sources }: { readonly sources: readonly CitedSource[] }) {
  return (
    <span className={styles.sources}>
      {sources.map((source) => (
        <span key={source.id}>
          <SourceLink source={source} />
        </span>
      ))}
    </span>
  )
}
