import type { Locale } from '@entente/shared/kernel/text'

// One file per language and subject, fetched when a screen first asks for it: nobody downloads the other language.
const files = import.meta.glob<Record<string, unknown>>('../../locales/**/*.json', { import: 'default' })

/** The texts of a subject; `undefined` when there is no such file. */
export const textsOf = (language: string, subject: string) => files[`../../locales/${language}/${subject}.json`]?.()

/**
 * The subject of this name; of `resources/*`, all of its family. A screen asks for the texts of its family at once, so
 * that what opens over it later waits for none and gives the focus back.
 */
export const subjectsOf = (name: string) =>
  Object.keys(files)
    .map((path) => path.replace('../../locales/fr/', '').replace(/\.json$/, ''))
    .filter((subject) => subject === name || (name.endsWith('/*') && subject.startsWith(name.slice(0, -1))))

/** What every page says. */
export const everywhere = ['ui', 'app'] as const

const storageKey = 'entente.locale'

/** The language chosen on this device, or the browser's. */
export const rememberedLocale = (): Locale => {
  const stored = localStorage.getItem(storageKey)
  if (stored === 'fr' || stored === 'en') return stored
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'fr'
}

export const rememberLocale = (locale: Locale) => localStorage.setItem(storageKey, locale)
