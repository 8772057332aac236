import { become, expect, PLAN, pages, test } from '../journey.ts'

// Pages that are not there say so with 404.
test.use({ person: null, expected: { errors: [/status of 404/] } })

// Both write into one exempt action, one after the other.
test.describe.configure({ mode: 'serial', timeout: 60_000 })

const MARKS = /Kestrel|Osprey|Plover|placement-fees/
const EXEMPT = `${PLAN}/actions/placement-fees`

/** Opens the stream of changes in the page, as the product does, and keeps all that comes. */
function listen(after: number) {
  const query =
    'subscription { planChanged(planId: "solihull", after: AFTER) { revision by news { words } } }'
  const heard: string[] = []
  Object.assign(window, { heard })
  const search = new URLSearchParams({ query: query.replace('AFTER', String(after)) })
  const source = new EventSource(`/graphql/stream?${search}`)
  source.addEventListener('next', ({ data }) => heard.push(data))
}

for (const [who, person] of [
  ['the public', null],
  ['the reference group', 'primary-head'],
] as const) {
  test(`an exempt item is invisible to ${who}: in pages, in the API and in what is heard`, async ({
    page,
    browser,
  }) => {
    if (person) await become(page, person)
    for (const address of [...Object.values(pages), EXEMPT, `${PLAN}/savings/placement-fees`]) {
      await page.goto(address)
      expect(await page.content(), address).not.toMatch(
        address.includes('placement-fees') ? /Kestrel|Osprey|Plover/ : MARKS,
      )
    }
    await page.goto(EXEMPT)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('No such action')

    const query = `{ plan(id: "solihull") { ... on Plan { revision
      action(id: "placement-fees") { id } saving(id: "placement-fees") { id }
      history(kind: action, id: "placement-fees") { by } waitingProposals { id } } } }`
    const answer = await page.request.post('/graphql', { data: { query } })
    const { plan } = (await answer.json()).data
    expect(plan).toMatchObject({ action: null, saving: null, history: [], waitingProposals: [] })

    await page.goto(PLAN)
    await page.evaluate(listen, plan.revision)
    const manager = await (await browser.newContext()).newPage()
    await become(manager, 'programme-manager')
    await manager.goto(EXEMPT)
    for (const [address, words] of [
      [EXEMPT, `Kestrel and ${who}`],
      [`${PLAN}/actions/specialist-placements`, `Places, as ${who} may know`],
    ] as const) {
      await manager.goto(address)
      await manager.getByRole('button', { name: 'Edit name, words and dates' }).press('Enter')
      const form = manager.getByRole('form', { name: 'Edit name, words and dates' })
      await form.getByLabel('Impact').fill(words)
      await form.getByRole('button', { name: 'Save the action' }).press('Enter')
      await expect(form).toHaveCount(0)
    }
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('\n'))
    await expect.poll(heard).toContain(`Places, as ${who} may know`)
    expect(await heard()).not.toMatch(MARKS)
    await manager.context().close()
  })
}
