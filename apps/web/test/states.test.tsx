import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { afterEach, expect, test, vi } from 'vitest'
import { PlanRefusal } from '../src/app/refusals.tsx'
import { FaultNotice } from '../src/ui/answer.tsx'
import { Loading } from '../src/ui/loading.tsx'
import { NoSuchItem } from '../src/ui/no-such-item.tsx'
import { PlanFrameContext } from '../src/ui/plan-place.ts'

afterEach(cleanup)
afterEach(() => vi.useRealTimers())
window.scrollTo = () => {}

const show = (page: ReactNode, address = '/plans/solihull/actions/panel?as-at=2020-01-12') =>
  render(<MemoryRouter initialEntries={[address]}>{page}</MemoryRouter>)

test('a fault gives the request to quote, and Try again asks again', async () => {
  const retry = vi.fn(async () => {})
  const error = new CombinedGraphQLErrors({ errors: [{ message: 'x', extensions: { requestId: 'r-17' } }] })
  show(<FaultNotice error={error} retry={retry} />)
  expect(screen.getByText('r-17')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(retry).toHaveBeenCalled()
})

test('an answer that is not GraphQL still gives its request id', () => {
  const response = new Response('', { status: 502, headers: { 'x-request-id': 'r-18' } })
  show(<FaultNotice error={new ServerError('bad gateway', { response, bodyText: '' })} retry={() => {}} />)
  expect(screen.getByText('r-18')).toBeTruthy()
})

test('a request that never arrived speaks of the connection, not of the server', () => {
  show(<FaultNotice error={new TypeError('Failed to fetch')} retry={() => {}} />)
  expect(screen.getByRole('heading').textContent).toBe('No connection')
})

test('a date before the plan began leads to its first day, on the same page', () => {
  const refusal = {
    __typename: 'PlanNotBegun',
    message: 'It began later.',
    beganOn: '2019-12-02',
    today: '2020-03-31',
  }
  show(<PlanRefusal refusal={refusal as Parameters<typeof PlanRefusal>[0]['refusal']} />)
  expect(screen.getByRole('link', { name: 'Show its first day, 2 December 2019' }).getAttribute('href')).toBe(
    '/plans/solihull/actions/panel?as-at=2019-12-02',
  )
})

test('an action that did not exist yet is named with the day, and can be seen now', () => {
  const frame = {
    revision: 1,
    title: 'Recovery plan',
    authority: 'Solihull',
    beganOn: '2019-12-02',
    latestDay: '2020-03-31',
    today: '2020-01-12',
    isCurrent: false,
    myRoles: null,
    reader: { name: null, isDemonstration: false, hasAccount: false },
  } as const
  const { container } = show(
    <PlanFrameContext value={frame}>
      <NoSuchItem noun="action" />
    </PlanFrameContext>,
  )
  expect(container.textContent).toContain('There was no such action on 12 January 2020.')
  expect(screen.getByRole('link', { name: 'See it now' }).getAttribute('href')).toBe(
    '/plans/solihull/actions/panel',
  )
  expect(document.title).toBe('No such action then as at 12 January 2020 | Solihull | Strandline')
})

test('a quick answer never flickers; a slow one is announced', () => {
  vi.useFakeTimers()
  render(<Loading what="the plan" />)
  act(() => vi.advanceTimersByTime(250))
  expect(screen.getByRole('status').textContent).toBe('')
  act(() => vi.advanceTimersByTime(100))
  expect(screen.getByRole('status').textContent).toBe('Loading the plan')
})
