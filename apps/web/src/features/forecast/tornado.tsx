import { balanceInWords } from '@strandline/domain/money'
import type { Sensitivity } from '@strandline/domain/simulation'
import styles from './forecast.module.css'
import { assumptionName } from './register.tsx'

const MOST_BARS = 8
const WIDTH = 400
const BAR = 24

/** What matters most: a bar for each assumption, from the balance at its low to the balance at its high. */
export function Tornado({ sensitivities }: { readonly sensitivities: readonly Sensitivity[] }) {
  const shown = sensitivities.slice(0, MOST_BARS)
  const [first] = shown
  if (!first) return null
  const ends = shown.flatMap(({ atLow, atHigh }) => [atLow, atHigh])
  const [from, to] = [Math.min(...ends), Math.max(...ends)]
  const x = (balance: number) => ((balance - from) / Math.max(1, to - from)) * WIDTH
  return (
    <>
      <h3>What matters most</h3>
      <p>
        {assumptionName(first.assumption)} moves the balance at the end the most: from{' '}
        {balanceInWords(first.atLow)} at its low to {balanceInWords(first.atHigh)} at its high.
      </p>
      <ol className={styles.bars}>
        {shown.map(({ assumption, atLow, atHigh }) => (
          <li key={assumption.id}>
            <span>
              {assumptionName(assumption)}: {balanceInWords(atLow)} to {balanceInWords(atHigh)}
            </span>
            <svg
              viewBox={`0 0 ${WIDTH} ${BAR}`}
              className={styles.bar}
              aria-hidden="true"
              preserveAspectRatio="none"
            >
              <rect
                x={Math.min(x(atLow), x(atHigh))}
                width={Math.max(2, Math.abs(x(atHigh) - x(atLow)))}
                y={4}
                height={BAR - 8}
              />
            </svg>
          </li>
        ))}
      </ol>
    </>
  )
}
