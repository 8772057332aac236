import { become, expect, expectAccessible, expectNoSidewaysScroll, PLAN, test } from '../journey.ts'

test.use({ person: 'programme-manager' })

test('a meeting is written down with who was there, and its action arises in the strand', async ({
  page,
  request,
}) => {
  test.setTimeout(90_000)
  await page.goto(`${PLAN}/meetings`)
  await page.getByRole('button', { name: 'Write down a meeting' }).press('Enter')
  const plan = page.getByRole('form', { name: 'Write down a meeting' })
  await plan.getByRole('button', { name: 'Save the meeting' }).press('Enter')
  await expect(plan.getByText('Give the day of the meeting.').first()).toBeVisible()
  await plan.getByLabel('Who meets').selectOption('PROGRAMME_BOARD')
  await plan.getByLabel('Day', { exact: true }).fill('2020-03-25')
  await plan.getByLabel('Agenda').fill('Placements\nThe register')
  await plan.getByLabel('Notes').fill('The highest fees come first.')
  await plan.getByRole('button', { name: 'Save the meeting' }).press('Enter')
  const meeting = page.getByRole('article', { name: 'Programme board, 25 March 2020' })
  await expect(meeting.getByRole('listitem')).toHaveText(['Placements', 'The register'])

  await meeting.getByRole('button', { name: 'Who was there' }).press('Enter')
  const lines = meeting.getByLabel('Roles and how many')
  await lines.fill('Strand leads: 5\nA. Head')
  await meeting.getByRole('button', { name: 'Save who was there' }).press('Enter')
  await expect(meeting.getByText('not “A. Head”').first()).toBeVisible()
  await lines.fill('Strand leads: 5\nSchool governors: 2')
  await meeting.getByRole('button', { name: 'Save who was there' }).press('Enter')
  await expect(meeting.getByRole('listitem').filter({ hasText: 'School governors: 2' })).toBeVisible()

  await meeting.getByRole('button', { name: 'Add an action arising' }).press('Enter')
  await meeting.getByLabel('Strand', { exact: true }).selectOption('support-services')
  await meeting.getByLabel('Name', { exact: true }).fill('Ask services which schools they reach')
  await meeting.getByLabel('What schools are asked to do').fill('Say which services you use, by 30 April.')
  await expectAccessible(page)
  await meeting.getByRole('button', { name: 'Add the action' }).press('Enter')
  await expect(meeting).toContainText('Ask services which schools they reach, in Strand 4. Not started.')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)
  await meeting.getByRole('link', { name: 'Ask services which schools they reach' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ask services which schools they reach')
  await expect(page.locator('main')).toContainText('Say which services you use, by 30 April.')
  await page.goto(`${PLAN}/strands/support-services`)
  await expect(page.getByRole('article', { name: 'Ask services which schools they reach' })).toBeVisible()

  await page.goto(`${PLAN}/meetings`)
  await meeting.getByRole('link', { name: 'The plan as at that day' }).press('Enter')
  await expect(page).toHaveURL(`${PLAN}?as-at=2020-03-25`)
  const told = await (await request.get(`${PLAN}/progress`)).text()
  expect(told).toContain('Say which services you use, by 30 April.')
})

test('a consultation goes from planned to reported, and is in the calendar while it is to come', async ({
  page,
  request,
}) => {
  test.setTimeout(90_000)
  const title = 'Where resourced provision should be'
  await page.goto(`${PLAN}/meetings`)
  await page.getByRole('button', { name: 'Plan a consultation' }).press('Enter')
  const plan = page.getByRole('form', { name: 'Plan a consultation' })
  await plan.getByLabel('What is consulted on').fill(title)
  await plan.getByLabel('Opens on').fill('2020-04-20')
  await plan.getByLabel('Closes on').fill('2020-05-22')
  await plan.getByLabel('Web page to take part').fill('javascript:alert(1)')
  await plan.getByRole('button', { name: 'Save the consultation' }).press('Enter')
  await expect(plan.getByText('Write an address that begins with https').first()).toBeVisible()
  await plan.getByLabel('Web page to take part').fill('https://www.example.gov.uk/have-your-say')
  await plan.getByRole('button', { name: 'Save the consultation' }).press('Enter')
  const consultation = page.getByRole('article', { name: title })
  await expect(consultation).toContainText('Planned')
  const feed = async () =>
    (await (await request.get(`${PLAN}/forthcoming.ics`)).text()).replaceAll('\r\n ', '')
  expect(await feed()).toContain(`SUMMARY:Consultation opens: ${title}`)
  await page.goto(`${PLAN}/forthcoming`)
  await expect(
    page.getByRole('link', { name: `see the consultation Consultation closes: ${title}` }),
  ).toBeVisible()
  await expectAccessible(page)

  await page.goto(`${PLAN}/meetings`)
  await consultation.getByRole('button', { name: 'Open it today' }).press('Enter')
  await consultation.getByLabel('Closes on').fill('2020-04-30')
  await consultation.getByRole('button', { name: 'Open the consultation' }).press('Enter')
  await expect(consultation).toContainText('30 April 2020')
  await expect(consultation.getByRole('link', { name: /have-your-say/ })).toBeVisible()

  await consultation.getByRole('button', { name: 'Close it' }).press('Enter')
  await consultation.getByRole('button', { name: 'Close the consultation' }).press('Enter')
  await expect(consultation.getByText('Write how many responses there were').first()).toBeVisible()
  await consultation.getByLabel('Number of responses').fill('41')
  await consultation.getByRole('button', { name: 'Close the consultation' }).press('Enter')
  await expect(consultation).toContainText('Responses41')
  expect(await feed()).not.toContain(title)

  await consultation.getByRole('button', { name: 'Say what came of it' }).press('Enter')
  await consultation.getByLabel('What came of it', { exact: true }).fill('Two sites in the north, not one.')
  await consultation.getByRole('button', { name: 'Report the outcome' }).press('Enter')
  await expect(consultation).toContainText('Two sites in the north, not one.')
  await expect(consultation.getByRole('button')).toHaveCount(0)
  await expectAccessible(page)
})

test('finance writes down where the money goes by phase, with its total and shares', async ({ page }) => {
  await become(page, 'finance-business-partner')
  await page.goto(`${PLAN}/progress`)
  await page.getByRole('button', { name: 'Write down spending by phase' }).press('Enter')
  const form = page.getByRole('form', { name: 'Write down spending by phase' })
  await form.getByRole('button', { name: 'Save the spending' }).press('Enter')
  await expect(form.getByText('Write the amount of at least one phase.').first()).toBeVisible()
  await form.getByLabel('Year', { exact: true }).selectOption('2018')
  await form.getByLabel('Primary').fill('£3m')
  await form.getByLabel('Secondary').fill('1,000,000')
  await form.getByRole('button', { name: 'Save the spending' }).press('Enter')
  const table = page.getByRole('table', { name: 'Spending by phase in 2018-19, High Needs Block, in pounds' })
  await expect(table.getByRole('row', { name: /^Primary £3,000,000 75\.0%/ })).toBeVisible()
  await expect(table.getByRole('row', { name: /^Total £4,000,000 100\.0%/ })).toBeVisible()
  await expectAccessible(page)
})
