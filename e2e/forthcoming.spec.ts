import { expect, PLAN, test } from './journey.ts'

test('what is late comes first, then what is to come by month, with the dates as they were written', async ({
  page,
}) => {
  await page.goto(`${PLAN}/forthcoming`)
  const headings = await page.locator('main h2').allTextContents()
  expect(headings[0]).toMatch(/overdue/i)
  expect(headings.join(' ')).toContain('April 2020')
  await expect(page.locator('main')).toContainText('by the end of April')
  await expect(page.locator('main')).toContainText('Secretary of State')
  await expect(page.locator('main')).toContainText('a Parent Carer Forum')
})

test('the calendar can be taken away as a feed', async ({ page, request }) => {
  await page.goto(`${PLAN}/forthcoming`)
  const address = await page
    .getByRole('link', { name: /calendar/i })
    .first()
    .getAttribute('href')
  const feed = await request.get(address ?? '')
  expect(feed.headers()['content-type']).toContain('text/calendar')
  expect(await feed.text()).toContain('SUMMARY:High Needs Block deficit recovery plan due to')
})
