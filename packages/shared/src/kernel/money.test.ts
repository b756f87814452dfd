import { describe, expect, it } from 'vitest'
import { currencies, minorUnits, money } from './money.ts'

describe('The decimals of a currency', () => {
  it.each([
    ['CAD', 2],
    ['EUR', 2],
    ['USD', 2],
    ['HTG', 2],
    ['MGA', 2],
    ['COP', 2],
    ['XOF', 0],
    ['JPY', 0],
    ['TND', 3],
    ['CLF', 4],
  ])('are those of ISO 4217, whatever is customary: %s has %i', (currency, digits) => {
    expect(minorUnits(currency)).toBe(digits)
    const smallest = digits === 0 ? '1' : `0.${'1'.padStart(digits, '0')}`
    expect(money.safeParse({ amount: smallest, currency }).success).toBe(currencies.has(currency))
    expect(money.safeParse({ amount: digits === 0 ? '0.1' : `${smallest}1`, currency }).success).toBe(false)
  })
})
