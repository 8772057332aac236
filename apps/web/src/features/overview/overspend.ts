import { inShort, negated, type Pence } from '@strandline/domain/money'

interface Range {
  readonly low: Pence
  readonly central: Pence
  readonly high: Pence
}

/** A balance as members say it: an overspend of £5.6m, £5.1m to £6.1m, the smaller first; signed where the range crosses zero. */
export function overspendInWords({ low, central, high }: Range) {
  const isOverspend = central < 0
  const [from, to] = high <= 0 ? [negated(high), negated(low)] : [low, high]
  return {
    kind: isOverspend ? 'overspend' : 'underspend',
    size: inShort(isOverspend ? negated(central) : central),
    range: low === high ? null : `${inShort(from)} to ${inShort(to)}`,
  }
}
