import type { Locale } from '@entente/shared/kernel/text'
import { useTranslation } from 'react-i18next'

/** The interface language as a value; the component renders again when it changes. */
export const useLocale = (): Locale => {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'fr'
}
