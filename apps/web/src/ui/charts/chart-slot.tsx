import { Component, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import styles from './chart-slot.module.css'

/** The place of a chart: words first. The chart is fetched when the browser has time, or the place comes near. */
export function ChartSlot({ children }: { readonly children: ReactNode }) {
  const slot = useRef<HTMLDivElement>(null)
  const isWanted = useIsWanted(slot)
  const waiting = (
    <p className={styles.waiting}>The chart comes with the script. All its figures are in the table below.</p>
  )
  return (
    <div ref={slot}>
      {isWanted ? (
        <WithoutChart>
          <Suspense fallback={waiting}>{children}</Suspense>
        </WithoutChart>
      ) : (
        waiting
      )}
    </div>
  )
}

function useIsWanted(slot: React.RefObject<HTMLElement | null>): boolean {
  const [isWanted, setWanted] = useState(false)
  useEffect(() => {
    const want = () => setWanted(true)
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && want(),
      {
        rootMargin: '600px',
      },
    )
    if (slot.current) observer.observe(slot.current)
    const forget = whenIdle(want)
    return () => {
      observer.disconnect()
      forget()
    }
  }, [slot])
  return isWanted
}

function whenIdle(then: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const idle = requestIdleCallback(then, { timeout: 3000 })
    return () => cancelIdleCallback(idle)
  }
  const timer = setTimeout(then, 1000)
  return () => clearTimeout(timer)
}

/** A chart that cannot be had costs the picture only: its sentence and its table stand. */
class WithoutChart extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <p className={styles.waiting}>The chart could not be drawn. All its figures are in the table below.</p>
    )
  }
}
