import { type Command, edit, entrySourceId, type Outcome, refused } from './command.ts'
import { listInWords } from './dependency.ts'
import { differs, type Given, given, nextPosition, placedAfter } from './editing.ts'
import { isBlank } from './field.ts'
import type { Strand } from './model.ts'
import { type Subject, wholePlan } from './permission.ts'
import { actionsOf, findRow, type Plan, rowsOf, strandTitle } from './plan.ts'
import { isUpdated } from './update.ts'

type StrandFields = Pick<Strand, 'name' | 'summary' | 'visibility' | 'visibilityReason'>
interface OfStrand {
  readonly strandId: string
}

/** A strand to be begun. */
export type NewStrand = Given<StrandFields> & { readonly name: string }

/** Fields of a strand to be changed. */
export type EditedStrand = Given<StrandFields> & OfStrand

const theStrand = (plan: Plan, { strandId }: OfStrand): Subject[] =>
  findRow(plan, 'strand', strandId) ? [{ strandId }] : []

/** Goes on with a strand that is there. */
function withStrand(plan: Plan, strandId: string, goOn: (strand: Strand) => Outcome): Outcome {
  const strand = findRow(plan, 'strand', strandId)
  return strand ? goOn(strand) : refused('strand', strandId, 'id', 'There is no such strand in this plan.')
}

function written(sent: Given<StrandFields>): Partial<Strand> {
  const { visibility, ...rest } = given(sent)
  return { ...(rest as Partial<Strand>), ...(visibility ? { visibility } : {}) }
}

/** Begins a strand after the others. */
export const addStrand: Command<NewStrand> = {
  operation: 'ADD_STRAND',
  subjects: wholePlan,
  run: (plan, sent, { newId }) => {
    const position = nextPosition(rowsOf(plan, 'strand'))
    return edit(plan, { strand: { [newId]: { ...written(sent), position, sourceId: entrySourceId(plan) } } })
  },
  why: (_, { name }) => `Added the strand “${name}”`,
}

/** Changes what a strand says of itself. */
export const editStrand: Command<EditedStrand> = {
  operation: 'EDIT_STRAND',
  subjects: theStrand,
  run: (plan, { strandId, ...sent }) =>
    withStrand(plan, strandId, (strand) => {
      const words = differs(strand, sent, ['name', 'summary'])
      const source = words ? { sourceId: entrySourceId(plan) } : {}
      return edit(plan, { strand: { [strandId]: { ...written(sent), ...source } } })
    }),
  why: (plan, { strandId }) => `Edited ${titleOf(plan, strandId)}`,
}

/** Ends a strand whose actions have all ended. It stays in the plan, with its history. */
export const endStrand: Command<OfStrand & { readonly reason: string }> = {
  operation: 'ADD_STRAND',
  subjects: wholePlan,
  run: (plan, { strandId, reason }, { today }) =>
    withStrand(plan, strandId, ({ endedOn }) => {
      const open = actionsOf(plan, strandId).filter(isUpdated)
      if (endedOn) return refused('strand', strandId, 'endedOn', 'This strand has ended already.')
      if (isBlank(reason)) return refused('strand', strandId, 'reason', 'Say why the strand ends.')
      if (open.length > 0) {
        const names = listInWords(open.map(({ name }) => `“${name}”`))
        return refused('strand', strandId, 'endedOn', `End its open actions first: ${names}.`)
      }
      return edit(plan, { strand: { [strandId]: { endedOn: today, endReason: reason } } })
    }),
  why: (_, { reason }) => reason,
}

/** Takes up a strand again that had ended. */
export const reopenStrand: Command<OfStrand & { readonly reason: string }> = {
  operation: 'ADD_STRAND',
  subjects: wholePlan,
  run: (plan, { strandId, reason }) =>
    withStrand(plan, strandId, ({ endedOn }) => {
      if (!endedOn) return refused('strand', strandId, 'endedOn', 'This strand is open already.')
      if (isBlank(reason)) return refused('strand', strandId, 'reason', 'Say why it is taken up again.')
      return edit(plan, { strand: { [strandId]: { endedOn: null, endReason: null } } })
    }),
  why: (_, { reason }) => reason,
}

/** Puts a strand after another one, or (without one) first. Strands are known by their number, so all are renumbered. */
export const placeStrand: Command<OfStrand & { readonly afterId?: string | null | undefined }> = {
  operation: 'ADD_STRAND',
  subjects: wholePlan,
  run: (plan, { strandId, afterId }) =>
    withStrand(plan, strandId, () => {
      const strands = rowsOf(plan, 'strand')
      if (afterId && !findRow(plan, 'strand', afterId))
        return refused('strand', strandId, 'afterId', 'There is no such strand in this plan.')
      return edit(plan, { strand: placedAfter(strands, strandId, afterId ?? null) })
    }),
  why: (plan, { strandId }) => `Moved ${titleOf(plan, strandId)} in the order`,
}

function titleOf(plan: Plan, strandId: string): string {
  const strand = findRow(plan, 'strand', strandId)
  return strand ? strandTitle(plan, strand) : 'a strand'
}
