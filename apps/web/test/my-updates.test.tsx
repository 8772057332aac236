import { ApolloClient, ApolloLink, gql, Observable } from '@apollo/client'
import { ApolloProvider } from '@apollo/client/react'
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anAnswerCache } from '../src/app/cache.ts'
import { draftKey, keptDraft, openingDraft, sentOf } from '../src/features/my-updates/draft.ts'
import { MyUpdatesPage } from '../src/features/my-updates/my-updates-page.tsx'
import { forgetOtherAnswers } from '../src/ui/forget-answers.ts'

window.scrollTo = () => {}
beforeEach(() => localStorage.clear())
afterEach(cleanup)

const anAction = (id: string, deliveryRag: string) => ({
  __typename: 'Action',
  id,
  name: `Action ${id}`,
  deliveryRag,
  benefitRag: 'GREEN',
  reason: deliveryRag === 'RED' ? 'No site' : null,
  pathToGreen: deliveryRag === 'RED' ? 'Find one' : null,
  isStale: false,
  proposedBenefit: {
    __typename: 'ProposedBenefit',
    rag: 'AMBER',
    because: '£800k is forecast of £1.0m planned, 80%.',
  },
  lastUpdate: {
    __typename: 'Update',
    submittedOn: '2020-02-20',
    progress: 'Panel met',
    person: { __typename: 'Person', name: 'Owner' },
  },
})
const owes = (id: string, rating: string) => ({
  __typename: 'OwedUpdate',
  state: 'OWED',
  action: anAction(id, rating),
})
const plan = {
  __typename: 'Plan',
  revision: 7,
  me: { __typename: 'Person', id: 'me', name: 'Owner' },
  openCycle: { __typename: 'Cycle', name: 'March 2020', dueOn: '2020-04-03' },
  owedByMe: [owes('a', 'RED'), owes('b', 'GREEN')],
}
type Sent = { basedOn: number; requestId: string; settled: object[]; input: Record<string, unknown> }

/** The page, with an API that gives these answers to what is submitted, one after the other. */
function open(answers: readonly object[] = [], of: object = plan) {
  const sent: Sent[] = []
  const link = new ApolloLink(({ operationName, variables }) => {
    const isSubmit = operationName === 'UpdateRow_submit'
    const answer = isSubmit ? answers[sent.length] : { data: { plan: of } }
    if (isSubmit) sent.push(variables as Sent)
    return new Observable((observer) => {
      observer.next(answer as ApolloLink.Result)
      observer.complete()
    })
  })
  const client = new ApolloClient({ cache: anAnswerCache(), link })
  render(
    <ApolloProvider client={client}>
      <MemoryRouter initialEntries={['/plans/solihull/my-updates']}>
        <Routes>
          <Route path="/plans/:planId/my-updates" element={<MyUpdatesPage />} />
        </Routes>
      </MemoryRouter>
    </ApolloProvider>,
  )
  return sent
}
const committed = { data: { submitUpdate: { __typename: 'Committed', revision: 8 } } }
const progress = async (index = 0) =>
  (await screen.findAllByLabelText('Progress'))[index] as HTMLTextAreaElement

test('the title counts what is owed, and a submitted update goes on to the next', async () => {
  const sent = open([committed])
  await screen.findByRole('heading', { name: 'My updates: 2 owed' })
  await userEvent.type(await progress(), 'A site is found{Control>}{Enter}{/Control}')
  await screen.findByRole('heading', { name: 'My updates: 1 owed' })
  expect(sent[0]).toMatchObject({
    basedOn: 7,
    input: {
      actionId: 'a',
      isNoChange: false,
      deliveryRag: 'RED',
      progress: 'A site is found',
      reason: 'No site',
    },
  })
  expect(document.activeElement?.textContent).toBe('Action b')
  expect(localStorage.length).toBe(0)
})

test('the reason and the path are asked for where a rating is not green, and what it means stands beside it', async () => {
  open()
  await progress()
  expect(screen.getAllByLabelText('Reason')).toHaveLength(1)
  await userEvent.click(screen.getAllByRole('radio', { name: /^Amber At risk/ })[1] as HTMLElement)
  expect(screen.getAllByLabelText('Reason')).toHaveLength(2)
})

test('what is typed stays on this device, Escape restores, and last words can be used again', async () => {
  open()
  await userEvent.type(await progress(), 'Half')
  await userEvent.tab()
  expect(keptDraft(draftKey('solihull', 'me', 'a'))).toMatchObject({
    draft: { progress: 'Half' },
    basedOn: 7,
  })
  cleanup()
  open()
  expect((await progress()).value).toBe('Half')
  await userEvent.type(await progress(), '{Escape}')
  expect([(await progress()).value, localStorage.length]).toEqual(['', 0])
  await userEvent.click(screen.getAllByRole('button', { name: 'Use last words' })[0] as HTMLElement)
  expect((await progress()).value).toBe('Panel met')
})

