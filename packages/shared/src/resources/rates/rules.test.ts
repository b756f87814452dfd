import { describe, expect, it } from 'vitest'
import { inCad, isUnusualRate } from './rules.ts'

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
