import { placementWords } from '@strandline/domain/assumption'
import type { Day } from '@strandline/domain/day'
import { yearLabel } from '@strandline/domain/financial-year'
import { NOTHING } from '@strandline/domain/money'
import { scopes } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import type { KeepBudgetLineInput } from '../../generated/graphql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, DayField, MoneyField, TextField } from '../../ui/form-fields.tsx'
import {
  dayIn,
  missingIn,
  moneyIn,
  moneyProblems,
  quantityIn,
  quantityProblems,
  textIn,
  textOrNull,
} from '../../ui/form-values.ts'
import type { InYearShown } from './in-year-page.tsx'

const ReportBudgetForm_save = graphql(`
  mutation ReportBudgetForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ReportBudgetInput!
  ) {
    reportBudget(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface FormProps {
  readonly inYear: InYearShown
  readonly revision: number
}

/** The lines of a year at the end of a month, all at once, beginning from the report before. */
export function ReportBudgetForm({
  inYear: { year, lines },
  revision,
  today,
}: FormProps & { readonly today: Day }) {
  const amounts = lines.flatMap(({ line }) => [`toDate ${line.id}`, `outturn ${line.id}`])
  const places = lines.map(({ line }) => `places ${line.id}`)
  return (
    <CommandForm
      title="Report the end of a month"
      submit="Report it"
      name={`report ${year}`}
      document={ReportBudgetForm_save}
      revision={revision}
      problemsIn={(form) => [
        ...missingIn(form, { asOf: 'Say which month end it is.' }),
        ...missingIn(
          form,
          Object.fromEntries(amounts.map((name) => [name, 'Write an amount; 0 where there is none.'])),
        ),
        ...moneyProblems(form, amounts),
        ...quantityProblems(form, places, 'HUNDREDTHS'),
      ]}
      inputOf={(form) => ({
        asOf: dayIn(form, 'asOf') ?? today,
        lines: lines.map(({ line }) => ({
          lineId: line.id,
          toDate: moneyIn(form, `toDate ${line.id}`) ?? NOTHING,
          outturn: moneyIn(form, `outturn ${line.id}`) ?? NOTHING,
          places: quantityIn(form, `places ${line.id}`, 'HUNDREDTHS'),
          note: textOrNull(form, `note ${line.id}`),
        })),
      })}
    >
      <DayField name="asOf" label="As at" hint={`The last day of a month of ${yearLabel(year)}.`} />
      {lines.map(({ line, report }) => (
        <fieldset key={line.id}>
          <legend>{line.name}</legend>
          <MoneyField name={`toDate ${line.id}`} label="To date" initial={report?.toDate} />
          <MoneyField
            name={`outturn ${line.id}`}
            label="Forecast outturn"
            initial={report?.outturn ?? line.budget}
          />
          {line.category && (
            <TextField name={`places ${line.id}`} label="Places or plans" hint="For example 136 or 136.5." />
          )}
          <TextField name={`note ${line.id}`} label="Why it differs" />
        </fieldset>
      ))}
    </CommandForm>
  )
}

const KeepBudgetLineForm_save = graphql(`
  mutation KeepBudgetLineForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: KeepBudgetLineInput!
  ) {
    keepBudgetLine(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** A line of the budget: a new one. */
export function KeepBudgetLineForm({ inYear: { year }, revision }: FormProps) {
  return (
    <CommandForm
      title="Add a budget line"
      submit="Add the line"
      name={`budget line ${year}`}
      document={KeepBudgetLineForm_save}
      revision={revision}
      problemsIn={(form) => [
        ...missingIn(form, { name: 'Give the line a name.', budget: 'Write the budget of the year.' }),
        ...moneyProblems(form, ['budget']),
      ]}
      inputOf={(form): KeepBudgetLineInput => ({
        year: Number(textIn(form, 'year')),
        name: textIn(form, 'name'),
        isIncome: textIn(form, 'isIncome') === 'income',
        category: textOrNull(form, 'category') as KeepBudgetLineInput['category'],
        budget: moneyIn(form, 'budget') ?? NOTHING,
        scope: textIn(form, 'scope') as KeepBudgetLineInput['scope'],
      })}
    >
      <ChoiceField
        name="year"
        label="Year"
        initial={String(year)}
        choices={[year - 1, year, year + 1].map((of) => [String(of), yearLabel(of)] as const)}
      />
      <TextField name="name" label="Name" />
      <ChoiceField
        name="isIncome"
        label="Spend or income"
        choices={[
          ['spend', 'Spend'],
          ['income', 'Income'],
        ]}
      />
      <ChoiceField
        name="category"
        label="Placement category"
        hint="Where the line pays for places of one category, its budget falls by month as the model expects."
        choices={[['', 'None'], ...Object.entries(placementWords)]}
      />
      <MoneyField name="budget" label="Budget of the year" />
      <ChoiceField name="scope" label="Part of" initial="HIGH_NEEDS_BLOCK" choices={Object.entries(scopes)} />
    </CommandForm>
  )
}

const DropBudgetLineForm_save = graphql(`
  mutation DropBudgetLineForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: DropBudgetLineInput!
  ) {
    dropBudgetLine(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function DropBudgetLineForm({ inYear: { year, lines }, revision }: FormProps) {
  return (
    <CommandForm
      title="Drop a budget line"
      submit="Drop the line"
      name={`drop budget line ${year}`}
      document={DropBudgetLineForm_save}
      revision={revision}
      problemsIn={(form) => missingIn(form, { lineId: 'Choose a line.' })}
      inputOf={(form) => ({ lineId: textIn(form, 'lineId') })}
    >
      <ChoiceField
        name="lineId"
        label="Line"
        choices={[['', 'Choose'], ...lines.map(({ line }) => [line.id, line.name] as const)]}
      />
    </CommandForm>
  )
}
