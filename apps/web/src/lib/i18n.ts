import { locale as localeSchema, type Locale } from '@entente/shared/kernel/text'
import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'

// One file per language and namespace, fetched when a screen first asks for it: nobody downloads the other language.
const files = import.meta.glob<Record<string, unknown>>('../locales/*/*.json', { import: 'default' })

const backend: BackendModule = {
  type: 'backend',
  callbackApi: true,
  init: () => undefined,
  read: (language, namespace, done) => {
    const load = files[`../locales/${language}/${namespace}.json`]
    if (load === undefined) return done(new Error(`No translations: ${language}/${namespace}`), null)
    load().then(
      (texts) => done(null, texts),
      (error: unknown) => done(error instanceof Error ? error : String(error), null),
    )
  },
}

const storageKey = 'entente.locale'

const remembered = (): Locale => {
  const stored = localeSchema.safeParse(localStorage.getItem(storageKey))
  if (stored.success) return stored.data
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'fr'
}

/** The language of the interface now. */
export const currentLocale = (): Locale => (i18next.language === 'en' ? 'en' : 'fr')

/** Changes the language of the whole interface and remembers it on this device. */
export const setLocale = async (locale: Locale) => {
  localStorage.setItem(storageKey, locale)
  if (locale !== currentLocale()) await i18next.changeLanguage(locale)
}

const started = Promise.withResolvers<void>()

/** Fetches the texts of these subjects, if they are not here yet: a page need not ask for them one after the other. */
export const loadTexts = async (names: readonly string[]) => {
  // The first page is asked for before the language is known.
  await started.promise
  await i18next.loadNamespaces(names)
}

export const startI18n = async () => {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language === 'en' ? 'en-CA' : 'fr-CA'
  })
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: remembered(),
      fallbackLng: false,
      supportedLngs: ['fr', 'en'],
      ns: ['ui', 'app'],
      defaultNS: 'ui',
      interpolation: { escapeValue: false },
      returnNull: false,
    })
  started.resolve()
}
