import type { Day } from '@strandline/domain/day'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { ChartMarker } from '../../ui/charts/chart-line.ts'
import { DayText } from '../../ui/day.tsx'
import { ProvenanceTag } from '../../ui/provenance.tsx'
import styles from './overview.module.css'

export const MarkerList_event = graphql(`
  fragment MarkerList_event on Event {
    id
    day
    title
    outcome
    isMarker
    source {
      provenance
    }
  }
`)

export function markersOf(masked: readonly FragmentType<typeof MarkerList_event>[]) {
  return unmask(MarkerList_event, masked)
    .flatMap((event) => (event.isMarker && event.day ? [{ ...event, day: event.day as Day }] : []))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

type Marker = ReturnType<typeof markersOf>[number]

/** What the numbered lines of a chart mean. */
export function MarkerList({ markers }: { readonly markers: readonly (Marker & ChartMarker)[] }) {
  if (markers.length === 0) return null
  return (
    <ol className={styles.markers} aria-label="Numbered lines on the chart">
      {markers.map(({ id, day, title, outcome, source }) => (
        <li key={id}>
          <DayText day={day} />: {title}
          {outcome && `, ${outcome.charAt(0).toLowerCase()}${outcome.slice(1)}`}{' '}
          <ProvenanceTag provenance={source.provenance} />
        </li>
      ))}
    </ol>
  )
}
