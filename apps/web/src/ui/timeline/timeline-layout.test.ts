import { describe, expect, it } from 'vitest'
import { arrowsOf, rangeOf, scaleOf, spanOf, type TimelineItem } from './timeline-layout.ts'

const item = (id: string, from: string | null, to: string | null, after: string[] = []): TimelineItem => ({
  id,
  title: id,
  from,
  to,
  kind: 'planned',
  after,
})

describe('A timeline', () => {
  it('covers whole months around every bar and today', () => {
    const range = rangeOf([item('a', '2026-09-15', '2026-10-02'), item('b', null, null)], '2026-11-24')
    expect(range).toEqual({ from: '2026-09-01', to: '2026-11-30' })
    const { months } = scaleOf(range)
    expect(months.map(({ month }) => month)).toEqual(['2026-09', '2026-10', '2026-11'])
    expect(months.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(100)
  })

  it('counts the last day of a bar, and takes a single date as one day', () => {
    const scale = scaleOf({ from: '2026-11-01', to: '2026-11-30' })
    expect(scale.span('2026-11-01', '2026-11-30')).toEqual({ start: 0, width: 100 })
    expect(spanOf(item('a', null, '2026-11-03'))).toEqual({ start: '2026-11-03', end: '2026-11-03' })
    expect(spanOf(item('a', null, null))).toBeNull()
  })

  it('draws an arrow for each order it can show, and says which are not kept', () => {
    const items = [
      item('a', '2026-11-02', '2026-11-05'),
      item('b', '2026-11-06', '2026-11-09', ['a', 'elsewhere']),
      item('c', '2026-11-04', '2026-11-09', ['a', 'undated']),
      item('undated', null, null),
    ]
    const scale = scaleOf(rangeOf(items, '2026-11-24'))
    const arrows = arrowsOf([{ id: 'g', title: 'g', items }], scale)
    expect(arrows.map(({ id, isBroken }) => [id, isBroken])).toEqual([
      ['a-b', false],
      ['a-c', true],
    ])
    expect(arrows[0]?.from.x).toBeCloseTo(arrows[0]?.to.x ?? 0)
  })
})
