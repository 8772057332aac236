import { expect, expectAccessible, PLAN, test } from './journey.ts'

test.use({ expected: { errors: [/status of 404/, /net::ERR_FAILED/] } })

test('a page, a plan and an action that do not exist answer 404 and show the way on', async ({ page }) => {
  for (const address of [`${PLAN}/nothing`, '/plans/elsewhere', `${PLAN}/actions/nothing`, '/nothing']) {
    const response = await page.goto(address)
    expect(response?.status()).toBe(404)
    await expect(page.locator('main').getByRole('link').first()).toBeVisible()
  }
})

test('a server that fails says what to do and gives a number to quote, and trying again works', async ({
  page,
}) => {
  await page.goto(PLAN)
  const fault = {
    message: 'Something went wrong on our side.',
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'abc-123' },
  }
  await page.route('**/graphql', (route) =>
    route.fulfill({ status: 200, json: { data: null, errors: [fault] } }),
  )
  await page.getByRole('link', { name: 'Forthcoming' }).first().click()
  await expect(page.locator('main')).toContainText('abc-123')
  await expectAccessible(page)
  await page.unroute('**/graphql')
  await page
    .getByRole('button', { name: /try again/i })
    .first()
    .click()
  await expect(page.locator('h1')).toContainText(/to come/)
})

test('a server that cannot be reached is told apart from one that fails', async ({ page }) => {
  await page.goto(PLAN)
  await page.route('**/graphql', (route) => route.abort())
  await page.getByRole('link', { name: 'Sources' }).first().click()
  await expect(page.locator('main').getByRole('button', { name: /try again/i })).toBeVisible()
  await expect(page.locator('main')).toContainText(/connection|reach/i)
})

test('a slow server shows that the page is on its way', async ({ page }) => {
  await page.goto(PLAN)
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/graphql', async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('link', { name: 'Forthcoming' }).first().click()
  await expect(page.getByText(/^Loading/).first()).toBeVisible()
  await expectAccessible(page)
  release()
  await expect(page.locator('h1')).toContainText(/to come/)
})
