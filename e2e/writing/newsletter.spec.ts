import { become, expect, expectAccessible, expectNoSidewaysScroll, PLAN, test } from '../journey.ts'

test.use({ person: null })

test('the programme manager composes and edits an issue, the director approves it, and everybody reads it', async ({
  page,
  request,
}) => {
  test.setTimeout(90_000)
  await become(page, 'programme-manager')
  await page.goto(`${PLAN}/newsletters`)
  await page.getByRole('button', { name: 'Begin the next issue' }).press('Enter')
  const begin = page.getByRole('form', { name: 'Begin the next issue' })
  await begin.getByRole('button', { name: 'Begin the issue' }).press('Enter')
  await expect(begin.getByText('Give the issue a title, such as “March 2020”.').first()).toBeVisible()
  await begin.getByLabel('Title').fill('June 2020')
  await begin.getByRole('button', { name: 'Begin the issue' }).press('Enter')
  await page.getByRole('link', { name: 'Newsletter 2: June 2020' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('June 2020')
  await expect(page.getByRole('heading', { name: 'Strand 2: Inclusion Strategy' })).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await page.getByRole('button', { name: 'Edit “Where we stand”' }).press('Enter')
  const form = page.getByRole('form', { name: 'Edit “Where we stand”' })
  await expectAccessible(page)
  await form.getByLabel('Text', { exact: true }).fill('A {{surprise}}. ')
  await form.getByRole('button', { name: 'Keep the section' }).press('Enter')
  await expect(form.getByText('The plan has no figure called “surprise”').first()).toBeVisible()
  await form.getByLabel('Text', { exact: true }).fill('Last year, says DfE: ')
  await form.getByLabel('Put in a figure of the plan').selectOption({ index: 3 })
  await form.getByRole('button', { name: 'Strong' }).press('Enter')
  await expect(form.getByLabel('Text', { exact: true })).toHaveValue(
    /^Last year, says DfE: \{\{[^{}]+\}\}\*\*strong\*\*$/,
  )
  await form.getByRole('button', { name: 'Keep the section' }).press('Enter')
  await expect(page.getByText(/^Last year, says DfE: deficit £/)).toBeVisible()
  await expect(page.getByText('Used before it is spelled out: DfE (Department for Education).')).toBeVisible()
  await page.getByRole('button', { name: 'Move “Where we stand” up' }).press('Enter')
  await page.getByRole('button', { name: 'Move it up' }).press('Enter')
  await expect(page.getByRole('heading', { level: 2 }).first()).toHaveText('Where we stand')
  await page.getByRole('button', { name: 'Send it for approval' }).press('Enter')
  await page.getByRole('button', { name: 'Send it', exact: true }).press('Enter')
  await expect(page.getByText('It waits for approval.')).toBeVisible()

  await become(page, 'primary-head')
  expect((await page.request.get(`${PLAN}/newsletters/2`)).status()).toBe(404)

  await become(page, 'director-of-childrens-services')
  await page.goto(`${PLAN}/newsletters/2`)
  await page.getByRole('button', { name: 'Approve it' }).press('Enter')
  await page.getByRole('button', { name: 'Approve the issue' }).press('Enter')
  await expect(page.getByText(/^Approved\. It reads here/)).toBeVisible()

  await become(page, 'programme-manager')
  await page.goto(`${PLAN}/newsletters/2`)
  await page.getByRole('button', { name: 'Publish it' }).press('Enter')
  await page.getByRole('button', { name: 'Publish the issue' }).press('Enter')
  await expect(page.getByText(/^Published on 31 March 2020/)).toBeVisible()
  await page.getByRole('button', { name: 'Correct it' }).press('Enter')
  const correct = page.getByRole('form', { name: 'Correct it' })
  await correct.getByLabel('Correction').fill('The workshop is in May.')
  await correct.getByRole('button', { name: 'Publish the correction' }).press('Enter')
  await expect(page.getByText('The workshop is in May.')).toBeVisible()
  await expectAccessible(page)

  // Whoever is not signed in reads the page without any script, and the feed.
  const read = await request.get(`${PLAN}/newsletters/2`)
  const html = await read.text()
  expect(html).toContain('The workshop is in May.')
  expect(html).toMatch(/Last year, says DfE: deficit £/)
  const feed = await request.get(`${PLAN}/newsletters.atom`)
  expect(feed.headers()['content-type']).toContain('application/atom+xml')
  const atom = await feed.text()
  expect(atom).toContain('Newsletter 2: June 2020')
  expect(atom).not.toMatch(/Osprey|\{\{/)
})
