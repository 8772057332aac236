import { become, expect, expectAccessible, expectNoSidewaysScroll, PLAN, test } from '../journey.ts'

test.use({ person: null })

const RISKS = `${PLAN}/risks`

test('a strand lead raises a risk from the strand, scores it again and closes it, all by keyboard', async ({
  page,
  request,
}) => {
  test.setTimeout(60_000)
  const name = 'The panel cannot meet in the holidays'
  await become(page, 'head-of-processes')
  await page.goto(`${PLAN}/strands/processes`)
  await page.getByRole('link', { name: 'Risks and issues of Strand 3' }).press('Enter')
  await page.getByRole('button', { name: 'Raise a risk or an issue' }).press('Enter')
  const raise = page.getByRole('form', { name: 'Raise a risk or an issue' })
  await expect(raise.getByLabel('Belongs to')).toHaveValue('processes')
  await expect(raise.getByLabel('Who may see it', { exact: true })).toHaveValue('RESTRICTED')
  await raise.getByRole('button', { name: 'Raise it' }).press('Enter')
  await expect(raise.getByText('Say how likely it is, or that it has happened.').first()).toBeVisible()
  await expectAccessible(page)
  await raise.getByLabel('What may happen, or has').fill(name)
  await raise.getByLabel('Likelihood').selectOption('3 Likely')
  await raise.getByLabel('Impact').selectOption('3 Major')
  await raise.getByLabel('Owner').selectOption('head-of-processes')
  await raise.getByRole('button', { name: 'Raise it' }).press('Enter')

  const risk = page.getByRole('article', { name })
  await expect(risk).toContainText('Red, score 9 of 9. 3 Likely, impact 3 Major.')
  const matrix = page.getByRole('table', { name: 'Likelihood by impact, with what stands where' })
  await expect(
    matrix
      .getByRole('row', { name: /^3 Likely/ })
      .getByRole('cell')
      .nth(2),
  ).toContainText(`9 red${name}`)
  const table = page.getByRole('table', { name: 'Open risks and issues, the highest score first' })
  await expect(table.getByRole('row').nth(1)).toContainText(name)
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  expect(await (await request.get(RISKS)).text()).not.toContain(name)

  await matrix.getByRole('link', { name }).press('Enter')
  await expect(page).toHaveURL(/#risk-/)
  await risk.getByRole('button', { name: 'Score it again' }).press('Enter')
  await risk.getByLabel('Likelihood').selectOption('1 Unlikely')
  await risk.getByLabel('What is done about it').fill('Dates are set for the year.')
  await risk.getByRole('button', { name: 'Save the score' }).press('Enter')
  await expect(risk).toContainText('Amber, score 3 of 9')
  await expect(risk).toContainText('Dates are set for the year.')

  await risk.getByRole('button', { name: 'Close it' }).press('Enter')
  await risk.getByRole('button', { name: 'Close it for good' }).press('Enter')
  await expect(risk.getByText('Say why it is closed.').first()).toBeVisible()
  await risk.getByLabel('Why', { exact: true }).fill('The dates were kept.')
  await risk.getByRole('button', { name: 'Close it for good' }).press('Enter')
  await expect(risk).toContainText('The dates were kept.')
  await expect(risk.getByRole('button', { name: 'Open it again' })).toBeVisible()
  await expect(table).not.toContainText(name)
})

test('the owner of a condition rates it green only with evidence, and everybody reads what shows it', async ({
  page,
  request,
}) => {
  const evidence = 'Twelve of twelve plans of March were issued in time.'
  await become(page, 'head-of-processes')
  await page.goto(RISKS)
  const agreement = page.getByRole('region', { name: 'Illustrative agreement', exact: true })
  const condition = agreement.getByRole('article', { name: 'Condition 2' })
  await expect(condition.getByRole('button', { name: 'Edit condition 2' })).toHaveCount(0)
  await condition.getByRole('button', { name: 'Rate condition 2' }).press('Enter')
  await condition.getByLabel('Rating').selectOption('Green')
  await condition.getByRole('button', { name: 'Save the rating' }).press('Enter')
  await expect(condition.getByText('Say what shows that it is green or met.').first()).toBeVisible()
  await expectAccessible(page)
  await condition.getByLabel('Evidence', { exact: true }).fill(evidence)
  await condition.getByLabel('Day of the evidence').fill('2020-03-30')
  await condition.getByRole('button', { name: 'Save the rating' }).press('Enter')
  const row = agreement.getByRole('row', { name: /^Condition 2/ })
  await expect(row).toContainText('Green')
  await expect(row).toContainText(`${evidence} (30 March 2020)`)
  const read = await (await request.get(RISKS)).text()
  expect(read).toContain(evidence)
})

test('the public reads what is public and is offered nothing to change', async ({ page }) => {
  await page.goto(RISKS)
  const risk = page.getByRole('article', {
    name: 'Advice from other agencies comes too late for the 20 weeks',
  })
  await expect(risk).toContainText('Amber, score 4 of 9')
  await expect(page.getByText('Numbers of places are not yet agreed')).toHaveCount(0)
  for (const name of [
    'Raise a risk or an issue',
    'Score it again',
    'Rate condition 1',
    'Write down a condition',
  ])
    await expect(page.getByRole('button', { name })).toHaveCount(0)
})
