import {
  actionsArisingFrom,
  agendaItems,
  attendanceOf,
  meetingName,
  meetingsOf,
  meetingTitle,
} from '@strandline/domain/meeting'
import {
  cancelMeeting,
  editMeeting,
  planMeeting,
  raiseAction,
  recordAttendance,
} from '@strandline/domain/meeting-commands'
import { packFor } from '@strandline/domain/pack'
import { can } from '@strandline/domain/permission'
import { rowsOf, sourceOf } from '@strandline/domain/plan'
import { type Seen, seen } from '../view.ts'
import { builder } from './builder.ts'
import { commandField, type InputOf } from './command.ts'
import { MeetingBody, Visibility } from './enums.ts'
import { Action, Meeting, Plan, Source, Strand } from './refs.ts'

const Attendance = builder.objectRef<Seen<'attendance'>>('Attendance').implement({
  description: 'How many people of a role were at a meeting. Nobody is named.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    who: t.exposeString('who', { description: 'The role or the body.' }),
    present: t.exposeInt('present', { description: 'How many of it were there.' }),
  }),
})

Meeting.implement({
  description: 'A meeting about the plan, to come or past.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id.' }),
    body: t.expose('body', { type: MeetingBody, description: 'Who meets.' }),
    ownTitle: t.exposeString('title', {
      nullable: true,
      description: 'What it is called, where the body alone does not say.',
    }),
    title: t.string({ description: 'Its own title, or the body that meets.', resolve: meetingTitle }),
    name: t.string({ description: 'The meeting in a sentence, with its day.', resolve: meetingName }),
    day: t.expose('day', { type: 'Day', description: 'When.' }),
    startsAt: t.exposeString('startsAt', { nullable: true, description: 'The time, as it is written.' }),
    place: t.exposeString('place', { nullable: true, description: 'Where.' }),
    agenda: t.stringList({ description: 'The items of its agenda.', resolve: agendaItems }),
    packNumber: t.int({
      nullable: true,
      description: 'The number of its paper: written for it, or the newest signed off by its day.',
      resolve: (meeting) => packFor(meeting.view.plan, meeting)?.number ?? null,
    }),
    notes: t.exposeString('notes', { nullable: true, description: 'What was said.' }),
    attendance: t.field({
      type: [Attendance],
      description: 'Who was there, by role.',
      resolve: ({ view, id }) => attendanceOf(view.plan, id).map((row) => seen(view, row)),
    }),
    actionsArising: t.field({
      type: [Action],
      description: 'Actions of the plan that arose from it, as far as the viewer may know them.',
      resolve: ({ view, id }) => actionsArisingFrom(view.plan, id).map((action) => seen(view, action)),
    }),
    hasBeen: t.boolean({
      description: 'True from its day on, unless it was cancelled.',
      resolve: ({ view, day, cancelledOn }) => cancelledOn === null && day <= view.today,
    }),
    visibility: t.expose('visibility', { type: Visibility, description: 'Who may know of it.' }),
    visibilityReason: t.exposeString('visibilityReason', {
      nullable: true,
      description: 'Why it is not public.',
    }),
    cancelledOn: t.expose('cancelledOn', {
      type: 'Day',
      nullable: true,
      description: 'When it was cancelled; null where it was not.',
    }),
    cancelReason: t.exposeString('cancelReason', { nullable: true, description: 'Why it was cancelled.' }),
    source: t.field({
      type: Source,
      description: 'Where it comes from.',
      resolve: (meeting) => seen(meeting.view, sourceOf(meeting.view.plan, meeting)),
    }),
    viewerCanEdit: t.boolean({
      description: 'True for whoever may edit it, cancel it and write down who was there.',
      resolve: ({ view }) => can(view.viewer, 'EDIT_MEETING'),
    }),
    viewerCanRaise: t.field({
      type: [Strand],
      description: 'The strands in which the viewer may begin an action that arose from it.',
      resolve: ({ view }) =>
        rowsOf(view.plan, 'strand')
          .filter(({ id, endedOn }) => endedOn === null && can(view.viewer, 'ADD_ACTION', { strandId: id }))
          .map((strand) => seen(view, strand)),
    }),
  }),
})

builder.objectFields(Plan, (t) => ({
  meetings: t.field({
    type: [Meeting],
    description:
      'Meetings that the viewer may know: those to come, the next first, then those that have been or were cancelled.',
    resolve: (view) => {
      const { coming, past } = meetingsOf(view.plan, view.today)
      return [...coming, ...past].map((meeting) => seen(view, meeting))
    },
  }),
  viewerCanEditMeetings: t.boolean({
    description: 'True for whoever may write down meetings.',
    resolve: ({ viewer }) => can(viewer, 'EDIT_MEETING'),
  }),
}))

