import { attendanceInLines, readAttendance } from '@strandline/domain/meeting'
import { meetingBodies, visibilities } from '@strandline/domain/vocabulary'
import { graphql } from '../../generated/gql.ts'
import type { PlanMeetingInput } from '../../generated/graphql.ts'
import { CommandForm } from '../../ui/command-form.tsx'
import { ChoiceField, DayField, TextField, WordsField } from '../../ui/form-fields.tsx'
import { dayIn, missingIn, textIn, textOrNull } from '../../ui/form-values.ts'
import type { MeetingShown } from './meetings-page.tsx'

interface FormProps {
  readonly meeting: MeetingShown
  readonly revision: number
}

const PlanMeetingForm_save = graphql(`
  mutation PlanMeetingForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: PlanMeetingInput!
  ) {
    planMeeting(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

const needed = { day: 'Give the day of the meeting.' }

function meetingIn(form: FormData): Omit<PlanMeetingInput, 'day'> {
  return {
    body: textIn(form, 'body') as PlanMeetingInput['body'],
    title: textOrNull(form, 'title'),
    startsAt: textOrNull(form, 'startsAt'),
    place: textOrNull(form, 'place'),
    agenda: textOrNull(form, 'agenda'),
    notes: textOrNull(form, 'notes'),
    visibility: textIn(form, 'visibility') as PlanMeetingInput['visibility'],
    visibilityReason: textOrNull(form, 'visibilityReason'),
  }
}

export function PlanMeetingForm({ revision }: Pick<FormProps, 'revision'>) {
  return (
    <CommandForm
      title="Write down a meeting"
      submit="Save the meeting"
      name="meeting"
      document={PlanMeetingForm_save}
      revision={revision}
      problemsIn={(form) => missingIn(form, needed)}
      inputOf={(form) => ({ ...meetingIn(form), day: dayIn(form, 'day') ?? '0001-01-01' })}
    >
      <MeetingFields />
    </CommandForm>
  )
}

const EditMeetingForm_save = graphql(`
  mutation EditMeetingForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: EditMeetingInput!
  ) {
    editMeeting(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function EditMeetingForm({ meeting, revision }: FormProps) {
  return (
    <CommandForm
      title="Edit the meeting"
      submit="Save the meeting"
      name={`meeting ${meeting.id}`}
      document={EditMeetingForm_save}
      revision={revision}
      problemsIn={(form) => missingIn(form, needed)}
      inputOf={(form) => ({ ...meetingIn(form), meetingId: meeting.id, day: dayIn(form, 'day') })}
    >
      <MeetingFields meeting={meeting} />
    </CommandForm>
  )
}

function MeetingFields({ meeting }: { readonly meeting?: MeetingShown }) {
  return (
    <>
      <ChoiceField
        name="body"
        label="Who meets"
        initial={meeting?.body ?? 'REFERENCE_GROUP'}
        choices={Object.entries(meetingBodies)}
      />
      <TextField
        name="title"
        label="Title"
        hint="Needed for another body; else only where the body does not say it all."
        initial={meeting?.ownTitle}
      />
      <DayField name="day" label="Day" initial={meeting?.day} />
      <TextField name="startsAt" label="Time" hint="Such as 4pm." initial={meeting?.startsAt} />
      <TextField name="place" label="Place" initial={meeting?.place} />
      <WordsField
        name="agenda"
        label="Agenda"
        hint="One item on each line."
        initial={meeting?.agenda.join('\n')}
      />
      <WordsField
        name="notes"
        label="Notes"
        hint="Once it has been. Name no child, and no head teacher."
        initial={meeting?.notes}
      />
      <ChoiceField
        name="visibility"
        label="Who may see it"
        hint="A restricted meeting of the reference group is for the group and the council."
        initial={meeting?.visibility ?? 'PUBLIC'}
        choices={Object.entries(visibilities)}
      />
      <TextField
        name="visibilityReason"
        label="Why it is not public"
        hint="Leave this empty for a public meeting."
        initial={meeting?.visibilityReason}
      />
    </>
  )
}

const AttendanceForm_save = graphql(`
  mutation AttendanceForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: RecordAttendanceInput!
  ) {
    recordAttendance(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** All of it at once, as people write it: one role on each line. */
export function AttendanceForm({ meeting, revision }: FormProps) {
  return (
    <CommandForm
      title="Who was there"
      submit="Save who was there"
      name={`attendance ${meeting.id}`}
      document={AttendanceForm_save}
      revision={revision}
      problemsIn={(form) => {
        const read = readAttendance(textIn(form, 'lines'))
        return read.ok ? [] : [{ field: 'lines', message: read.message }]
      }}
      inputOf={(form) => {
        const read = readAttendance(textIn(form, 'lines'))
        return { meetingId: meeting.id, lines: read.ok ? [...read.lines] : [] }
      }}
    >
      <WordsField
        name="lines"
        label="Roles and how many"
        hint="One role or body on each line, such as “Primary head teachers: 6”. Nobody is named."
        initial={attendanceInLines(meeting.attendance)}
      />
    </CommandForm>
  )
}

const CancelMeetingForm_save = graphql(`
  mutation CancelMeetingForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: CancelMeetingInput!
  ) {
    cancelMeeting(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

export function CancelMeetingForm({ meeting, revision }: FormProps) {
  return (
    <CommandForm
      title="Cancel the meeting"
      submit="Cancel it"
      name={`cancel ${meeting.id}`}
      document={CancelMeetingForm_save}
      revision={revision}
      problemsIn={(form) => missingIn(form, { cancelReason: 'Say why it is cancelled.' })}
      inputOf={(form) => ({ meetingId: meeting.id, reason: textIn(form, 'cancelReason') })}
    >
      <WordsField name="cancelReason" label="Why it is cancelled" hint="It stays on record." />
    </CommandForm>
  )
}

const RaiseActionForm_save = graphql(`
  mutation RaiseActionForm_save(
    $planId: ID!
    $requestId: ID!
    $basedOn: Int
    $settled: [SettledInput!]
    $input: RaiseActionInput!
  ) {
    raiseAction(planId: $planId, requestId: $requestId, basedOn: $basedOn, settled: $settled, input: $input) {
      ...CommandAnswer
    }
  }
`)

/** An action of the plan like any other, that knows where it arose. */
export function RaiseActionForm({ meeting, revision }: FormProps) {
  return (
    <CommandForm
      title="Add an action arising"
      submit="Add the action"
      name={`action of meeting ${meeting.id}`}
      document={RaiseActionForm_save}
      revision={revision}
      problemsIn={(form) => missingIn(form, { name: 'Say what is to be done.' })}
      inputOf={(form) => ({
        meetingId: meeting.id,
        strandId: textIn(form, 'strandId'),
        name: textIn(form, 'name'),
        description: textOrNull(form, 'description'),
        askOfSchools: textOrNull(form, 'askOfSchools'),
        dueOn: dayIn(form, 'dueOn'),
      })}
    >
      <ChoiceField
        name="strandId"
        label="Strand"
        choices={meeting.viewerCanRaise.map(({ id, title, name }) => [id, `${title}, ${name}`] as const)}
      />
      <TextField name="name" label="Name" />
      <WordsField name="description" label="Description" />
      <WordsField name="askOfSchools" label="What schools are asked to do" />
      <DayField name="dueOn" label="Due on" />
    </CommandForm>
  )
}
