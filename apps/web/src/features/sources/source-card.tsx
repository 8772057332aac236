import { monthInWords } from '@strandline/domain/day'
import type { ReactNode } from 'react'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { DayText } from '../../ui/day.tsx'
import { Illustrative, LaterThanPlan } from '../../ui/provenance.tsx'
import styles from './sources.module.css'

const SourceCard_source = graphql(`
  fragment SourceCard_source on Source {
    id
    title
    publisher
    publishedOn
    provenance
    url
    licence
    note
    isLaterThanPlan
  }
`)

interface SourceCardProps {
  readonly source: FragmentType<typeof SourceCard_source>
  /** What the plan takes from it. */
  readonly children: ReactNode
}

export function SourceCard({ source: masked, children }: SourceCardProps) {
  const source = unmask(SourceCard_source, masked)
  return (
    <section id={`source-${source.id}`} className={styles.source} aria-labelledby={`title-of-${source.id}`}>
      <h2 id={`title-of-${source.id}`}>
        {source.url ? <a href={source.url}>{source.title}</a> : source.title}{' '}
        {source.provenance === 'ILLUSTRATIVE' && <Illustrative />}
      </h2>
      <p>
        {source.publisher}
        {source.provenance === 'PUBLISHED' && ', published'}
        {source.publishedOn && (
          <>
            {' '}
            <Published day={source.publishedOn} />
          </>
        )}
        .{source.isLaterThanPlan && <LaterThanPlan />}
      </p>
      {source.note && <p className="quiet">{source.note}</p>}
      {source.licence && <p className="quiet">Licence: {source.licence}</p>}
      {children}
    </section>
  )
}

/** Where a source gives the month alone, its day is kept as the first. */
function Published({ day }: { readonly day: Parameters<typeof monthInWords>[0] }) {
  return day.endsWith('-01') ? (
    <time dateTime={day.slice(0, 7)}>{monthInWords(day)}</time>
  ) : (
    <DayText day={day} />
  )
}
