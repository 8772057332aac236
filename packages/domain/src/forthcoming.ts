import { type Day, dayInWords, daysBetween } from './day.ts'
import { meetingTitle } from './meeting.ts'
import type { Consultation, Milestone } from './model.ts'
import { detailsOf, findRow, type Plan, requireRow, rowsOf } from './plan.ts'
import { isOverdue, ratingOf } from './rag.ts'
import { eventKinds } from './vocabulary.ts'

/** Something that is to happen: an event, a milestone, a meeting, the end of an action or the date the plan is due. */
export interface Forthcoming {
  readonly id: string
  readonly kind:
    | 'EVENT'
    | 'MILESTONE'
    | 'ACTION'
    | 'PLAN'
    | 'MEETING'
    | 'CONSULTATION_OPENS'
    | 'CONSULTATION_CLOSES'
  readonly title: string
  /** What kind of thing it is. */
  readonly detail: string
  /** Who decides, where that is not the council. */
  readonly decidedBy: string | null
  readonly day: Day | null
  /** The date in words, as the source wrote it where it wrote no exact day. */
  readonly when: string
  readonly strandId: string | null
  readonly actionId: string | null
  readonly sourceId: string
}

/** All that is still to come, by date, and what has no date last. */
export function forthcomingOf(plan: Plan, today: Day): Forthcoming[] {
  const items = [...openItems(plan), ...meetingsToCome(plan, today)]
  return inOrder(items.filter((item) => item.day === null || item.day >= today))
}

/** All that should have happened before today and has not been marked done, the longest overdue first. */
export function overdueOf(plan: Plan, today: Day): Forthcoming[] {
  return inOrder(openItems(plan).filter((item) => item.day !== null && item.day < today))
}

function openItems(plan: Plan): Forthcoming[] {
  return [
    ...openEvents(plan),
    ...openMilestones(plan),
    ...openActions(plan),
    ...openConsultations(plan),
    ...planDue(plan),
  ]
}

function inOrder(items: Forthcoming[]): Forthcoming[] {
  return items.sort((a, b) => ((a.day ?? '9999') < (b.day ?? '9999') ? -1 : a.day === b.day ? 0 : 1))
}

function openEvents(plan: Plan): Forthcoming[] {
  return rowsOf(plan, 'event')
    .filter((event) => event.outcome === null)
    .map((event) => ({
      id: event.id,
      kind: 'EVENT',
      title: event.title,
      detail: [eventKinds[event.kind], event.body].filter(Boolean).join(', '),
      decidedBy: null,
      day: event.day,
      when: event.dayWords ?? (event.day ? dayInWords(event.day) : 'No date given'),
      strandId: event.strandId,
      actionId: null,
      sourceId: event.sourceId,
    }))
}

function openMilestones(plan: Plan): Forthcoming[] {
  return rowsOf(plan, 'milestone')
    .filter(
      (milestone) =>
        isOpenMilestone(milestone) && ratingOf(requireRow(plan, 'action', milestone.actionId)) !== 'STOPPED',
    )
    .map((milestone) => ({
      id: milestone.id,
      kind: 'MILESTONE',
      title: milestone.name,
      detail: 'Milestone',
      decidedBy: milestone.outsideDecisionMaker,
      day: milestone.currentDate,
      when: milestone.currentDate ? dayInWords(milestone.currentDate) : 'No date given',
      strandId: findRow(plan, 'action', milestone.actionId)?.strandId ?? null,
      actionId: milestone.actionId,
      sourceId: milestone.sourceId,
    }))
}

function openActions(plan: Plan): Forthcoming[] {
  return rowsOf(plan, 'action')
    .filter((action) => action.dueOn !== null && isOverdue(action, '9999-12-31'))
    .map((action) => ({
      id: action.id,
      kind: 'ACTION',
      title: action.name,
      detail: 'Action due to be complete',
      decidedBy: null,
      day: action.dueOn,
      when: action.dueOn ? dayInWords(action.dueOn) : 'No date given',
      strandId: action.strandId,
      actionId: action.id,
      sourceId: action.datesSourceId ?? action.sourceId,
    }))
}

/** A meeting whose day has passed has been held: it is never overdue. */
function meetingsToCome(plan: Plan, today: Day): Forthcoming[] {
  return rowsOf(plan, 'meeting')
    .filter(({ cancelledOn, day }) => cancelledOn === null && day >= today)
    .map((meeting) => ({
      id: meeting.id,
      kind: 'MEETING',
      title: meetingTitle(meeting),
      detail: ['Meeting', meeting.startsAt, meeting.place].filter(Boolean).join(', '),
      decidedBy: null,
      day: meeting.day,
      when: dayInWords(meeting.day),
      strandId: null,
      actionId: null,
      sourceId: meeting.sourceId,
    }))
}

function openConsultations(plan: Plan): Forthcoming[] {
  return rowsOf(plan, 'consultation')
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .flatMap((of) => [
      ...(of.stage === 'PLANNED' ? [consultationDay(of, 'CONSULTATION_OPENS')] : []),
      ...(of.closesOn && (of.stage === 'PLANNED' || of.stage === 'OPEN')
        ? [consultationDay(of, 'CONSULTATION_CLOSES')]
        : []),
    ])
}

function consultationDay(
  { id, title, opensOn, opensWords, closesOn, takePart, strandId, sourceId }: Consultation,
  kind: 'CONSULTATION_OPENS' | 'CONSULTATION_CLOSES',
): Forthcoming {
  const opens = kind === 'CONSULTATION_OPENS'
  const day = opens ? opensOn : closesOn
  return {
    id,
    kind,
    title: `Consultation ${opens ? 'opens' : 'closes'}: ${title}`,
    detail: ['Consultation', takePart].filter(Boolean).join(', '),
    decidedBy: null,
    day,
    when: (opens ? opensWords : null) ?? (day ? dayInWords(day) : 'No date given'),
    strandId,
    actionId: null,
    sourceId,
  }
}

function planDue(plan: Plan): Forthcoming[] {
  const details = detailsOf(plan)
  if (!details.dueToDfeOn) return []
  return [
    {
      id: plan.id,
      kind: 'PLAN',
      title: `${details.title} due to the Department for Education`,
      detail: 'Deadline',
      decidedBy: null,
      day: details.dueToDfeOn,
      when: dayInWords(details.dueToDfeOn),
      strandId: null,
      actionId: null,
      sourceId: details.sourceId,
    },
  ]
}

/** True for a milestone that is still to be met. */
export function isOpenMilestone({ isDone, droppedOn }: Milestone): boolean {
  return !isDone && droppedOn === null
}

/** True for a milestone whose date has passed without its being met. */
export function isMilestoneOverdue(milestone: Milestone, today: Day): boolean {
  const { currentDate } = milestone
  return isOpenMilestone(milestone) && currentDate !== null && currentDate < today
}

/** How far a milestone has slipped: "Moved twice, 31 days later than first planned.", or null when it never moved. */
export function slipInWords(milestone: Milestone): string | null {
  const { firstDate, currentDate, timesMoved } = milestone
  if (!firstDate || !currentDate || timesMoved === 0) return null
  const times = timesMoved === 1 ? 'once' : timesMoved === 2 ? 'twice' : `${timesMoved} times`
  const days = daysBetween(firstDate, currentDate)
  if (days === 0) return `Moved ${times}, now back at its first date.`
  const size = `${Math.abs(days)} day${Math.abs(days) === 1 ? '' : 's'}`
  return `Moved ${times}, ${size} ${days > 0 ? 'later' : 'earlier'} than first planned.`
}
