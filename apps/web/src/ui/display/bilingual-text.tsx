import type { Bilingual } from '@entente/shared/kernel/text'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../../lib/i18n/use-locale.ts'
import { StatusBadge } from '../feedback/status-badge.tsx'

/** Content in the reader's language, or the French source with a mark that its translation is absent. */
export const BilingualText = ({ value }: { value: Bilingual }) => {
  const { t } = useTranslation('ui')
  if (useLocale() === 'fr') return value.fr
  if (value.en !== null) return value.en
  return (
    <>
      <span lang="fr">{value.fr}</span> <StatusBadge kind="waiting">{t('bilingual.absent')}</StatusBadge>
    </>
  )
}
