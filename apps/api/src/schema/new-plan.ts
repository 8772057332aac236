import type { Instant } from '@strandline/domain/day'
import { beginPlan, FIRST_PERSON, type PlanBeginning, planIdFor } from '@strandline/domain/new-plan'
import { emptyPlan } from '@strandline/domain/plan'
import { THE_PUBLIC, withRole } from '@strandline/domain/viewer'
import { GraphQLError } from 'graphql'
import type { Context } from '../context.ts'
import { openView } from '../view.ts'
import { builder } from './builder.ts'
import { CommandResult, type Result, requirePermission } from './command.ts'
import { Vehicle } from './enums.ts'

interface NewPlan extends PlanBeginning {
  readonly authority: string
  readonly oldCode: string
  readonly newCode: string
}

const NewPlanInput = builder.inputRef<NewPlan>('NewPlanInput').implement({
  description: 'What must be known of a plan before anything can be written in it.',
  fields: (t) => ({
    authority: t.string({ description: 'The name of the local authority.' }),
    oldCode: t.string({ description: 'Its three-digit code of the Department for Education.' }),
    newCode: t.string({ description: 'Its code of the Office for National Statistics.' }),
    title: t.string({ description: 'What the plan is called.' }),
    vehicle: t.field({ type: Vehicle, description: 'The kind of plan.' }),
    why: t.string({ description: 'Why the plan is needed.' }),
    firstYear: t.field({ type: 'FinancialYear', description: 'The first year.' }),
    lastYear: t.field({ type: 'FinancialYear', description: 'The last year.' }),
    balanceTargetYear: t.field({
      type: 'FinancialYear',
      description: 'The year by which the year is to balance.',
    }),
    targetWords: t.string({ description: 'The target in words.' }),
    post: t.string({ description: 'The post of whoever begins it, who becomes its programme manager.' }),
  }),
})

builder.mutationField('createPlan', (t) =>
  t.field({
    type: CommandResult,
    description: 'Begins a plan. Whoever begins it becomes its programme manager.',
    extensions: { operation: 'CREATE_PLAN' },
    args: { input: t.arg({ type: NewPlanInput, description: 'The beginning of the plan.' }) },
    resolve: (_, { input }, context) => createPlan(context, input),
  }),
)

async function createPlan(context: Context, input: NewPlan): Promise<Result> {
  const { store, signedIn } = context
  context.dependencies.listsPlans = true
  const viewer = signedIn?.isAdministrator ? withRole(THE_PUBLIC, 'ADMINISTRATOR') : THE_PUBLIC
  requirePermission(context, viewer, 'CREATE_PLAN')
  const { authority: name, oldCode, newCode, ...beginning } = input
  const id = planIdFor(name)
  const now = new Date().toISOString() as Instant
  const authority = { id, name, oldCode, newCode }
  const unborn = emptyPlan(id, authority, now, '2000-01-01')
  const today = store.todayOf(unborn)
  const outcome = beginPlan(unborn, beginning, today)
  if (!outcome.ok) return { kind: 'Refused', problems: outcome.problems }
  if (!id || !/^\d{3}$/.test(oldCode) || !/^[EW]\d{8}$/.test(newCode)) {
    throw new GraphQLError(
      'Give the name of the authority, its three-digit code, and its code such as E08000029.',
      {
        extensions: { code: 'BAD_USER_INPUT' },
      },
    )
  }
  await store.createPlan(authority, id, today)
  const by = { by: signedIn?.name ?? 'Administrator', accountId: signedIn?.accountId ?? null }
  const committed = await store.commit(id, {
    requestId: `begin-${id}`.slice(0, 40),
    ...by,
    why: 'The plan is begun',
    changes: outcome.changes,
  })
  if (committed.kind !== 'COMMITTED' || committed.isRepeat) {
    throw new GraphQLError('There is a plan of this authority already.', {
      extensions: { code: 'BAD_USER_INPUT' },
    })
  }
  if (signedIn?.accountId) await store.accounts.link(signedIn.accountId, id, FIRST_PERSON)
  const view = await openView(context, id, null)
  return { kind: 'Committed', revision: committed.revision, isRepeat: false, view }
}
