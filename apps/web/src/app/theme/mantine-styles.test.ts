import { expect, it } from 'vitest'

const sources = import.meta.glob<string>('../../**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true })
const listed = sources['./mantine-styles.ts'] ?? ''
const sheets = Object.keys(import.meta.glob('../../../../../node_modules/@mantine/core/styles/*.layer.css'))

const importedIn = (code: string) =>
  [...code.matchAll(/import \{([^}]*)\} from '@mantine\/core'/g)].flatMap(
    (match) => (match[1] ?? '').match(/\w+/g) ?? [],
  )

it('Every Mantine part in use has its styles', () => {
  const styled = new Set(sheets.map((path) => /([A-Za-z-]+)\.layer\.css$/.exec(path)?.[1]))
  expect(styled.size).toBeGreaterThan(50)
  const used = new Set(Object.values(sources).flatMap(importedIn))
  expect([...used].filter((name) => styled.has(name) && !listed.includes(`/${name}.layer.css`))).toEqual([])
})
