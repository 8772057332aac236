import { applyTo } from './change.ts'
import { type Asked, type Command, edit, type Outcome, refused } from './command.ts'
import type { Day } from './day.ts'
import { type Given, given } from './editing.ts'
import { isBlank } from './field.ts'
import type { Pack } from './model.ts'
import { figuresOf, unknownFigures } from './newsletter.ts'
import {
  awaitedFor,
  hasSignedElsewhere,
  isSigner,
  type PackStep,
  type PackTexts,
  packsOf,
  signaturesOf,
} from './pack.ts'
import { holdsChart } from './paper.ts'
import { wholePlan } from './permission.ts'
import { findRow, type Plan, rowsOf } from './plan.ts'
import { THE_PUBLIC } from './viewer.ts'
import { visibleTo } from './visibility.ts'
import { packStatuses } from './vocabulary.ts'

interface OfPack {
  readonly packId: string
}

/** Goes on with a pack that stands at one of these statuses. */
function withPack(
  plan: Plan,
  packId: string,
  statuses: readonly Pack['status'][],
  goOn: (pack: Pack) => Outcome,
): Outcome {
  const pack = findRow(plan, 'pack', packId)
  if (!pack) return refused('pack', packId, 'id', 'There is no such pack in this plan.')
  if (statuses.includes(pack.status)) return goOn(pack)
  const asked = statuses.map((status) => packStatuses[status].toLowerCase()).join(' or ')
  return refused('pack', packId, 'status', `This is for a pack that is ${asked}.`)
}

const packName = (plan: Plan, packId: string) => {
  const pack = findRow(plan, 'pack', packId)
  return pack ? `pack ${pack.number}` : 'a pack'
}

const nextNumber = (plan: Plan) => (packsOf(plan)[0]?.number ?? 0) + 1

/** Begins a pack as a draft. */
export const beginPack: Command<
  Pick<Pack, 'title' | 'body'> & { readonly meetingOn?: Day | null | undefined }
> = {
  operation: 'EDIT_PACK',
  subjects: wholePlan,
  run: (plan, { title, body, meetingOn }, { newId }) =>
    edit(plan, {
      pack: {
        [newId]: { number: nextNumber(plan), title, body, meetingOn: meetingOn ?? null, status: 'DRAFT' },
      },
    }),
  why: (_, { title }) => `Began the pack “${title}”`,
}

const texts = ['recommendation', 'officerText', 'decisions', 'nextSteps'] as const

/** Changes the texts of a draft. What is left out stays as it is. */
export const editPack: Command<OfPack & Given<Pick<Pack, 'title' | 'meetingOn'> & PackTexts>> = {
  operation: 'EDIT_PACK',
  subjects: wholePlan,
  run: (plan, { packId, ...sent }) =>
    withPack(plan, packId, ['DRAFT'], () => {
      const figures = figuresOf(visibleTo(plan, THE_PUBLIC))
      for (const name of texts) {
        const [unknown] = unknownFigures(sent[name] ?? '', figures)
        const no = (message: string) => refused('pack', packId, name, message)
        if (unknown !== undefined) return no(`The plan has no figure called “${unknown}”.`)
        if (holdsChart(sent[name] ?? '')) return no('The charts stand in the pack already.')
      }
      return edit(plan, { pack: { [packId]: given(sent) as Partial<Pack> } })
    }),
  why: (plan, { packId }) => `Edited ${packName(plan, packId)}`,
}

/** The plan that a pack is to tell: its revision, and the hash of its value. */
export interface Frozen {
  readonly revision: number
  readonly hash: string
}

/** Sends a draft to be signed: from now on it tells the plan as it is now. */
export const sendPack = ({ revision, hash }: Frozen): Command<OfPack> => ({
  operation: 'EDIT_PACK',
  subjects: wholePlan,
  run: (plan, { packId }, { today }) =>
    withPack(plan, packId, ['DRAFT'], ({ recommendation }) => {
      if (recommendation === null)
        return refused('pack', packId, 'recommendation', 'Say first what is recommended.')
      if (awaitedFor(plan, packId, today).length === 0)
        return refused('pack', packId, 'status', 'Nobody holds a role that signs: give the roles first.')
      const frozen = { asAt: today, planRevision: revision, planHash: hash, returnReason: null }
      return edit(plan, { pack: { [packId]: { status: 'IN_SIGN_OFF', ...frozen } } })
    }),
  why: (plan, { packId }) => `Sent ${packName(plan, packId)} for sign-off`,
})

interface Signing extends OfPack {
  readonly step: PackStep
  readonly strandId?: string | null | undefined
  readonly statement: string
}

const ofStrand = (_: Plan, { strandId }: { readonly strandId?: string | null | undefined }) => [
  strandId ? { strandId } : {},
]

