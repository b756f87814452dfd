import { readFileSync } from 'node:fs'

export type Language = 'fr' | 'en'
type Texts = { [name: string]: string | Texts }

/** What the screen says under a key such as `shares:grant.title`; what it fills in may be anything. */
export const words = (language: Language, key: string) => {
  const [file, path = ''] = key.split(':')
  const address = new URL(`../../apps/web/src/locales/${language}/${file}.json`, import.meta.url)
  let text: string | Texts | undefined = JSON.parse(readFileSync(address, 'utf8')) as Texts
  for (const name of path.split('.')) text = typeof text === 'object' ? text[name] : undefined
  if (typeof text !== 'string') throw new Error(`No text ${key}`)
  const parts = text
    .split(/\{\{.*?\}\}/)
    .map((part) => part.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&').replaceAll(/\s+/g, '\\s+'))
  return new RegExp(`^${parts.join('.*')}$`)
}
