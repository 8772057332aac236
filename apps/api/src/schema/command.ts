import type { InputRef } from '@pothos/core'
import { applyTo, type Change, type Conflict as FieldConflict } from '@strandline/domain/change'
import type { Command, Outcome } from '@strandline/domain/command'
import type { Day, Instant } from '@strandline/domain/day'
import { type Problem as FieldProblem, isId } from '@strandline/domain/integrity'
import { type Entity, fieldsOf } from '@strandline/domain/model'
import { can, type Operation, type Subject } from '@strandline/domain/permission'
import { findRow, type Plan as PlanValue } from '@strandline/domain/plan'
import { type Settled, withSettlements } from '@strandline/domain/settlement'
import type { Viewer } from '@strandline/domain/viewer'
import { nameOf, valueInWords } from '@strandline/domain/what-changed'
import type { Letter } from '@strandline/store/mailbox'
import { GraphQLError } from 'graphql'
import type { Context } from '../context.ts'
import { reminderLetters } from '../mail.ts'
import { newsletterLetters } from '../subscriptions.ts'
import { openView, type View, visible } from '../view.ts'
import { builder } from './builder.ts'
import { ItemKind } from './enums.ts'
import { Plan } from './refs.ts'

/** What a command is told. */
export type InputOf<C> = C extends Command<infer Input> ? Input : never

interface ConflictShown {
  readonly entity: Entity
  readonly id: string
  readonly field: string
  readonly label: string
  readonly subject: string
  readonly yours: string
  readonly theirs: string
  readonly theirsBy: string
  readonly theirsAt: Instant
}

export type Result =
  | { readonly kind: 'Committed'; readonly revision: number; readonly isRepeat: boolean; readonly view: View }
  | { readonly kind: 'Refused'; readonly problems: readonly FieldProblem[] }
  | { readonly kind: 'Conflicted'; readonly revision: number; readonly conflicts: readonly ConflictShown[] }
type ResultOf<K extends Result['kind']> = Extract<Result, { kind: K }>

const Problem = builder.objectRef<FieldProblem>('Problem').implement({
  description: 'What is wrong with one field, and what to do.',
  fields: (t) => ({
    kind: t.expose('entity', { type: ItemKind, description: 'The kind of item.' }),
    id: t.exposeID('id', { description: 'The id of the item.' }),
    field: t.exposeString('field', { description: 'The field.' }),
    message: t.exposeString('message', { description: 'What is wrong and what to do.' }),
  }),
})

const Conflict = builder.objectRef<ConflictShown>('Conflict').implement({
  description: 'A field that somebody else has changed since the form was opened, with both versions.',
  fields: (t) => ({
    kind: t.expose('entity', { type: ItemKind, description: 'The kind of item.' }),
    id: t.exposeID('id', { description: 'The id of the item.' }),
    field: t.exposeString('field', { description: 'The field.' }),
    label: t.exposeString('label', { description: 'The field, in words.' }),
    subject: t.exposeString('subject', { description: 'The item, in words.' }),
    yours: t.exposeString('yours', { description: 'What you wrote, in words.' }),
    theirs: t.exposeString('theirs', { description: 'What is there now, in words.' }),
    theirsBy: t.exposeString('theirsBy', { description: 'Who wrote what is there now.' }),
    theirsAt: t.expose('theirsAt', { type: 'Instant', description: 'When that was written.' }),
  }),
})

const Committed = builder.objectRef<ResultOf<'Committed'>>('Committed').implement({
  description: 'The change was made, and is safe.',
  fields: (t) => ({
    revision: t.exposeInt('revision', { description: 'The revision that it made.' }),
    isRepeat: t.exposeBoolean('isRepeat', {
      description: 'True when the same request had been answered before.',
    }),
    plan: t.field({ type: Plan, description: 'The plan with the change.', resolve: ({ view }) => view }),
  }),
})

const Refused = builder.objectRef<ResultOf<'Refused'>>('Refused').implement({
  description: 'The rules say no. Nothing was changed.',
  fields: (t) => ({
    problems: t.field({
      type: [Problem],
      description: 'Why, field by field.',
      resolve: ({ problems }) => [...problems],
    }),
  }),
})

