import { describe, expect, it } from 'vitest'
import { formatsIn } from './format.ts'

const fr = formatsIn('fr')
const en = formatsIn('en')
/** Every no-break space and hyphen as a plain one: which of them Intl takes is its own affair. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u2011', '-')

describe('Values in French', () => {
  it('writes money with spaces, and cents only where there are some', () => {
    expect(plain(fr.money({ amount: '25000.00', currency: 'CAD' }))).toBe('25 000 $')
    expect(plain(fr.money({ amount: '38200.50', currency: 'CAD' }))).toBe('38 200,50 $')
    expect(plain(fr.money({ amount: '1500000', currency: 'XOF' }))).toMatch(/^1 500 000/)
    expect(plain(fr.money({ amount: '1500.50', currency: 'MGA' }))).toMatch(/^1 500,50/)
  })

  it('rounds the size of a file up, so that one above a limit never reads as the limit', () => {
    expect([1, 12_000, 1_500_000, 15 * 1024 * 1024].map((size) => plain(fr.fileSize(size)))).toEqual([
      '1 ko',
      '12 ko',
      '1,5 Mo',
      '15 Mo',
    ])
    expect(plain(fr.fileSize(15 * 1024 * 1024 + 1))).toBe('15,1 Mo')
  })

  it('keeps every digit of a long amount', () => {
    expect(plain(fr.money({ amount: '9007199254740993.01', currency: 'CAD' }))).toBe('9 007 199 254 740 993,01 $')
  })

  it('writes staff-days and hours the Québec way', () => {
    expect(plain(fr.staffDays('12.5'))).toBe('12,5 j-p')
    expect(plain(fr.time('2026-11-23T13:30:00Z'))).toBe('8 h 30')
  })

  it('reads instants on the clock of Québec and days on none', () => {
    expect(plain(fr.date('2026-11-24T03:00:00Z'))).toBe('23 nov. 2026')
    expect(plain(fr.day('2026-11-23'))).toBe('23 nov. 2026')
  })

  it('writes the first of a month as French does', () => {
    expect(plain(fr.day('2026-06-01'))).toBe('1er juin 2026')
    expect(plain(fr.longDay('2026-06-01'))).toBe('lundi 1er juin 2026')
    expect(plain(fr.day('2026-06-11'))).toBe('11 juin 2026')
  })

  it('never lets a figure break across lines', () => {
    expect(fr.money({ amount: '25000', currency: 'CAD' })).not.toContain(' ')
    expect(fr.staffDays('12.5')).not.toMatch(/[ -]/)
    expect(en.staffDays('12.5')).not.toMatch(/[ -]/)
  })
})

describe('Values in English', () => {
  it('writes money, days and countries as Canadian English does', () => {
    expect(en.money({ amount: '25000.00', currency: 'CAD' })).toBe('$25,000')
    expect(plain(en.staffDays('12.5'))).toBe('12.5 staff-days')
    expect([fr.country('CI'), en.country('CI')]).toEqual(['Côte d’Ivoire', 'Côte d’Ivoire'])
  })

  it('falls back to the French source where a translation is absent', () => {
    expect(en.text({ fr: 'Formation', en: null })).toBe('Formation')
  })
})
