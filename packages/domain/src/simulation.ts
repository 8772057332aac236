import type { Assumption, Register } from './assumption.ts'
import { type ModelBase, type ModelYear, project } from './financial-model.ts'
import { type Pence, pence } from './money.ts'

/** A figure of the model that can be asked about: the in-year or the cumulative balance of one year, mitigated. */
export type Asked = (years: readonly ModelYear[]) => Pence

/** Balances at some shares of all runs: the 5th percentile is a deficit that one run in twenty exceeds. */
export interface Band {
  readonly p5: Pence
  readonly p25: Pence
  readonly p50: Pence
  readonly p75: Pence
  readonly p95: Pence
}

/** How far the result moves when one assumption goes to its low and to its high, everything else as it is. */
export interface Sensitivity {
  readonly assumption: Assumption
  readonly atLow: Pence
  readonly atHigh: Pence
}

/** Numbers from 0 to 1 that follow from a seed (mulberry32): the same seed gives the same runs on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One value from low to high, most often near the middle value: a triangular distribution. */
export function drawn(
  { value, low, high }: Pick<Assumption, 'value' | 'low' | 'high'>,
  chance: number,
): number {
  const from = low ?? value
  const to = high ?? value
  if (to <= from) return value
  const turn = (value - from) / (to - from)
  return chance < turn
    ? from + Math.sqrt(chance * (to - from) * (value - from))
    : to - Math.sqrt((1 - chance) * (to - from) * (to - value))
}

/** Runs the model again and again with each assumption drawn from its range, and gives bands of several figures. */
export function simulate(
  base: ModelBase,
  register: Register,
  asked: readonly Asked[],
  { runs, seed }: { readonly runs: number; readonly seed: number },
): Band[] {
  const random = randomFrom(seed)
  const results = asked.map(() => new Float64Array(runs))
  const values = new Float64Array(register.assumptions.length)
  for (let run = 0; run < runs; run++) {
    register.assumptions.forEach((assumption, index) => {
      values[index] = drawn(assumption, random())
    })
    const years = project(base, register, values)
    asked.forEach((figure, index) => {
      const result = results[index]
      if (result) result[run] = figure(years)
    })
  }
  return results.map((result) => bandOf(result.sort()))
}

function bandOf(sorted: Float64Array): Band {
  const at = (share: number) =>
    pence(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
  return { p5: at(0.05), p25: at(0.25), p50: at(0.5), p75: at(0.75), p95: at(0.95) }
}

/** What matters most to one figure, the widest swing first: the bars of a tornado chart. */
export function sensitivities(base: ModelBase, register: Register, figure: Asked): Sensitivity[] {
  const central = register.assumptions.map(({ value }) => value)
  const withValue = (index: number, value: number) =>
    figure(project(base, register, central.with(index, value)))
  return register.assumptions
    .map((assumption, index) => ({
      assumption,
      atLow: withValue(index, assumption.low ?? assumption.value),
      atHigh: withValue(index, assumption.high ?? assumption.value),
    }))
    .filter(({ atLow, atHigh }) => atLow !== atHigh)
    .sort((a, b) => Math.abs(b.atHigh - b.atLow) - Math.abs(a.atHigh - a.atLow))
}

const MOST_STEPS = 200

/**
 * What one assumption would have to be for a figure to be no deficit: the value nearest to the present one that does it,
 * or null where none between the bounds does. The figure must rise or fall with the assumption all the way.
 */
export function solvedFor(
  base: ModelBase,
  register: Register,
  index: number,
  figure: Asked,
  bounds: { readonly from: number; readonly to: number },
): number | null {
  const central = register.assumptions.map(({ value }) => value)
  const at = (value: number) => figure(project(base, register, central.with(index, value)))
  const present = central[index] ?? 0
  if (at(present) >= 0) return present
  const end = at(bounds.to) >= 0 ? bounds.to : at(bounds.from) >= 0 ? bounds.from : null
  if (end === null) return null
  let [no, yes] = [present, end]
  for (let step = 0; step < MOST_STEPS && Math.abs(yes - no) > 1; step++) {
    const middle = Math.round((no + yes) / 2)
    if (at(middle) >= 0) yes = middle
    else no = middle
  }
  return yes
}
