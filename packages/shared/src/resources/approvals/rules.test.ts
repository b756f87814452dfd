import { describe, expect, it } from 'vitest'
import { splitsUnder } from './rules.ts'

describe('Requests cut to stay under a limit', () => {
  const limits = ['100000', '25000']
  const day = 86_400_000
  const asked = (...amounts: string[]) => amounts.map((amount, at) => ({ id: `${at}`, at, asked: amount }))
  const told = (requests: Parameters<typeof splitsUnder>[0], under = limits) =>
    [...splitsUnder(requests, under)].map(([id, { limit, total, count }]) => `${id}: ${count} ${total} > ${limit}`)

  it('are seen when, each under it, they would exceed it together', () => {
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
