import { fundingSources, recurrences, savingStatuses, savingTypes } from '@strandline/domain/vocabulary'
import { type FragmentType, unmask } from '../generated/fragment-masking.ts'
import { graphql } from '../generated/gql.ts'
import { DayText } from './day.tsx'
import { Money } from './money.tsx'
import { placesInWords } from './places-saved.ts'
import { SourceLink } from './provenance.tsx'

export const SavingNotes_saving = graphql(`
  fragment SavingNotes_saving on Saving {
    type
    recurrence
    fundingSource
    status
    isCounted
    confidencePercent
    confidenceReason
    fullYearValue
    startsOn
    baseline
    method
    budgetLine
    placement
    fewerPlaces
    costOfPlace
    costInstead
    source {
      ...SourceLink_source
    }
  }
`)

/** What sort of saving it is, how firm, and how it is worked out. */
export function SavingNotes({
  saving: masked,
}: {
  readonly saving: FragmentType<typeof SavingNotes_saving>
}) {
  const saving = unmask(SavingNotes_saving, masked)
  const kind = [
    savingTypes[saving.type],
    recurrences[saving.recurrence],
    fundingSources[saving.fundingSource],
  ]
  return (
    <>
      <p>
        <strong>{savingStatuses[saving.status]}</strong>
        {saving.confidencePercent !== null && <>, {saving.confidencePercent}% confident</>}. {kind.join(', ')}
        {saving.startsOn && (
          <>
            , from <DayText day={saving.startsOn} />
          </>
        )}
        {saving.fullYearValue !== null && (
          <>
            ; <Money amount={saving.fullYearValue} /> in a full year
          </>
        )}
        .{!saving.isCounted && ' Not counted in the mitigated forecast.'}
      </p>
      {placesInWords(saving) && <p>{placesInWords(saving)}.</p>}
      {saving.confidenceReason && <p>{saving.confidenceReason}</p>}
      {saving.method && (
        <p className="quiet">
          {saving.method} {saving.baseline && `Measured against: ${saving.baseline}`}
        </p>
      )}
      {saving.budgetLine && <p className="quiet">Budget line: {saving.budgetLine}</p>}
      <p className="small">
        Source: <SourceLink source={saving.source} />
      </p>
    </>
  )
}
