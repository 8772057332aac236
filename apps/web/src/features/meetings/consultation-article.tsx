import { consultationStages, visibilities } from '@strandline/domain/vocabulary'
import { DayText } from '../../ui/day.tsx'
import { Fact, Facts } from '../../ui/facts.tsx'
import { StrandLink } from '../../ui/plan-link.tsx'
import { SourceLink } from '../../ui/provenance.tsx'
import {
  CloseConsultationForm,
  EditConsultationForm,
  OpenConsultationForm,
  ReportConsultationForm,
  WithdrawConsultationForm,
} from './consultation-forms.tsx'
import styles from './meetings.module.css'
import type { ConsultationShown, PlanShown } from './meetings-page.tsx'

interface ConsultationProps {
  readonly consultation: ConsultationShown
  readonly plan: PlanShown
}

export function ConsultationArticle({ consultation, plan }: ConsultationProps) {
  const { id, title, stage, visibility, strand, takePart, url, responses, outcome } = consultation
  return (
    <article aria-labelledby={`consultation-${id}`} className={styles.item} id={id}>
      <h3 id={`consultation-${id}`}>{title}</h3>
      <Facts>
        <Fact name="Stage">{consultationStages[stage]}</Fact>
        <Fact name={stage === 'PLANNED' ? 'To open' : 'Opened'}>
          {consultation.opensWords ?? (consultation.opensOn && <DayText day={consultation.opensOn} />)}
        </Fact>
        <Fact name={stage === 'CLOSED' || stage === 'REPORTED' ? 'Closed' : 'Closes'}>
          {consultation.closesOn && <DayText day={consultation.closesOn} />}
        </Fact>
        <Fact name="How to take part">
          {(takePart || url) && (
            <>
              {takePart} {url && <a href={url}>{url}</a>}
            </>
          )}
        </Fact>
        <Fact name="Responses">{responses === null ? null : String(responses)}</Fact>
        <Fact name="What came of it">{outcome}</Fact>
        <Fact name="About">
          {strand && (
            <StrandLink id={strand.id}>
              {strand.title}, {strand.name}
            </StrandLink>
          )}
        </Fact>
        <Fact name="Who may see it">{visibility !== 'PUBLIC' && visibilities[visibility]}</Fact>
        <Fact name="Source">
          <SourceLink source={consultation.source} />
        </Fact>
      </Facts>
      {plan.isCurrent && plan.viewerCanEditConsultations && <Forms consultation={consultation} plan={plan} />}
    </article>
  )
}

function Forms(props: ConsultationProps) {
  switch (props.consultation.stage) {
    case 'PLANNED':
      return (
        <>
          <EditConsultationForm {...props} />
          <OpenConsultationForm {...props} />
          <WithdrawConsultationForm {...props} />
        </>
      )
    case 'OPEN':
      return (
        <>
          <EditConsultationForm {...props} />
          <CloseConsultationForm {...props} />
        </>
      )
    case 'CLOSED':
      return <ReportConsultationForm {...props} />
    case 'REPORTED':
      return null
  }
}
