import type { Page } from '@playwright/test'
import { chartsDrawn, expect, PLAN, test } from './journey.ts'

/** Presses Tab until the element with this accessible name has the focus. */
async function tabTo(page: Page, name: RegExp, most = 120): Promise<void> {
  for (let presses = 0; presses < most; presses++) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
    if (name.test(focused)) return
  }
  throw new Error(`${most} presses of Tab did not reach ${name}`)
}

test('a reader with a keyboard only goes from the headline to the reason for red, and back in time', async ({
  page,
}) => {
  await page.goto(PLAN)
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveText(/skip to/i)
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  await tabTo(page, /^Placements$/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${PLAN}/actions/placements`)
  await expect(page.locator('h1')).toBeFocused()
  await expect(page.locator('main')).toContainText('A third of placements have no agreement on file')
  await page.goto(`${PLAN}?as-at=2020-02-15`)
  const field = page.getByRole('textbox', { name: 'As at' })
  await field.focus()
  // Which part of the date comes first, the day or the month, is the browser's choice.
  await page.keyboard.press('ArrowDown')
  const day = await field.inputValue()
  expect(['2020-01-15', '2020-02-14']).toContain(day)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(`${PLAN}?as-at=${day}`)
  await expect(page.locator('header')).toContainText(/As at 1[45] \w+ 2020, not current/)
})

test('the focus can be seen wherever it is', async ({ page }) => {
  await page.goto(PLAN)
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(() => {
      const focused = document.activeElement ?? document.body
      // The slider of a chart lies unseen over the plot, which is outlined in its place.
      const shown = focused.matches('input[type=range]') ? (focused.nextElementSibling ?? focused) : focused
      const style = getComputedStyle(shown)
      return `${style.outlineStyle} ${style.outlineWidth} ${style.boxShadow} ${shown.outerHTML.slice(0, 80)}`
    })
    expect(outline).not.toMatch(/^none \S+ none /)
  }
})

test('the points of a chart can be read with the arrow keys, and put away with Escape', async ({ page }) => {
  await page.goto(PLAN)
  await chartsDrawn(page)
  const figure = page.locator('main figure').first()
  const card = figure.locator('output')
  await figure.getByRole('slider').focus()
  await page.keyboard.press('ArrowRight')
  await expect(card).toContainText(/20\d\d-\d\d/)
  const first = (await card.textContent()) ?? ''
  await page.keyboard.press('ArrowRight')
  await expect(card).not.toHaveText(first)
  await expect(card).toContainText('£')
  await page.keyboard.press('Escape')
  await expect(card).toBeEmpty()
})
