import { placementWords } from '@strandline/domain/assumption'
import { proposableStatuses } from '@strandline/domain/saving-commands'
import { fundingSources, recurrences, savingStatuses, savingTypes } from '@strandline/domain/vocabulary'
import type { ProposeSavingInput } from '../../generated/graphql.ts'
import { ChoiceField, DayField, MoneyField, TextField, WordsField } from '../../ui/form-fields.tsx'
import type { FieldProblem } from '../../ui/form-problems.ts'
import {
  dayIn,
  moneyIn,
  moneyProblems,
  quantityIn,
  quantityProblems,
  textIn,
  textOrNull,
  wholeNumberIn,
} from '../../ui/form-values.ts'
import type { SavingShown } from './saving-page.tsx'

type Proposed = Omit<ProposeSavingInput, 'savingId'>

const statusChoices = proposableStatuses.map((status) => [status, savingStatuses[status]] as const)

/** What a proposal says, of a new saving or of one that is there. */
export function ProposalFields({ now }: { readonly now?: SavingShown }) {
  const isProposable = statusChoices.some(([status]) => status === now?.status)
  return (
    <>
      <ChoiceField
        name="status"
        label="Status"
        hint="Delivered and confirmed follow from what is reported for each year."
        initial={isProposable ? now?.status : now ? 'ON_TRACK' : 'PLANNED'}
        choices={statusChoices}
      />
      <ChoiceField name="type" label="Type" initial={now?.type} choices={Object.entries(savingTypes)} />
      <ChoiceField
        name="recurrence"
        label="One-off or recurrent"
        initial={now?.recurrence ?? 'RECURRENT'}
        choices={Object.entries(recurrences)}
      />
      <ChoiceField
        name="fundingSource"
        label="Whose money it saves"
        hint="Only savings of the Dedicated Schools Grant lower the forecast."
        initial={now?.fundingSource ?? 'DSG'}
        choices={Object.entries(fundingSources)}
      />
      <WordsField name="baseline" label="Baseline: what it is measured against" initial={now?.baseline} />
      <WordsField name="method" label="Method: how it is worked out" initial={now?.method} />
      <MoneyField name="fullYearValue" label="Full-year value" initial={now?.fullYearValue} />
      <fieldset>
        <legend>Places that it saves, if it does</legend>
        <ChoiceField
          name="placement"
          label="Placement category"
          hint="The full-year value then follows from the places, and the forecast acts on them."
          initial={now?.placement}
          choices={[['', 'None'], ...Object.entries(placementWords)]}
        />
        <TextField
          name="fewerPlaces"
          label="How many fewer places"
          initial={now?.fewerPlaces == null ? null : String(now.fewerPlaces / 100)}
        />
        <MoneyField name="costOfPlace" label="Cost of a place in a year" initial={now?.costOfPlace} />
        <MoneyField name="costInstead" label="Cost of what is provided instead" initial={now?.costInstead} />
      </fieldset>
      <DayField
        name="startsOn"
        label="Starts on"
        hint="The first year counts the months from here to March; a one-off comes whole in its year."
        initial={now?.startsOn}
      />
      <TextField
        name="confidencePercent"
        label="Confidence in per cent"
        hint="0 to 100, for example 25, 50, 75 or 90."
        initial={now?.confidencePercent?.toString()}
      />
      <TextField
        name="confidenceReason"
        label="What the confidence rests on"
        initial={now?.confidenceReason}
      />
      <TextField
        name="budgetLine"
        label="Budget line"
        hint="As the council’s budget names it. Two savings on one line are flagged as a possible double count."
        initial={now?.budgetLine}
      />
      <WordsField
        name="note"
        label="Note to finance"
        hint="Why, where it cannot be delivered or is withdrawn."
      />
    </>
  )
}

export function proposedIn(form: FormData): Proposed {
  return {
    status: textIn(form, 'status') as Proposed['status'],
    type: textIn(form, 'type') as Proposed['type'],
    recurrence: textIn(form, 'recurrence') as Proposed['recurrence'],
    fundingSource: textIn(form, 'fundingSource') as Proposed['fundingSource'],
    // With places named, the value is what they make.
    fullYearValue: textIn(form, 'fewerPlaces') === '' ? moneyIn(form, 'fullYearValue') : null,
    placement: textOrNull(form, 'placement') as Proposed['placement'] & string,
    fewerPlaces: quantityIn(form, 'fewerPlaces', 'HUNDREDTHS'),
    costOfPlace: moneyIn(form, 'costOfPlace'),
    costInstead: moneyIn(form, 'costInstead'),
    startsOn: dayIn(form, 'startsOn'),
    confidencePercent: wholeNumberIn(form, 'confidencePercent'),
    confidenceReason: textOrNull(form, 'confidenceReason'),
    baseline: textOrNull(form, 'baseline'),
    method: textOrNull(form, 'method'),
    budgetLine: textOrNull(form, 'budgetLine'),
    note: textOrNull(form, 'note'),
  }
}

/** What cannot be read. What is missing is for the rules of the plan to say. */
export function proposalProblems(form: FormData): FieldProblem[] {
  const isNoNumber =
    textIn(form, 'confidencePercent') !== '' && wholeNumberIn(form, 'confidencePercent') === null
  return [
    ...moneyProblems(form, ['fullYearValue', 'costOfPlace', 'costInstead']),
    ...quantityProblems(form, ['fewerPlaces'], 'HUNDREDTHS'),
    ...(isNoNumber ? [{ field: 'confidencePercent', message: 'Write a whole number from 0 to 100.' }] : []),
  ]
}
