import { expect, PLAN, test } from './journey.ts'

test.use({ expected: { errors: [/status of 404/] } })

test('a reader sees the plan as at an earlier day, follows links within it, and returns to now', async ({
  page,
}) => {
  await page.goto(PLAN)
  await page.getByRole('textbox', { name: 'As at' }).fill('2020-01-31')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page).toHaveURL(`${PLAN}?as-at=2020-01-31`)
  await expect(page.locator('header')).toContainText('As at 31 January 2020, not current')
  await expect(page.locator('h1')).toContainText('In-year balance not reached', { ignoreCase: true })
  await page.getByRole('navigation', { name: 'Plan' }).getByRole('link', { name: 'Forthcoming' }).click()
  await expect(page).toHaveURL(`${PLAN}/forthcoming?as-at=2020-01-31`)
  await page.getByRole('link', { name: 'Show the plan now' }).click()
  await expect(page).toHaveURL(`${PLAN}/forthcoming`)
  await expect(page.locator('header')).not.toContainText('not current')
})

test('what changed between two days is told in words, with the way to each item', async ({ page }) => {
  await page.goto(`${PLAN}/changes`)
  await page.getByLabel('From').fill('2020-02-12')
  await page.getByLabel('To', { exact: true }).fill('2020-02-14')
  await page
    .getByRole('button', { name: /compare|show/i })
    .last()
    .click()
  await expect(page).toHaveURL(/from=2020-02-12&to=2020-02-14/)
  await expect(page.locator('main')).toContainText('Version 1')
  await expect(page.locator('main')).toContainText(/stage changed from in progress to complete/i)
  await page
    .locator('main')
    .getByRole('link', { name: /Recovery Plan and Financial Model/ })
    .first()
    .click()
  await expect(page).toHaveURL(/actions\/recovery-plan-and-model/)
})

test('a day before the plan began, a day to come and a day that is not one each say what to do', async ({
  page,
}) => {
  await page.goto(`${PLAN}?as-at=2019-11-01`)
  await expect(page.locator('main')).toContainText('This plan began on 2 December 2019')
  await page
    .locator('main')
    .getByRole('link', { name: /2 December 2019/ })
    .click()
  await expect(page.locator('header')).toContainText('As at 2 December 2019, not current')
  await page.goto(`${PLAN}?as-at=2030-01-01`)
  await expect(page.locator('main')).toContainText('That date has not been reached')
  await page.goto(`${PLAN}?as-at=2020-02-30`)
  await expect(page.locator('main')).toContainText(/real date|does not exist|no such/i)
})

test('an item that was not there yet on that day says so and shows the way to now', async ({ page }) => {
  await page.goto(`${PLAN}/actions/placements?as-at=2019-12-02`)
  await expect(page.locator('main')).toContainText('2 December 2019')
  await page.locator('main').getByRole('link', { name: /now/i }).click()
  await expect(page.locator('h1')).toContainText('Placements')
})
