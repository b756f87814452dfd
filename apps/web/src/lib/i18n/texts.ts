import type { Locale } from '@entente/shared/kernel/text'

// One file per language and subject, fetched when a screen first asks for it: nobody downloads the other language.
const files = import.meta.glob<Record<string, unknown>>('../../locales/**/*.json', { import: 'default' })

/** The texts of a subject; `undefined` when there is no such file. */
export const textsOf = (language: string, subject: string) => files[`../../locales/${language}/${subject}.json`]?.()

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
