import { describe, expect, it } from 'vitest'
import { crowded, inCad, isUnusualRate, splitsUnder } from '../rules/rules.ts'

describe('Requests cut to stay under a limit', () => {
  const limits = ['100000', '25000']
  const day = 86_400_000
  const asked = (...amounts: string[]) => amounts.map((amount, at) => ({ id: `${at}`, at, asked: amount }))
  const told = (requests: Parameters<typeof splitsUnder>[0], under = limits) =>
    [...splitsUnder(requests, under)].map(([id, { limit, total, count }]) => `${id}: ${count} ${total} > ${limit}`)

  it('are seen when, each under it, they would exceed it together, whatever the share of each', () => {
    expect(told(asked('24000', '24000'))).toEqual(['0: 1 48000.00 > 25000', '1: 1 48000.00 > 25000'])
    expect(told(asked('6000', '6000', '6000', '6000', '1000.01'))).toHaveLength(5)
    expect(told(asked('90000', '24000'))).toEqual(['0: 1 114000.00 > 100000', '1: 1 114000.00 > 100000'])
  })

  it('are not seen in a single one, in those that fit together, or above every limit', () => {
    expect(told(asked('24000'))).toEqual([])
    expect(told(asked('13000', '12000', '0'))).toEqual([])
    expect(told(asked('200000', '200000'))).toEqual([])
    expect(told(asked('24000', '24000'), [])).toEqual([])
  })

  it('are counted together for thirty days, and no longer', () => {
    const at = (...days: number[]) => days.map((on) => ({ id: `${on}`, at: on * day, asked: '9000' }))
    expect(told(at(60, 30, 0))).toEqual(['30: 2 27000.00 > 25000'])
    expect(told(at(0, 30.5, 61))).toEqual([])
  })

  it('are all counted, and the latest named', () => {
    const found = splitsUnder(asked(...Array.from({ length: 60 }, () => '1000')), limits).get('59')
    expect([found?.count, found?.others.length, found?.others.at(-1)?.id]).toEqual([59, 20, '58'])
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
