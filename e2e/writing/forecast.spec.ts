import { become, expect, expectAccessible, expectNoSidewaysScroll, PLAN, test } from '../journey.ts'

test.use({ person: null })

test('finance works a draft out in the grid, submits it, and the section 151 officer records its approval', async ({
  page,
}) => {
  test.setTimeout(90_000)
  await become(page, 'finance-business-partner')
  await page.goto(`${PLAN}/forecast?version=draft-2`)
  const grid = page.getByRole('form', { name: 'Assumptions' })
  const results = page.getByRole('table', { name: /^Years of the forecast/ })
  const inYear = results
    .getByRole('row', { name: /^2021-22/ })
    .getByRole('cell')
    .nth(6)
  await expect(inYear).toHaveText('\u2212£4,440,000')
  await expectAccessible(page)

  const inflation = grid.getByRole('textbox', { name: /^Value, Inflation of costs/ })
  await inflation.fill('about 3')
  await expect(grid.getByText('Write a rate with two decimals at most')).toBeVisible()
  await expect(inflation).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
  await inflation.fill('3%')
  await expect(inYear).not.toHaveText('\u2212£4,440,000')
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(inYear).toHaveText('\u2212£4,440,000')

  // Two cells copied from a spreadsheet: the low and the high of inflation.
  const low = grid.getByRole('textbox', { name: /^Low, Inflation of costs/ })
  await low.focus()
  await low.evaluate((cell) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', '1.25%\t4%\n')
    cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(low).toHaveValue('1.25%')
  await expect(grid.getByRole('textbox', { name: /^High, Inflation of costs/ })).toHaveValue('4%')

  await page.reload()
  await expect(low).toHaveValue('1.25%')
  await grid.getByRole('button', { name: 'Keep the assumptions' }).press('Enter')
  await expect(grid.getByRole('status')).toHaveText('Say why the assumptions change.')
  await grid.getByLabel('Why they change').fill('The range of the March outlook')
  await grid.getByRole('button', { name: 'Keep the assumptions' }).press('Enter')
  await expect(grid.getByRole('status')).toHaveText('The assumptions are kept.')

  // Whoever changes the plan meanwhile, in another journey, makes it another forecast.
  await expect(async () => {
    await page.getByRole('button', { name: 'Run the simulation' }).press('Enter')
    await expect(page.getByRole('table', { name: 'Cumulative balance over 10,000 runs' })).toBeVisible()
  }).toPass({ timeout: 20_000 })
  await page.getByText(/^In-year balance, 2020-21/).press('Enter')
  await page
    .getByText(/^Before transfer: /)
    .first()
    .press('Enter')
  await page
    .getByText(/^Spend: /)
    .first()
    .press('Enter')
  await expect(page.getByText(/^Non-maintained special schools or independent: /).first()).toBeVisible()
  await page.setViewportSize({ width: 320, height: 900 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 1280, height: 900 })

  await page.getByRole('button', { name: 'Submit this version' }).press('Enter')
  const submitting = page.getByRole('form', { name: 'Submit this version' })
  await submitting.getByLabel('Range, either side').fill('£500k')
  await submitting.getByLabel('Basis of the range').fill('Judgement: +/- £500k')
  await submitting.getByRole('button', { name: 'Submit the version' }).press('Enter')
  await expect(grid).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Record its approval' })).toHaveCount(0)
  await expect(page.getByRole('table', { name: /^What the forecast assumes/ })).toContainText('1.25% to 4%')

  await become(page, 'section-151-officer')
  await page.goto(`${PLAN}/forecast?version=draft-2`)
  await page.getByRole('button', { name: 'Record its approval' }).press('Enter')
  const approving = page.getByRole('form', { name: 'Record its approval' })
  await approving.getByRole('button', { name: 'Approve the version' }).press('Enter')
  await expect(approving.getByRole('alert')).toContainText('Say who approved it')
  await approving.getByLabel('Approved by').fill('Full Cabinet')
  await approving.getByRole('button', { name: 'Approve the version' }).press('Enter')
  await expect(page.getByRole('table', { name: 'Versions, the newest first' })).toContainText(
    'Full Cabinet, 31 March 2020',
  )
  await expectAccessible(page)
})

test('the public reads no working paper: a draft has no grid and no assumptions', async ({ page }) => {
  await page.goto(`${PLAN}/forecast?version=draft-0-1`)
  await expect(page.getByRole('form', { name: 'Assumptions' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Begin a draft' })).toHaveCount(0)
})
