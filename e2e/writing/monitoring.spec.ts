import { become, expect, expectAccessible, expectNoSidewaysScroll, PLAN, test } from '../journey.ts'

test.use({ person: null })

test('finance reports the end of a month: every line at once, with places and reasons', async ({ page }) => {
  await become(page, 'finance-business-partner')
  await page.goto(`${PLAN}/forecast/in-year`)
  await expect(page.getByText('Forecast outturn: deficit £3.4m, £700k worse than the budget.')).toBeVisible()
  await page.getByRole('button', { name: 'Report the end of a month' }).press('Enter')
  const form = page.getByRole('form', { name: 'Report the end of a month' })
  await expectAccessible(page)
  await form.getByLabel('As at').fill('2020-03-30')
  const independent = form.getByRole('group', { name: 'Independent and out of borough placements' })
  await independent.getByLabel('Forecast outturn').fill('7.9m')
  await independent.getByLabel('Places or plans').fill('137 and more')
  await form.getByRole('button', { name: 'Report it' }).press('Enter')
  await expect(form.getByText('Write a number of places, such as 12 or 12.5.').first()).toBeVisible()
  await independent.getByLabel('Places or plans').fill('137.5')
  await independent.getByLabel('Why it differs').fill('One placement more')
  await form.getByRole('button', { name: 'Report it' }).press('Enter')
  await expect(form.getByText('A report is as at the last day of a month.').first()).toBeVisible()
  await form.getByLabel('As at').fill('2020-03-31')
  await form.getByRole('button', { name: 'Report it' }).press('Enter')
  await expect(page.getByText('It is £200k worse than at the last report.')).toBeVisible()
  const row = page
    .getByRole('table', { name: /^Lines of the budget/ })
    .getByRole('row', { name: /^Independent and out of borough/ })
  await expect(row).toContainText('One placement more')
  await expect(
    page.getByRole('table', { name: /^Places or plans/ }).getByRole('row', { name: /^Independent/ }),
  ).toContainText('137.5')
  await page.getByRole('link', { name: '31 January 2020' }).press('Enter')
  await expect(page.getByText('Forecast outturn: deficit £3.3m, £600k worse than the budget.')).toBeVisible()

  await become(page, 'primary-head')
  await page.goto(`${PLAN}/forecast/in-year`)
  await expect(page.getByText('or none that you may see.')).toBeVisible()
  await expect(page.getByText('137.5')).toHaveCount(0)
})

