import styles from './overdue.module.css'

export function Overdue() {
  return <strong className={styles.overdue}>Overdue</strong>
}
