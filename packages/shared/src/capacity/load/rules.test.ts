import { describe, expect, it } from 'vitest'
import { capacityOn, periodsOf, presentDays, shareIn, takenIn } from './rules.ts'
import type { Pattern } from '../staff/rules.ts'

const week = ['2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27']
const pattern: Pattern = { daysPerWeek: 5, availability: 100, leaves: [], critical: false }
const all = { from: '2026-11-23', to: '2026-11-27' }

describe('Capacity', () => {
  it('is the working pattern on days of presence, never rounded up', () => {
    expect(capacityOn(week, pattern, [])).toBe(5)
    expect(capacityOn(week, { ...pattern, daysPerWeek: 4, availability: 50 }, [])).toBe(2)
    expect(capacityOn(week.slice(0, 1), { ...pattern, daysPerWeek: 4.5, availability: 33 }, [])).toBe(0.2)
  })

  it('is nothing on leave, and for a critical function around our elections (P7-G6)', () => {
    const leaves = [{ from: '2026-11-24', to: '2026-11-25' }]
    expect(capacityOn(presentDays(week, { leaves }), pattern, [])).toBe(3)
    const blackout = [{ from: '2026-11-26', to: '2026-12-31' }]
    expect(capacityOn(week, { ...pattern, critical: true }, blackout)).toBe(3)
    expect(capacityOn(week, pattern, blackout)).toBe(5)
  })
})

describe('What a booking takes', () => {
  const booking = { ...all, days: 2 }
  it('is spread evenly over the days of presence, and adds up', () => {
    const periods = [
      { from: '2026-11-23', to: '2026-11-24' },
      { from: '2026-11-25', to: '2026-11-30' },
    ]
    const shares = periods.map((period) => shareIn(booking, week, period))
    expect(shares[0]).toBeCloseTo(0.8)
    expect(shares[1]).toBeCloseTo(1.2)
    expect(takenIn([booking, booking], week, all)).toBe(4)
  })

  it('falls on its first day when the person is never there', () => {
    expect(shareIn(booking, [], { from: '2026-11-23', to: '2026-11-23' })).toBe(2)
    expect(shareIn(booking, [], { from: '2026-11-24', to: '2026-11-27' })).toBe(0)
  })
})

describe('The periods of a fiscal year', () => {
  it('are weeks to Sunday or months, and leave out no day', () => {
    const year = { from: '2026-04-01', to: '2027-03-31' }
    const weeks = periodsOf(year, 'week')
    expect(weeks[0]).toEqual({ from: '2026-04-01', to: '2026-04-05' })
    expect(weeks.at(-1)).toEqual({ from: '2027-03-29', to: '2027-03-31' })
    expect(periodsOf(year, 'month').map(({ to }) => to.slice(8))).toEqual([
      '30',
      '31',
      '30',
      '31',
      '31',
      '30',
      '31',
      '30',
      '31',
      '31',
      '28',
      '31',
    ])
  })
})
