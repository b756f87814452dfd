import { countryCodes } from '@entente/shared/kernel/countries'
import { describe, expect, it } from 'vitest'
import { layoutMap } from './map-layout.ts'

const view = { width: 960, height: 480 }

describe('The map of the world', () => {
  it('marks a country in its place, small islands too, inside the part that is drawn', () => {
    const codes = ['MG', 'KM', 'CV', 'RO', 'MX']
    const { marks, countries } = layoutMap(codes, { ...view, frame: codes })
    expect(marks.map(({ code }) => code)).toEqual(codes)
    for (const { x, y } of marks) expect([x > 0 && x < 1, y > 0 && y < 1]).toEqual([true, true])
    const at = (code: string) => marks.find((mark) => mark.code === code) ?? { x: 0, y: 0 }
    expect(at('MX').x).toBeLessThan(at('CV').x)
    expect(at('RO').y).toBeLessThan(at('MG').y)
    expect(countries.filter(({ isMarked }) => isMarked)).toHaveLength(codes.length)
  })

  it('keeps the marks of neighbours apart across or down, on the narrowest map too', () => {
    const crowd = [
      'BJ',
      'TG',
      'GH',
      'CI',
      'BF',
      'ML',
      'SN',
      'GN',
      'GW',
      'NE',
      'NG',
      'CV',
      'MG',
      'KM',
      'RO',
      'MD',
      'UA',
      'MX',
    ]
    const { marks } = layoutMap(crowd, { width: 1200, height: 560, frame: crowd })
    const [across, down] = [960, 448]
    for (const [index, one] of marks.entries())
      for (const other of marks.slice(index + 1))
        expect(
          Math.max(Math.abs(one.x - other.x) * across, Math.abs(one.y - other.y) * down),
          `${one.code} and ${other.code}`,
        ).toBeGreaterThan(26)
  })

  it('draws with one country, or none', () => {
    expect(layoutMap(['MG'], { ...view, frame: ['MG'] }).marks).toHaveLength(1)
    expect(layoutMap([], { ...view, frame: [] }).countries.length).toBeGreaterThan(0)
  })

  it('knows nearly every country there is', () => {
    const { marks } = layoutMap([...countryCodes], { ...view, frame: [] })
    expect(marks.length).toBeGreaterThan(230)
  })
})
