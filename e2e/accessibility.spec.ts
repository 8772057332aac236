import { chartsDrawn, expect, expectAccessible, expectNoSidewaysScroll, pages, test } from './journey.ts'

test.use({ expected: { errors: [/status of 404/] } })

const widths = [320, 768, 1440]
const themes = ['light', 'dark'] as const

for (const [name, address] of Object.entries(pages)) {
  for (const width of widths) {
    test(`${name} has no accessibility fault and fits at ${width} px, light and dark`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(address)
      await chartsDrawn(page)
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme })
        await expectAccessible(page)
      }
      await expectNoSidewaysScroll(page)
      await expect(page.locator('h1')).toHaveCount(1)
      await expect(page).toHaveTitle(/\S+ .*Strandline|Strandline/)
    })
  }
}

test('every table can be opened and stays without fault', async ({ page }) => {
  await page.goto(pages.Overview)
  await chartsDrawn(page)
  for (const summary of await page.locator('main summary').all()) await summary.click()
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 900 })
  await expectNoSidewaysScroll(page)
})

test('text at twice its size stays within the page', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 900 })
  await page.goto(pages.Overview)
  await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'))
  await expectNoSidewaysScroll(page)
})
