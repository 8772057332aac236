import styles from './layout.module.css'

export function SiteFooter() {
  return (
    <footer className={styles.footer}>
      <p>
        Department for Education data is used under the{' '}
        <a href="https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/">
          Open Government Licence v3.0
        </a>
        . Figures marked Illustrative were made up to show what a plan can hold.
      </p>
    </footer>
  )
}
