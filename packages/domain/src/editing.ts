import type { Value } from './field.ts'

/** Fields as a form sends them: what is left out stays as it is, and null clears it. */
export type Given<Fields> = { readonly [K in keyof Fields]?: Fields[K] | null | undefined }

/** The fields that were sent, without those that were left out. */
export function given<Fields extends object>(
  sent: Fields,
): { [K in keyof Fields]: Exclude<Fields[K], undefined> } {
  return Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined)) as never
}

/** True when one of the named fields was sent with another value than the row has. */
export function differs(row: object, sent: object, names: readonly string[]): boolean {
  const values = row as Record<string, Value>
  return names.some((name) => {
    const value = (sent as Record<string, Value | undefined>)[name]
    return value !== undefined && (value === '' ? null : value) !== values[name]
  })
}

/** The next place in a list in which each row has its number. */
export function nextPosition(rows: readonly { readonly position: number }[]): number {
  return rows.reduce((last, { position }) => Math.max(last, position), 0) + 1
}

/**
 * New numbers for a list in which one row goes to stand after another, or first. Only rows whose number changes are
 * named, so that two people who order different ends of a list do not meet.
 */
export function placedAfter<Row extends { readonly id: string; readonly position: number }>(
  rows: readonly Row[],
  id: string,
  afterId: string | null,
): Record<string, { position: number }> {
  const moved = rows.filter((row) => row.id === id)
  const others = rows.filter((row) => row.id !== id)
  const at = afterId === null ? 0 : others.findIndex((row) => row.id === afterId) + 1
  const order = [...others.slice(0, at), ...moved, ...others.slice(at)]
  const numbers = rows.map(({ position }) => position).sort((a, b) => a - b)
  return Object.fromEntries(
    order.flatMap((row, index) => {
      const position = numbers[index] ?? index + 1
      return position === row.position ? [] : [[row.id, { position }]]
    }),
  )
}
