import { expect, it } from 'vitest'
import { regionOf } from './country-names.ts'

it('A country lies in one region of the world, which has a name in both languages', () => {
  expect(['MG', 'SN', 'RO', 'HT', 'CA'].map((code) => regionOf(code, 'fr'))).toEqual([
    'Afrique orientale',
    'Afrique occidentale',
    'Europe orientale',
    'Caraïbes',
    'Amérique septentrionale',
  ])
  expect(regionOf('ML', 'en')).toBe('Western Africa')
  expect([regionOf('ZZ', 'fr'), regionOf(null, 'fr')]).toEqual([null, null])
})
