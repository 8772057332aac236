import styles from './overview.module.css'

/** Text in which a financial year such as 2022-23 is never parted at the end of a line. */
export function Unbroken({ text }: { readonly text: string }) {
  return text.split(/(\d{4}-\d{2})/).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence do not move
      <span key={index} className={styles.unbroken}>
        {part}
      </span>
    ) : (
      part
    ),
  )
}
