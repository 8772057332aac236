import { useEffect, useState } from 'react'
import styles from './loading.module.css'

const PATIENCE_MS = 300

/** Says nothing at first, because most answers are quicker than the flicker would be. */
export function Loading({ what }: { readonly what: string }) {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div className={styles.loading}>
      <div role="status">{isSlow && <h1 className={styles.heading}>Loading {what}</h1>}</div>
      {isSlow && (
        <div aria-hidden="true">
          <div className={styles.title} />
          <div className={styles.line} />
          <div className={styles.line} />
          <div className={styles.shortLine} />
        </div>
      )}
    </div>
  )
}
