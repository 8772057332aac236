import { type Day, dayInWords } from './day.ts'
import { isBlank } from './field.ts'
import type { Attendance, Meeting } from './model.ts'
import { findRow, type Plan, rowsOf } from './plan.ts'
import { inSentence, meetingBodies } from './vocabulary.ts'

/** What a meeting is called: its own title, or the body that meets. */
export function meetingTitle({ title, body }: Pick<Meeting, 'title' | 'body'>): string {
  return title ?? meetingBodies[body]
}

/** A meeting in a sentence: meeting of the head-teacher reference group on 4 March 2020. */
export function meetingName(meeting: Pick<Meeting, 'title' | 'body' | 'day'>): string {
  const of = meeting.title ? `“${meeting.title}”` : `of the ${inSentence(meetingBodies[meeting.body])}`
  return `meeting ${of} on ${dayInWords(meeting.day)}`
}

/** Meetings that are to come, the next first; and those that have been or were cancelled, the latest first. */
export function meetingsOf(plan: Plan, today: Day): { coming: Meeting[]; past: Meeting[] } {
  const all = rowsOf(plan, 'meeting').sort((a, b) => a.day.localeCompare(b.day))
  const isComing = ({ day, cancelledOn }: Meeting) => day >= today && cancelledOn === null
  return { coming: all.filter(isComing), past: all.filter((of) => !isComing(of)).reverse() }
}

/** The last meeting of the head-teacher reference group before a day that was held and that this plan shows. */
export function lastReferenceGroup(plan: Plan, today: Day): Meeting | null {
  const held = ({ body, day, cancelledOn }: Meeting) =>
    body === 'REFERENCE_GROUP' && cancelledOn === null && day < today && day >= plan.beganOn
  return meetingsOf(plan, today).past.find(held) ?? null
}

/** The items of an agenda, one from each line. */
export function agendaItems({ agenda }: Pick<Meeting, 'agenda'>): string[] {
  return (agenda ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Who was at a meeting, by role, in the order in which it was written. */
export function attendanceOf(plan: Plan, meetingId: string): Attendance[] {
  return rowsOf(plan, 'attendance').filter((of) => of.meetingId === meetingId && of.droppedOn === null)
}

/** The actions that arose from a meeting, as far as this plan shows them. */
export function actionsArisingFrom(plan: Plan, meetingId: string) {
  return rowsOf(plan, 'actionArising')
    .filter((of) => of.meetingId === meetingId)
    .flatMap(({ actionId }) => findRow(plan, 'action', actionId) ?? [])
}

/** A role or a body, and how many of it were there. */
export interface Present {
  readonly who: string
  readonly present: number
}

export type AttendanceRead =
  | { readonly ok: true; readonly lines: readonly Present[] }
  | { readonly ok: false; readonly message: string }

/** Reads attendance as people write it, one role on each line: "Primary head teachers: 6". */
export function readAttendance(text: string): AttendanceRead {
  const written = agendaItems({ agenda: text })
  const lines = written.map((line) => /^(.*\S)\s*:\s*(\d{1,4})$/.exec(line))
  const wrong = written[lines.indexOf(null)]
  if (wrong !== undefined)
    return { ok: false, message: `Write a role, a colon and a number, not “${wrong}”.` }
  return { ok: true, lines: lines.map((line) => ({ who: line?.[1] ?? '', present: Number(line?.[2]) })) }
}

/** Attendance as it is written: what readAttendance reads. */
export function attendanceInLines(lines: readonly Present[]): string {
  return lines.map(({ who, present }) => `${who}: ${present}`).join('\n')
}

/** What is wrong with a meeting as it stands: another body is named, and a cancelled meeting says why. */
export function problemsWithMeeting(meeting: Meeting): { field: string; message: string }[] {
  const { body, title, cancelledOn, cancelReason } = meeting
  if (body === 'OTHER' && isBlank(title ?? ''))
    return [{ field: 'title', message: 'Say who meets, for it is none of the bodies of the list.' }]
  return cancelledOn !== null && isBlank(cancelReason ?? '')
    ? [{ field: 'cancelReason', message: 'Say why it is cancelled.' }]
    : []
}
