import { expect, expectNoSidewaysScroll, PLAN, test } from './journey.ts'

test.use({ person: null, javaScriptEnabled: false })

const MOST_BYTES = 50_000

test('the page for everybody is whole without scripts, and small', async ({ page, request }) => {
  await page.goto(`${PLAN}/public`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('High Needs Block deficit recovery plan')
  await expect(page.getByRole('figure')).toHaveCount(2)
  await page.getByText('Every figure of the chart').first().click()
  await expect(page.getByRole('table').first()).toBeVisible()
  await expect(page.getByRole('link', { name: /^Strand 2: Inclusion Strategy/ })).toBeVisible()
  await expectNoSidewaysScroll(page)

  const files = await page
    .locator('link[href], script[src], img[src]')
    .evaluateAll((all) => all.map((of) => of.getAttribute('href') ?? of.getAttribute('src') ?? ''))
  expect(await page.locator('script').count()).toBe(0)
  const sizes = await Promise.all(
    [`${PLAN}/public`, ...files].map(async (url) => {
      const answer = await request.get(url, { headers: { 'accept-encoding': 'br' } })
      return Number(answer.headers()['content-length'] ?? (await answer.body()).length)
    }),
  )
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES)
  expect((await request.get(`${PLAN}/public`)).headers()['cache-control']).toBe('public, max-age=60')

  await page.getByRole('link', { name: 'Newsletter 1: March 2020' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('March 2020')
  await page.goBack()
  await page.getByRole('link', { name: 'Privacy notice' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Privacy notice')
  await page.getByRole('link', { name: 'Accessibility statement' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Accessibility statement')
})

/** What the demonstration holds of drafts, restricted and exempt items, each with a mark that stands nowhere else. */
const planted = [
  /Kestrel/,
  /Draft 0\.1/,
  /Version 2/,
  /first full monitoring report/,
  /longer journeys to school/,
]

test('no page or file that the public can come to by links holds anything that is not for it', async ({
  request,
}) => {
  test.setTimeout(120_000)
  const seen = new Set<string>()
  const waiting = ['/', PLAN, `${PLAN}/public`, `${PLAN}/newsletters.atom`]
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (seen.has(url)) continue
    seen.add(url)
    const answer = await request.get(url)
    const type = answer.headers()['content-type'] ?? ''
    if (!/text|json|xml/.test(type)) continue
    const text = await answer.text()
    for (const mark of planted) expect(text, url).not.toMatch(mark)
    if (!type.includes('text/html')) continue
    const links = [...text.matchAll(/href="([^"]+)"/g)].map(([, href]) =>
      (href ?? '').replaceAll('&amp;', '&'),
    )
    const here = new URL(answer.url())
    waiting.push(
      ...links
        .map((href) => new URL(href, here))
        .filter(({ origin }) => origin === here.origin)
        .map(({ pathname, search }) => `${pathname}${search}`)
        // A PDF is printed from its page, which is read here.
        .filter((found) => !seen.has(found) && !/^\/assets\/|\.pdf(\?|$)/.test(found)),
    )
  }
  expect(seen.size).toBeGreaterThan(40)
})
