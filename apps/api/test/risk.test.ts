import { describe, expect, test } from 'vitest'
import { aDemonstration } from './demonstration.ts'

const { ask } = aDemonstration()
let requests = 0

interface Answer {
  readonly __typename?: string
  readonly code?: string
  readonly problems?: readonly { readonly field: string; readonly message: string }[]
}

/** Sends a mutation as a person and gives its answer. The id of what it begins is `risk-` and the number of the request. */
async function doing(name: string, input: object, personId: string | null): Promise<Answer> {
  requests += 1
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`
  const query = `mutation($input: ${type}!) {
    ${name}(planId: "solihull", requestId: "risk-${requests}", input: $input) {
      __typename ... on Refused { problems { field message } } } }`
  const { data, errors } = await ask(query, { input }, personId)
  return (data?.[name] ?? errors?.[0]?.extensions ?? {}) as Answer
}

interface RiskRead {
  readonly id: string
  readonly name: string
  readonly score: number | null
  readonly rating: string | null
  readonly likelihood: number | null
  readonly owner: { readonly id: string } | null
  readonly saving: { readonly id: string } | null
  readonly viewerCanEdit: boolean
  readonly viewerCanRescore: boolean
}

interface PlanRead {
  readonly riskScale: number
  readonly viewerCanRaiseRisk: boolean
  readonly viewerCanEditConditions: boolean
  readonly risks: readonly RiskRead[]
  readonly closedRisks: readonly RiskRead[]
  readonly strand: { readonly viewerCanRaiseRisk: boolean }
  readonly conditions: readonly {
    readonly number: number
    readonly rating: string
    readonly evidence: string | null
    readonly viewerCanRate: boolean
  }[]
}

const risk =
  'id name score rating likelihood owner { id } saving { id } viewerCanEdit viewerCanRescore source { provenance }'

async function reading(personId: string | null, asAt: string | null = null): Promise<PlanRead> {
  const fields = `riskScale viewerCanRaiseRisk viewerCanEditConditions risks { ${risk} } closedRisks { ${risk} }
    strand(id: "processes") { viewerCanRaiseRisk } conditions { number rating evidence viewerCanRate }`
  const query = `query($asAt: Day) { plan(id: "solihull", asAt: $asAt) { ... on Plan { ${fields} } } }`
  const { data, errors } = await ask(query, { asAt }, personId)
  expect(errors).toBeUndefined()
  return data?.plan as PlanRead
}

const committed = { __typename: 'Committed' }
const forbidden = { code: 'FORBIDDEN' }
const ids = (risks: readonly RiskRead[]) => risks.map(({ id }) => id)

describe('who reads which risks', () => {
  test.each([
    [null, ['advice-late'], []],
    ['primary-head', ['advice-late'], []],
    ['cabinet-member', ['places-not-agreed', 'advice-late'], ['model-by-one-person']],
    ['head-of-inclusion', ['advice-late'], []],
    ['head-of-support-services', ['places-not-agreed', 'advice-late'], ['model-by-one-person']],
    ['head-of-processes', ['places-not-agreed', 'talks-end', 'advice-late'], ['model-by-one-person']],
    ['section-151-officer', ['places-not-agreed', 'talks-end', 'advice-late'], ['model-by-one-person']],
  ] as const)('%s', async (person, open, closed) => {
    const plan = await reading(person)
    expect([ids(plan.risks), ids(plan.closedRisks)]).toEqual([open, closed])
  })

  test('each with its score, its rating and what hangs on it', async () => {
    const { risks, closedRisks, riskScale } = await reading('programme-manager')
    expect(riskScale).toBe(3)
    expect(risks).toMatchObject([
      { likelihood: null, score: 6, rating: 'RED', saving: null },
      { likelihood: 2, score: 6, rating: 'RED', saving: { id: 'placement-fees' } },
      { likelihood: 2, score: 4, rating: 'AMBER', owner: { id: 'head-of-processes' } },
    ])
    expect(closedRisks).toMatchObject([{ score: null, rating: null }])
  })

  test('as at an earlier day, a risk has the score that it had, and one to come is not there', async () => {
    expect((await reading('cabinet-member', '2020-03-20')).risks).toMatchObject([
      { id: 'advice-late', score: 6 },
      { id: 'places-not-agreed', score: 6 },
      { id: 'model-by-one-person', score: 3 },
    ])
    expect((await reading('cabinet-member', '2020-03-03')).risks).toEqual([])
  })

  test('nobody outside the team and the strand is told of the exempt one, by its history or by a refusal', async () => {
    const query = '{ plan(id: "solihull") { ... on Plan { history(kind: risk, id: "talks-end") { why } } } }'
    for (const person of [null, 'primary-head', 'cabinet-member'])
      expect((await ask(query, {}, person)).data?.plan).toEqual({ history: [] })
    expect((await ask(query, {}, 'head-of-processes')).data?.plan).not.toEqual({ history: [] })
    const close = { riskId: 'talks-end', reason: 'Over' }
    const guess = { riskId: 'nothing', reason: 'Over' }
    expect(await doing('closeRisk', close, 'head-of-support-services')).toEqual(
      await doing('closeRisk', guess, 'head-of-support-services'),
    )
  })
})

describe('a strand lead', () => {
  test('may raise a risk of the own strand, and is shown so; a cabinet member and another lead may not', async () => {
    const may = async (person: string | null) => {
      const { viewerCanRaiseRisk, strand } = await reading(person)
      return [viewerCanRaiseRisk, strand.viewerCanRaiseRisk]
    }
    expect(await may('programme-manager')).toEqual([true, true])
    expect(await may('head-of-processes')).toEqual([false, true])
    expect(await may('head-of-support-services')).toEqual([false, false])
    expect(await may('cabinet-member')).toEqual([false, false])
    expect(await may(null)).toEqual([false, false])
    const raised = {
      kind: 'RISK',
      name: 'A panel is cancelled',
      likelihood: 1,
      impact: 2,
      strandId: 'processes',
    }
    expect(await doing('raiseRisk', raised, 'head-of-support-services')).toMatchObject(forbidden)
    expect(await doing('raiseRisk', raised, 'head-of-processes')).toEqual(committed)
    const isThere = async (person: string | null) =>
      (await reading(person)).risks.some(({ name }) => name === raised.name)
    expect([await isThere('cabinet-member'), await isThere(null)]).toEqual([true, false])
  })

  test('whose risk is owned by somebody else lets that person score it, and nothing more', async () => {
    const owned = { riskId: 'advice-late', ownerId: 'head-of-support-services' }
    const score = { riskId: 'advice-late', likelihood: 3, response: 'Escalated' }
    expect(await doing('rescoreRisk', score, 'head-of-support-services')).toMatchObject(forbidden)
    expect(await doing('editRisk', owned, 'head-of-processes')).toEqual(committed)
    expect(await doing('rescoreRisk', score, 'head-of-support-services')).toEqual(committed)
    expect(await doing('editRisk', { ...owned, name: 'Mine' }, 'head-of-support-services')).toMatchObject(
      forbidden,
    )
    const { risks } = await reading('head-of-support-services')
    expect(risks.find(({ id }) => id === 'advice-late')).toMatchObject({
      score: 6,
      rating: 'RED',
      viewerCanEdit: false,
      viewerCanRescore: true,
    })
  })

  test('closes it with a reason, and opens it again', async () => {
    const close = (reason: string) =>
      doing('closeRisk', { riskId: 'advice-late', reason }, 'head-of-processes')
    expect(await close(' ')).toMatchObject({ problems: [{ field: 'closeReason' }] })
    expect(await close('The template works')).toEqual(committed)
    expect(ids((await reading(null)).closedRisks)).toEqual(['advice-late'])
    const again = { riskId: 'advice-late', reason: 'Late again' }
    expect(await doing('reopenRisk', again, 'head-of-processes')).toEqual(committed)
    expect(ids((await reading(null)).risks)).toEqual(['advice-late'])
  })
})

test('the scale of the plan is chosen by the programme manager, and not below what open risks need', async () => {
  expect(await doing('editPlan', { riskScale: 5 }, 'head-of-processes')).toMatchObject(forbidden)
  expect(await doing('editPlan', { riskScale: 5 }, 'programme-manager')).toEqual(committed)
  expect((await reading(null)).riskScale).toBe(5)
  const worst = { riskId: 'advice-late', likelihood: 5, impact: 4 }
  expect(await doing('rescoreRisk', worst, 'programme-manager')).toEqual(committed)
  expect((await reading(null)).risks[0]).toMatchObject({ score: 20, rating: 'RED' })
  expect(await doing('editPlan', { riskScale: 3 }, 'programme-manager')).toMatchObject({
    problems: [{ field: 'riskScale', message: expect.stringContaining('Advice from other agencies') }],
  })
})

describe('conditions', () => {
  test('are read by everybody who may know them, and rated by the team and by their owner', async () => {
    const { conditions, viewerCanEditConditions } = await reading('head-of-processes')
    expect(conditions).toMatchObject([
      { number: 1, rating: 'GREEN', viewerCanRate: false },
      { number: 2, rating: 'AMBER', viewerCanRate: true },
    ])
    expect(viewerCanEditConditions).toBe(false)
    expect((await reading(null)).conditions.map(({ number }) => number)).toEqual([1, 2])
  })

  test('are green or met only with evidence', async () => {
    const rate = (input: object) =>
      doing('rateCondition', { conditionId: 'agreement-2', rag: 'GREEN', ...input }, 'head-of-processes')
    expect(await rate({})).toMatchObject({ problems: [{ field: 'evidence' }] })
    const shown = { evidence: 'Every plan of March was in time', evidenceOn: '2020-03-30' }
    expect(await rate({ ...shown, evidenceOn: '2020-04-30' })).toMatchObject({
      problems: [{ field: 'evidenceOn' }],
    })
    expect(await rate({ ...shown, metOn: '2020-03-31' })).toEqual(committed)
    expect((await reading(null)).conditions[1]).toMatchObject({
      rating: 'COMPLETE',
      evidence: shown.evidence,
    })
  })

  test('are for members until somebody makes them public, and a number is given once', async () => {
    const third = { agreement: 'Illustrative agreement', number: 3, words: 'Places open in September' }
    expect(await doing('addCondition', third, 'head-of-processes')).toMatchObject(forbidden)
    expect(await doing('addCondition', third, 'finance-business-partner')).toEqual(committed)
    expect(await doing('addCondition', third, 'finance-business-partner')).toMatchObject({
      problems: [{ field: 'number' }],
    })
    const numbers = async (person: string | null) =>
      (await reading(person)).conditions.map(({ number }) => number)
    expect([await numbers(null), await numbers('cabinet-member')]).toEqual([
      [1, 2],
      [1, 2, 3],
    ])
  })
})
