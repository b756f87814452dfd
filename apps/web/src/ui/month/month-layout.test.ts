import { describe, expect, it } from 'vitest'
import { aroundMonth, weeksOf } from './month-layout.ts'

describe('A month', () => {
  it('is whole weeks, from Sunday to Saturday', () => {
    const weeks = weeksOf('2026-11')
    expect(weeks).toHaveLength(5)
    expect(weeks[0]?.[0]).toBe('2026-11-01')
    expect(weeks.at(-1)).toEqual([
      '2026-11-29',
      '2026-11-30',
      '2026-12-01',
      '2026-12-02',
      '2026-12-03',
      '2026-12-04',
      '2026-12-05',
    ])
    expect(weeksOf('2026-08')).toHaveLength(6)
  })

  it('says what lies before and after it, and how near', () => {
    const dates = ['2026-03-01', '2026-09-30', '2026-11-15', '2027-02-01', '2027-06-01']
    expect(aroundMonth(dates, '2026-11')).toEqual({
      before: { count: 2, month: '2026-09' },
      after: { count: 2, month: '2027-02' },
    })
    expect(aroundMonth([], '2026-11').after).toEqual({ count: 0, month: '' })
  })
})