/** Signs a pack with a statement. Nobody signs out of turn, for somebody else's role, or at two steps. */
export const signPack: Command<Signing> = {
  operation: 'SIGN_PACK',
  subjects: ofStrand,
  run: (plan, { packId, step, strandId = null, statement }, asked) =>
    withPack(plan, packId, ['IN_SIGN_OFF'], () => {
      const { viewer, today, newId } = asked
      const no = (field: string, message: string) => refused('packSignature', newId, field, message)
      const awaited = awaitedFor(plan, packId, today)
      if (!awaited.some((of) => of.step === step && of.strandId === strandId))
        return no('step', 'This signature is not asked for now.')
      if (viewer.personId === null || !isSigner(viewer, { step, strandId }))
        return no('step', 'Only whoever holds the role signs for it.')
      if (hasSignedElsewhere(plan, packId, viewer, step))
        return no('personId', 'You have signed this pack at another step: ask somebody else.')
      if (isBlank(statement)) return no('statement', 'Say what you sign, in a sentence.')
      return signed(plan, packId, { step, strandId, statement }, viewer.personId, asked)
    }),
  why: (plan, { packId, statement }) => `Signed ${packName(plan, packId)}: ${statement}`,
}

/** The last signature of the chain signs the pack off. */
function signed(
  plan: Plan,
  packId: string,
  signature: Pick<Signing, 'step' | 'statement'> & { readonly strandId: string | null },
  personId: string,
  { today, newId }: Asked,
): Outcome {
  const name = findRow(plan, 'person', personId)?.name ?? ''
  const row = { packId, ...signature, personId, name, signedOn: today }
  const outcome = edit(plan, { packSignature: { [newId]: row } })
  if (!outcome.ok) return outcome
  const next = { ...plan, tables: applyTo(plan.tables, outcome.changes) }
  return awaitedFor(next, packId, today).length > 0
    ? outcome
    : edit(plan, { packSignature: { [newId]: row }, pack: { [packId]: { status: 'SIGNED_OFF' } } })
}

/** Gives a pack back to its draft with a reason. What was signed stays on record and counts no more. */
export const returnPack: Command<
  OfPack & { readonly strandId?: string | null | undefined; readonly reason: string }
> = {
  operation: 'SIGN_PACK',
  subjects: ofStrand,
  run: (plan, { packId, reason }, { today }) =>
    withPack(plan, packId, ['IN_SIGN_OFF'], () => {
      if (isBlank(reason)) return refused('pack', packId, 'returnReason', 'Say what has to change.')
      const ended = signaturesOf(plan, packId).map(({ id }) => [id, { endedOn: today }])
      const draft = { status: 'DRAFT', returnReason: reason } as const
      const unfrozen = { asAt: null, planRevision: null, planHash: null }
      return edit(plan, {
        pack: { [packId]: { ...draft, ...unfrozen } },
        packSignature: Object.fromEntries(ended),
      })
    }),
  why: (_, { reason }) => reason,
}

/** Lets everybody read the open version of a pack that is signed off. */
export const publishPack: Command<OfPack> = {
  operation: 'EDIT_PACK',
  subjects: wholePlan,
  run: (plan, { packId }, { today }) =>
    withPack(plan, packId, ['SIGNED_OFF'], () =>
      edit(plan, { pack: { [packId]: { status: 'PUBLISHED', publishedOn: today } } }),
    ),
  why: (plan, { packId }) => `Published ${packName(plan, packId)}`,
}

/** Withdraws a pack that was sent, signed off or published, with a reason. It can still be read, with that reason. */
export const withdrawPack: Command<OfPack & { readonly reason: string }> = {
  operation: 'EDIT_PACK',
  subjects: wholePlan,
  run: (plan, { packId, reason }, { today }) =>
    withPack(plan, packId, ['IN_SIGN_OFF', 'SIGNED_OFF', 'PUBLISHED'], () =>
      isBlank(reason)
        ? refused('pack', packId, 'withdrawReason', 'Say why it is withdrawn.')
        : edit(plan, {
            pack: { [packId]: { status: 'WITHDRAWN', withdrawnOn: today, withdrawReason: reason } },
          }),
    ),
  why: (_, { reason }) => reason,
}

/** Begins the pack that takes the place of a withdrawn one, with its texts. It is signed anew. */
export const reissuePack: Command<OfPack> = {
  operation: 'EDIT_PACK',
  subjects: wholePlan,
  run: (plan, { packId }, { newId }) =>
    withPack(plan, packId, ['WITHDRAWN'], (old) => {
      const replacement = rowsOf(plan, 'pack').find(({ replacesId }) => replacesId === packId)
      if (replacement)
        return refused('pack', packId, 'status', `Pack ${replacement.number} takes its place already.`)
      const { title, body, meetingOn, recommendation, officerText, decisions, nextSteps } = old
      const written = { recommendation, officerText, decisions, nextSteps }
      const number = nextNumber(plan)
      const pack = {
        title,
        body,
        meetingOn,
        ...written,
        number,
        status: 'DRAFT',
        replacesId: packId,
      } as const
      return edit(plan, { pack: { [newId]: pack } })
    }),
  why: (plan, { packId }) => `Began the pack in place of ${packName(plan, packId)}`,
}
