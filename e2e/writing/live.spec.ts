import type { Browser, Page } from '@playwright/test'
import { become, expect, expectAccessible, PLAN, test } from '../journey.ts'

// One after the other: they write the same words of the same action.
test.describe.configure({ mode: 'default' })
test.use({ person: null })

const ACTION = `${PLAN}/actions/advice-process`

/** Another browser, on the same page. */
async function anotherBrowser(browser: Browser, person: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await become(page, person)
  await page.goto(ACTION)
  return page
}

async function describeAs(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Edit name, words and dates' }).press('Enter')
  const form = page.getByRole('form', { name: 'Edit name, words and dates' })
  await form.getByLabel('Description').fill(words)
  await form.getByRole('button', { name: 'Save the action' }).press('Enter')
  await expect(form).toHaveCount(0)
}

test('what one person changes appears in another browser, with who changed it', async ({ page, browser }) => {
  await become(page, 'cabinet-member')
  await page.goto(ACTION)
  const lead = await anotherBrowser(browser, 'head-of-processes')
  await page.waitForLoadState('networkidle')
  await describeAs(lead, 'Advice within six weeks of the request')
  await expect(page.getByText('Changed by Head of SEND Processes just now.')).toBeVisible()
  await expect(page.locator('p.lead')).toHaveText('Advice within six weeks of the request')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Close' }).press('Enter')
  await expect(page.getByText('Changed by Head of SEND Processes just now.')).toHaveCount(0)
  await lead.context().close()
})

test('the page stays as it is under a typist, until the typist asks', async ({ page, browser }) => {
  await become(page, 'programme-manager')
  await page.goto(ACTION)
  const lead = await anotherBrowser(browser, 'head-of-processes')
  await page.getByRole('button', { name: 'Edit name, words and dates' }).press('Enter')
  const form = page.getByRole('form', { name: 'Edit name, words and dates' })
  await form.getByLabel('Impact').fill('Plans are late')
  await describeAs(lead, 'Advice within five weeks of the request')
  await expect(page.getByText('Changed by Head of SEND Processes just now.')).toBeVisible()
  await expect(page.locator('p.lead')).not.toHaveText('Advice within five weeks of the request')
  await page.getByRole('button', { name: 'Show the change' }).press('Enter')
  await expect(page.locator('p.lead')).toHaveText('Advice within five weeks of the request')
  await expect(form.getByLabel('Impact')).toHaveValue('Plans are late')
  await form.getByRole('button', { name: 'Save the action' }).press('Enter')
  await expect(form).toHaveCount(0)
  await expect(page.locator('p.lead')).toHaveText('Advice within five weeks of the request')
  await lead.context().close()
})

test.describe('a browser whose connection is cut', () => {
  test.use({ expected: { errors: [/Failed to load resource|ERR_INTERNET_DISCONNECTED/] } })

  test('misses nothing', async ({ page, browser, context }) => {
    await become(page, 'cabinet-member')
    await page.goto(ACTION)
    await page.waitForLoadState('networkidle')
    const lead = await anotherBrowser(browser, 'head-of-processes')
    await context.setOffline(true)
    await describeAs(lead, 'Advice within four weeks of the request')
    await context.setOffline(false)
    await expect(page.locator('p.lead')).toHaveText('Advice within four weeks of the request', {
      timeout: 15_000,
    })
    await lead.context().close()
  })
})
