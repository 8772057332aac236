import { type RefObject, useEffect } from 'react'

const PAUSE_MS = 600

/** What was typed into a form and not yet submitted, with the revision that it was begun on. */
export interface KeptWords {
  readonly basedOn: number
  readonly entries: readonly (readonly [name: string, value: string])[]
}

/** What this device has kept of a form, or null; a device that keeps nothing is no fault. */
export function keptWords(key: string): KeptWords | null {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as KeptWords | null
    return kept && Number.isInteger(kept.basedOn) && Array.isArray(kept.entries) ? kept : null
  } catch {
    return null
  }
}

export function keepWords(key: string, kept: KeptWords | null): void {
  try {
    if (kept) localStorage.setItem(key, JSON.stringify(kept))
    else localStorage.removeItem(key)
  } catch {
    // A device without storage, or with a full one, still sends what is typed.
  }
}

/** The words of a form as text; files are never asked for. */
export function wordsIn(form: HTMLFormElement): KeptWords['entries'] {
  return Array.from(new FormData(form), ([name, value]): [string, string] => [name, String(value)])
}

/** Puts kept words back into the fields of a form. */
function fillIn(form: HTMLFormElement, entries: KeptWords['entries']): void {
  for (const field of form.elements) {
    if (!('name' in field) || !('value' in field)) continue
    const values = entries.filter(([name]) => name === field.name).map(([, value]) => value)
    if (field instanceof HTMLInputElement && field.type === 'checkbox')
      field.checked = values.includes(field.value)
    else if (values[0] !== undefined) field.value = values[0]
  }
}

/** Keeps on this device what is typed, at every pause, and fills it in when the form is opened again. */
export function useKeptWords(form: RefObject<HTMLFormElement | null>, key: string, basedOn: number): void {
  useEffect(() => {
    const { current } = form
    if (!current) return
    const kept = keptWords(key)
    if (kept) fillIn(current, kept.entries)
    let timer: ReturnType<typeof setTimeout> | undefined
    const keep = () => keepWords(key, { basedOn, entries: wordsIn(current) })
    const atPause = () => {
      clearTimeout(timer)
      timer = setTimeout(keep, PAUSE_MS)
    }
    current.addEventListener('input', atPause)
    return () => {
      clearTimeout(timer)
      current.removeEventListener('input', atPause)
    }
  }, [form, key, basedOn])
}
