import { expect, PLAN, test } from './journey.ts'

test.use({ person: null })

test('a newcomer chooses by keyboard who to be, reads as that person, and signs out', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Choose who you are')
  const person = page.getByRole('button', { name: /Head of SEND Processes/ })
  await person.focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(PLAN)
  await expect(page.locator('header')).toContainText('Head of SEND Processes, strand lead')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto(PLAN)
  await expect(page.locator('header')).toContainText('You are reading as the public')
})

test('choosing a person leads back to the page that was being read', async ({ page }) => {
  await page.goto(`${PLAN}/forthcoming`)
  await page.getByRole('link', { name: 'Choose who you are' }).click()
  await page.getByRole('button', { name: /Programme Manager/ }).click()
  await expect(page).toHaveURL(`${PLAN}/forthcoming`)
})

test('the session cookie cannot be read by a script, and a form from elsewhere is refused', async ({
  page,
  request,
}) => {
  await page.goto('/')
  await page.getByRole('button', { name: /Programme Manager/ }).click()
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'session')
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  expect(await page.evaluate(() => document.cookie)).not.toContain('session')
  const form = { plan: 'solihull', person: 'programme-manager' }
  const headers = { origin: 'https://elsewhere.example' }
  expect((await request.post('/sign-in/demonstration', { form, headers })).status()).toBe(403)
})
