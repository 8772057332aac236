import { expect, test } from 'vitest'
import { commitTo } from './commit-to.ts'
import { aDemonstration } from './demonstration.ts'

const demonstration = aDemonstration()

type Asker = string | null
const THE_PUBLIC = null

async function plan<T>(fields: string, personId: Asker = THE_PUBLIC, args = ''): Promise<T> {
  const query = `{ plan(id: "solihull"${args}) { ... on Plan { ${fields} } } }`
  const { data, errors } = await demonstration.ask<{ plan: T }>(query, {}, personId)
  expect(errors).toBeUndefined()
  return data.plan
}

let requests = 0

async function does(personId: string, name: string, type: string, input: object): Promise<unknown> {
  requests += 1
  const query = `mutation($input: ${type}!, $requestId: ID!) {
    ${name}(planId: "solihull", requestId: $requestId, input: $input) {
      __typename ... on Refused { problems { field message } } } }`
  const variables = { input, requestId: `progress-${requests}` }
  const { data, errors } = await demonstration.ask<Record<string, unknown>>(query, variables, personId)
  return errors ? errors[0]?.extensions.code : data[name]
}
const committed = { __typename: 'Committed' }

const meetingsOf = (asker: Asker) =>
  plan<{ meetings: { id: string }[] }>('meetings { id }', asker).then(({ meetings }) =>
    meetings.map(({ id }) => id),
  )

test('the next meeting of the reference group is for the group and the council; the one that has been for everybody', async () => {
  expect(await meetingsOf(THE_PUBLIC)).toEqual(['reference-group-2020-03'])
  for (const asker of ['primary-head', 'cabinet-member', 'programme-manager'])
    expect(await meetingsOf(asker)).toEqual(['reference-group-2020-05', 'reference-group-2020-03'])
})

test('the calendar feed has what the public may know, and the forthcoming of a head has the meeting of the group', async () => {
  const feed = (await demonstration.app.inject('/plans/solihull/forthcoming.ics')).body
  expect(feed).toContain('UID:event-')
  expect(feed).not.toContain('meeting-reference-group-2020-05')
  const kinds = (asker: Asker) =>
    plan<{ forthcoming: { kind: string; id: string }[] }>('forthcoming { kind id }', asker).then((of) =>
      of.forthcoming.filter(({ kind }) => kind === 'MEETING').map(({ id }) => id),
    )
  expect([await kinds(THE_PUBLIC), await kinds('primary-head')]).toEqual([[], ['reference-group-2020-05']])
})

test('a public meeting and the days of a consultation are in the calendar feed, with a page to go to', async () => {
  const meeting = { body: 'SCHOOLS_FORUM', day: '2020-06-10', startsAt: '2pm' }
  expect(await does('programme-manager', 'planMeeting', 'PlanMeetingInput', meeting)).toMatchObject(committed)
  const consultation = { title: 'Resourced provision', opensOn: '2020-06-01', closesOn: '2020-06-30' }
  expect(
    await does('programme-manager', 'planConsultation', 'PlanConsultationInput', consultation),
  ).toMatchObject(committed)
  const feed = (await demonstration.app.inject('/plans/solihull/forthcoming.ics')).body.replaceAll(
    '\r\n ',
    '',
  )
  const events = feed.split('BEGIN:VEVENT').filter((event) => /Schools Forum|Resourced/.test(event))
  expect(
    events.map((event) => [/SUMMARY:(.*)\r/.exec(event)?.[1], /DTSTART.*:(\d+)/.exec(event)?.[1]]),
  ).toEqual([
    ['Consultation opens: Resourced provision', '20200601'],
    ['Schools Forum', '20200610'],
    ['Consultation closes: Resourced provision', '20200630'],
  ])
  expect(events.every((event) => /\/plans\/solihull\/meetings/.test(event))).toBe(true)
  const ids = events.map((event) => /UID:(.*)\r/.exec(event)?.[1])
  expect(new Set(ids).size).toBe(3)
})

interface Told {
  progress: {
    __typename: string
    since: string
    meeting: { id: string } | null
    message: string
    strands: { strand: { id: string }; standing: string; changed: string[]; asks: { id: string }[] }[]
  }
}
const fields = `{ __typename ... on PlanNotBegun { message } ... on DateNotReached { message } ... on Progress {
  since meeting { id } strands { strand { id } standing changed asks { id askOfSchools askSource { provenance } } } } }`

test('everybody reads progress since the last reference group, strand by strand', async () => {
  const { progress } = await plan<Told>(`progress ${fields}`)
  expect(progress).toMatchObject({ since: '2020-03-04', meeting: { id: 'reference-group-2020-03' } })
  expect(progress.strands.map(({ strand }) => strand.id)).toEqual([
    'commissioning',
    'inclusion',
    'processes',
    'support-services',
    'funding',
  ])
  const processes = progress.strands.find(({ strand }) => strand.id === 'processes')
  expect(processes?.standing).toBe(
    'Of 3 actions, 1 is behind and needs help (red), 1 has not been reported on this month and 1 is going as planned (green).',
  )
  expect(processes?.changed.join('\n')).toContain(
    '“Placements”: delivery rating changed from amber to red (illustrative).',
  )
  expect(processes?.asks).toEqual([
    {
      id: 'advice-process',
      askOfSchools: 'Use the new template for school advice from 20 April.',
      askSource: { provenance: 'ILLUSTRATIVE' },
    },
  ])
})

