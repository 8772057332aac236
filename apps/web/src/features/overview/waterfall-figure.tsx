import { type FinancialYear, yearLabel } from '@strandline/domain/financial-year'
import { balanceInWords, inShort, negated, type Pence, pence } from '@strandline/domain/money'
import { type Provenance, type Scope, scopes } from '@strandline/domain/vocabulary'
import { type FragmentType, unmask } from '../../generated/fragment-masking.ts'
import { graphql } from '../../generated/gql.ts'
import { ChartFrame } from '../../ui/chart-frame.tsx'
import { WaterfallChart } from '../../ui/charts/lazy-charts.tsx'
import { Money } from '../../ui/money.tsx'
import { StrandLink } from '../../ui/plan-link.tsx'
import { Table } from '../../ui/table.tsx'
import { type CitedSource, SourceList } from './source-list.tsx'

export const WaterfallFigure_plan = graphql(`
  fragment WaterfallFigure_plan on Plan {
    waterfall(year: $year) {
      name
      strandId
      from
      to
      isTotal
    }
    waterfallFinding(year: $year)
    strands {
      id
      title
    }
  }
`)

interface WaterfallFigureProps {
  readonly plan: FragmentType<typeof WaterfallFigure_plan>
  readonly year: FinancialYear
  readonly scope: Scope
  readonly provenance: Provenance
  readonly sources: readonly CitedSource[]
}

export function WaterfallFigure({ plan, year, scope, provenance, sources }: WaterfallFigureProps) {
  const { waterfall, waterfallFinding, strands } = unmask(WaterfallFigure_plan, plan)
  const bars = waterfall.map((bar) => {
    const strand = strands.find(({ id }) => id === bar.strandId)
    return { ...bar, name: strand ? `${strand.title}, ${bar.name}` : bar.name, words: stepInWords(bar) }
  })
  return (
    <ChartFrame
      title={waterfallFinding}
      subtitle={`In-year balance in £ million, ${scopes[scope]}, ${yearLabel(year)}. Solid bars are balances; hatched bars are what each strand is now expected to save.`}
      isIllustrative={provenance === 'ILLUSTRATIVE'}
      chart={<WaterfallChart name={`Savings by strand, ${yearLabel(year)}`} steps={bars} />}
      sentence={sentenceOf(bars)}
      tableTitle={`Savings by strand in ${yearLabel(year)}: every figure`}
      table={
        <>
          <Table
            caption={`From the unmitigated in-year balance of ${yearLabel(year)} to what is left, in pounds, negative in deficit`}
            rows={bars}
            keyOf={({ name }) => name}
            columns={[
              {
                header: 'Step',
                cell: ({ name, strandId }) =>
                  strandId ? <StrandLink id={strandId}>{name}</StrandLink> : name,
              },
              {
                header: 'Saving',
                isNumeric: true,
                cell: ({ from, to, isTotal }) => (isTotal ? '' : <Money amount={pence(to - from)} isExact />),
              },
              {
                header: 'Balance after it',
                isNumeric: true,
                cell: ({ to }) => <Money amount={to} isExact />,
              },
            ]}
          />
          <p className="small">
            Source: <SourceList sources={sources} />
          </p>
        </>
      }
    />
  )
}

interface Step {
  readonly name: string
  readonly from: Pence
  readonly to: Pence
  readonly isTotal: boolean
}

function stepInWords({ from, to, isTotal }: Step): string {
  if (isTotal) return balanceInWords(to)
  const change = pence(to - from)
  const words = change < 0 ? `adds ${inShort(negated(change))} to the gap` : `saves ${inShort(change)}`
  return `${words}, leaving ${balanceInWords(to)}`
}

function sentenceOf(bars: readonly Step[]): string {
  const steps = bars.filter(({ isTotal }) => !isTotal)
  const most = steps.toSorted((a, b) => b.to - b.from - (a.to - a.from))[0]
  const [first, last] = [bars[0], bars.at(-1)]
  if (!first || !last || !most) return 'No savings are counted in this year.'
  return `Before savings: ${balanceInWords(first.to)}; after them: ${balanceInWords(last.to)}; ${most.name} saves the most, ${inShort(pence(most.to - most.from))}.`
}
