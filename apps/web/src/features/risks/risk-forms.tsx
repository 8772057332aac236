import { graphql } from '../../generated/gql.ts'
import type { RaiseRiskInput } from '../../generated/graphql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { WordsField } from '../../ui/form-fields.tsx'
import { missingIn, textIn, textOrNull, wholeNumberIn } from '../../ui/form-values.ts'
import { HAPPENED, ImpactField, LikelihoodField, RiskFields, seenBy } from './risk-fields.tsx'
import type { ClosedRiskShown, RiskShown, RisksPlan } from './risks-page.tsx'

const RaiseRiskForm_save = graphql(`
  mutation RaiseRiskForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: RaiseRiskInput!
  ) {
    raiseRisk(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const EditRiskForm_save = graphql(`
  mutation EditRiskForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: EditRiskInput!
  ) {
    editRisk(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const RescoreRiskForm_save = graphql(`
  mutation RescoreRiskForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: RescoreRiskInput!
  ) {
    rescoreRisk(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const CloseRiskForm_save = graphql(`
  mutation CloseRiskForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: CloseRiskInput!
  ) {
    closeRisk(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const ReopenRiskForm_save = graphql(`
  mutation ReopenRiskForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: ReopenRiskInput!
  ) {
    reopenRisk(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const needed = {
  name: 'Say in a few words what may happen, or has.',
  likelihood: 'Say how likely it is, or that it has happened.',
  impact: 'Say what it would do.',
}

/** What a risk says, as the whole form has it. */
function saidIn(form: FormData): RaiseRiskInput {
  const hasHappened = textIn(form, 'likelihood') === HAPPENED
  return {
    kind: hasHappened ? 'ISSUE' : 'RISK',
    name: textIn(form, 'name'),
    cause: textOrNull(form, 'cause'),
    effect: textOrNull(form, 'effect'),
    likelihood: hasHappened ? null : wholeNumberIn(form, 'likelihood'),
    impact: wholeNumberIn(form, 'impact') ?? 0,
    response: textOrNull(form, 'response'),
    ownerId: textOrNull(form, 'ownerId'),
    strandId: textOrNull(form, 'strandId'),
    savingId: textOrNull(form, 'savingId'),
    ...seenBy(form),
  }
}

interface RaiseRiskFormProps {
  readonly plan: RisksPlan
  /** The strand that the page is about, if one. */
  readonly strandId: string | null
}

export function RaiseRiskForm({ plan, strandId }: RaiseRiskFormProps) {
  return (
    <CommandForm
      title="Raise a risk or an issue"
      submit="Raise it"
      name="risk"
      document={RaiseRiskForm_save}
      revision={plan.revision}
      problemsIn={(form) => missingIn(form, needed)}
      inputOf={saidIn}
    >
      <RiskFields plan={plan} risk={null} strandId={strandId} />
    </CommandForm>
  )
}

interface RiskFormProps<Risk> {
  readonly risk: Risk
  readonly plan: RisksPlan
}

export function EditRiskForm({ risk, plan }: RiskFormProps<RiskShown>) {
  return (
    <CommandForm
      title="Edit it"
      submit="Save it"
      name={`edit risk ${risk.id}`}
      document={EditRiskForm_save}
      revision={plan.revision}
      problemsIn={(form) => missingIn(form, needed)}
      inputOf={(form) => ({ riskId: risk.id, ...saidIn(form) })}
    >
      <RiskFields plan={plan} risk={risk} strandId={risk.strand?.id ?? null} />
    </CommandForm>
  )
}

export function RescoreRiskForm({ risk, plan }: RiskFormProps<RiskShown>) {
  const isRisk = risk.kind === 'RISK'
  return (
    <CommandForm
      title="Score it again"
      submit="Save the score"
      name={`score ${risk.id}`}
      document={RescoreRiskForm_save}
      revision={plan.revision}
      inputOf={(form) => ({
        riskId: risk.id,
        ...(isRisk ? { likelihood: wholeNumberIn(form, 'likelihood') } : {}),
        impact: wholeNumberIn(form, 'impact'),
        response: textOrNull(form, 'response'),
      })}
    >
      {isRisk && <LikelihoodField plan={plan} initial={risk.likelihood} />}
      <ImpactField plan={plan} initial={risk.impact} />
      <WordsField name="response" label="What is done about it" initial={risk.response} />
    </CommandForm>
  )
}

export function CloseRiskForm({ risk, plan }: RiskFormProps<RiskShown>) {
  return (
    <CommandForm
      title="Close it"
      submit="Close it for good"
      name={`close risk ${risk.id}`}
      document={CloseRiskForm_save}
      revision={plan.revision}
      problemsIn={(form) => missingIn(form, { closeReason: 'Say why it is closed.' })}
      inputOf={(form) => ({ riskId: risk.id, reason: textIn(form, 'closeReason') })}
    >
      <WordsField name="closeReason" label="Why" hint="It stays on record with this reason." />
    </CommandForm>
  )
}

export function ReopenRiskForm({ risk, plan }: RiskFormProps<ClosedRiskShown>) {
  return (
    <CommandForm
      title="Open it again"
      submit="Open the risk"
      name={`reopen risk ${risk.id}`}
      document={ReopenRiskForm_save}
      revision={plan.revision}
      problemsIn={(form) => missingIn(form, { reason: 'Say why it is opened again.' })}
      inputOf={(form) => ({ riskId: risk.id, reason: textIn(form, 'reason') })}
    >
      <WordsField name="reason" label="Why" />
    </CommandForm>
  )
}
