import { findRow } from '@strandline/domain/plan'
import type { Account as AccountValue } from '@strandline/store/accounts'
import { GraphQLError } from 'graphql'
import { isEmail, isName, linkPath } from '../accounts.ts'
import type { Context } from '../context.ts'
import { builder } from './builder.ts'

/** An invitation may wait for somebody to come back from leave; a renewed link is for somebody who asks. */
const INVITED_HOURS = 72
const RENEWED_HOURS = 24

const extensions = { operation: 'MANAGE_ACCOUNTS' }

const AccountPerson = builder.objectRef<AccountValue['people'][number]>('AccountPerson').implement({
  description: 'Which person of a plan an account is.',
  fields: (t) => ({
    planId: t.exposeID('planId', { description: 'The id of the plan.' }),
    personId: t.exposeID('personId', { description: 'The id of the person in it.' }),
  }),
})

const Account = builder.objectRef<AccountValue>('Account').implement({
  description: 'Somebody who can sign in. Only an administrator of the installation sees accounts.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id of the account.' }),
    name: t.exposeString('name', { description: 'The name.' }),
    email: t.exposeString('email', { description: 'The email address to sign in with, in small letters.' }),
    isAdministrator: t.exposeBoolean('isAdministrator', {
      description: 'True for an administrator of this installation.',
    }),
    isClosed: t.boolean({
      description: 'True once the account is closed: it stays on record and cannot sign in.',
      resolve: ({ closedAt }) => closedAt !== null,
    }),
    hasPassword: t.boolean({
      description: 'True once a password has been set.',
      resolve: ({ passwordHash }) => passwordHash !== null,
    }),
    people: t.field({
      type: [AccountPerson],
      description: 'Which person of each plan this is.',
      resolve: ({ people }) => [...people],
    }),
  }),
})

interface LinkValue {
  readonly account: AccountValue
  readonly token: string
  readonly hours: number
}

const AccountLink = builder.objectRef<LinkValue>('AccountLink').implement({
  description: 'A link with which its holder sets a password, once. It is shown once: only its hash is kept.',
  fields: (t) => ({
    account: t.expose('account', { type: Account, description: 'Whose it is.' }),
    path: t.string({
      description: 'The path on this site, to hand over to that person and nobody else.',
      resolve: ({ token }) => linkPath(token),
    }),
    hours: t.exposeInt('hours', { description: 'For how many hours it can be used.' }),
  }),
})

/** Throws unless an administrator of the installation asks. What they are told is never kept. */
function requireAdministrator({ signedIn, dependencies }: Context): string {
  dependencies.listsPlans = true
  if (!signedIn) throw new GraphQLError('Sign in to do this.', { extensions: { code: 'UNAUTHENTICATED' } })
  if (signedIn.isAdministrator && signedIn.accountId) return signedIn.accountId
  throw new GraphQLError('Only an administrator of this installation may do this.', {
    extensions: { code: 'FORBIDDEN' },
  })
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } })
}

async function openAccount({ store }: Context, id: string): Promise<AccountValue> {
  const account = await store.accounts.find(id)
  if (!account) throw badInput('There is no such account.')
  if (account.closedAt) throw badInput('This account is closed.')
  return account
}

async function accountNow({ store }: Context, id: string): Promise<AccountValue> {
  const account = await store.accounts.find(id)
  if (!account) throw new Error(`the account ${id} has gone`)
  return account
}

builder.queryField('accounts', (t) =>
  t.field({
    type: [Account],
    description: 'Everybody who can sign in, or could. For an administrator of the installation only.',
    extensions,
    resolve: (_, __, context) => {
      requireAdministrator(context)
      return context.store.accounts.list()
    },
  }),
)

