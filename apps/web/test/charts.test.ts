import type { Day } from '@strandline/domain/day'
import { type Pence, pounds } from '@strandline/domain/money'
import { describe, expect, test } from 'vitest'
import {
  type ChartLine,
  pointInWords,
  readingAt,
  stopsOf,
  withoutDoubles,
} from '../src/ui/charts/chart-line.ts'
import { frameOf, yOfAmount } from '../src/ui/charts/frame.ts'
import { axisMoney, moneyTicks } from '../src/ui/charts/money-ticks.ts'
import { nudgeApart } from '../src/ui/charts/nudge-apart.ts'
import { everyNth, nearest, rowsForMarks, timeDomain, xOfDay } from '../src/ui/charts/time-axis.ts'
import { shortened, wrapWords } from '../src/ui/charts/wrap-words.ts'

const aPoint = (day: Day, central: number, spread = 0) => ({
  day,
  label: day.slice(0, 4),
  low: pounds(central - spread),
  central: pounds(central),
  high: pounds(central + spread),
})

const aLine = (
  name: string,
  centrals: readonly number[],
  look: ChartLine['look'] = 'mitigated',
): ChartLine => ({
  name,
  look,
  points: centrals.map((central, index) => aPoint(`${2021 + index}-03-31` as Day, central)),
})

describe('labels at the ends of lines', () => {
  const overlaps = (middles: readonly number[], heights: readonly number[]) =>
    middles.some((a, i) =>
      middles.some((b, j) => j > i && Math.abs(a - b) < ((heights[i] ?? 0) + (heights[j] ?? 0)) / 2 - 1e-9),
    )

  test('stay where they want to be when there is room', () => {
    expect(
      nudgeApart(
        [
          { at: 20, height: 10 },
          { at: 90, height: 10 },
        ],
        0,
        100,
      ),
    ).toEqual([20, 90])
  })

  test('move apart evenly when their lines end at the same figure', () => {
    expect(
      nudgeApart(
        [
          { at: 50, height: 20 },
          { at: 50, height: 20 },
        ],
        0,
        100,
      ),
    ).toEqual([40, 60])
  })

  test('never overlap and never leave the chart, however many want the same place', () => {
    for (const at of [0, 1, 50, 99, 100, 250]) {
      const wishes = [14, 30, 22, 14].map((height, index) => ({ at: at + index, height }))
      const middles = nudgeApart(wishes, 0, 100)
      expect(
        overlaps(
          middles,
          wishes.map(({ height }) => height),
        ),
      ).toBe(false)
      expect(Math.min(...middles.map((y, i) => y - (wishes[i]?.height ?? 0) / 2))).toBeGreaterThanOrEqual(0)
      expect(Math.max(...middles.map((y, i) => y + (wishes[i]?.height ?? 0) / 2))).toBeLessThanOrEqual(
        100 + 1e-9,
      )
    }
  })

  test('keep the order of their lines', () => {
    const middles = nudgeApart(
      [
        { at: 52, height: 20 },
        { at: 48, height: 20 },
        { at: 50, height: 20 },
      ],
      0,
      200,
    )
    expect(middles[1]).toBeLessThan(middles[2] ?? 0)
    expect(middles[2]).toBeLessThan(middles[0] ?? 0)
  })
})

describe('the money axis', () => {
  test('always has zero in view, above deficits and below surpluses', () => {
    expect(moneyTicks([pounds(-9_300_000), pounds(-1_000_000)])).toContain(0)
    expect(moneyTicks([pounds(3_000_000)])).toContain(0)
    expect(moneyTicks([])).toContain(0)
  })

  test('reaches past the lowest and the highest amount in round steps', () => {
    const ticks = moneyTicks([pounds(-11_300_000), pounds(2_200_000)])
    expect(ticks.map(axisMoney)).toEqual([
      '−£12m',
      '−£10m',
      '−£8m',
      '−£6m',
      '−£4m',
      '−£2m',
      '£0',
      '£2m',
      '£4m',
    ])
  })

  test('is in millions even for small balances', () => {
    expect(axisMoney(pounds(-500_000))).toBe('−£0.5m')
    expect(axisMoney(0 as Pence)).toBe('£0')
  })
})

