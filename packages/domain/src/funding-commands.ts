import { type Command, edit, entrySourceId, refused } from './command.ts'
import type { Given } from './editing.ts'
import { yearLabel } from './financial-year.ts'
import type { FundingLine } from './model.ts'
import { wholePlan } from './permission.ts'
import { findRow } from './plan.ts'

/** A transfer, a payment or another funding line: a new one, or one whose amount or status changes. */
export type KeptFundingLine = Pick<FundingLine, 'year' | 'kind' | 'name' | 'amount' | 'scope'> &
  Given<Pick<FundingLine, 'transferStatus' | 'publishedOn'>> & { readonly lineId?: string | null | undefined }

/** Writes down a transfer with its status, a payment below the line or an allocation. A transfer counts once it is agreed. */
export const keepFundingLine: Command<KeptFundingLine> = {
  operation: 'EDIT_FORECAST',
  subjects: wholePlan,
  run: (plan, { lineId, transferStatus, publishedOn, ...sent }, { newId }) => {
    const id = lineId ?? newId
    if (lineId && !findRow(plan, 'fundingLine', lineId))
      return refused('fundingLine', id, 'id', 'There is no such funding line in this plan.')
    if ((sent.kind === 'BLOCK_TRANSFER') !== Boolean(transferStatus))
      return refused(
        'fundingLine',
        id,
        'transferStatus',
        'A transfer between blocks, and nothing else, has a status.',
      )
    const dated = { transferStatus: transferStatus ?? null, publishedOn: publishedOn ?? null }
    const row = { ...sent, ...dated, sourceId: entrySourceId(plan) }
    return edit(plan, { fundingLine: { [id]: row } })
  },
  why: (_, { name, year }) => `Wrote down ${name} for ${yearLabel(year)}`,
}
