import type { Rag } from '@strandline/domain/vocabulary'

/** What a person has filled in for an action and not yet submitted. Empty ratings are not given. */
export interface Draft {
  readonly deliveryRag: Rag | ''
  readonly benefitRag: Rag | ''
  readonly progress: string
  readonly reason: string
  readonly pathToGreen: string
}

export type DraftField = keyof Draft

interface Standing {
  readonly deliveryRag: Rag | null
  readonly benefitRag: Rag | null
  readonly reason: string | null
  readonly pathToGreen: string | null
}

/** The form as it opens: the ratings, reason and path that stand; progress is written anew. */
export function openingDraft({ deliveryRag, benefitRag, reason, pathToGreen }: Standing): Draft {
  return {
    deliveryRag: deliveryRag ?? '',
    benefitRag: benefitRag ?? '',
    progress: '',
    reason: reason ?? '',
    pathToGreen: pathToGreen ?? '',
  }
}

/** True when one of the ratings is red or amber: it then needs its reason and its path to green. */
export function isOffTrack({ deliveryRag, benefitRag }: Draft): boolean {
  return [deliveryRag, benefitRag].some((rag) => rag === 'RED' || rag === 'AMBER')
}

/** What is sent: text that is not asked for is left out. */
export function sentOf(draft: Draft, actionId: string, isNoChange: boolean) {
  const isAsked = isOffTrack(draft)
  return {
    actionId,
    isNoChange,
    deliveryRag: isNoChange ? null : draft.deliveryRag || null,
    benefitRag: isNoChange ? null : draft.benefitRag || null,
    progress: draft.progress.trim() || null,
    reason: isAsked && !isNoChange ? draft.reason : null,
    pathToGreen: isAsked && !isNoChange ? draft.pathToGreen : null,
  }
}

/** What is kept on this device, with the revision of the plan that it was begun on. */
export interface KeptDraft {
  readonly draft: Draft
  readonly basedOn: number
}

/** Where the draft of a person for an action is kept on this device. */
export function draftKey(planId: string, personId: string, actionId: string): string {
  return `draft ${planId} ${personId} ${actionId}`
}

/** The draft that was kept, or null; a device that keeps nothing is no fault. */
export function keptDraft(key: string): KeptDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as KeptDraft | null
    return kept && typeof kept.basedOn === 'number' && typeof kept.draft?.progress === 'string' ? kept : null
  } catch {
    return null
  }
}

/** Keeps a draft, or with null forgets it. False when this device keeps nothing. */
export function keepDraft(key: string, kept: KeptDraft | null): boolean {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept))
    else localStorage.removeItem(key)
    return true
  } catch {
    return false
  }
}
