import { inPounds, inShort, type Pence } from '@strandline/domain/money'

interface MoneyProps {
  readonly amount: Pence
  /** To the penny, as tables show it; otherwise short, with the exact figure one pointer away. */
  readonly isExact?: boolean
}

export function Money({ amount, isExact = false }: MoneyProps) {
  return isExact ? (
    <data value={amount}>{inPounds(amount)}</data>
  ) : (
    <data value={amount} title={inPounds(amount)}>
      {inShort(amount)}
    </data>
  )
}
