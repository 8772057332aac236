import { become, expect, expectAccessible, expectNoSidewaysScroll, PLAN, test } from '../journey.ts'

test.use({ person: null })

test('a head asks, the strand lead answers with what it changed, and the public reads it once it is public', async ({
  page,
  request,
}) => {
  test.setTimeout(60_000)
  const asked = 'Could the panel meet before half-term, so that places are known?'
  await become(page, 'primary-head')
  await page.goto(`${PLAN}/strands/processes`)
  await page.getByRole('link', { name: 'Ask about this strand' }).press('Enter')
  await page.getByRole('button', { name: 'Ask or say something' }).press('Enter')
  const ask = page.getByRole('form', { name: 'Ask or say something' })
  await expect(
    ask.getByLabel('About').getByRole('option', { name: 'The chart of the in-year balance' }),
  ).toBeAttached()
  await expect(ask.getByLabel('About')).toHaveValue('strand processes')
  await ask.getByRole('button', { name: 'Send it' }).press('Enter')
  await expect(ask.getByText('Write your question or comment.').first()).toBeVisible()
  await ask.getByLabel('Your question or comment').fill(asked)
  await ask.getByRole('button', { name: 'Send it' }).press('Enter')
  const question = page.getByRole('article', { name: asked })
  await expect(question).toContainText('Waiting for an answer. Not public.')
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  await become(page, 'head-of-processes')
  await page.goto(`${PLAN}/questions`)
  await question.getByRole('button', { name: 'Answer it' }).press('Enter')
  await question.getByLabel('Answer', { exact: true }).fill('Yes: the panel starts before half-term.')
  await question.getByLabel('What it has changed').selectOption('placements')
  await question.getByRole('button', { name: 'Send the answer' }).press('Enter')
  await expect(question).toContainText('It changed Placements.')
  expect(await (await request.get(`${PLAN}/questions`)).text()).not.toContain(asked)

  await become(page, 'programme-manager')
  await page.goto(`${PLAN}/questions`)
  await question.getByRole('button', { name: 'Make it public' }).press('Enter')
  await question.getByRole('button', { name: 'Publish it' }).press('Enter')
  await expect(question.getByRole('button', { name: 'Make it no longer public' })).toBeVisible()
  await expectAccessible(page)
  expect(await (await request.get(`${PLAN}/questions`)).text()).toContain(asked)

  await question.getByRole('button', { name: 'Withdraw it' }).press('Enter')
  await question.getByLabel('Why', { exact: true }).fill('Asked twice')
  await question.getByRole('button', { name: 'Withdraw the question' }).press('Enter')
  await expect(question).toHaveCount(0)
  expect(await (await request.get(`${PLAN}/questions`)).text()).not.toContain(asked)
})
