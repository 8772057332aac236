import type { ReactNode } from 'react'
import styles from './chart-frame.module.css'
import { ChartSlot } from './charts/chart-slot.tsx'
import { Illustrative } from './provenance.tsx'

interface ChartFrameProps {
  /** The finding, as a sentence. */
  readonly title: string
  /** Measure, unit, scope and period. */
  readonly subtitle: string
  /** True when any figure that is shown is illustrative. */
  readonly isIllustrative: boolean
  /** Drawn in a browser only, after the words. */
  readonly chart: ReactNode
  /** The sentence that reads the chart. */
  readonly sentence: ReactNode
  readonly tableTitle: string
  /** Every figure of the chart, exact, with its source. */
  readonly table: ReactNode
  readonly children?: ReactNode
}

/** A chart with what makes it readable without seeing it: a finding, a subtitle, a sentence and its table. */
export function ChartFrame(props: ChartFrameProps) {
  return (
    <figure className={styles.frame}>
      <figcaption>
        <h3 className={styles.title}>{props.title}</h3>
        <p className={styles.subtitle}>
          {props.subtitle} {props.isIllustrative && <Illustrative />}
        </p>
      </figcaption>
      <ChartSlot>{props.chart}</ChartSlot>
      <p className={styles.sentence}>{props.sentence}</p>
      {props.children}
      <details>
        <summary>{props.tableTitle}</summary>
        {props.table}
      </details>
    </figure>
  )
}
