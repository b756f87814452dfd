import { describe, expect, it } from 'vitest'
import { crowded } from './rules.ts'

describe('The days of one person', () => {
  const days = (from: number, to: number, worked: string) => ({
    from: `2026-11-${from}`,
    to: `2026-11-${to}`,
    days: worked,
  })
  it.each([
    ['beside one another', days(16, 17, '2'), [days(18, 20, '3')]],
    ['with room in a longer period', days(18, 18, '1'), [days(16, 20, '4')]],
    ['halved', days(16, 16, '0.5'), [days(16, 16, '0.5')]],
    ['one after another over periods that cross', days(17, 18, '1'), [days(16, 17, '1'), days(18, 19, '2')]],
  ])('may lie %s', (_, entry, others) => {
    expect(crowded(entry, others)).toBeNull()
  })

  it.each([
    ['the same day', days(16, 16, '1'), [days(16, 16, '0.1')], days(16, 16, '0.1')],
    ['a full week', days(18, 18, '0.5'), [days(16, 20, '5')], days(16, 20, '5')],
    ['periods that cross', days(17, 18, '2'), [days(16, 17, '1.5'), days(18, 19, '1')], days(16, 17, '1.5')],
    ['what several fill together', days(16, 18, '1'), [16, 17, 18].map((on) => days(on, on, '1')), days(16, 16, '1')],
  ])('have no room in %s', (_, entry, others, other) => {
    expect(crowded(entry, others)).toMatchObject({ other })
  })
})
