import { expect, test } from 'vitest'
import { aDemonstration } from './demonstration.ts'

const { ask } = aDemonstration()
let requests = 0

interface Answer {
  readonly __typename?: string
  readonly revision?: number
  readonly code?: string
}

interface Action {
  readonly id: string
  readonly viewerCanUpdate: boolean
  readonly ownership: readonly { readonly id: string; readonly person: { readonly id: string } }[]
}

/** What these tests ask of a plan. */
interface PlanRead {
  readonly latestDay: string
  readonly strand: { readonly actions: readonly Action[] }
  readonly action: Action
  readonly preview: { readonly lines: readonly string[]; readonly problems: readonly string[] }
}

const answerFields = `__typename ... on Committed { revision } ... on Refused { problems { field message } }`

/** Sends a mutation as a person and gives its answer. */
async function doing(name: string, type: string, input: object, personId: string): Promise<Answer> {
  requests += 1
  const query = `mutation($input: ${type}!) {
    ${name}(planId: "solihull", requestId: "editing-${requests}", input: $input) { ${answerFields} } }`
  const { data, errors } = await ask(query, { input }, personId)
  return (data?.[name] ?? errors?.[0]?.extensions ?? {}) as Answer
}

async function reading(fields: string, personId?: string): Promise<PlanRead> {
  const { data } = await ask(`{ plan(id: "solihull") { ... on Plan { ${fields} } } }`, {}, personId)
  return data?.plan as PlanRead
}

test('a lead begins an action in the own strand, edits it, and ends it with a reason', async () => {
  const begun = await doing(
    'addAction',
    'AddActionInput',
    { strandId: 'processes', name: 'Early help desk' },
    'head-of-processes',
  )
  expect(begun).toMatchObject({ __typename: 'Committed' })
  const { strand } = await reading(
    'strand(id: "processes") { actions { id name viewerCanEdit } }',
    'head-of-processes',
  )
  const action = strand.actions.at(-1) as Action
  expect(action).toMatchObject({ name: 'Early help desk', viewerCanEdit: true })
  const edited = { actionId: action.id, dueOn: '2020-09-01', description: 'One number for parents' }
  expect(await doing('editAction', 'EditActionInput', edited, 'head-of-processes')).toMatchObject({
    __typename: 'Committed',
  })
  const unexplained = { actionId: action.id, ending: 'STOPPED', reason: ' ' }
  expect(await doing('endAction', 'EndActionInput', unexplained, 'head-of-processes')).toMatchObject({
    problems: [{ field: 'reason', message: 'Say why the action ends.' }],
  })
  const explained = { ...unexplained, reason: 'Schools preferred e-mail' }
  expect(await doing('endAction', 'EndActionInput', explained, 'head-of-processes')).toMatchObject({
    __typename: 'Committed',
  })
  const told = await reading(
    `action(id: "${action.id}") { stage stageReason source { provenance } datesSource { title } }`,
  )
  expect(told.action).toMatchObject({ stage: 'STOPPED', stageReason: 'Schools preferred e-mail' })
})

test('a change of many actions is seen before it is made, and undone by whoever made it and nobody else', async () => {
  const change = { actionIds: ['placements', 'advice-process'], moveByDays: 14, reason: 'Schools are closed' }
  const query = `query($change: ChangeActionsInput!) {
    plan(id: "solihull") { ... on Plan { preview(change: $change) { lines problems } } } }`
  const { data } = await ask(query, { change }, 'head-of-processes')
  const { preview } = (data?.plan ?? {}) as PlanRead
  expect(preview.problems).toEqual([])
  expect(preview.lines.length).toBeGreaterThan(0)
  const dates = 'action(id: "placements") { startsOn dueOn }'
  const before = await reading(dates)
  const made = await doing('changeActions', 'ChangeActionsInput', change, 'head-of-processes')
  expect(made).toMatchObject({ __typename: 'Committed' })
  expect(await reading(dates)).not.toEqual(before)
  const undo = { revision: made.revision }
  expect(await doing('undoChange', 'UndoChangeInput', undo, 'programme-manager')).toMatchObject({
    code: 'FORBIDDEN',
  })
  expect(await doing('undoChange', 'UndoChangeInput', undo, 'head-of-processes')).toMatchObject({
    __typename: 'Committed',
  })
  expect(await reading(dates)).toEqual(before)
})

test('a role that is handed over takes what may be done with it', async () => {
  const { action } = await reading(
    'action(id: "advice-process") { ownership { id person { id } } }',
    'programme-manager',
  )
  const [held] = action.ownership as [Action['ownership'][number]]
  const { latestDay } = await reading('latestDay')
  const over = { assignmentId: held.id, toPersonId: 'inclusion-adviser', onDay: latestDay }
  expect(await doing('handOverRole', 'HandOverRoleInput', over, held.person.id)).toMatchObject({
    code: 'FORBIDDEN',
  })
  expect(await doing('handOverRole', 'HandOverRoleInput', over, 'programme-manager')).toMatchObject({
    __typename: 'Committed',
  })
  const mayUpdate = async (personId: string) =>
    (await reading('action(id: "advice-process") { viewerCanUpdate }', personId)).action.viewerCanUpdate
  expect([await mayUpdate(held.person.id), await mayUpdate('inclusion-adviser')]).toEqual([false, true])
})
