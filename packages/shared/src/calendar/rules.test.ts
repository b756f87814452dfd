import { describe, expect, it } from 'vitest'
import { fiscalYearDays, fiscalYearOf } from './rules.ts'

describe('The fiscal year of a day', () => {
  it.each([
    ['2026-03-31', 2025],
    ['2026-04-01', 2026],
    ['2026-12-31', 2026],
    ['2027-01-01', 2026],
    ['2027-03-31', 2026],
    ['2028-02-29', 2027],
  ])('of %s is the one that begins on 1 April %i', (day, year) => {
    expect(fiscalYearOf(day)).toBe(year)
    const { from, to } = fiscalYearDays(year)
    expect(from <= day && day <= to).toBe(true)
  })

  it('ends the day before the next begins, in leap years too', () => {
    for (const year of [2026, 2027, 2028]) {
      const { to } = fiscalYearDays(year)
      const next = new Date(Date.parse(to) + 86_400_000).toISOString().slice(0, 10)
      expect(next).toBe(fiscalYearDays(year + 1).from)
    }
  })
})
