import { cleanup, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { afterEach, expect, test } from 'vitest'
import { PlanLink, planPath, StrandLink } from '../src/ui/plan-link.tsx'
import { usePlanPlace } from '../src/ui/plan-place.ts'

afterEach(cleanup)

function at(address: string, page: ReactNode) {
  return render(
    <MemoryRouter initialEntries={[address]}>
      <Routes>
        <Route path="/plans/:planId/*" element={page} />
      </Routes>
    </MemoryRouter>,
  )
}

test('a reader of February stays in February from link to link', () => {
  at('/plans/solihull?as-at=2020-02-13', <StrandLink id="inclusion">Strand 2</StrandLink>)
  expect(screen.getByRole('link').getAttribute('href')).toBe(
    '/plans/solihull/strands/inclusion?as-at=2020-02-13',
  )
})

test('a link to a source keeps the day and the part of the page', () => {
  at('/plans/solihull?as-at=2020-02-13', <PlanLink to="sources#source-s251">Section 251</PlanLink>)
  expect(screen.getByRole('link').getAttribute('href')).toBe(
    '/plans/solihull/sources?as-at=2020-02-13#source-s251',
  )
})

test('an address keeps what it asks for beside the day', () => {
  expect(planPath('solihull', 'changes?from=2020-01-01', '2020-02-13')).toBe(
    '/plans/solihull/changes?from=2020-01-01&as-at=2020-02-13',
  )
  expect(planPath('solihull', '', null)).toBe('/plans/solihull')
})

function Place() {
  return <output>{JSON.stringify(usePlanPlace())}</output>
}

test.each([
  ['', { asAt: null, impossibleDate: null }],
  ['?as-at=', { asAt: null, impossibleDate: null }],
  ['?as-at=2020-02-29', { asAt: '2020-02-29', impossibleDate: null }],
  ['?as-at=2020-02-31', { asAt: null, impossibleDate: '2020-02-31' }],
])('the address /plans/solihull%s says which day is meant', (search, expected) => {
  at(`/plans/solihull${search}`, <Place />)
  expect(JSON.parse(screen.getByRole('status').textContent)).toEqual({ planId: 'solihull', ...expected })
})
