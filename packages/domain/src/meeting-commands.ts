import { addAction, type NewAction } from './action-commands.ts'
import { applyTo } from './change.ts'
import { type Command, edit, entrySourceId, type Outcome, refused } from './command.ts'
import { type Given, given } from './editing.ts'
import { isBlank } from './field.ts'
import { attendanceOf, meetingName, type Present } from './meeting.ts'
import type { Attendance, Meeting } from './model.ts'
import { wholePlan } from './permission.ts'
import { findRow, type Plan, rowsOf } from './plan.ts'

type MeetingFields = Pick<
  Meeting,
  'title' | 'startsAt' | 'place' | 'agenda' | 'notes' | 'visibility' | 'visibilityReason'
>

interface OfMeeting {
  readonly meetingId: string
}

/** Goes on with a meeting that is there and was not cancelled. */
function withMeeting(plan: Plan, meetingId: string, goOn: (meeting: Meeting) => Outcome): Outcome {
  const meeting = findRow(plan, 'meeting', meetingId)
  if (!meeting) return refused('meeting', meetingId, 'id', 'There is no such meeting in this plan.')
  return meeting.cancelledOn === null
    ? goOn(meeting)
    : refused('meeting', meetingId, 'cancelledOn', 'This meeting was cancelled.')
}

/** The fields that were sent. A visibility cannot be cleared: left out, it stays as it is. */
function sentFields(sent: Given<MeetingFields>): Partial<Meeting> {
  const { visibility, ...rest } = given(sent)
  return { ...(rest as Partial<Meeting>), ...(visibility ? { visibility } : {}) }
}

const TOO_EARLY = 'Write this once the meeting has been.'

/** Writes down a meeting that is to come, or one that has been. */
export const planMeeting: Command<Pick<Meeting, 'body' | 'day'> & Given<MeetingFields>> = {
  operation: 'EDIT_MEETING',
  subjects: wholePlan,
  run: (plan, { body, day, ...sent }, { today, newId }) => {
    if (day > today && !isBlank(sent.notes ?? '')) return refused('meeting', newId, 'notes', TOO_EARLY)
    const row = { ...sentFields(sent), body, day, sourceId: entrySourceId(plan) }
    return edit(plan, { meeting: { [newId]: row } })
  },
  why: (_, { body, title, day }) => `Wrote down the ${meetingName({ body, title: title ?? null, day })}`,
}

/** Changes what is written of a meeting. One at which somebody was counted cannot be put off to a day to come. */
export const editMeeting: Command<OfMeeting & Given<Pick<Meeting, 'body' | 'day'> & MeetingFields>> = {
  operation: 'EDIT_MEETING',
  subjects: wholePlan,
  run: (plan, { meetingId, body, day, ...sent }, { today }) =>
    withMeeting(plan, meetingId, (meeting) => {
      const on = day ?? meeting.day
      const no = (field: string, message: string) => refused('meeting', meetingId, field, message)
      const isHeld =
        attendanceOf(plan, meetingId).length > 0 ||
        rowsOf(plan, 'actionArising').some((of) => of.meetingId === meetingId)
      if (on > today && isHeld) return no('day', 'This meeting has been: it cannot move to a day to come.')
      const notes = sent.notes === undefined ? meeting.notes : sent.notes
      if (on > today && !isBlank(notes ?? '')) return no('notes', TOO_EARLY)
      return edit(plan, {
        meeting: { [meetingId]: { ...sentFields(sent), body: body ?? meeting.body, day: on } },
      })
    }),
  why: (plan, { meetingId }) => `Edited the ${nameOf(plan, meetingId)}`,
}

/** Cancels a meeting with a reason. It stays on record. */
export const cancelMeeting: Command<OfMeeting & { readonly reason: string }> = {
  operation: 'EDIT_MEETING',
  subjects: wholePlan,
  run: (plan, { meetingId, reason }, { today }) =>
    withMeeting(plan, meetingId, ({ day }) =>
      day < today
        ? refused('meeting', meetingId, 'cancelReason', 'A meeting that has been cannot be cancelled.')
        : edit(plan, { meeting: { [meetingId]: { cancelledOn: today, cancelReason: reason } } }),
    ),
  why: (_, { reason }) => reason,
}

/** Writes down who was at a meeting, by role and never by name: all of it at once, in place of what was written before. */
export const recordAttendance: Command<OfMeeting & { readonly lines: readonly Present[] }> = {
  operation: 'EDIT_MEETING',
  subjects: wholePlan,
  run: (plan, { meetingId, lines }, { today, newId }) =>
    withMeeting(plan, meetingId, ({ day }) => {
      const no = (message: string) => refused('attendance', newId, 'lines', message)
      if (day > today) return no(TOO_EARLY)
      if (lines.some(({ present }) => present < 0 || present > 9999))
        return no('Write how many were there: a whole number, none or more.')
      const names = lines.map(({ who }) => keyOf(who))
      if (new Set(names).size < names.length) return no('A role is there twice: write it once.')
      const known = attendanceOf(plan, meetingId)
      const gone = known.filter(({ who }) => !names.includes(keyOf(who)))
      const kept = lines.map(({ who, present }, at): [string, Partial<Attendance>] => [
        known.find((of) => keyOf(of.who) === keyOf(who))?.id ?? (at === 0 ? newId : `${newId}-${at + 1}`),
        { meetingId, who, present, position: at + 1 },
      ])
      const dropped = gone.map(({ id }): [string, Partial<Attendance>] => [id, { droppedOn: today }])
      return edit(plan, { attendance: Object.fromEntries([...kept, ...dropped]) })
    }),
  why: (plan, { meetingId }) => `Wrote down who was at the ${nameOf(plan, meetingId)}`,
}

const keyOf = (who: string) => who.trim().toLowerCase()

/**
 * Begins an action that arose from a meeting, by the rule by which any action is begun, and by whoever may begin one in
 * the strand. The action is of the plan like any other; that it arose there is known to whoever may know both.
 */
export const raiseAction: Command<OfMeeting & NewAction> = {
  operation: 'ADD_ACTION',
  subjects: (plan, { meetingId, ...action }) =>
    findRow(plan, 'meeting', meetingId) ? addAction.subjects(plan, action) : [],
  run: (plan, { meetingId, ...action }, asked) =>
    withMeeting(plan, meetingId, ({ day }) => {
      if (day > asked.today) return refused('action', asked.newId, 'meetingId', TOO_EARLY)
      const begun = addAction.run(plan, action, asked)
      if (!begun.ok) return begun
      const withIt = { ...plan, tables: applyTo(plan.tables, begun.changes) }
      const link = { meetingId, actionId: asked.newId }
      const linked = edit(withIt, { actionArising: { [`${asked.newId}-2`]: link } })
      return linked.ok ? { ok: true, changes: [...begun.changes, ...linked.changes] } : linked
    }),
  why: (plan, { meetingId, name }) =>
    `Added the action “${name}”, arising from the ${nameOf(plan, meetingId)}`,
}

function nameOf(plan: Plan, meetingId: string): string {
  const meeting = findRow(plan, 'meeting', meetingId)
  return meeting ? meetingName(meeting) : 'meeting'
}
