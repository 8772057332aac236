import type { Browser, Page } from '@playwright/test'
import { become, expect, expectAccessible, PLAN, test } from '../journey.ts'

test.use({ person: null })

// These journeys write into one plan, one after another.
test.describe.configure({ mode: 'serial' })

const row = (page: Page, name: string) => page.getByRole('form', { name })

async function anotherPage(browser: Browser, person: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await become(page, person)
  return page
}

test('an owner brings an action up to date by keyboard only, and everybody reads it', async ({ page }) => {
  await become(page, 'casework-manager')
  await page.goto(`${PLAN}/my-updates`)
  const owed = page.getByRole('heading', { level: 1 })
  await expect(owed).toHaveText('My updates: 2 owed')
  await expectAccessible(page)
  await row(page, 'Advice process')
    .getByRole('textbox', { name: /progress/i })
    .focus()
  await page.keyboard.type('Health advice now comes within six weeks.')
  await page.keyboard.press('Control+Enter')
  await expect(owed).toHaveText('My updates: 1 owed')
  await expect(page.getByRole('heading', { name: 'Co-production' })).toBeFocused()
  await page.goto(`${PLAN}/actions/advice-process`)
  await expect(page.locator('main')).toContainText('Health advice now comes within six weeks.')
})

test('what was typed survives a page that is closed, and a sign-in that ended', async ({ page }) => {
  await become(page, 'placements-manager')
  await page.goto(`${PLAN}/my-updates`)
  const words = row(page, 'Placements').getByRole('textbox', { name: /progress/i })
  await words.fill('The register is complete for three schools.')
  await words.blur()
  await page.context().clearCookies()
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page.getByRole('alert')).toContainText(/kept on this device/i)
  await become(page, 'placements-manager')
  await page.goto(`${PLAN}/my-updates`)
  await expect(words).toHaveValue('The register is complete for three schools.')
})

test('two people who answer for one action see both versions, and neither is overwritten in silence', async ({
  page,
  browser,
}) => {
  await become(page, 'services-review-officer')
  await page.goto(`${PLAN}/my-updates`)
  const form = page.locator('form[data-row]').first()
  const action = (await form.getByRole('heading', { level: 2 }).textContent()) ?? ''
  const second = await (async () => {
    const other = await anotherPage(browser, 'services-review-officer')
    await other.goto(`${PLAN}/my-updates`)
    return other
  })()
  await form.getByRole('textbox', { name: /progress/i }).fill('Written first.')
  const theirs = row(second, action)
  await theirs.getByRole('textbox', { name: /progress/i }).fill('Written second.')
  await form.getByRole('button', { name: 'Submit' }).click()
  await expect(form).toHaveCount(0)
  await theirs.getByRole('button', { name: 'Submit' }).click()
  await expect(theirs).toContainText('Written first.')
  await expect(theirs).toContainText('Written second.')
  await expectAccessible(second)
  await theirs.getByRole('button', { name: /keep mine/i }).click()
  await expect(theirs).toHaveCount(0)
  await second.context().close()
})

test('the public is asked to sign in, and sees no form', async ({ page }) => {
  await page.goto(`${PLAN}/my-updates`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Sign in')
  await expect(page.locator('form[data-row]')).toHaveCount(0)
})
