import type { Locator, Page } from '@playwright/test'
import { expect, PLAN, test } from '../journey.ts'

test.use({ person: null })

/** Goes on with Tab until this has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, to: Locator): Promise<void> {
  await expect(to).toBeVisible()
  for (let presses = 0; presses < 150; presses++) {
    await page.keyboard.press('Tab')
    if (await to.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error('Tab does not lead there')
}

async function pressOn(page: Page, to: Locator): Promise<void> {
  await tabTo(page, to)
  await page.keyboard.press('Enter')
}

test('a strand lead’s month, by keyboard only: sign in, give what is owed, set a milestone, and see it in the news', async ({
  page,
}) => {
  test.setTimeout(90_000)
  await page.goto('/')
  await pressOn(page, page.getByRole('button', { name: /^Head of Support Services/ }))
  await expect(page).toHaveURL(PLAN)
  await pressOn(page, page.getByRole('link', { name: 'My updates' }))
  const heading = page.getByRole('heading', { level: 1 })
  await expect(heading).toHaveText(/^My updates: \d+ owed$/)
  const before = Number(/\d+/.exec((await heading.textContent()) ?? '')?.[0])

  const row = page.getByRole('main').getByRole('form').first()
  const name = (await row.getByRole('heading').textContent()) ?? ''
  await tabTo(page, row.getByRole('textbox', { name: /progress/i }))
  await page.keyboard.type('The first options are on paper.')
  await page.keyboard.press('Control+Enter')
  await expect(heading).toHaveText(`My updates: ${before === 1 ? 'nothing' : before - 1} owed`)
  await expect(page.locator(':focus')).toHaveCount(1)

  await pressOn(page, page.getByRole('list').getByRole('link', { name }))
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('The first options are on paper.')
  await pressOn(page, page.getByRole('button', { name: 'Add a milestone' }))
  const form = page.getByRole('form', { name: 'Add a milestone' })
  await tabTo(page, form.getByLabel('What is to have happened'))
  await page.keyboard.type('Options to heads')
  await tabTo(page, form.getByLabel('By', { exact: true }))
  // Half a date is told, and not taken for none.
  await page.keyboard.type('06')
  await pressOn(page, form.getByRole('button', { name: 'Add the milestone' }))
  await expect(form.getByRole('alert')).toContainText('Give the day, the month and the year.')
  await tabTo(page, form.getByLabel('By', { exact: true }))
  await page.keyboard.type('06062020')
  await pressOn(page, form.getByRole('button', { name: 'Add the milestone' }))
  await expect(page.getByRole('table', { name: 'Milestones of this action' })).toContainText('6 June 2020')
  await expect(page.getByRole('button', { name: 'Add a milestone' })).toBeFocused()

  await page.goto(`${PLAN}/forthcoming`)
  await expect(page.getByRole('main')).toContainText('Options to heads')
})
