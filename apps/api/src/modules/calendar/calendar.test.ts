import { describe, expect, it } from 'vitest'
import { isWorkingDay, workingDaysAfter } from './queries.ts'

describe('Working days', () => {
  it('leave out weekends', () => {
    expect(workingDaysAfter('2026-11-23', 5)).toBe('2026-11-30')
    expect(workingDaysAfter('2026-11-28', 1)).toBe('2026-11-30')
  })

  it.each([
    ['2026-04-03', 'Good Friday'],
    ['2026-05-18', 'National Patriots’ Day'],
    ['2026-06-24', 'the National Holiday'],
    ['2026-07-01', 'Canada Day'],
    ['2026-09-07', 'Labour Day'],
    ['2026-10-12', 'Thanksgiving'],
    ['2026-12-25', 'Christmas'],
    ['2027-01-01', 'New Year’s Day'],
  ])('leave out %s, %s, as Québec does', (day) => {
    expect(isWorkingDay(day)).toBe(false)
  })

  it('include days that Québec only observes', () => {
    expect(isWorkingDay('2026-04-06')).toBe(true)
  })

  it('cross the turn of the year', () => {
    expect(workingDaysAfter('2026-12-23', 5)).toBe('2026-12-31')
    expect(workingDaysAfter('2026-12-24', 5)).toBe('2027-01-04')
  })
})
