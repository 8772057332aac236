import type { ResultOf } from '@graphql-typed-document-node/core'
import { type FinancialYear, yearEnd, yearLabel } from '@strandline/domain/financial-year'
import type { Provenance } from '@strandline/domain/vocabulary'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import type { ChartLine, ChartPoint, LineLook } from '../../ui/charts/chart-line.ts'

export const TrajectoryLine_line = graphql(`
  fragment TrajectoryLine_line on Line {
    name
    positions {
      year
      isOutturn
      inYear {
        low
        central
        high
      }
      cumulative {
        low
        central
        high
      }
      provenance
      cumulativeProvenance
      basis
      sources {
        id
        ...SourceLink_source
      }
    }
  }
`)

export type Measure = 'inYear' | 'cumulative'
type Line = ResultOf<typeof TrajectoryLine_line>
type Position = Line['positions'][number]
type MaskedLine = FragmentType<typeof TrajectoryLine_line>

interface MaskedTrajectory {
  readonly outturn: MaskedLine
  readonly unmitigated: MaskedLine
  readonly mitigated: MaskedLine
  readonly delivered: MaskedLine
  readonly versions: readonly MaskedLine[]
}

/** One figure of a line, for the table. */
export interface FigureRow {
  readonly line: string
  readonly year: FinancialYear
  readonly isOutturn: boolean
  readonly range: Position['inYear']
  readonly provenance: Provenance
  readonly basis: string
  readonly sources: Position['sources']
}

/** What one chart shows, as lines to draw and as rows to read. */
export function shownLines(trajectory: MaskedTrajectory, measure: Measure) {
  const [outturn, unmitigated, mitigated, delivered] = (
    ['outturn', 'unmitigated', 'mitigated', 'delivered'] as const
  ).map((name) => unmask(TrajectoryLine_line, trajectory[name])) as [Line, Line, Line, Line]
  const earlier = trajectory.versions
    .map((line) => unmask(TrajectoryLine_line, line))
    .filter((line) => differs(line, mitigated, measure))
  const forecasts = { unmitigated, delivered, mitigated }
  const join = outturn.positions.at(-1)
  const lines: ChartLine[] = [
    ...earlier.map((line) => drawn(line, line.positions, 'earlier', measure)),
    ...Object.entries(forecasts).map(([look, line]) => ({
      ...drawn(
        line,
        line.positions.filter(({ isOutturn }) => !isOutturn),
        look as LineLook,
        measure,
      ),
      join: join && toPoint(join, measure),
      hasBand: look === 'mitigated',
    })),
    drawn(outturn, outturn.positions, 'outturn', measure),
  ].filter(({ points }) => points.length > 0)
  const rows = [
    ...toRows(outturn, outturn.positions, measure),
    ...Object.values(forecasts).flatMap((line) =>
      toRows(
        line,
        line.positions.filter(({ isOutturn }) => !isOutturn),
        measure,
      ),
    ),
    ...earlier.flatMap((line) => toRows(line, line.positions, measure)),
  ]
  const years = rows.map(({ year }) => year).sort((a, b) => a - b)
  return {
    lines,
    rows,
    first: years[0],
    last: years.at(-1),
    isIllustrative: rows.some(({ provenance }) => provenance === 'ILLUSTRATIVE'),
  }
}

/** A version that says what the mitigated line says already adds nothing. */
function differs(line: Line, from: Line, measure: Measure): boolean {
  return line.positions.some(
    (at) => from.positions.find(({ year }) => year === at.year)?.[measure].central !== at[measure].central,
  )
}

function drawn(line: Line, positions: readonly Position[], look: LineLook, measure: Measure): ChartLine {
  return { name: shortName(line), look, points: positions.map((at) => toPoint(at, measure)) }
}

function toPoint(position: Position, measure: Measure): ChartPoint {
  return { day: yearEnd(position.year), label: yearLabel(position.year), ...position[measure] }
}

function toRows({ name }: Line, positions: readonly Position[], measure: Measure): FigureRow[] {
  return positions.map((at) => ({
    line: name,
    year: at.year,
    isOutturn: at.isOutturn,
    range: at[measure],
    provenance: measure === 'inYear' ? at.provenance : at.cumulativeProvenance,
    basis: at.basis,
    sources: at.sources,
  }))
}

/** On the chart the dashes say that it is a forecast, so the name need not. */
function shortName({ name }: Line): string {
  return name.replace(/ forecast$/, '')
}
