import { describe, expect, it } from 'vitest'
import { splitUnder } from './rules.ts'

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
