import { type Driver, drivers, placements, registerOf } from '@strandline/domain/assumption'
import { quantityInWords } from '@strandline/domain/explanation'
import { finalBalance } from '@strandline/domain/financial-model'
import { yearLabel } from '@strandline/domain/financial-year'
import { inShort, pence } from '@strandline/domain/money'
import type { ModelInputs } from '@strandline/domain/scenario'
import { type Sensitivity, sensitivities } from '@strandline/domain/simulation'
import { DayText } from '../../ui/day.tsx'
import { SourceLink } from '../../ui/provenance.tsx'
import { Table } from '../../ui/table.tsx'
import { Tornado } from './tornado.tsx'
import type { VersionShown } from './version-view.tsx'

type Row = VersionShown['register'][number]

/** What an assumption is called: "Growth of places with the academic year, Post 16 and further education, 2020-21". */
export function assumptionName({
  driver,
  category,
  line,
  year,
}: Pick<Row, 'driver' | 'category' | 'line' | 'year'>): string {
  const what = driver === 'SPEND' ? line : [drivers[driver].name, line].filter(Boolean).join(', ')
  const of = [what, category && placements[category].name, year && yearLabel(year)]
  return of.filter(Boolean).join(', ')
}

const inWords = (driver: Driver, value: number | null) =>
  value === null ? '' : quantityInWords(value, drivers[driver].unit)

interface RegisterProps {
  readonly version: VersionShown
  readonly inputs: ModelInputs
}

/** Every assumption with its range, source, date, owner, actual, and what it does to the balance at the end. */
export function Register({ version, inputs }: RegisterProps) {
  const found = sensitivities(inputs.base, registerOf(inputs.assumptions), finalBalance)
  const swingOf = (id: string) => found.find(({ assumption }) => assumption.id === id)
  return (
    <>
      <Tornado sensitivities={found} />
      <h3>Assumption register</h3>
      <Table
        caption="What the forecast assumes, and what each assumption does to the balance at the end"
        rows={version.register}
        keyOf={({ id }) => id}
        columns={[
          { header: 'Assumption', cell: assumptionName },
          { header: 'Value', isNumeric: true, cell: ({ driver, value }) => inWords(driver, value) },
          { header: 'Range', cell: rangeInWords },
          {
            header: 'Actual',
            isNumeric: true,
            cell: ({ driver, actual }) => inWords(driver, actual) || 'Not known',
          },
          { header: 'Swing', isNumeric: true, cell: ({ id }) => swingInWords(swingOf(id)) },
          {
            header: 'Source',
            isProse: true,
            cell: ({ note, source, asOf }) => (
              <>
                {note && <>{note}. </>}
                <SourceLink source={source} />
                {asOf && (
                  <>
                    , as of <DayText day={asOf} />
                  </>
                )}
              </>
            ),
          },
          { header: 'Owner', cell: ({ owner }) => owner?.name ?? 'Nobody yet' },
        ]}
      />
    </>
  )
}

function rangeInWords({ driver, low, high }: Row): string {
  return low === null && high === null ? 'No range' : `${inWords(driver, low)} to ${inWords(driver, high)}`
}

function swingInWords(of: Sensitivity | undefined): string {
  return of ? inShort(pence(Math.abs(of.atHigh - of.atLow))) : 'None'
}