test('another day tells what has changed since then, and days that cannot be are refused in words', async () => {
  const since = (day: string, args = '') => plan<Told>(`progress(from: "${day}") ${fields}`, THE_PUBLIC, args)
  const early = await since('2020-01-31')
  expect(early.progress).toMatchObject({ since: '2020-01-31', meeting: null })
  const count = ({ progress }: Told) => progress.strands.flatMap(({ changed }) => changed).length
  expect(count(early)).toBeGreaterThan(count(await since('2020-03-04')))
  expect((await since('2019-01-01')).progress).toMatchObject({ __typename: 'PlanNotBegun' })
  expect((await since('2020-05-01')).progress.message).toBe(
    'That date has not been reached. Choose 31 March 2020 or an earlier day.',
  )
  expect((await since('2020-03-10', ', asAt: "2020-02-20"')).progress.message).toMatch(
    /Choose 20 February 2020/,
  )
})

test('before the first reference group, progress is told since a month ago', async () => {
  const { progress } = await plan<Told>(`progress ${fields}`, THE_PUBLIC, ', asAt: "2020-02-20"')
  expect(progress).toMatchObject({ since: '2020-01-20', meeting: null })
})

test('a reader who may not know the meeting is not told its day', async () => {
  const closed = { visibility: 'RESTRICTED', visibilityReason: 'Taken back' } as const
  await commitTo(demonstration.store, { meeting: { 'reference-group-2020-03': closed } })
  const read = (asker: Asker) =>
    plan<Told>(`progress ${fields}`, asker).then(({ progress }) => progress.since)
  expect(await read(THE_PUBLIC)).toBe('2020-02-29')
  expect(await read('primary-head')).toBe('2020-03-04')
  const answer = await plan<{ actions: { id: string }[]; sources: object[] }>(
    'actions { id } sources { title } compareTo(day: "2020-02-29") { ... on Comparison { news { words } } }',
  )
  expect(answer.actions.map(({ id }) => id)).toContain('inclusion-contacts')
  expect(JSON.stringify(answer)).not.toMatch(/reference group on/)
  await commitTo(demonstration.store, {
    meeting: { 'reference-group-2020-03': { visibility: 'PUBLIC', visibilityReason: null } },
  })
})

test('an action arises in the strand of whoever may begin one there, and is shown in the meeting', async () => {
  const action = (strandId: string) => ({
    meetingId: 'reference-group-2020-03',
    strandId,
    name: `For ${strandId}`,
  })
  const raise = (personId: string, strandId: string) =>
    does(personId, 'raiseAction', 'RaiseActionInput', action(strandId))
  expect(await raise('head-of-processes', 'inclusion')).toBe('FORBIDDEN')
  expect(await raise('head-of-processes', 'processes')).toMatchObject(committed)
  const { meetings } = await plan<{
    meetings: { actionsArising: { name: string; stage: string; strand: { id: string } }[] }[]
  }>('meetings { actionsArising { name stage strand { id } } }')
  expect(meetings.at(-1)?.actionsArising).toContainEqual({
    name: 'For processes',
    stage: 'NOT_STARTED',
    strand: { id: 'processes' },
  })
})

test('each may begin actions from a meeting in their own strands', async () => {
  const may = (asker: Asker) =>
    plan<{ meetings: { viewerCanRaise: { id: string }[] }[] }>(
      'meetings { viewerCanRaise { id } }',
      asker,
    ).then(({ meetings }) => meetings.at(-1)?.viewerCanRaise.map(({ id }) => id))
  expect([await may(THE_PUBLIC), await may('primary-head'), await may('head-of-processes')]).toEqual([
    [],
    [],
    ['processes'],
  ])
  expect(await may('programme-manager')).toHaveLength(5)
})

test('an address that is no page is refused at its field', async () => {
  const input = { consultationId: 'send-strategy', url: 'javascript:alert(1)' }
  expect(await does('programme-manager', 'editConsultation', 'EditConsultationInput', input)).toMatchObject({
    __typename: 'Refused',
    problems: [{ field: 'url' }],
  })
})

test('where the money goes is a total with its shares and its source, and finance writes it down', async () => {
  const read = () =>
    plan<{
      spendByPhase: {
        year: number
        total: number
        phases: { share: number; source: { provenance: string } }[]
      }[]
    }>('spendByPhase { year total phases { phase amount share source { title provenance } } }')
  const [first] = (await read()).spendByPhase
  expect(first).toMatchObject({ year: 2019, total: 2_830_000_000 })
  expect(first?.phases.reduce((sum, { share }) => sum + share, 0)).toBe(1000)
  expect(new Set(first?.phases.map(({ source }) => source.provenance))).toEqual(new Set(['ILLUSTRATIVE']))
  const parts = [{ phase: 'PRIMARY', amount: 100 }]
  const input = { year: 2018, scope: 'HIGH_NEEDS_BLOCK', parts }
  expect(await does('programme-manager', 'recordPhaseSpend', 'RecordPhaseSpendInput', input)).toBe(
    'FORBIDDEN',
  )
  expect(
    await does('finance-business-partner', 'recordPhaseSpend', 'RecordPhaseSpendInput', input),
  ).toMatchObject(committed)
  expect((await read()).spendByPhase.at(-1)).toMatchObject({
    year: 2018,
    total: 100,
    phases: [{ phase: 'PRIMARY', share: 1000, source: { provenance: 'ILLUSTRATIVE' } }],
  })
})