const InviteAccountInput = builder
  .inputRef<{
    name: string
    email: string
    isAdministrator: boolean
    planId?: string | null
    personId?: string | null
  }>('InviteAccountInput')
  .implement({
    description: 'Somebody who is to sign in.',
    fields: (t) => ({
      name: t.string({ description: 'The name.' }),
      email: t.string({ description: 'The email address to sign in with.' }),
      isAdministrator: t.boolean({ description: 'Whether they are to manage accounts.' }),
      planId: t.id({ required: false, description: 'The plan in which they are a person.' }),
      personId: t.id({ required: false, description: 'Which person of that plan they are.' }),
    }),
  })

builder.mutationField('inviteAccount', (t) =>
  t.field({
    type: AccountLink,
    description: 'Makes an account, and a link with which its holder sets a password.',
    extensions,
    args: { input: t.arg({ type: InviteAccountInput, description: 'Who is to sign in.' }) },
    resolve: async (_, { input }, context) => {
      requireAdministrator(context)
      const { accounts } = context.store
      const { planId, personId, isAdministrator } = input
      const email = input.email.trim()
      const name = input.name.trim()
      if (!isName(name)) throw badInput('Give a name of up to 100 characters.')
      if (!isEmail(email)) throw badInput('Give an email address, such as name@example.gov.uk.')
      if (await accounts.findByEmail(email)) throw badInput('There is an account with this address already.')
      if (!planId !== !personId) throw badInput('Choose both a plan and a person of it, or neither.')
      const plan = planId ? await context.store.plan(planId) : null
      if (planId && !(plan && findRow(plan, 'person', personId ?? null)))
        throw badInput('There is no such person in that plan.')
      const id = await accounts.create({ email, name, isAdministrator })
      if (planId && personId) await accounts.link(id, planId, personId)
      const token = await accounts.beginLink(id, INVITED_HOURS)
      return { account: await accountNow(context, id), token, hours: INVITED_HOURS }
    },
  }),
)

builder.mutationField('linkAccount', (t) =>
  t.field({
    type: Account,
    description: 'Says which person of a plan an account is.',
    extensions,
    args: {
      accountId: t.arg.id({ description: 'The id of the account.' }),
      planId: t.arg.id({ description: 'The id of the plan.' }),
      personId: t.arg.id({ description: 'Which person of that plan.' }),
    },
    resolve: async (_, { accountId, planId, personId }, context) => {
      requireAdministrator(context)
      const { id } = await openAccount(context, accountId)
      const plan = await context.store.plan(planId)
      if (!plan || !findRow(plan, 'person', personId)) throw badInput('There is no such person in that plan.')
      await context.store.accounts.link(id, planId, personId)
      return accountNow(context, id)
    },
  }),
)

builder.mutationField('renewLink', (t) =>
  t.field({
    type: AccountLink,
    description: 'Makes a new link for somebody who has lost a password. The links before it end.',
    extensions,
    args: { accountId: t.arg.id({ description: 'The id of the account.' }) },
    resolve: async (_, { accountId }, context) => {
      requireAdministrator(context)
      const account = await openAccount(context, accountId)
      const token = await context.store.accounts.beginLink(accountId, RENEWED_HOURS)
      return { account, token, hours: RENEWED_HOURS }
    },
  }),
)

builder.mutationField('closeAccount', (t) =>
  t.field({
    type: Account,
    description:
      'Closes an account and ends its sessions. Nobody closes their own, so that one always remains.',
    extensions,
    args: { accountId: t.arg.id({ description: 'The id of the account.' }) },
    resolve: async (_, { accountId }, context) => {
      const own = requireAdministrator(context)
      if (own === accountId) throw badInput('You cannot close your own account. Ask another administrator.')
      await openAccount(context, accountId)
      await context.store.accounts.close(accountId)
      return accountNow(context, accountId)
    },
  }),
)

builder.mutationField('endSessions', (t) =>
  t.field({
    type: Account,
    description: 'Signs an account out everywhere.',
    extensions,
    args: { accountId: t.arg.id({ description: 'The id of the account.' }) },
    resolve: async (_, { accountId }, context) => {
      requireAdministrator(context)
      const account = await openAccount(context, accountId)
      await context.store.sessions.endAll(accountId)
      return account
    },
  }),
)
