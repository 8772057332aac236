import { impactInWords, likelihoodInWords } from '@strandline/domain/risk'
import { WORKING_PAPER } from '@strandline/domain/risk-commands'
import { type Visibility, visibilities } from '@strandline/domain/vocabulary'
import { ChoiceField, TextField, WordsField } from '../../ui/form-fields.tsx'
import { textIn, textOrNull } from '../../ui/form-values.ts'
import { type RiskShown, type RisksPlan, scaleOf } from './risks-page.tsx'

/** What is chosen in place of a likelihood for an issue. */
export const HAPPENED = 'HAPPENED'

const numbersOf = (plan: RisksPlan) => Array.from({ length: scaleOf(plan) }, (_, index) => index + 1)

interface ScoreFieldProps {
  readonly plan: RisksPlan
  readonly initial?: number | string | null | undefined
  /** Whether it can be an issue, which has happened. */
  readonly mayHaveHappened?: boolean
}

export function LikelihoodField({ plan, initial, mayHaveHappened = false }: ScoreFieldProps) {
  const numbers = numbersOf(plan).map(
    (number) => [String(number), likelihoodInWords(number, scaleOf(plan))] as const,
  )
  const empty = initial == null ? [['', 'Choose'] as const] : []
  const happened = mayHaveHappened ? [[HAPPENED, 'It has happened: an issue'] as const] : []
  return (
    <ChoiceField
      name="likelihood"
      label="Likelihood"
      initial={initial == null ? null : String(initial)}
      choices={[...empty, ...numbers, ...happened]}
    />
  )
}

export function ImpactField({ plan, initial }: ScoreFieldProps) {
  const numbers = numbersOf(plan).map(
    (number) => [String(number), impactInWords(number, scaleOf(plan))] as const,
  )
  return (
    <ChoiceField
      name="impact"
      label="Impact"
      initial={initial == null ? null : String(initial)}
      choices={[...(initial == null ? [['', 'Choose'] as const] : []), ...numbers]}
    />
  )
}

/** Who may see it, with the reason where that is not everybody. */
export function SeenByFields({
  of,
}: {
  readonly of: Pick<RiskShown, 'visibility' | 'visibilityReason'> | null
}) {
  return (
    <>
      <ChoiceField
        name="visibility"
        label="Who may see it"
        initial={of?.visibility ?? 'RESTRICTED'}
        hint="Restricted is for members and officers, exempt for the team and whoever leads the strand."
        choices={Object.entries(visibilities)}
      />
      <TextField
        name="visibilityReason"
        label="Why it is not public"
        hint="For example “Schedule 12A, paragraph 3”. What is public needs no reason."
        initial={of ? of.visibilityReason : WORKING_PAPER}
      />
    </>
  )
}

export function seenBy(form: FormData): { visibility: Visibility; visibilityReason: string | null } {
  const visibility = textIn(form, 'visibility') as Visibility
  return {
    visibility,
    visibilityReason: visibility === 'PUBLIC' ? null : textOrNull(form, 'visibilityReason'),
  }
}

export function OwnerField({
  plan,
  initial,
}: {
  readonly plan: RisksPlan
  readonly initial: string | null | undefined
}) {
  return (
    <ChoiceField
      name="ownerId"
      label="Owner"
      initial={initial}
      choices={[['', 'Nobody yet'], ...plan.people.map(({ id, name }) => [id, name] as const)]}
    />
  )
}

interface RiskFieldsProps {
  readonly plan: RisksPlan
  /** Null for a risk that is being raised. */
  readonly risk: RiskShown | null
  readonly strandId: string | null
}

export function RiskFields({ plan, risk, strandId }: RiskFieldsProps) {
  const likelihood = risk?.kind === 'ISSUE' ? HAPPENED : risk?.likelihood
  return (
    <>
      <TextField name="name" label="What may happen, or has" initial={risk?.name} />
      <WordsField name="cause" label="Cause" initial={risk?.cause} />
      <WordsField name="effect" label="Effect" initial={risk?.effect} />
      <LikelihoodField plan={plan} initial={likelihood} mayHaveHappened />
      <ImpactField plan={plan} initial={risk?.impact} />
      <WordsField name="response" label="What is done about it" initial={risk?.response} />
      <OwnerField plan={plan} initial={risk?.owner?.id} />
      <PlaceFields plan={plan} risk={risk} strandId={strandId} />
      <SeenByFields of={risk} />
    </>
  )
}

/** The strand and the saving, as far as the reader may raise risks of them. */
function PlaceFields({ plan, risk, strandId }: RiskFieldsProps) {
  const mine = plan.strands.filter(({ id, viewerCanRaiseRisk }) => viewerCanRaiseRisk || id === strandId)
  const isMine = new Set(mine.map(({ id }) => id))
  const savings = plan.savings.filter(({ strand }) => isMine.has(strand.id))
  const whole = plan.viewerCanRaiseRisk || (risk && !risk.strand) ? [['', 'The whole plan'] as const] : []
  return (
    <>
      <ChoiceField
        name="strandId"
        label="Belongs to"
        initial={strandId}
        choices={[...whole, ...mine.map(({ id, title, name }) => [id, `${title}, ${name}`] as const)]}
      />
      <ChoiceField
        name="savingId"
        label="Saving that it threatens"
        hint="A risk of a saving belongs to the strand of the saving."
        initial={risk?.saving?.id}
        choices={[['', 'None'], ...savings.map(({ id, name }) => [id, name] as const)]}
      />
    </>
  )
}
