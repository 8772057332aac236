import { stages, visibilities } from '@strandline/domain/vocabulary'
import { Link } from 'react-router'
import { ActionRatings } from '../../ui/action-ratings.tsx'
import { DayText } from '../../ui/day.tsx'
import { ActionLink, PlanLink, planPath, StrandLink } from '../../ui/plan-link.tsx'
import { usePlanPlace } from '../../ui/plan-place.ts'
import { SourceLink } from '../../ui/provenance.tsx'
import { AttendanceForm, CancelMeetingForm, EditMeetingForm, RaiseActionForm } from './meeting-forms.tsx'
import styles from './meetings.module.css'
import type { MeetingShown, PlanShown } from './meetings-page.tsx'

interface MeetingProps {
  readonly meeting: MeetingShown
  readonly plan: PlanShown
}

export function MeetingArticle({ meeting, plan }: MeetingProps) {
  const { id, title, day, startsAt, place, visibility, cancelledOn, cancelReason, agenda, notes } = meeting
  return (
    <article aria-labelledby={`meeting-${id}`} className={styles.item} id={id}>
      <h3 id={`meeting-${id}`}>
        {title}, <DayText day={day} />
      </h3>
      <p className="quiet">
        {[startsAt, place].filter(Boolean).join(', ')}
        {(startsAt || place) && '. '}
        {visibility !== 'PUBLIC' && `${visibilities[visibility]}. `}
        <SourceLink source={meeting.source} />
      </p>
      {cancelledOn && (
        <p>
          <strong>Cancelled</strong> on <DayText day={cancelledOn} />: {cancelReason}
        </p>
      )}
      {agenda.length > 0 && (
        <>
          <h4>Agenda</h4>
          <ol>
            {agenda.map((item, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an agenda may name the same thing twice
              <li key={at}>{item}</li>
            ))}
          </ol>
        </>
      )}
      <PaperLink meeting={meeting} />
      <PlanThen meeting={meeting} plan={plan} />
      <Attendance meeting={meeting} />
      {notes && (
        <>
          <h4>Notes</h4>
          <p className={styles.notes}>{notes}</p>
        </>
      )}
      <Arising meeting={meeting} />
      <MeetingForms meeting={meeting} plan={plan} />
    </article>
  )
}

/** Its paper, where there is one. */
function PaperLink({ meeting: { packNumber, title } }: Pick<MeetingProps, 'meeting'>) {
  if (packNumber === null) return null
  return (
    <p>
      <PlanLink to={`packs/${packNumber}`}>
        The paper for it: pack {packNumber}
        <span className="visually-hidden">, {title}</span>
      </PlanLink>
    </p>
  )
}

/** The plan as it stood on the day: any page of it can be read so. */
function PlanThen({ meeting: { day, hasBeen }, plan: { beganOn } }: MeetingProps) {
  const { planId } = usePlanPlace()
  if (!hasBeen || day < beganOn) return null
  return (
    <p>
      <Link to={planPath(planId, '', day)}>
        The plan as at that day<span className="visually-hidden">, </span>
        <span className="visually-hidden">
          <DayText day={day} />
        </span>
      </Link>
    </p>
  )
}

function Attendance({ meeting: { attendance } }: Pick<MeetingProps, 'meeting'>) {
  if (attendance.length === 0) return null
  return (
    <>
      <h4>Who was there</h4>
      <ul>
        {attendance.map(({ id, who, present }) => (
          <li key={id}>
            {who}: {present}
          </li>
        ))}
      </ul>
    </>
  )
}

function Arising({ meeting: { actionsArising } }: Pick<MeetingProps, 'meeting'>) {
  if (actionsArising.length === 0) return null
  return (
    <>
      <h4>Actions arising</h4>
      <ul>
        {actionsArising.map((action) => (
          <li key={action.id}>
            <ActionLink id={action.id}>{action.name}</ActionLink>, in{' '}
            <StrandLink id={action.strand.id}>{action.strand.title}</StrandLink>. {stages[action.stage]}.
            <ActionRatings action={action} />
          </li>
        ))}
      </ul>
    </>
  )
}

function MeetingForms({ meeting, plan: { isCurrent, revision, today } }: MeetingProps) {
  const { cancelledOn, hasBeen, viewerCanEdit, viewerCanRaise, day } = meeting
  if (!isCurrent || cancelledOn) return null
  return (
    <>
      {viewerCanEdit && <EditMeetingForm meeting={meeting} revision={revision} />}
      {viewerCanEdit && hasBeen && <AttendanceForm meeting={meeting} revision={revision} />}
      {hasBeen && viewerCanRaise.length > 0 && <RaiseActionForm meeting={meeting} revision={revision} />}
      {viewerCanEdit && day >= today && <CancelMeetingForm meeting={meeting} revision={revision} />}
    </>
  )
}
