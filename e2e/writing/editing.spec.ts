import type { Page } from '@playwright/test'
import { become, expect, expectAccessible, expectNoSidewaysScroll, PLAN, test } from '../journey.ts'

test.use({ person: null })

/** Opens a form with the keyboard. */
async function open(page: Page, title: string): Promise<ReturnType<Page['getByRole']>> {
  await page.getByRole('button', { name: title, exact: true }).focus()
  await page.keyboard.press('Enter')
  return page.getByRole('form', { name: title, exact: true })
}

test('a lead begins an action, is told what is wrong at the field, and sets a milestone that then moves', async ({
  page,
}) => {
  await become(page, 'head-of-support-services')
  await page.goto(`${PLAN}/strands/support-services`)
  const adding = await open(page, 'Add an action')
  await adding.getByLabel('Due on').fill('2020-09-30')
  await adding.getByLabel('Starts on').fill('2020-10-31')
  await adding.getByLabel('Name').focus()
  await page.keyboard.press('Enter')
  const summary = adding.getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(adding.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true')
  await expectAccessible(page)
  await summary.getByRole('link').first().press('Enter')
  await expect(adding.getByLabel('Name')).toBeFocused()
  await page.keyboard.type('One front door for support')
  await page.keyboard.press('Enter')
  await expect(summary).toContainText('The due date must not be before the start.')
  await adding.getByLabel('Starts on').fill('2020-04-30')
  await adding.getByRole('button', { name: 'Add the action' }).press('Enter')
  await expect(page.getByRole('button', { name: 'Add an action' })).toBeFocused()
  await page.getByRole('link', { name: 'One front door for support' }).press('Enter')

  const setting = await open(page, 'Add a milestone')
  await setting.getByLabel('What is to have happened').fill('Schools told')
  await setting.getByLabel('By', { exact: true }).fill('2020-06-01')
  await setting.getByRole('button', { name: 'Add the milestone' }).press('Enter')
  const moving = await open(page, 'Move “Schools told”')
  await moving.getByLabel('New date').fill('2020-07-01')
  await moving.getByLabel('Why it moves').fill('Schools are closed')
  await moving.getByRole('button', { name: 'Move the milestone' }).press('Enter')
  await expect(page.getByRole('table', { name: 'Milestones of this action' })).toContainText(
    'Moved once, 30 days later',
  )
  await expect(page.getByRole('table', { name: 'Milestones of this action' })).toContainText('1 June 2020')
  await expectAccessible(page)
})

test('many actions change at once after a preview, and that is undone', async ({ page }) => {
  await become(page, 'programme-manager')
  await page.goto(`${PLAN}/strands/commissioning`)
  const form = await open(page, 'Change many actions at once')
  await form.getByRole('button', { name: 'Show what would change' }).press('Enter')
  await expect(form.getByRole('status')).toContainText('Tick the actions to change.')
  await form.getByRole('checkbox').first().check()
  await form.getByLabel('New owner from today').selectOption({ label: 'Finance Business Partner' })
  await form.getByLabel('Reason').fill('The post is vacant')
  await form.getByRole('button', { name: 'Show what would change' }).press('Enter')
  await expect(form.getByRole('status')).toContainText('Added: Finance Business Partner as action owner')
  await expectAccessible(page)
  await form.getByRole('button', { name: 'Change them all' }).press('Enter')
  await expect(page.getByText('The actions were changed.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(page.getByText('The actions were changed.')).toBeHidden()
})

test('what is owed goes to the next holder when a role is handed over', async ({ page }) => {
  await become(page, 'programme-manager')
  await page.goto(`${PLAN}/programme`)
  await expect(page.getByRole('heading', { name: 'Who owes what' })).toBeVisible()
  await page.getByText('Hand over a role').press('Enter')
  const opener = page.getByRole('button', { name: /^Hand over from Inclusion Adviser/ }).first()
  const name = (await opener.textContent()) ?? ''
  const form = await open(page, name)
  await form.getByLabel('To').selectOption({ label: 'Head of Support Services' })
  await form.getByRole('button', { name: 'Hand over', exact: true }).press('Enter')
  await expect(page.getByRole('button', { name, exact: true })).toBeHidden()
  await expect(page.getByRole('table', { name: 'Roles held now' })).toContainText('Head of Support Services')
  await expectAccessible(page)
})

test('the public and cabinet members see no form, and nothing to open one with', async ({ page }) => {
  for (const person of [null, 'cabinet-member']) {
    if (person) await become(page, person)
    for (const address of ['strands/processes', 'actions/placements']) {
      await page.goto(`${PLAN}/${address}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expect(page.getByRole('heading', { name: /^Change / })).toHaveCount(0)
    }
  }
})

test('every form of a lead and of the programme manager fits a small screen and has no accessibility fault', async ({
  page,
}) => {
  await become(page, 'programme-manager')
  await page.setViewportSize({ width: 320, height: 900 })
  for (const address of ['strands/processes', 'actions/placements', 'programme']) {
    await page.goto(`${PLAN}/${address}`)
    await page.waitForLoadState('networkidle')
    const closed = page.locator('main button[aria-expanded=false]:visible')
    for (let left = await closed.count(); left > 0; left -= 1) await closed.first().click()
    await expectNoSidewaysScroll(page)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await expectAccessible(page)
    }
    if (process.env.SHOTS)
      await page.screenshot({ path: `${process.env.SHOTS}/${address.replace('/', '-')}.png`, fullPage: true })
  }
})
