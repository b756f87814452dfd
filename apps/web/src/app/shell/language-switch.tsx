import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { setLocale } from '../../lib/i18n/i18n.ts'
import { useLocale } from '../../lib/i18n/use-locale.ts'

/** One press to the other language, written in that language. */
export const LanguageSwitch = () => {
  const { t } = useTranslation('app')
  const other = useLocale() === 'fr' ? 'en' : 'fr'
  return (
    <Button variant="subtle" color="gray" px="xs" lang={other} onClick={() => void setLocale(other)}>
      {t('otherLanguage')}
    </Button>
  )
}
