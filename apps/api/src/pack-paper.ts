import type { Row } from '@strandline/domain/model'
import {
  composePack,
  EXEMPT_MARK,
  leadOf,
  packsOf,
  type SignedAt,
  signaturesOf,
  signOff,
} from '@strandline/domain/pack'
import { type PaperSection, paperAsCsv } from '@strandline/domain/paper'
import { detailsOf, type Plan } from '@strandline/domain/plan'
import { THE_PUBLIC } from '@strandline/domain/viewer'
import { audienceOf } from '@strandline/domain/visibility'
import { paperAsDocx } from './paper-docx.ts'
import { type View, visible } from './view.ts'

/** Exempt items stand in the exempt version alone, which only the team may read. */
export function mayReadExempt(view: View): boolean {
  return audienceOf(view.viewer) === 'TEAM'
}

/** What a pack says: of the plan as it was sent for sign-off, or as it is while the pack is worked on. */
export async function packSections(
  view: View,
  pack: Row<'pack'>,
  isExempt: boolean,
): Promise<PaperSection[]> {
  const plan = await planOf(view, pack)
  const known = visible(plan, isExempt && mayReadExempt(view) ? view.viewer : THE_PUBLIC)
  const signatures = await signaturesWithTime(view, pack.id)
  return [...composePack(known, pack, pack.asAt ?? view.today), ...signOff(view.plan, pack, signatures)]
}

async function planOf(view: View, { planRevision }: Row<'pack'>): Promise<Plan> {
  if (planRevision === null) return view.plan
  return (await view.context.store.planAt(view.plan.id, planRevision)) ?? view.plan
}

/** The moment of a signature is that of the revision in which it was given. */
export async function signaturesWithTime(view: View, packId: string): Promise<SignedAt[]> {
  const signatures = signaturesOf(view.plan, packId)
  if (signatures.length === 0) return []
  const items = signatures.map(({ id }) => ({ entity: 'packSignature' as const, id }))
  const { revisions } = await view.context.store.history(view.plan.id, items, view.plan.revision)
  const momentOf = (id: string) =>
    revisions.find(({ changes }) => changes.some((of) => of.id === id && of.field === 'id'))?.at ?? null
  return signatures.map((signature) => ({ ...signature, at: momentOf(signature.id) }))
}

interface AskedPack {
  readonly number: number
  readonly isExempt: boolean
}

function found(view: View, { number, isExempt }: AskedPack): Row<'pack'> | undefined {
  if (isExempt && !mayReadExempt(view)) return undefined
  return packsOf(view.plan).find((of) => of.number === number)
}

/** The pack as a Word file; null where this viewer has no such pack, or not in that version. */
export async function packAsDocx(view: View, asked: AskedPack): Promise<Buffer | null> {
  const pack = found(view, asked)
  if (!pack) return null
  const council = `${view.plan.authority.name}, ${detailsOf(view.plan).title}`
  return paperAsDocx({
    title: pack.title,
    header: `${asked.isExempt ? `${EXEMPT_MARK} ` : ''}${council}: pack ${pack.number}`,
    lead: [leadOf(pack, view.today)],
    sections: await packSections(view, pack, asked.isExempt),
  })
}

/** The figures of the pack as CSV; null where this viewer has no such pack, or not in that version. */
export async function packAsCsv(view: View, asked: AskedPack): Promise<string | null> {
  const pack = found(view, asked)
  if (!pack) return null
  const mark = asked.isExempt ? `${EXEMPT_MARK}\r\n\r\n` : ''
  return `${mark}${paperAsCsv(await packSections(view, pack, asked.isExempt))}`
}