test('one answer serves every green row, after they are named; what is typed into is left out', async () => {
  const owedByMe = [owes('a', 'RED'), owes('b', 'GREEN'), owes('c', 'GREEN'), owes('d', 'GREEN')]
  const sent = open([committed, committed], { ...plan, owedByMe })
  await userEvent.type(await progress(3), 'Half')
  await userEvent.tab()
  await userEvent.click(screen.getByRole('button', { name: 'No change for the green actions' }))
  const named = screen.getByText('These are green, and nothing is typed for them:').nextElementSibling
  expect(named?.textContent).toBe('Action bAction c')
  await userEvent.click(screen.getByRole('button', { name: 'Record no change for all 2' }))
  await screen.findByText('No change is recorded for 2.')
  await screen.findByRole('heading', { name: 'My updates: 2 owed' })
  expect(sent.map(({ input }) => input)).toEqual([
    { actionId: 'b', isNoChange: true },
    { actionId: 'c', isNoChange: true },
  ])
})

test('a refusal stands at its field', async () => {
  const problems = [
    { __typename: 'Problem', kind: 'update', field: 'progress', message: 'Say what happened.' },
  ]
  open([{ data: { submitUpdate: { __typename: 'Refused', problems } } }])
  await progress()
  await userEvent.click(screen.getAllByRole('button', { name: 'Submit' })[0] as HTMLElement)
  await screen.findByText('Say what happened.')
  const field = document.getElementById((await progress()).getAttribute('aria-describedby') ?? '')
  expect(field?.textContent).toBe('Say what happened.')
})

test('of two versions mine can stand, on the newest revision, with a record of the other', async () => {
  const both = {
    __typename: 'Conflict',
    field: 'reason',
    label: 'Reason',
    yours: '“Mine”',
    theirs: '“Theirs”',
  }
  const by = { theirsBy: 'Lead', theirsAt: '2020-03-31T09:00:00.000Z' }
  const conflicts = [
    { ...both, ...by, kind: 'update', id: 'u' },
    { ...both, ...by, kind: 'action', id: 'a' },
  ]
  const sent = open([
    { data: { submitUpdate: { __typename: 'Conflicted', revision: 9, conflicts } } },
    committed,
  ])
  await progress()
  await userEvent.click(screen.getAllByRole('button', { name: 'No change this month' })[0] as HTMLElement)
  await screen.findByText('Reason, by Lead on 31 March 2020')
  await userEvent.click(screen.getByRole('button', { name: 'Keep mine' }))
  await screen.findByRole('heading', { name: 'My updates: 1 owed' })
  expect(sent[1]).toMatchObject({
    basedOn: 9,
    input: { isNoChange: true },
    settled: [{ entity: 'action', field: 'reason', kept: '“Mine”', refused: '“Theirs”', refusedBy: 'Lead' }],
  })
  expect(sent[1]?.requestId).not.toBe(sent[0]?.requestId)
})

test('a session that is over loses no words', async () => {
  open([{ errors: [{ message: 'Sign in', extensions: { code: 'UNAUTHENTICATED' } }] }])
  await userEvent.type(await progress(), 'Half{Control>}{Enter}{/Control}')
  const link = await screen.findByRole('link', { name: 'Sign in and go on' })
  expect(link.getAttribute('href')).toBe('/sign-in?return=%2Fplans%2Fsolihull%2Fmy-updates')
  expect(keptDraft(draftKey('solihull', 'me', 'a'))?.draft.progress).toBe('Half')
})

test('the public is asked to sign in', async () => {
  open([], { ...plan, me: null, owedByMe: [] })
  expect((await screen.findByRole('link', { name: 'Sign in' })).getAttribute('href')).toContain(
    '/sign-in?return=',
  )
})

test('no change sends no ratings, and green sends no reason', () => {
  const red = openingDraft({
    deliveryRag: 'RED',
    benefitRag: null,
    reason: 'r',
    pathToGreen: 'p',
  })
  expect(sentOf(red, 'a', true)).toMatchObject({ deliveryRag: null, reason: null, isNoChange: true })
  expect(sentOf({ ...red, deliveryRag: 'GREEN' }, 'a', false)).toMatchObject({
    deliveryRag: 'GREEN',
    benefitRag: null,
    reason: null,
  })
})

test('after an update other pages ask again, and those on the screen do not', () => {
  const cache = anAnswerCache()
  const page = gql`query Page { plan { title } }`
  const frame = gql`query Frame { plan { latestDay } }`
  cache.writeQuery({ query: page, data: { plan: { __typename: 'Plan', title: 'Plan' } } })
  cache.writeQuery({ query: frame, data: { plan: { __typename: 'Plan', latestDay: '2020-03-31' } } })
  forgetOtherAnswers(cache)
  expect([cache.readQuery({ query: page }), cache.readQuery({ query: frame })]).toEqual([
    null,
    { plan: { __typename: 'Plan', latestDay: '2020-03-31' } },
  ])
})