const PlanMeetingInput = builder.inputRef<InputOf<typeof planMeeting>>('PlanMeetingInput').implement({
  description: 'A meeting to be written down. What is left out is empty.',
  fields: (t) => ({
    body: t.field({ type: MeetingBody, description: 'Who meets.' }),
    day: t.field({ type: 'Day', description: 'When.' }),
    title: t.string({ required: false, description: 'What it is called; needed for another body.' }),
    startsAt: t.string({ required: false, description: 'The time.' }),
    place: t.string({ required: false, description: 'Where.' }),
    agenda: t.string({ required: false, description: 'The agenda, one item on each line.' }),
    notes: t.string({ required: false, description: 'What was said, once it has been.' }),
    visibility: t.field({ type: Visibility, required: false, description: 'Who may know of it.' }),
    visibilityReason: t.string({ required: false, description: 'Why it is not public.' }),
  }),
})

commandField('planMeeting', {
  description: 'Writes down a meeting that is to come, or one that has been.',
  input: PlanMeetingInput,
  command: planMeeting,
})

const EditMeetingInput = builder.inputRef<InputOf<typeof editMeeting>>('EditMeetingInput').implement({
  description: 'What is written of a meeting. What is left out stays as it is; null clears it.',
  fields: (t) => ({
    meetingId: t.id({ description: 'The id of the meeting.' }),
    body: t.field({ type: MeetingBody, required: false, description: 'Who meets.' }),
    day: t.field({ type: 'Day', required: false, description: 'When.' }),
    title: t.string({ required: false, description: 'What it is called; needed for another body.' }),
    startsAt: t.string({ required: false, description: 'The time.' }),
    place: t.string({ required: false, description: 'Where.' }),
    agenda: t.string({ required: false, description: 'The agenda, one item on each line.' }),
    notes: t.string({ required: false, description: 'What was said, once it has been.' }),
    visibility: t.field({ type: Visibility, required: false, description: 'Who may know of it.' }),
    visibilityReason: t.string({ required: false, description: 'Why it is not public.' }),
  }),
})

commandField('editMeeting', {
  description: 'Changes what is written of a meeting.',
  input: EditMeetingInput,
  command: editMeeting,
})

const CancelMeetingInput = builder.inputRef<InputOf<typeof cancelMeeting>>('CancelMeetingInput').implement({
  description: 'A meeting that will not be held.',
  fields: (t) => ({
    meetingId: t.id({ description: 'The id of the meeting.' }),
    reason: t.string({ description: 'Why.' }),
  }),
})

commandField('cancelMeeting', {
  description: 'Cancels a meeting with a reason. It stays on record.',
  input: CancelMeetingInput,
  command: cancelMeeting,
})

const PresentInput = builder.inputRef<{ who: string; present: number }>('PresentInput').implement({
  description: 'How many people of a role were there.',
  fields: (t) => ({
    who: t.string({ description: 'The role or the body; no name.' }),
    present: t.int({ description: 'How many of it were there.' }),
  }),
})

const RecordAttendanceInput = builder
  .inputRef<InputOf<typeof recordAttendance>>('RecordAttendanceInput')
  .implement({
    description: 'Who was at a meeting, by role: all of it, in place of what was written before.',
    fields: (t) => ({
      meetingId: t.id({ description: 'The id of the meeting.' }),
      lines: t.field({ type: [PresentInput], description: 'The roles, in their order.' }),
    }),
  })

commandField('recordAttendance', {
  description: 'Writes down who was at a meeting, by role and not by name.',
  input: RecordAttendanceInput,
  command: recordAttendance,
})

const RaiseActionInput = builder.inputRef<InputOf<typeof raiseAction>>('RaiseActionInput').implement({
  description: 'An action that arose from a meeting. What is left out is empty.',
  fields: (t) => ({
    meetingId: t.id({ description: 'The id of the meeting.' }),
    strandId: t.id({ description: 'The strand in which it is begun.' }),
    name: t.string({ description: 'What is done.' }),
    description: t.string({ required: false, description: 'More about it.' }),
    askOfSchools: t.string({ required: false, description: 'What schools are asked to do.' }),
    startsOn: t.field({ type: 'Day', required: false, description: 'When it starts.' }),
    dueOn: t.field({ type: 'Day', required: false, description: 'When it is due to be complete.' }),
    visibility: t.field({ type: Visibility, required: false, description: 'Who may know of it.' }),
    visibilityReason: t.string({ required: false, description: 'Why it is not public.' }),
  }),
})

commandField('raiseAction', {
  description: 'Begins an action of the plan that arose from a meeting, at the end of its strand.',
  input: RaiseActionInput,
  command: raiseAction,
})