test('finance explains the difference between two records, and the larger deficit stands', async ({
  page,
}) => {
  await become(page, 'section-151-officer')
  await page.goto(`${PLAN}/forecast/records`)
  await expect(
    page.getByText('so a deficit of £1,190,000 would be taken, the lowest; £60,000 is at stake.'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Explain a difference' }).press('Enter')
  const form = page.getByRole('form', { name: 'Explain a difference' })
  await form.getByLabel('Reason').fill('Rounding of the return')
  await form.getByLabel('Its part of the difference').fill('5,000')
  await form.getByRole('button', { name: 'Explain it' }).press('Enter')
  await expect(
    page.getByText('Every difference is explained, so a deficit of £1,250,000 stands.'),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Write down a record' }).press('Enter')
  const record = page.getByRole('form', { name: 'Write down a record' })
  await record.getByLabel('Record', { exact: true }).selectOption('Section 151 officer’s assurance')
  await record.getByLabel('Deficit').fill('1.25m')
  await record.getByRole('button', { name: 'Write it down' }).press('Enter')
  await expect(page.getByText('so a deficit of £1,250,000 stands.', { exact: true })).toHaveCount(0)
  await expect(page.getByRole('row', { name: /^Section 151 officer/ })).toContainText('\u2212£1,250,000')
  await expectAccessible(page)
})

test('finance keeps a scenario, an actual with its owner, and a transfer that counts once it is agreed', async ({
  page,
}) => {
  test.setTimeout(60_000)
  await become(page, 'finance-business-partner')
  await page.goto(`${PLAN}/forecast?version=draft-2`)
  await expect(page.getByRole('row', { name: /^The autism school opens a year late/ })).toContainText(
    '12 months late',
  )
  await page.getByLabel('From the version').selectOption('Version 1')
  const moved = page.getByRole('table', { name: /^What moved the cumulative balance/ })
  await expect(moved.getByRole('row', { name: /^Difference/ })).toContainText('£')
  await page.getByRole('button', { name: 'Keep a scenario' }).press('Enter')
  const scenario = page.getByRole('form', { name: 'Keep a scenario' })
  await scenario.getByLabel('Name').fill('More and dearer')
  await scenario.getByRole('button', { name: 'Keep the scenario' }).press('Enter')
  await expect(scenario.getByText('a scenario of nothing is the plan').first()).toBeVisible()
  await scenario.getByLabel('Growth of places, points more').fill('2')
  await scenario.getByLabel('The statutory override ends').selectOption('2022-23')
  await scenario.getByRole('button', { name: 'Keep the scenario' }).press('Enter')
  const kept = page.getByRole('row', { name: /^More and dearer/ })
  await expect(kept).toContainText('Growth of places up 2 points; the statutory override ends in 2022-23')

  await page.getByRole('button', { name: 'Record an actual or an owner' }).press('Enter')
  const actual = page.getByRole('form', { name: 'Record an actual or an owner' })
  await actual.getByLabel('Assumption').selectOption({ label: 'Interest on the deficit' })
  await actual.getByLabel('What it turned out to be').fill('0.75%')
  await actual.getByLabel('Owner').selectOption('Finance Business Partner')
  await actual.getByRole('button', { name: 'Record it' }).press('Enter')
  await expect(actual).toHaveCount(0)
  await become(page, 'cabinet-member')
  await page.goto(`${PLAN}/forecast?version=draft-2`)
  const interest = page
    .getByRole('table', { name: /^What the forecast assumes/ })
    .getByRole('row', { name: /^Interest on the deficit/ })
  await expect(interest).toContainText('0.75%')
  await expect(interest).toContainText('Finance Business Partner')

  await become(page, 'finance-business-partner')
  await page.goto(`${PLAN}/forecast/funding`)
  await page.getByRole('button', { name: 'Add a funding line' }).press('Enter')
  const line = page.getByRole('form', { name: 'Add a funding line' })
  await line.getByLabel('Name').fill('Half a per cent for 2023-24')
  await line.getByLabel('Year').selectOption('2023-24')
  await line.getByLabel('Amount').fill('£800k')
  await line.getByLabel('Status of the transfer').selectOption('Requested')
  await line.getByRole('button', { name: 'Add the line' }).press('Enter')
  await expect(page.getByRole('row', { name: /^Half a per cent/ })).toContainText('Requested')
  await expectNoSidewaysScroll(page)
  const before = await inYearOf(page)
  await page.goto(`${PLAN}/forecast/funding`)
  await page.getByRole('button', { name: 'Change “Half a per cent for 2023-24”' }).press('Enter')
  const change = page.getByRole('form', { name: /^Change “Half a per cent/ })
  await change.getByLabel('Status of the transfer').selectOption('Approved by Schools Forum')
  await change.getByRole('button', { name: 'Change the line' }).press('Enter')
  await expect(page.getByRole('row', { name: /^Half a per cent/ })).toContainText('Approved by Schools Forum')
  expect(await inYearOf(page)).not.toBe(before)
})

/** What the draft gives for 2023-24. */
async function inYearOf(page: Parameters<typeof become>[0]): Promise<string | null> {
  await page.goto(`${PLAN}/forecast?version=draft-2`)
  const results = page.getByRole('table', { name: /^Years of the forecast/ })
  return results
    .getByRole('row', { name: /^2023-24/ })
    .getByRole('cell')
    .nth(6)
    .textContent()
}

test('a strand lead proposes a saving as places, and finance sees what they make', async ({ page }) => {
  await become(page, 'head-of-processes')
  await page.goto(`${PLAN}/savings/placements-at-best-value`)
  await page.getByRole('button', { name: 'Propose a change' }).press('Enter')
  const form = page.getByRole('form', { name: 'Propose a change' })
  await form.getByLabel('Placement category').selectOption('Non-maintained special schools or independent')
  await form.getByLabel('How many fewer places').fill('12')
  await form.getByLabel('Cost of a place in a year').fill('52,000')
  await form.getByRole('button', { name: 'Send it to finance' }).press('Enter')
  const proposal = page.getByRole('article', { name: /^Proposal for/ }).first()
  await expect(proposal).toContainText('12 fewer places at £52,000 a year')
  await expect(proposal).toContainText('£624,000')
})
