/** A label that wants its middle at a height. */
export interface Wish {
  readonly at: number
  readonly height: number
}

/**
 * Moves labels apart as little as possible, so that none overlaps another and all stay between top and bottom.
 * Answers the middles in the order of the wishes. (Pools of adjacent labels share the mean of what they want.)
 */
export function nudgeApart(wishes: readonly Wish[], top: number, bottom: number): number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => (wishes[a]?.at ?? 0) - (wishes[b]?.at ?? 0))
  let above = 0
  const offsets = order.map((index) => {
    const height = wishes[index]?.height ?? 0
    above += height
    return above - height / 2
  })
  const shifts = pooled(order.map((index, place) => (wishes[index]?.at ?? 0) - (offsets[place] ?? 0)))
  const lowest = Math.max(top, bottom - above)
  const middles = new Array<number>(wishes.length)
  order.forEach((index, place) => {
    middles[index] = Math.min(Math.max(shifts[place] ?? 0, top), lowest) + (offsets[place] ?? 0)
  })
  return middles
}

/** The nearest series that never falls: the pool-adjacent-violators algorithm. */
function pooled(values: readonly number[]): number[] {
  const pools: { sum: number; count: number }[] = []
  for (const value of values) {
    pools.push({ sum: value, count: 1 })
    for (let last = pools.length - 1; last > 0; last--) {
      const [a, b] = [pools[last - 1], pools[last]]
      if (!a || !b || a.sum / a.count <= b.sum / b.count) break
      pools.splice(last - 1, 2, { sum: a.sum + b.sum, count: a.count + b.count })
    }
  }
  return pools.flatMap(({ sum, count }) => new Array<number>(count).fill(sum / count))
}
