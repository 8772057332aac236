import { impactInWords, likelihoodInWords } from '@strandline/domain/risk'
import { riskKinds, visibilities } from '@strandline/domain/vocabulary'
import { DayText } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { SavingLink, StrandLink } from '../../ui/plan-link.tsx'
import { SourceLink } from '../../ui/provenance.tsx'
import { Rating } from '../../ui/rating.tsx'
import { CloseRiskForm, EditRiskForm, ReopenRiskForm, RescoreRiskForm } from './risk-forms.tsx'
import { type ClosedRiskShown, type RiskShown, type RisksPlan, scaleOf } from './risks-page.tsx'

export function OpenRisk({ risk, plan }: { readonly risk: RiskShown; readonly plan: RisksPlan }) {
  const { id, name, strand, saving } = risk
  return (
    <article id={`risk-${id}`} aria-label={name}>
      <h3>{name}</h3>
      <Facts>
        <Fact name={riskKinds[risk.kind]}>
          {risk.rating && <Rating rating={risk.rating} />}, {scoreInWords(risk, plan)}
        </Fact>
        <Fact name="Cause">{risk.cause}</Fact>
        <Fact name="Effect">{risk.effect}</Fact>
        <Fact name="What is done about it">{risk.response}</Fact>
        <Fact name="Owner">{risk.owner?.name}</Fact>
        <Fact name="Belongs to">
          {strand ? (
            <StrandLink id={strand.id}>
              {strand.title}, {strand.name}
            </StrandLink>
          ) : (
            'The whole plan'
          )}
        </Fact>
        <Fact name="Saving">{saving && <SavingLink id={saving.id}>{saving.name}</SavingLink>}</Fact>
        <Fact name="Who may see it">
          {[visibilities[risk.visibility], risk.visibilityReason].filter(Boolean).join('. ')}
        </Fact>
        <Fact name="Raised">
          <DayText day={risk.raisedOn} />
        </Fact>
        <Fact name="Source">
          <SourceLink source={risk.source} />
        </Fact>
      </Facts>
      {plan.isCurrent && risk.viewerCanRescore && <RescoreRiskForm risk={risk} plan={plan} />}
      {plan.isCurrent && risk.viewerCanEdit && <EditRiskForm risk={risk} plan={plan} />}
      {plan.isCurrent && risk.viewerCanEdit && <CloseRiskForm risk={risk} plan={plan} />}
    </article>
  )
}

function scoreInWords({ likelihood, impact, score }: RiskShown, plan: RisksPlan): string {
  const scale = scaleOf(plan)
  const how = `${likelihoodInWords(likelihood ?? null, scale)}, impact ${impactInWords(impact, scale)}`
  return `score ${score} of ${scale * scale}. ${how}.`
}

export function ClosedRisk({ risk, plan }: { readonly risk: ClosedRiskShown; readonly plan: RisksPlan }) {
  const { id, name, kind, raisedOn, closedOn, closeReason, source } = risk
  return (
    <article id={`risk-${id}`} aria-label={name}>
      <h3>{name}</h3>
      <p>
        {riskKinds[kind]} raised on <DayText day={raisedOn} />
        {closedOn && (
          <>
            , closed on <DayText day={closedOn} />
          </>
        )}
        . {closeReason} <SourceLink source={source} />
      </p>
      {plan.isCurrent && risk.viewerCanEdit && <ReopenRiskForm risk={risk} plan={plan} />}
    </article>
  )
}
