import { type Day, dayInWords } from '@strandline/domain/day'
import styles from './as-at.module.css'
import { NowLink } from './as-at-control.tsx'

export function AsAtBanner({ today }: { readonly today: Day }) {
  return (
    <div className={styles.banner}>
      <p className={styles.bannerText}>
        <strong>As at {dayInWords(today)}, not current.</strong>{' '}
        <span className="no-print">
          <NowLink />
        </span>
      </p>
    </div>
  )
}
