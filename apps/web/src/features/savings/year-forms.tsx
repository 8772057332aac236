import { type FinancialYear, yearLabel } from '@strandline/domain/financial-year'
import { inPounds, type Pence } from '@strandline/domain/money'
import { graphql } from '../../generated/gql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, MoneyField, WordsField } from '../../ui/form-fields.tsx'
import { missingIn, moneyIn, moneyProblems, textIn } from '../../ui/form-values.ts'
import type { SavingFormProps } from './saving-page.tsx'

const ReportForm_save = graphql(`
  mutation ReportForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ReportDeliveredInput!
  ) {
    reportDelivered(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** What a saving has saved so far is reported, for each year that has begun and is not confirmed. */
export function ReportForms({ saving: { id, years }, revision }: SavingFormProps) {
  return years
    .filter(({ viewerCanReport }) => viewerCanReport)
    .map(({ year, delivered }) => (
      <CommandForm
        key={year}
        title={`Report what is delivered in ${yearLabel(year)}`}
        submit="Report it to finance"
        name={`report ${id} ${year}`}
        document={ReportForm_save}
        revision={revision}
        problemsIn={(form) => [
          ...missingIn(form, { delivered: 'Write what has been saved so far; 0 where nothing has.' }),
          ...moneyProblems(form, ['delivered']),
        ]}
        inputOf={(form) => ({ savingId: id, year, delivered: moneyIn(form, 'delivered') ?? (0 as Pence) })}
      >
        <MoneyField name="delivered" label={`Saved in ${yearLabel(year)} so far`} initial={delivered} />
      </CommandForm>
    ))
}

const ConfirmForm_save = graphql(`
  mutation ConfirmForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ConfirmDeliveredInput!
  ) {
    confirmDelivered(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

interface Confirmable {
  readonly id: string
  readonly name: string
  readonly years: readonly {
    readonly year: FinancialYear
    readonly delivered: Pence | null
    readonly confirmed: Pence | null
    readonly returnReason: string | null
    readonly viewerCanConfirm: boolean
  }[]
}

interface ConfirmFormsProps {
  readonly saving: Confirmable
  readonly revision: number
}

/** What was reported, year by year, with what finance said or can say to it. */
export function ConfirmForms({ saving: { id, name, years }, revision }: ConfirmFormsProps) {
  return years.map(({ year, delivered, confirmed, returnReason, viewerCanConfirm }) => {
    if (delivered === null) return null
    const what = `${inPounds(delivered)} of ${yearLabel(year)}`
    const input = { savingId: id, year, delivered }
    return (
      <div key={year}>
        {returnReason && (
          <p>
            Finance returned {what}: {returnReason}
          </p>
        )}
        {viewerCanConfirm && confirmed === null && (
          <>
            {!returnReason && <p>{what} is reported, and not confirmed.</p>}
            <CommandForm
              title={`Confirm ${what}, ${name}`}
              submit="Confirm the amount"
              name={`confirm ${id} ${year}`}
              document={ConfirmForm_save}
              revision={revision}
              inputOf={() => ({ ...input, isConfirmed: true })}
            >
              <p>
                You confirm that <strong>{inPounds(delivered)}</strong> has been saved in {yearLabel(year)}.
              </p>
            </CommandForm>
          </>
        )}
        {viewerCanConfirm && (
          <CommandForm
            title={`Return ${what}, ${name}`}
            submit="Return the amount"
            name={`return ${id} ${year}`}
            document={ConfirmForm_save}
            revision={revision}
            problemsIn={(form) => missingIn(form, { reason: 'Say why this cannot be confirmed.' })}
            inputOf={(form) => ({ ...input, isConfirmed: false, reason: textIn(form, 'reason') })}
          >
            <WordsField name="reason" label="Why it cannot be confirmed" />
          </CommandForm>
        )}
      </div>
    )
  })
}

const ReviseForm_save = graphql(`
  mutation ReviseForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ReviseSavingForecastInput!
  ) {
    reviseSavingForecast(
      planId: $planId
      requestId: $requestId
      basedOn: $basedOn
      settled: $settled
      input: $input
    ) {
      ...CommandAnswer
    }
  }
`)

/** Finance sets what is expected in one year. */
export function ReviseForm({ saving: { id, years }, revision }: SavingFormProps) {
  const choices = years.map(({ year, forecast }) => {
    return [String(year), `${yearLabel(year)}, now ${inPounds(forecast)}`] as const
  })
  return (
    <CommandForm
      title="Change the forecast of a year"
      submit="Change the forecast"
      name={`forecast ${id}`}
      document={ReviseForm_save}
      revision={revision}
      problemsIn={(form) => [
        ...missingIn(form, {
          year: 'Choose the year.',
          forecast: 'Write what is now expected.',
          reason: 'Say why the forecast changes.',
        }),
        ...moneyProblems(form, ['forecast']),
      ]}
      inputOf={(form) => ({
        savingId: id,
        year: Number(textIn(form, 'year')),
        forecast: moneyIn(form, 'forecast') ?? (0 as Pence),
        reason: textIn(form, 'reason'),
      })}
    >
      <ChoiceField name="year" label="Financial year" choices={[['', 'Choose a year'], ...choices]} />
      <MoneyField name="forecast" label="Now expected in that year" />
      <WordsField name="reason" label="Why it changes" />
    </CommandForm>
  )
}
