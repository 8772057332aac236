import { become, expect, expectAccessible, expectNoSidewaysScroll, PLAN, test } from '../journey.ts'
import { headingsInOrder, readPdf } from '../pdf.ts'

test.use({ person: null })

test('a paper is written, signed in turn, published, withdrawn and issued again', async ({
  page,
  request,
}) => {
  test.setTimeout(120_000)
  await become(page, 'programme-manager')
  await page.goto(`${PLAN}/packs`)
  await page.getByRole('button', { name: 'Begin a paper' }).press('Enter')
  await page.getByLabel('Title').fill('Monitoring report')
  await page.getByLabel('For', { exact: true }).selectOption('Schools Forum')
  await page.getByLabel('Meeting on').fill('2020-06-18')
  await page.getByRole('button', { name: 'Begin the paper' }).press('Enter')
  await page.getByRole('link', { name: 'Pack 2: Monitoring report' }).press('Enter')
  await expect(page.getByText('For Schools Forum, 18 June 2020.')).toBeVisible()
  await page.getByRole('button', { name: 'Send it for sign-off' }).press('Enter')
  await page.getByRole('button', { name: 'Send it', exact: true }).press('Enter')
  await expect(page.getByText('Say first what is recommended.').first()).toBeVisible()
  await page.getByRole('button', { name: 'Cancel' }).press('Enter')
  await page.getByRole('button', { name: 'Write the paper' }).press('Enter')
  await page.getByLabel('Recommendation').fill('That the forum **notes** the position: {{headline}}')
  await page.getByLabel('Decisions asked for').fill('- To support the transfer')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Keep the texts' }).press('Enter')
  await expect(page.getByText(/^That the forum notes the position: Deficit forecast/)).toBeVisible()
  await page.getByRole('button', { name: 'Send it for sign-off' }).press('Enter')
  await page.getByRole('button', { name: 'Send it', exact: true }).press('Enter')
  await expect(page.getByText(/It waits for: Strand lead of/)).toBeVisible()
  await expectAccessible(page)

  const sign = async (person: string, role: RegExp) => {
    await become(page, person)
    await page.goto(`${PLAN}/packs/2`)
    await page.getByRole('button', { name: role }).press('Enter')
    await page.getByLabel('Statement').fill(`Signed by ${person}.`)
    await page.getByRole('button', { name: 'Sign it', exact: true }).press('Enter')
    await expect(page.getByRole('cell', { name: `Signed by ${person}.` })).toBeVisible()
  }
  await become(page, 'section-151-officer')
  await page.goto(`${PLAN}/packs/2`)
  await expect(page.getByRole('button', { name: /^Sign as/ })).toHaveCount(0)
  for (const lead of await leads(page)) await sign(lead, /^Sign as Strand lead of/)
  await sign('finance-business-partner', /^Sign as Finance/)
  await sign('director-of-childrens-services', /^Sign as Director/)
  await sign('section-151-officer', /^Sign as Section 151/)
  expect((await request.get(`${PLAN}/packs/2`)).status()).toBe(404)
  await sign('cabinet-member', /^Sign as Portfolio holder/)
  await expect(page.getByText(/^Signed off, as at 31 March 2020\./)).toBeVisible()

  await become(page, 'programme-manager')
  await page.goto(`${PLAN}/packs/2`)
  await page.getByRole('button', { name: 'Publish it' }).press('Enter')
  await page.getByRole('button', { name: 'Publish the paper' }).press('Enter')
  await expect(page.getByText(/^Published, as at/)).toBeVisible()
  await expectAccessible(page)
  await expectNoSidewaysScroll(page)

  const pdf = await readPdf(await (await request.get(`${PLAN}/packs/2.pdf`)).body())
  expect(pdf.isTagged).toBe(true)
  expect(headingsInOrder(pdf.tags)).toBe(true)
  expect(pdf.sheets.join(' ')).toContain('Savings budgeted and achieved')
  expect(pdf.sheets.join(' ')).not.toMatch(/Kestrel|EXEMPT/)
  const exempt = await readPdf(await (await page.request.get(`${PLAN}/packs/2.pdf?version=exempt`)).body())
  expect(exempt.sheets.join(' ')).toContain('Kestrel')
  exempt.sheets.forEach((sheet, at) => {
    expect(sheet).toContain('EXEMPT: not for publication')
    expect(sheet).toContain(`Page ${at + 1} of ${exempt.sheets.length}`)
  })
  for (const ending of ['docx', 'csv']) {
    expect((await request.get(`${PLAN}/packs/2.${ending}`)).status()).toBe(200)
    expect((await request.get(`${PLAN}/packs/2.${ending}?version=exempt`)).status()).toBe(404)
  }
  expect((await request.get(`${PLAN}/packs/2?version=exempt`)).status()).toBe(404)

  await page.getByRole('button', { name: 'Withdraw it' }).press('Enter')
  await page.getByLabel('Why').fill('A date was wrong')
  await page.getByRole('button', { name: 'Withdraw the paper' }).press('Enter')
  await expect(page.getByText('A date was wrong')).toBeVisible()
  expect(await (await request.get(`${PLAN}/packs/2`)).text()).toContain('A date was wrong')
  await page.getByRole('button', { name: 'Issue it again' }).press('Enter')
  await page.getByRole('button', { name: 'Begin the paper in its place' }).press('Enter')
  await page.getByRole('link', { name: 'Pack 3 takes its place' }).press('Enter')
  await expect(page.getByRole('link', { name: 'In place of pack 2' })).toBeVisible()
  await expect(page.getByText(/^That the forum notes the position/)).toBeVisible()
})

/** Whoever leads a strand of the demonstration, by the name that the page gives them. */
async function leads(page: import('@playwright/test').Page): Promise<string[]> {
  const query = '{ plan(id: "solihull") { ... on Plan { strands { endedOn leads { id } } } } }'
  const answer = await page.request.post('/graphql', { data: { query } })
  const { data } = (await answer.json()) as {
    data: { plan: { strands: { endedOn: string | null; leads: { id: string }[] }[] } }
  }
  return data.plan.strands
    .filter(({ endedOn }) => endedOn === null)
    .flatMap(({ leads: people }) => people.map(({ id }) => id))
}