const Conflicted = builder.objectRef<ResultOf<'Conflicted'>>('Conflicted').implement({
  description: 'Somebody else changed the same field first. Nothing was overwritten.',
  fields: (t) => ({
    revision: t.exposeInt('revision', {
      description: 'The newest revision: what to base the next attempt on.',
    }),
    conflicts: t.field({
      type: [Conflict],
      description: 'Both versions, field by field.',
      resolve: ({ conflicts }) => [...conflicts],
    }),
  }),
})

export const CommandResult = builder.unionType('CommandResult', {
  description: 'What came of a change.',
  types: [Committed, Refused, Conflicted],
  resolveType: ({ kind }) => kind,
})

const SettledInput = builder.inputRef<Settled>('SettledInput').implement({
  description: 'What was chosen where two people had written the same field, in the words that were shown.',
  fields: (t) => ({
    entity: t.field({ type: ItemKind, description: 'The kind of item.' }),
    id: t.id({ description: 'The id of the item.' }),
    field: t.string({ description: 'The field.' }),
    kept: t.string({ description: 'The words kept.' }),
    refused: t.string({ description: 'The words not kept.' }),
    keptBy: t.string({ description: 'Whose words were kept.' }),
    refusedBy: t.string({ description: 'Whose words were not.' }),
  }),
})

function requireSignedIn({ signedIn }: Context): void {
  if (!signedIn) throw new GraphQLError('Sign in to do this.', { extensions: { code: 'UNAUTHENTICATED' } })
}

/** Throws unless the viewer may do this: not signed in, or not allowed. */
export function requirePermission(
  context: Context,
  viewer: Viewer,
  operation: Operation,
  subjects: readonly Subject[] = [{}],
): void {
  requireSignedIn(context)
  if (subjects.length > 0 && subjects.every((subject) => can(viewer, operation, subject))) return
  throw new GraphQLError('You may not do this. Ask the programme manager, who can give you the role.', {
    extensions: { code: 'FORBIDDEN' },
  })
}

interface CommandField<Input> {
  readonly description: string
  readonly input: InputRef<Input>
  readonly command: Command<Input>
  /** The command, where it depends on what has happened before in the plan. */
  readonly prepared?: (context: Context, planId: string, input: Input) => Promise<Command<Input>>
}

/** Every mutation of a plan: the same arguments, the same three answers, one command of the domain behind each. */
export function commandField<Input>(
  name: string,
  { description, input, command, prepared }: CommandField<Input>,
) {
  builder.mutationField(name, (t) =>
    t.field({
      type: CommandResult,
      description,
      extensions: { operation: command.operation },
      args: {
        planId: t.arg.id({ description: 'The id of the plan.' }),
        requestId: t.arg.id({
          description: 'Made by the sender, a UUID: the same id again gives the first answer.',
        }),
        basedOn: t.arg.int({
          required: false,
          description: 'The revision that the form was filled in on; without it, the newest.',
        }),
        settled: t.arg({
          type: [SettledInput],
          required: false,
          description: 'Choices between two versions, to be recorded.',
        }),
        input: t.arg({ type: input as never, description: 'What to do.' }),
      },
      resolve: async (_, args, context) => {
        const { planId, requestId, basedOn, settled } = args
        const asked = args.input as Input
        requireSignedIn(context)
        const ready = prepared ? await prepared(context, planId, asked) : command
        return perform(context, { planId, requestId, basedOn, settled: settled ?? [] }, asked, ready)
      },
    }),
  )
}

interface Request {
  readonly planId: string
  readonly requestId: string
  readonly basedOn: number | null | undefined
  readonly settled: readonly Settled[]
}

