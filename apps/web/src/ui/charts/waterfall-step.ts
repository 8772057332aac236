import { inShort, type Pence, pence } from '@strandline/domain/money'

/** A step from one balance to the next, in pence. */
export interface WaterfallStep {
  readonly name: string
  readonly from: Pence
  readonly to: Pence
  readonly isTotal: boolean
  /** What the step says, in words. */
  readonly words: string
}

/** What Recharts tells of a bar's place. */
export interface BarPlace {
  readonly x?: number
  readonly y?: number
  readonly width?: number
  readonly height?: number
  readonly index?: number
}

/** The figure at a bar: a balance for a total, a change with its sign for a step. */
export function stepFigure({ from, to, isTotal }: WaterfallStep): string {
  const change = pence(to - from)
  return isTotal ? inShort(to) : `${change > 0 ? '+' : ''}${inShort(change)}`
}
