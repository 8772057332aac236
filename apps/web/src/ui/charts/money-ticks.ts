import { NOTHING, type Pence, pence } from '@strandline/domain/money'

const STEPS = [1, 2, 2.5, 5, 10]
const MILLION = 100_000_000

/** Round steps from below the lowest amount to above the highest, with zero always among them. */
export function moneyTicks(amounts: readonly Pence[], atMost = 8): Pence[] {
  const low = Math.min(NOTHING, ...amounts)
  const high = Math.max(NOTHING, ...amounts)
  const step = roundStep((high - low) / (atMost - 1) || MILLION)
  const first = Math.floor(low / step)
  const last = Math.max(Math.ceil(high / step), first + 1)
  return Array.from({ length: last - first + 1 }, (_, index) => pence((first + index) * step))
}

function roundStep(atLeast: number): number {
  const size = 10 ** Math.floor(Math.log10(atLeast))
  const times = STEPS.find((step) => step * size >= atLeast - 1e-6) ?? 10
  return Math.max(1, Math.round(times * size))
}

/** An amount on an axis, always in millions and no more exact than its steps: −£8m, −£0.5m, £0. */
export function axisMoney(amount: Pence): string {
  if (amount === 0) return '£0'
  const millions = Number((Math.abs(amount) / MILLION).toFixed(3))
  return `${amount < 0 ? '\u2212' : ''}£${millions}m`
}
