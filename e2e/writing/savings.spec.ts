import type { Page } from '@playwright/test'
import { become, expect, expectAccessible, PLAN, test } from '../journey.ts'

test.use({ person: null })

const LEAD = 'head-of-support-services'
const FINANCE = 'finance-business-partner'
const NAME = 'Shared support contract'

async function open(page: Page, title: string) {
  await page.getByRole('button', { name: title, exact: true }).focus()
  await page.keyboard.press('Enter')
  return page.getByRole('form', { name: title, exact: true })
}

/** What the totals say is planned for 2020-21, in pounds. */
async function plannedInFirstYear(page: Page): Promise<number> {
  await page.goto(`${PLAN}/savings`)
  const table = page.getByRole('table', { name: /^Savings counted/ })
  const row = table.getByRole('row', { name: /^2020-21/ })
  return Number((await row.getByRole('cell').first().textContent())?.replaceAll(/\D/g, ''))
}

async function propose(page: Page, title: string, fields: Readonly<Record<string, string>>) {
  const form = await open(page, title)
  for (const [label, words] of Object.entries(fields))
    await form.getByLabel(label, { exact: true }).fill(words)
  return form
}

test('a lead proposes a saving, finance returns and then agrees it, and only then does it count', async ({
  page,
}) => {
  await become(page, LEAD)
  const before = await plannedInFirstYear(page)
  const form = await open(page, 'Propose a saving')
  await form.getByLabel('What is saved').fill(NAME)
  await form.getByLabel('What makes it').selectOption({ label: 'Strand 4 as a whole' })
  await form.getByLabel('Full-year value').fill('about 120')
  await form.getByLabel('Full-year value').press('Enter')
  await expect(form.getByRole('alert')).toContainText(
    'Write an amount in pounds, such as 350,000, £350k or 1.2m.',
  )
  await expectAccessible(page)
  await form.getByLabel('Full-year value').fill('£0.12m')
  await expect(form.getByText('Understood as £120,000')).toBeVisible()
  await form.getByLabel('Starts on').fill('2020-04-01')
  await form.getByLabel('Confidence in per cent').fill('75')
  await form.getByLabel('What the confidence rests on').fill('The contract is drafted')
  await form.getByRole('button', { name: 'Send it to finance' }).press('Enter')
  await expect(form.getByRole('alert')).toContainText('Say what the figure is measured against.')
  await form.getByLabel('Baseline: what it is measured against').fill('Contracts of 2018-19')
  await form.getByLabel('Method: how it is worked out').fill('Price before less price after')
  await form.getByRole('button', { name: 'Send it to finance' }).press('Enter')
  await expect(page.getByRole('article', { name: `Proposal for ${NAME}` })).toContainText('2020-21 £120,000')
  await expect(page.getByRole('button', { name: `Agree “${NAME}”` })).toHaveCount(0)
  expect(await plannedInFirstYear(page)).toBe(before)

  await become(page, FINANCE)
  await page.goto(`${PLAN}/savings`)
  const returning = await open(page, `Return “${NAME}”`)
  await returning.getByRole('button', { name: 'Return the saving' }).press('Enter')
  await expect(returning.getByRole('alert')).toContainText('Say what has to change')
  await returning.getByLabel('What has to change').fill('Leave out the contract that ends in March')
  await returning.getByRole('button', { name: 'Return the saving' }).press('Enter')
  await expect(page.getByRole('article', { name: `Proposal for ${NAME}` })).toHaveCount(0)

  await become(page, LEAD)
  await page.goto(`${PLAN}/savings`)
  await page.getByRole('link', { name: NAME }).press('Enter')
  await expect(page.getByText('Reason: Leave out the contract that ends in March')).toBeVisible()
  const again = await propose(page, 'Propose a change', {
    'Full-year value': '60,000',
    'Starts on': '2020-04-01',
    'Baseline: what it is measured against': 'Contracts of 2018-19',
    'Method: how it is worked out': 'Price before less price after',
    'Confidence in per cent': '90',
    'What the confidence rests on': 'The contract is signed',
  })
  await again.getByLabel('Status').selectOption('On track')
  await again.getByRole('button', { name: 'Send it to finance' }).press('Enter')
  await expect(page.getByRole('table', { name: 'What would change' })).toContainText('£60,000')
  await expectAccessible(page)
  const saving = page.url()

  await become(page, FINANCE)
  await page.goto(saving)
  const agreeing = await open(page, `Agree “${NAME}”`)
  await agreeing.getByRole('button', { name: 'Agree the saving' }).press('Enter')
  await expect(page.getByRole('table', { name: /by financial year/ })).toContainText('£60,000')
  expect(await plannedInFirstYear(page)).toBe(before + 60_000)

  await expectAccessible(page)
})

test('the public sees savings that are public, and neither a proposal nor a form', async ({ page }) => {
  await page.goto(`${PLAN}/savings`)
  await expect(page.getByRole('heading', { level: 1, name: 'Savings' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Waiting for finance' })).toHaveCount(0)
  await expect(page.getByText('Vacancies held until the review reports')).toHaveCount(0)
  await expect(page.locator('main button[aria-expanded]')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Possible double counts' })).toBeVisible()
})