describe('the time axis', () => {
  const years: Day[] = ['2020-03-31', '2021-03-31', '2022-03-31']

  test('puts a year at its end and a decision at its own day between', () => {
    const domain = timeDomain(years, [])
    const place = (day: Day) => xOfDay(day, domain, 0, 1000)
    expect(place('2022-03-31')).toBe(1000)
    expect(place('2020-09-29')).toBeCloseTo((place('2020-03-31') + place('2021-03-31')) / 2, -1)
  })

  test('makes room for a decision in the year before the first year end, not for one long before', () => {
    expect(xOfDay('2020-02-13', timeDomain(years, ['2020-02-13']), 0, 1000)).toBeGreaterThan(0)
    expect(timeDomain(years, ['2011-01-01'])).toEqual(timeDomain(years, []))
  })

  test('sets marks that are close in rows of their own', () => {
    expect(rowsForMarks([100, 110, 112, 140], 22)).toEqual([0, 1, 2, 0])
  })

  test('leaves out labels only where they do not fit', () => {
    expect(everyNth(6, 900, 60)).toBe(1)
    expect(everyNth(6, 140, 60)).toBe(3)
  })

  test('reads the point nearest to the pointer', () => {
    expect(nearest([10, 110, 210], 70)).toBe(1)
    expect(nearest([10, 110, 210], -50)).toBe(0)
  })
})

describe('lines', () => {
  test('that lie on each other become one with both names', () => {
    const [line, ...others] = withoutDoubles([
      aLine('Unmitigated', [-5, -6]),
      aLine('Delivered so far', [-5, -6]),
    ])
    expect(line?.name).toBe('Unmitigated and delivered so far')
    expect(others).toEqual([])
  })

  test('are read in words with the smaller end of the range first', () => {
    expect(pointInWords(aPoint('2021-03-31', -5_600_000, 500_000))).toBe('deficit £5.6m (£5.1m to £6.1m)')
    expect(pointInWords(aPoint('2021-03-31', 100_000, 1_300_000))).toBe('surplus £100k (−£1.2m to £1.4m)')
    expect(pointInWords(aPoint('2021-03-31', -100_000, 1_300_000))).toBe('deficit £100k (−£1.4m to £1.2m)')
  })

  test('tell what they have at a day and are silent where they have nothing', () => {
    const lines = [aLine('Outturn', [-1], 'outturn'), aLine('Mitigated', [-1, -2])]
    expect(stopsOf(lines).map(({ label }) => label)).toEqual(['2021', '2022'])
    expect(readingAt(lines, '2022-03-31')).toEqual([{ name: 'Mitigated', words: 'deficit £2' }])
  })

  test('have zero inside the frame at every width', () => {
    for (const width of [288, 700, 1120]) {
      const frame = frameOf(width, [aLine('Mitigated', [-9_000_000, -14_000_000])], [])
      expect(yOfAmount(frame, 0)).toBeGreaterThanOrEqual(frame.top)
      expect(yOfAmount(frame, 0)).toBeLessThanOrEqual(frame.top + frame.plotHeight)
    }
  })
})

describe('words on a chart', () => {
  const fits = (line: string) => line.length <= 12

  test('break between words only', () => {
    expect(wrapWords('Unmitigated and delivered so far', fits)).toEqual([
      'Unmitigated',
      'and',
      'delivered so',
      'far',
    ])
  })

  test('end with an ellipsis where they do not fit', () => {
    expect(shortened('Inclusion Strategy', fits)).toBe('Inclusion…')
    expect(shortened('Short', fits)).toBe('Short')
  })
})