async function perform<Input>(
  context: Context,
  { planId, requestId, basedOn, settled }: Request,
  input: Input,
  command: Command<Input>,
): Promise<Result> {
  // The answer to a change is about that one request: it is never kept for another.
  context.dependencies.listsPlans = true
  const view = await openView(context, planId, null).catch(() => null)
  if (!view) throw new GraphQLError('There is no such plan.', { extensions: { code: 'BAD_USER_INPUT' } })
  const { viewer, today, plan: now } = view
  requirePermission(context, viewer, command.operation, command.subjects(now, input))
  if (!isId(requestId) || requestId.length > 40)
    throw new GraphQLError('The request id must be a UUID.', { extensions: { code: 'BAD_USER_INPUT' } })
  const then = basedOn == null ? now : await seenAt(context, planId, basedOn, viewer)
  const by = { viewer, today, newId: requestId }
  const decided = command.run(then, input, by)
  if (!decided.ok) return { kind: 'Refused', problems: decided.problems }
  const outcome = withSettlements(then, decided.changes, settled, by)
  if (!outcome.ok) return { kind: 'Refused', problems: outcome.problems }
  const letters = await lettersAbout(context, planId, outcome.changes, today)
  const { accountId, name } = context.signedIn as NonNullable<Context['signedIn']>
  const committed = await context.store.commit(planId, {
    requestId,
    by: findRow(now, 'person', viewer.personId)?.name ?? name,
    personId: viewer.personId,
    accountId,
    why: command.why(then, input, by),
    changes: outcome.changes,
    letters,
  })
  if (letters.length > 0) context.postSoon()
  context.dependencies.plans.delete(planId)
  const next = await openView(context, planId, null)
  switch (committed.kind) {
    case 'COMMITTED':
      return { kind: 'Committed', revision: committed.revision, isRepeat: committed.isRepeat, view: next }
    case 'REFUSED':
      return { kind: 'Refused', problems: knowable(command.run(now, input, by), committed.problems) }
    case 'REUSED':
      throw new GraphQLError('This request id has been used for something else. Send it with a new one.', {
        extensions: { code: 'BAD_USER_INPUT' },
      })
    case 'CONFLICT':
      return {
        kind: 'Conflicted',
        revision: next.plan.revision,
        conflicts: await shown(context, next.plan, then, committed.conflicts),
      }
  }
}

/** Whoever owes an update is written to in the same moment as a cycle is opened, and readers as a newsletter is published. */
async function lettersAbout(
  { store, publicUrl }: Context,
  planId: string,
  changes: readonly Change[],
  today: Day,
): Promise<Letter[]> {
  const opens = changes.some(
    ({ entity, field, after }) => entity === 'cycle' && field === 'stage' && after === 'OPEN',
  )
  const whole = opens ? await store.plan(planId) : null
  if (!whole) return newsletterLetters(store, publicUrl, planId, changes)
  return reminderLetters(store, publicUrl, { ...whole, tables: applyTo(whole.tables, changes) }, today)
}

/**
 * The rules were held against the whole plan: a refusal that the viewer's own plan does not explain would name what the
 * viewer may not know.
 */
function knowable(own: Outcome, problems: readonly FieldProblem[]): readonly FieldProblem[] {
  if (!own.ok) return own.problems
  const message = 'This does not fit with something that you may not see. Ask the programme manager.'
  return problems.slice(0, 1).map((problem) => ({ ...problem, message }))
}

async function seenAt(
  context: Context,
  planId: string,
  revision: number,
  viewer: Viewer,
): Promise<PlanValue> {
  const plan = await context.store.planAt(planId, revision)
  if (plan) return visible(plan, viewer)
  throw new GraphQLError(`The plan has no revision ${revision}. Load the page again.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  })
}

/** Both versions of each field in words, with who wrote the other and when. A row that two began at once is told by its fields. */
async function shown(
  { store }: Context,
  now: PlanValue,
  then: PlanValue,
  conflicts: readonly FieldConflict[],
): Promise<ConflictShown[]> {
  const told = conflicts.filter(
    ({ change }) => change.field !== 'id' && findRow(now, change.entity, change.id),
  )
  const items = told.map(({ change: { entity, id } }) => ({ entity, id }))
  const { revisions } = await store.history(now.id, items, now.revision)
  return told.flatMap(({ change, current }) => {
    const of = fieldsOf(change.entity)[change.field]
    if (!of) return []
    const { entity, id, field } = change
    const last = revisions.find(({ changes }) =>
      changes.some((made) => made.entity === entity && made.id === id && made.field === field),
    )
    return [
      {
        ...{ entity, id, field },
        label: of.label,
        subject: nameOf(now, entity, id),
        yours: valueInWords(then, of, change.after),
        theirs: valueInWords(now, of, current ?? null),
        theirsBy: last?.by ?? 'somebody',
        theirsAt: last?.at ?? now.at,
      },
    ]
  })
}
