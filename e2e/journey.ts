import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

export { expect }

/** A page on which an error in the console, or one that nobody caught, fails the test. */
export const test = base.extend<{
  expected: { readonly errors: readonly RegExp[] }
  /** Who reads: a person of the plan, or null for the public. */
  person: string | null
}>({
  expected: [{ errors: [] }, { option: true }],
  person: ['cabinet-member', { option: true }],
  page: async ({ page, expected, person }, use) => {
    if (person) await become(page, person)
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))
    await use(page)
    expect(errors.filter((error) => !expected.errors.some((known) => known.test(error)))).toEqual([])
  },
})

export const PLAN = '/plans/solihull'

/** Chooses a person of the demonstration, as the form on the first page does. */
export async function become(page: Page, person: string): Promise<void> {
  const answer = await page.request.post('/sign-in/demonstration', {
    form: { plan: 'solihull', person },
    headers: { 'sec-fetch-site': 'same-origin' },
  })
  expect(answer.ok()).toBe(true)
}

/** Every page of the demonstration that a person can come to. */
export const pages = {
  Overview: PLAN,
  'Overview in January': `${PLAN}?as-at=2020-01-31`,
  'Overview before there was a forecast': `${PLAN}?as-at=2019-12-03`,
  Strand: `${PLAN}/strands/processes`,
  Action: `${PLAN}/actions/placements`,
  Forthcoming: `${PLAN}/forthcoming`,
  'What changed': `${PLAN}/changes?from=2020-01-31&to=2020-03-31`,
  Sources: `${PLAN}/sources`,
  Savings: `${PLAN}/savings`,
  Saving: `${PLAN}/savings/placements-at-best-value`,
  Forecast: `${PLAN}/forecast`,
  'Forecast of a draft': `${PLAN}/forecast?version=draft-2`,
  'The year so far': `${PLAN}/forecast/in-year`,
  'Funding lines': `${PLAN}/forecast/funding`,
  'Records of the deficit': `${PLAN}/forecast/records`,
  'Risks and conditions': `${PLAN}/risks`,
  'You said, we did': `${PLAN}/questions`,
  Progress: `${PLAN}/progress`,
  'Progress since a day that cannot be': `${PLAN}/progress?since=2019-01-01`,
  'Meetings and consultations': `${PLAN}/meetings`,
  Newsletters: `${PLAN}/newsletters`,
  'Newsletter 1': `${PLAN}/newsletters/1`,
  'The newsletter by e-mail': `${PLAN}/newsletters/subscribe?problem=address`,
  Papers: `${PLAN}/packs`,
  'A paper': `${PLAN}/packs/1`,
  'The public page': `${PLAN}/public`,
  'Accessibility statement': `${PLAN}/accessibility`,
  'Privacy notice': `${PLAN}/privacy`,
  'No such newsletter': `${PLAN}/newsletters/99`,
  'My updates': `${PLAN}/my-updates`,
  Programme: `${PLAN}/programme`,
  Outbox: `${PLAN}/outbox`,
  'Sign in': '/sign-in',
  'Your account': '/account',
  'Set a password': '/set-password?token=none&first=yes&problem=short',
  'No such page': `${PLAN}/nothing`,
  'No such plan': '/plans/elsewhere',
  'No such action': `${PLAN}/actions/nothing`,
  'A day before the plan began': `${PLAN}?as-at=2019-11-01`,
  'A day to come': `${PLAN}?as-at=2030-01-01`,
  'A day that does not exist': `${PLAN}?as-at=2020-02-30`,
} as const

/** Waits until the charts of a page, which come after its text, have been drawn. */
export async function chartsDrawn(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  const frames = page.locator('main figure')
  for (const frame of await frames.all()) {
    await frame.scrollIntoViewIfNeeded()
    await expect(frame.locator('svg').first()).toBeVisible()
  }
}

/** Fails on anything that axe finds, at any level of impact. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} (${help}): ${target.join(' ')}`),
  )
  expect(found).toEqual([])
}

/** Fails where the page is wider than the window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(over).toBeLessThanOrEqual(0)
}
