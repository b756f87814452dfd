import type { Locale } from '@entente/shared/kernel/text'
import i18next, { type BackendModule } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { everywhere, rememberedLocale, rememberLocale, subjectsOf, textsOf } from './texts.ts'

const backend: BackendModule = {
  type: 'backend',
  callbackApi: true,
  init: () => undefined,
  read: (language, namespace, done) => {
    const texts = textsOf(language, namespace)
    if (texts === undefined) return done(new Error(`No translations: ${language}/${namespace}`), null)
    texts.then(
      (found) => done(null, found),
      (error: unknown) => done(error instanceof Error ? error : String(error), null),
    )
  },
}

/** The language of the interface now. */
export const currentLocale = (): Locale => (i18next.language === 'en' ? 'en' : 'fr')

/** Changes the language of the whole interface and remembers it on this device. */
export const setLocale = async (locale: Locale) => {
  rememberLocale(locale)
  if (locale !== currentLocale()) await i18next.changeLanguage(locale)
}

const started = Promise.withResolvers<void>()

/** Fetches the texts of these subjects and families, if they are not here yet: a page need not ask for them one after the other. */
export const loadTexts = async (names: readonly string[]) => {
  // The first page is asked for before the language is known.
  await started.promise
  await i18next.loadNamespaces(names.flatMap(subjectsOf))
}

export const startI18n = async () => {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language === 'en' ? 'en-CA' : 'fr-CA'
  })
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: rememberedLocale(),
      fallbackLng: false,
      supportedLngs: ['fr', 'en'],
      ns: everywhere,
      defaultNS: 'ui',
      interpolation: { escapeValue: false },
      // A screen that reads several files finds a text in whichever has it.
      react: { nsMode: 'fallback' },
      returnNull: false,
    })
  started.resolve()
}
