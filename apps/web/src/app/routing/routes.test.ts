import { door } from '@entente/shared/users/options'
import { expect, it } from 'vitest'
import { destinationsFor } from '../navigation/destinations.ts'
import { pages } from './routes.ts'

it('The rail leads to pages that exist', () => {
  const built = new Set(pages.map(({ path }) => path))
  const places = destinationsFor(door.options).filter(({ id }) => id !== 'home')
  expect(places.length).toBeGreaterThan(10)
  expect(places.filter(({ href }) => !built.has(href))).toEqual([])
})
