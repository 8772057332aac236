import { useEffect, useState } from 'react'
import type { GridRow } from './grid-rows.ts'

interface Kept {
  readonly basedOn: number
  readonly rows: readonly GridRow[]
}

/** What this device has kept of a grid; a device that keeps nothing is no fault. */
function keptGrid(key: string): Kept | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Kept | null
    return kept && Number.isInteger(kept.basedOn) && Array.isArray(kept.rows) ? kept : null
  } catch {
    return null
  }
}

function keepGrid(key: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept))
    else localStorage.removeItem(key)
  } catch {
    // A device without storage, or with a full one, still sends what is typed.
  }
}

const MOST_STEPS = 100

/** Rows as they are typed: kept on this device as they are, with every step to be undone. */
export function useGridDraft(key: string, saved: readonly GridRow[], revision: number) {
  const [draft, setDraft] = useState<Kept | null>(null)
  const [past, setPast] = useState<readonly (Kept | null)[]>([])
  // After the first paint, so that the page of the server and that of the browser are the same.
  useEffect(() => setDraft(keptGrid(key)), [key])
  const set = (next: Kept | null) => {
    keepGrid(key, next)
    setDraft(next)
  }
  return {
    rows: draft?.rows ?? saved,
    /** What is typed was begun on the plan as it was then, whatever the page shows since. */
    basedOn: draft?.basedOn ?? revision,
    canUndo: past.length > 0,
    put: (rows: readonly GridRow[]) => {
      setPast([...past.slice(-MOST_STEPS), draft])
      set({ basedOn: draft?.basedOn ?? revision, rows })
    },
    undo: () => {
      const before = past.at(-1)
      if (before === undefined) return
      setPast(past.slice(0, -1))
      set(before)
    },
    forget: () => {
      setPast([])
      set(null)
    },
  }
}
