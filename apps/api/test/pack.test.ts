import { composePack } from '@strandline/domain/pack'
import { cellInWords } from '@strandline/domain/paper'
import { holdersOf, type Plan, rowsOf } from '@strandline/domain/plan'
import { THE_PUBLIC } from '@strandline/domain/viewer'
import { visibleTo } from '@strandline/domain/visibility'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, test } from 'vitest'
import { aDemonstration } from './demonstration.ts'

const demonstration = aDemonstration()
const packId = 'cabinet-june'
let requests = 0

async function change(name: string, type: string, input: object, personId: string) {
  const query = `mutation($input: ${type}!) {
    ${name}(planId: "solihull", requestId: "pack-${++requests}", input: $input) { __typename } }`
  const { data } = await demonstration.ask(query, { input }, personId)
  expect(data[name]).toEqual({ __typename: 'Committed' })
}

interface Block {
  readonly table: { readonly caption: string; readonly rows: readonly (readonly string[])[] } | null
  readonly chart: { readonly title: string } | null
  readonly html: string | null
}

interface PackAnswer {
  readonly asAt: string
  readonly isIntact: boolean
  readonly sections: readonly { readonly heading: string; readonly blocks: readonly Block[] }[]
  readonly signatures: readonly { readonly name: string; readonly at: string }[]
}

async function thePack(personId: string | null, isExempt = false): Promise<PackAnswer | null> {
  const query = `query($isExempt: Boolean!) { plan(id: "solihull") { ... on Plan { pack(number: 1) {
    asAt isIntact signatures { name at }
    sections(isExempt: $isExempt) { heading blocks { html chart { title } table { caption rows } } } } } } }`
  const { data } = await demonstration.ask<{ plan: { pack: PackAnswer | null } }>(
    query,
    { isExempt },
    personId,
  )
  return data.plan.pack
}

const file = async (ending: string, personId: string | null, query = '') =>
  demonstration.app.inject({
    url: `/plans/solihull/packs/1.${ending}${query}`,
    headers: personId ? { cookie: await demonstration.cookieOf(personId) } : {},
  })

let sent: Plan
let text = { recommendation: '' as string | null, officerText: null as string | null }

describe('a pack that is signed off', () => {
  beforeAll(async () => {
    const plan = await demonstration.store.plan('solihull')
    if (!plan) throw new Error('there is a plan')
    sent = plan
    await change('sendPack', 'PackInput', { packId }, 'programme-manager')
    // The plan goes on while the pack is signed: the pack does not.
    await change(
      'editPlan',
      'EditPlanInput',
      { targetWords: 'Something else altogether' },
      'programme-manager',
    )
    const statement = 'It is as it stands.'
    for (const { id } of rowsOf(plan, 'strand').filter(({ endedOn }) => endedOn === null)) {
      const [lead] = holdersOf(plan, 'STRAND_LEAD', '2020-03-31', { strandId: id })
      if (lead)
        await change(
          'signPack',
          'SignPackInput',
          { packId, step: 'STRAND_LEAD', strandId: id, statement },
          lead.id,
        )
    }
    for (const [step, person] of [
      ['FINANCE', 'finance-business-partner'],
      ['DIRECTOR', 'director-of-childrens-services'],
      ['SECTION_151', 'section-151-officer'],
      ['PORTFOLIO_HOLDER', 'cabinet-member'],
    ] as const)
      await change('signPack', 'SignPackInput', { packId, step, statement }, person)
    const row = (await demonstration.store.plan('solihull'))?.tables.pack[packId]
    text = { recommendation: row?.recommendation ?? null, officerText: row?.officerText ?? null }
  })

  test('says to the letter what the time machine gives for the plan that was sent', async () => {
    const pack = await thePack('cabinet-member')
    const row = (await demonstration.store.plan('solihull'))?.tables.pack[packId]
    if (!pack || !row?.planRevision) throw new Error('there is a pack with its revision')
    const then = await demonstration.store.planAt('solihull', row.planRevision)
    if (!then) throw new Error('the time machine goes back to it')
    expect(then.tables).toEqual(sent.tables)
    const composed = composePack(visibleTo(then, THE_PUBLIC), { ...row, ...text }, '2020-03-31')
    const shown = pack.sections.filter(({ heading }) => heading !== 'Sign-off')
    expect(shown.map(({ heading }) => heading)).toEqual(composed.map(({ heading }) => heading))
    const tables = composed.flatMap(({ blocks }) =>
      blocks.flatMap((of) => (of.kind === 'TABLE' ? [of.rows.map((cells) => cells.map(cellInWords))] : [])),
    )
    expect(shown.flatMap(({ blocks }) => blocks.flatMap((of) => (of.table ? [of.table.rows] : [])))).toEqual(
      tables,
    )
    expect(JSON.stringify(pack)).not.toContain('Something else altogether')
    expect([pack.isIntact, pack.asAt]).toEqual([true, '2020-03-31'])
    expect(pack.signatures.map(({ name }) => name).at(-1)).toBe('Cabinet Member for Children')
    expect(pack.signatures.every(({ at }) => at.startsWith('2020-03-31T'))).toBe(true)
  })

  test('is nothing to the public before it is published, and has exempt items for the team alone', async () => {
    expect(await thePack(null)).toBeNull()
    expect(await thePack('primary-head')).toBeNull()
    expect((await file('docx', null)).statusCode).toBe(404)
    expect(JSON.stringify(await thePack('programme-manager'))).not.toContain('Kestrel')
    expect(JSON.stringify(await thePack('programme-manager', true))).toContain('Kestrel')
    expect(JSON.stringify(await thePack('cabinet-member', true))).not.toContain('Kestrel')
    for (const ending of ['docx', 'csv'])
      expect((await file(ending, 'cabinet-member', '?version=exempt')).statusCode).toBe(404)
    expect((await file('csv', 'programme-manager', '?version=exempt')).body).toMatch(/^EXEMPT.*Kestrel/s)
  })

  test('is a Word file with real headings, lists and tables, and who and what on every page', async () => {
    const answer = await file('docx', 'programme-manager')
    expect(answer.headers['content-type']).toContain('officedocument.wordprocessingml.document')
    const { value: html, messages } = await mammoth.convertToHtml({ buffer: answer.rawPayload })
    expect(messages.filter(({ type }) => type === 'error')).toEqual([])
    const headings = [...html.matchAll(/<h1>(?:<a [^>]*><\/a>)*([^<]*)<\/h1>/g)].map(([, words]) => words)
    const pack = await thePack('programme-manager')
    expect(headings).toEqual(expect.arrayContaining((pack?.sections ?? []).map(({ heading }) => heading)))
    expect(html).toContain('<li>To agree that the first full monitoring report')
    expect(html).toMatch(/<thead><tr><th><p><strong>Year<\/strong>/)
    expect(html).not.toMatch(/Kestrel|\{\{|\*\*/)
    const exempt = await file('docx', 'programme-manager', '?version=exempt')
    expect((await mammoth.extractRawText({ buffer: exempt.rawPayload })).value).toContain('Kestrel')
  })

  test('gives its figures as CSV in pounds', async () => {
    const { body, headers } = await file('csv', 'programme-manager')
    expect(headers['content-type']).toContain('text/csv')
    expect(body).toMatch(/^2020-21,-?\d+\.\d\d,/m)
    expect(body).toMatch(/^Year,Savings budgeted \(£\)/m)
  })
})
