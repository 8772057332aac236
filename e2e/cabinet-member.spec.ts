import { chartsDrawn, expect, PLAN, test } from './journey.ts'

test('a cabinet member opens the address and reads where the deficit is going', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveURL(PLAN)
  await expect(page.locator('h1')).toContainText('Deficit forecast to peak at £14.6m in 2021-22')
  await expect(page.locator('main')).toContainText('In-year balance in 2022-23')
  await expect(page.locator('main')).toContainText('Cumulative deficit not cleared within the plan')
  await expect(page.locator('main')).toContainText('£5.6m')
  await expect(page.locator('main')).toContainText(
    '1 red, 3 amber, 1 not updated, 4 green, 2 not started, 2 complete',
  )
  await expect(page.locator('main')).toContainText('Strand 4 waits for strands 2 and 3')
  await expect(page.getByText('Illustrative').first()).toBeVisible()
})

test.describe('before any script has run', () => {
  test.use({ javaScriptEnabled: false })

  test('the page can be read, its tables opened and its links followed', async ({ page }) => {
    await page.goto(PLAN)
    await expect(page.locator('h1')).toContainText('Deficit forecast to peak at £14.6m')
    await page
      .locator('summary', { hasText: /every figure/i })
      .first()
      .click()
    await expect(page.getByRole('cell', { name: /5,600,000/ }).first()).toBeVisible()
    await page.getByRole('textbox', { name: 'As at' }).fill('2020-01-31')
    await page.getByRole('button', { name: 'Show' }).click()
    await expect(page.locator('header')).toContainText('As at 31 January 2020, not current')
  })
})

test('charts come after the text, each with a finding, a sentence and a table', async ({ page }) => {
  await page.goto(PLAN)
  await chartsDrawn(page)
  const figures = page.locator('main figure')
  await expect(figures).toHaveCount(3)
  for (const figure of await figures.all()) {
    await expect(figure.getByRole('heading')).not.toBeEmpty()
    await expect(figure.locator('summary')).toBeVisible()
    await figure.locator('summary').click()
    await expect(figure.getByRole('table')).toBeVisible()
    await expect(figure.getByRole('table')).toContainText('£')
  }
})

test('from the total to a strand, an action and its history is one step each, and Back comes back', async ({
  page,
}) => {
  await page.goto(PLAN)
  await page
    .locator('main')
    .getByRole('link', { name: /Special Educational Needs and Disabilities – processes/ })
    .first()
    .click()
  await expect(page).toHaveURL(`${PLAN}/strands/processes`)
  await expect(page.locator('h1')).toContainText('processes')
  await page.locator('main').getByRole('link', { name: 'Placements', exact: true }).first().click()
  await expect(page).toHaveURL(`${PLAN}/actions/placements`)
  await expect(page.locator('main')).toContainText('A third of placements have no agreement on file')
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible()
  await expect(page.locator('main')).toContainText(/delivery rating changed from amber to red/i)
  await page.goBack()
  await expect(page).toHaveURL(`${PLAN}/strands/processes`)
  await page.goBack()
  await expect(page.locator('h1')).toContainText('Deficit forecast to peak')
})

test('every figure leads to its source in one step, and a later publication says so', async ({ page }) => {
  await page.goto(PLAN)
  await page
    .locator('main')
    .getByRole('link', { name: /Newsletter 1/ })
    .first()
    .click()
  await expect(page).toHaveURL(/\/sources.*#source-newsletter-1$/)
  await expect(page.locator('#source-newsletter-1')).toContainText(
    'Solihull Metropolitan Borough Council, published March 2020',
  )
  await expect(page.locator('main')).toContainText('Open Government Licence')
  await expect(page.locator('main')).toContainText(/published after the plan.s date/i)
  await expect(page.locator('main')).toContainText('1,618')
})

test('nothing of an exempt item is in any page that the server sends', async ({ request }) => {
  const addresses = [
    PLAN,
    `${PLAN}/strands/processes`,
    `${PLAN}/actions/placements`,
    `${PLAN}/forthcoming`,
    `${PLAN}/sources`,
    `${PLAN}/risks`,
  ]
  for (const address of [
    ...addresses,
    `${PLAN}/changes?from=2019-12-02&to=2020-03-31`,
    `${PLAN}/actions/placement-fees`,
  ]) {
    expect(await (await request.get(address)).text()).not.toMatch(/kestrel|osprey|plover/i)
  }
})
