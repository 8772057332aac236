import { yearLabel } from '@strandline/domain/financial-year'
import { planCharts, scopes } from '@strandline/domain/vocabulary'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { ChartFrame } from '../../ui/chart-frame.tsx'
import { TrajectoryChart } from '../../ui/charts/lazy-charts.tsx'
import { PlanLink } from '../../ui/plan-link.tsx'
import { MarkerList, markersOf } from './marker-list.tsx'
import { type Measure, shownLines } from './trajectory-lines.ts'
import { TrajectoryTable } from './trajectory-table.tsx'

export const TrajectorySection_plan = graphql(`
  fragment TrajectorySection_plan on Plan {
    inYearFinding
    cumulativeFinding
    events {
      ...MarkerList_event
    }
    trajectory {
      version {
        scope
        name
      }
      outturn {
        ...TrajectoryLine_line
      }
      unmitigated {
        ...TrajectoryLine_line
      }
      mitigated {
        ...TrajectoryLine_line
        inYearSentence
        cumulativeSentence
      }
      delivered {
        ...TrajectoryLine_line
      }
      versions {
        ...TrajectoryLine_line
      }
    }
  }
`)

const names: Readonly<Record<Measure, string>> = {
  inYear: 'In-year balance',
  cumulative: 'Cumulative balance',
}

const meanings: Readonly<Record<Measure, string>> = {
  inYear: 'one year’s funding less its spending',
  cumulative: 'carried forward at 31 March',
}

/** What a question about each chart is about. */
const asked: Readonly<Record<Measure, keyof typeof planCharts>> = {
  inYear: 'IN_YEAR',
  cumulative: 'CUMULATIVE',
}

/** Where the deficit is going: two measures, so two charts and never two axes. */
export function TrajectorySection({ plan }: { readonly plan: FragmentType<typeof TrajectorySection_plan> }) {
  const { inYearFinding, cumulativeFinding, trajectory, events } = unmask(TrajectorySection_plan, plan)
  if (!trajectory || !inYearFinding || !cumulativeFinding) {
    return (
      <section aria-labelledby="trajectory">
        <h2 id="trajectory">Where the deficit is going</h2>
        <p>No forecast has been made yet. The charts stand here once the first version is prepared.</p>
      </section>
    )
  }
  const markers = markersOf(events)
  const chartOf = (measure: Measure, title: string, sentence: string) => {
    const { lines, rows, first, last, isIllustrative } = shownLines(trajectory, measure)
    const period =
      first === undefined || last === undefined ? '' : `, ${yearLabel(first)} to ${yearLabel(last)}`
    return (
      <ChartFrame
        title={title}
        subtitle={`${names[measure]}, ${meanings[measure]}. £ million, ${scopes[trajectory.version.scope]}${period}. Each year stands at its end, 31 March. Solid is outturn, dashed is forecast; the band is the range of the mitigated forecast.`}
        isIllustrative={isIllustrative}
        chart={<TrajectoryChart name={names[measure]} lines={lines} markers={markers} />}
        sentence={sentence}
        tableTitle={`${names[measure]}: every figure and its source`}
        table={<TrajectoryTable caption={`${names[measure]} in pounds, negative in deficit`} rows={rows} />}
      >
        <MarkerList markers={markers} />
        <p className="no-print">
          <PlanLink to={`questions?about=chart+${asked[measure]}`}>
            Ask about {planCharts[asked[measure]]}
          </PlanLink>
        </p>
      </ChartFrame>
    )
  }
  return (
    <section aria-labelledby="trajectory">
      <h2 id="trajectory">Where the deficit is going</h2>
      {chartOf('inYear', inYearFinding, trajectory.mitigated.inYearSentence)}
      {chartOf('cumulative', cumulativeFinding, trajectory.mitigated.cumulativeSentence)}
    </section>
  )
}
