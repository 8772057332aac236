import { type RefObject, useEffect } from 'react'
import { NavigationType, useLocation, useNavigationType } from 'react-router'

let settled: string | null = null
/** Lets the next heading take the focus as if by a new arrival: the button that was pressed is about to go. */
export function expectArrival(): void {
  settled = ''
}

const depths = new Map<string, number>()

/**
 * What a browser does on a full page load, for a move within the app: the focus goes to the heading (so that a screen
 * reader says where it is), a new page starts at its top, a part named in the address is shown, and Back returns to the
 * place that was left. Called by the heading, so it waits until the page has arrived.
 */
export function useArrival(heading: RefObject<HTMLElement | null>) {
  const { key, pathname, search, hash } = useLocation()
  // A link to a part of the same page makes an entry without a key of its own, so the address counts too.
  const place = `${key} ${pathname}${search}${hash}`
  const isReturn = useNavigationType() === NavigationType.Pop

  useEffect(() => {
    const remember = () => depths.set(place, window.scrollY)
    window.addEventListener('scroll', remember, { passive: true })
    return () => window.removeEventListener('scroll', remember)
  }, [place])

  useEffect(() => {
    const isFirst = settled === null
    if (settled === place) return
    settled = place
    const part = hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null
    if (isFirst && !part) return
    const target = part ?? heading.current
    if (part && part.tabIndex < 0) part.tabIndex = -1
    target?.focus({ preventScroll: true })
    if (isReturn && depths.has(place)) window.scrollTo({ top: depths.get(place) ?? 0, behavior: 'instant' })
    else if (part) part.scrollIntoView({ behavior: 'instant' })
    else window.scrollTo({ top: 0, behavior: 'instant' })
  }, [place, hash, isReturn, heading])
}
