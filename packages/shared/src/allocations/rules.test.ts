import { describe, expect, it } from 'vitest'
import { crowded, inCad, isUnusualRate, splitUnder } from './rules.ts'

describe('A request cut to stay under a limit', () => {
  const limits = ['25000', '100000']
  it('is seen when, with others under the same limit, it would exceed it', () => {
    expect(splitUnder('24000', ['24000'], limits)).toEqual({ limit: '25000', total: '48000.00' })
    expect(splitUnder('16000', ['16000', '16000'], limits)).toEqual({ limit: '25000', total: '48000.00' })
  })

  it('is not seen in a small request, a single one, one above every limit, or beside one that went up', () => {
    expect(splitUnder('5000', ['24000'], limits)).toBeNull()
    expect(splitUnder('24000', [], limits)).toBeNull()
    expect(splitUnder('13000', ['12000'], limits)).toBeNull()
    expect(splitUnder('200000', ['24000'], limits)).toBeNull()
    expect(splitUnder('24000', ['90000'], limits)).toBeNull()
  })
})

describe('An amount in Canadian dollars', () => {
  it.each([
    ['1000.55', '1.6234', '1624.29'],
    ['250000', '0.00247483', '618.71'],
    ['1', '0.005', '0.01'],
    ['1', '0.00499999', '0.00'],
    ['9999999999.9999', '999999.99999999', '9999999999999800.00'],
  ])('of %s at %s is rounded half up, once, and never through a floating point', (amount, rate, cad) => {
    expect(inCad(amount, rate)).toBe(cad)
  })
})

describe('A rate', () => {
  it.each([
    ['1.6', null, true],
    ['1.76', '1.6', false],
    ['1.76000001', '1.6', true],
    ['1.44', '1.6', false],
    ['1.43999999', '1.6', true],
    ['0.00272271', '0.00247519', true],
    ['0.0027227', '0.00247519', false],
    ['999999.99999999', '0.00000001', true],
  ])('of %s after %s needs a second person: %s', (rate, last, expected) => {
    expect(isUnusualRate(rate, last)).toBe(expected)
  })
})

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
