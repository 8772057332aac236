import { useEffect, useState } from 'react'
import { type Draft, type DraftField, draftKey, keepDraft, keptDraft } from './draft.ts'

const PAUSE_MS = 600

interface Of {
  readonly planId: string
  readonly personId: string
  readonly actionId: string
  readonly opening: Draft
  readonly revision: number
}

/** What is typed, kept on this device at every pause with the revision that it was begun on, until it is submitted. */
export function useUpdateDraft({ planId, personId, actionId, opening, revision }: Of) {
  const key = draftKey(planId, personId, actionId)
  const [begun, setBegun] = useState({ draft: opening, basedOn: revision, isDirty: false })
  // After the first paint, so that the page of the server and that of the browser are the same.
  useEffect(() => {
    const kept = keptDraft(key)
    if (kept) setBegun({ ...kept, isDirty: true })
  }, [key])
  useEffect(() => {
    if (!begun.isDirty) return
    const keep = () => keepDraft(key, { draft: begun.draft, basedOn: begun.basedOn })
    const timer = setTimeout(keep, PAUSE_MS)
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', keep)
    }
  }, [key, begun])
  return {
    ...begun,
    change: (field: DraftField, value: string) =>
      setBegun((now) => ({ ...now, draft: { ...now.draft, [field]: value }, isDirty: true })),
    /** Back to what stands in the plan. */
    restore: () => {
      keepDraft(key, null)
      setBegun({ draft: opening, basedOn: revision, isDirty: false })
    },
    keepNow: () => keepDraft(key, { draft: begun.draft, basedOn: begun.basedOn }),
    forget: () => {
      keepDraft(key, null)
      setBegun((now) => ({ ...now, isDirty: false }))
    },
  }
}
