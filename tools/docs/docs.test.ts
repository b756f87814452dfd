import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { takeInventory } from '../../apps/api/test/support/inventory.ts'
import { documentation } from './documentation.ts'

const pages = Object.entries(documentation(await takeInventory()))

describe('The inventory', () => {
  it.each(pages)('is told as it is in %s (else: npm run docs)', (path, text) => {
    expect(readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), 'utf8')).toBe(text)
  })
})
