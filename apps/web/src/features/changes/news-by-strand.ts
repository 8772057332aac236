import { type Entity, entityWords } from '@strandline/domain/model'
import type { Provenance } from '@strandline/domain/vocabulary'
import { withoutName } from '../../ui/news-words.ts'

interface News {
  readonly kind: Entity
  readonly id: string
  readonly strandId: string | null
  readonly actionId: string | null
  readonly words: string
}

interface Names {
  readonly strands: readonly { readonly id: string; readonly title: string; readonly name: string }[]
  readonly actions: readonly {
    readonly id: string
    readonly name: string
    readonly ratingSource: { readonly provenance: Provenance } | null
  }[]
}

export interface ItemNews {
  readonly id: string
  /** The action to go to, where the later plan still has it. */
  readonly action: Names['actions'][number] | null
  readonly name: string
  readonly words: readonly string[]
}

export interface StrandNews {
  readonly strand: Names['strands'][number] | null
  readonly items: readonly ItemNews[]
}

/** News under the strand and the action that it belongs to, in the plan's order; what concerns all of it comes last. */
export function newsByStrand(news: readonly News[], { strands, actions }: Names): StrandNews[] {
  const known = new Set(strands.map(({ id }) => id))
  const byStrand = Map.groupBy(news, ({ strandId }) => (strandId && known.has(strandId) ? strandId : null))
  return [...strands, null]
    .map((strand) => ({ strand, items: itemsOf(byStrand.get(strand?.id ?? null) ?? [], actions) }))
    .filter(({ items }) => items.length > 0)
}

function itemsOf(news: readonly News[], actions: Names['actions']): ItemNews[] {
  const byItem = Map.groupBy(news, ({ actionId, kind }) => actionId ?? kind)
  return [...byItem].map(([id, told]) => {
    const [first] = told
    const action = actions.find((one) => one.id === first?.actionId) ?? null
    const words = told.map((one) => withoutName(one.words, action?.name ?? ''))
    return { id, action, name: capital(first ? entityWords[first.kind] : ''), words }
  })
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
