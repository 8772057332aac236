import { expect, PLAN, test } from './journey.ts'

test.describe('a head teacher, before any script has run', () => {
  test.use({ person: 'primary-head', javaScriptEnabled: false })

  test('reads how each strand stands, what is asked of schools and where the money goes', async ({
    page,
  }) => {
    await page.goto(`${PLAN}/progress`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'What has come of the plan since 4 March 2020',
    )
    const main = page.locator('main')
    await expect(main.getByText(/^Schools are asked to do \d things, in .*Strand 2.*Strand 3/)).toBeVisible()
    const processes = page.getByRole('region', { name: /^Strand 3/ })
    await expect(processes).toContainText('1 is behind and needs help (red)')
    await expect(processes).toContainText(
      'Use the new template for school advice from 20 April. Illustrative',
    )
    await expect(processes).toContainText('delivery rating changed from amber to red (illustrative).')
    const money = page.getByRole('table', { name: /Spending by phase in 2019-20/ })
    await expect(money.getByRole('row', { name: /^Total/ })).toContainText('£28,300,000')
    await expect(money.getByRole('row', { name: /^Primary/ })).toContainText('14.8%')
    await processes.getByRole('link', { name: 'Ask about Strand 3' }).click()
    await expect(page).toHaveURL(`${PLAN}/questions?about=strand+processes`)
  })

  test('chooses another day, which is then in the address', async ({ page }) => {
    await page.goto(`${PLAN}/progress?as-at=2020-03-20`)
    await page.getByLabel('Tell me what has changed since').fill('2020-02-13')
    await page.getByRole('button', { name: 'Show progress' }).click()
    await expect(page).toHaveURL(`${PLAN}/progress?as-at=2020-03-20&since=2020-02-13`)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('since 13 February 2020')
    const answer = await page.request.get(`${PLAN}/progress?since=soon`)
    expect(answer.status()).toBe(404)
    expect(await answer.text()).toContain('“soon” is not a real date.')
  })

  test('comes from the meeting to the plan as it stood on its day', async ({ page }) => {
    await page.goto(`${PLAN}/progress`)
    await page
      .getByRole('link', { name: 'meeting of the head-teacher reference group on 4 March 2020' })
      .click()
    const meeting = page.getByRole('article', { name: 'Head-teacher reference group, 4 March 2020' })
    await expect(meeting).toContainText('Primary head teachers: 5')
    await expect(
      page.getByRole('article', { name: 'Head-teacher reference group, 6 May 2020' }),
    ).toBeVisible()
    await meeting.getByRole('link', { name: /^The plan as at that day/ }).click()
    await expect(page).toHaveURL(`${PLAN}?as-at=2020-03-04`)
  })
})
