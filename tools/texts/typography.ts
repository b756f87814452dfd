import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const folder = 'apps/web/src/locales/fr'
const space = '\u00a0'

/** French punctuation with its no-break spaces and apostrophes, in a text that was typed without. */
export const setFrench = (text: string) =>
  text
    .replaceAll("'", '’')
    .replaceAll(/[ \u202f]?([:;?!»])(?=$|[\s)\]»”])/g, (whole, mark: string, at: number) =>
      at === 0 ? whole : `${space}${mark}`,
    )
    .replaceAll(/«[ \u202f]?/g, `«${space}`)
    .replaceAll(/\u00a0{2,}/g, space)

const setAll = (value: unknown): unknown => {
  if (typeof value === 'string') return setFrench(value)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, setAll(inner)]))
}

// `npm run typography`: mends the French texts of the interface in place.
if (import.meta.main) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  )) {
    const file = `${folder}/${name}`
    writeFileSync(file, `${JSON.stringify(setAll(JSON.parse(readFileSync(file, 'utf8'))), null, 2)}\n`)
  }
}
