import type { LineLook } from './chart-line.ts'

export interface Look {
  readonly colour: string
  readonly width: number
  /** Undefined is a solid line. */
  readonly dashes?: string
  readonly mark: 'circle' | 'triangle' | 'square' | 'diamond' | 'none'
}

/** Solid is what happened, dashed is a forecast. Each look has its own dashes and its own mark: a grey print tells them apart. */
export const looks: Readonly<Record<LineLook, Look>> = {
  outturn: { colour: 'var(--line-outturn)', width: 2.5, mark: 'circle' },
  unmitigated: { colour: 'var(--line-unmitigated)', width: 2, dashes: '2 4', mark: 'triangle' },
  delivered: { colour: 'var(--line-delivered)', width: 2, dashes: '12 4 2 4', mark: 'square' },
  mitigated: { colour: 'var(--line-mitigated)', width: 2.5, dashes: '8 5', mark: 'diamond' },
  earlier: { colour: 'var(--edge)', width: 1.25, dashes: '5 3', mark: 'none' },
}
